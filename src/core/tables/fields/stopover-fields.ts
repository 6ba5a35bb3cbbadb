import { declareFields, type Field } from './field.ts';

export const STOPOVER_FIELDS: readonly Field[] = [
  ...declareFields('stopover', 'dimension', 'TEXT', [
    'next_milestone|Next stopover|Volgende tussenstop|The earliest not reached|De eerste die niet bereikt is',
    'next_milestone_status_label|Next stopover status|Status volgende tussenstop|Expected on time or late|Op tijd of te laat verwacht',
    'stop_id|Stop ID|Tussenstop-ID|One for all KPIs of the stop|Eén voor alle KPI’s van de tussenstop',
    'stop|Stop|Tussenstop|Name of the stop|Naam van de tussenstop',
    'milestone|Milestone|Mijlpaal|KPI and stop|KPI en tussenstop',
    'milestone_status_symbol|Milestone symbol|Symbool mijlpaal|Tells it without colour|Zegt het zonder kleur',
    'milestone_label|Milestones in the interval|Mijlpalen in het interval|Names|Namen',
    'next_stop|Next stop|Eerstvolgende tussenstop|Of the goal|Van de doelstelling',
    'next_stop_status_label|Next stop status|Status tussenstop|Of the goal|Van de doelstelling',
  ]),
  ...declareFields('stopover', 'dimension', 'YEAR_MONTH_DAY', [
    'next_milestone_date|Next stopover planned|Volgende tussenstop gepland|Planned day|Geplande dag',
    'next_milestone_eta_date|Next stopover expected|Volgende tussenstop verwacht|At this pace|In dit tempo',
    'milestone_date|Milestone planned|Mijlpaal gepland|Planned day|Geplande dag',
    'milestone_eta_date|Milestone expected|Mijlpaal verwacht|At this pace|In dit tempo',
    'milestone_reached_date|Milestone reached|Mijlpaal bereikt|First day|Eerste dag',
    'next_stop_date|Next stop date|Datum tussenstop|Of the goal|Van de doelstelling',
  ]),
  ...declareFields('stopover', 'dimension', 'BOOLEAN', [
    'is_next|Is next|Is volgende|The earliest not reached|De eerste die niet bereikt is',
  ]),
  ...declareFields('stopover', 'guarded', 'NUMBER', [
    'next_milestone_days_late|Next stopover days late|Volgende tussenstop dagen te laat|Negative is early|Negatief is te vroeg',
    'milestone_value|Milestone value|Waarde mijlpaal|To reach there|Daar te bereiken',
    'milestone_days_late|Milestone days late|Mijlpaal dagen te laat|Negative is early|Negatief is te vroeg',
    'milestone_value_to_go|To go to milestone|Nog tot mijlpaal|0 when reached|0 als hij bereikt is',
    'milestone_required_speed|Speed to milestone|Snelheid tot mijlpaal|Needed to be there on time|Nodig om er op tijd te zijn',
  ]),
  ...declareFields('stopover', 'guarded', 'PERCENT', [
    'milestone_leg_progress|Progress on the leg|Voortgang etappe|From the previous stopover to this one|Van de vorige tussenstop tot deze',
  ]),
  ...declareFields('stopover', 'min', 'NUMBER', [
    'milestone_order|Milestone order|Volgorde mijlpaal|1 is the first of the KPI|1 is de eerste van de KPI',
    'stop_order|Stop order|Volgorde tussenstop|By date within the goal|Op datum binnen de doelstelling',
  ]),
];
