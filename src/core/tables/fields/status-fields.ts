import { declareFields, type Field } from './field.ts';

export const STATUS_FIELDS: readonly Field[] = [
  ...declareFields('status', 'dimension', 'TEXT', [
    'status|Status code|Statuscode|The same in every language|Gelijk in elke taal',
    'status_label|Status|Status|Status in words|Status in woorden',
    'status_symbol|Status symbol|Statussymbool|Tells it without colour|Zegt het zonder kleur',
    'reason|Reason|Reden|Code of what is special about the status|Code van wat er bijzonder is aan de status',
    'previous_status_label|Previous status|Vorige status|On the previous date|Op de vorige datum',
    'override_status_label|Own judgement|Eigen oordeel|Typed status, beside the computed one|Getypte status, naast de berekende',
    'override_reason|Why own judgement|Reden eigen oordeel|Who and why|Wie en waarom',
    'action_status_label|Action status|Status actie|As typed|Zoals getypt',
  ]),
  ...declareFields('status', 'dimension', 'YEAR_MONTH_DAY', [
    'status_since|Status since|Status sinds|First day of this status in a row|Eerste dag van deze status op rij',
    'override_until|Own judgement until|Eigen oordeel tot|Last day|Laatste dag',
  ]),
  ...declareFields('status', 'guarded', 'NUMBER', [
    'meter|Meter|Meter|One dial for all: at risk from 0.80, on course from 0.95|Eén wijzer: bijsturen vanaf 0,80, op koers vanaf 0,95',
    'status_score|Status score|Statusscore|0 off course, 1 at risk, 2 on course, 3 achieved|0 van koers, 1 bijsturen, 2 op koers, 3 behaald',
  ]),
  ...declareFields('status', 'min', 'NUMBER', [
    'status_order|Status order|Statusvolgorde|1 needs attention first|1 vraagt het eerst aandacht',
  ]),
];
