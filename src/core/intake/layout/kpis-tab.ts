import { column, idColumn, inGroup, needed, tab } from './layout-types.ts';
import { DUE, NOTE, OWNER, START } from './recurring-columns.ts';

export const KPIS_TAB = tab('kpis', 'day_one', "KPIs|KPI's", 'key results', [
  needed(column('name', 'text', 'KPI|KPI|A short name.|Een korte naam.', 'key result,indicator')),
  column(
    'goal',
    { refersTo: ['goals'] },
    'Goal|Doelstelling|What it is for.|Waar het voor is.',
    'objective,doel',
  ),
  column(
    'kind',
    { choices: 'kind' },
    'Kind|Soort|Add up, grow, bring down, keep, spend, be done.|Optellen, groeien, terugbrengen, houden, uitgeven, klaar zijn.',
    'type,soort kpi',
  ),
  column(
    'measure',
    { refersTo: ['measures'] },
    "Measure|Meetwaarde|Blank: a measure with the KPI's name.|Leeg: een meetwaarde met de naam van de KPI.",
    'metric',
  ),
  column('channel', 'text', 'Channel|Kanaal|Blank: all channels.|Leeg: alle kanalen.'),
  START,
  needed(DUE),
  column(
    'last_time',
    'number',
    'Last time|Vorige keer|Where it stood before.|Waar het eerst op stond.',
    'baseline,nulmeting,previous,vorig,beginwaarde,startwaarde',
  ),
  column(
    'target',
    'number',
    'Target|Streefwaarde|The value to reach.|De waarde om te halen.',
    'target value,doelwaarde,streefcijfer',
  ),
  column(
    'growth',
    'share',
    'Growth|Groei|Instead of a target: 10% more.|In plaats van een streefwaarde: 10% meer.',
    'growth %,groei %,groeipercentage',
  ),
  OWNER,
  NOTE,
  ...inGroup('more', [
    column(
      'low',
      'number',
      'Low|Ondergrens|Of a range.|Van een bandbreedte.',
      'lower,min,from value,laag',
    ),
    column(
      'high',
      'number',
      'High|Bovengrens|Of a range.|Van een bandbreedte.',
      'upper,max,to value,hoog',
    ),
    column(
      'tolerance',
      'number',
      'Tolerance|Tolerantie|How far off is at risk, in the unit.|Hoe ver ernaast nog bijsturen is, in de eenheid.',
    ),
    column(
      'weight',
      'number',
      'Weight|Gewicht|Share in the goal; 0: information only.|Aandeel in het doel; 0: alleen informatie.',
      'weging kpi',
    ),
    column(
      'critical',
      'yes_no',
      'Critical|Kritiek|Off course, then the goal is too.|Van koers, dan het doel ook.',
    ),
    column(
      'leading',
      'yes_no',
      'Leading|Voorspellend|It moves before the outcome does.|Beweegt vóór de uitkomst.',
      'leading indicator,voorlopend',
    ),
    column(
      'stage',
      'text',
      'Stage|Fase|Of the customer journey.|Van de klantreis.',
      'funnel stage,funnelfase,phase',
    ),
    column(
      'contribution',
      'text',
      'Contribution|Bijdrage|How it helps the goal.|Hoe het aan het doel bijdraagt.',
    ),
    column(
      'state',
      { choices: 'state' },
      'State|Toestand|Active, paused, cancelled.|Actief, gepauzeerd, geannuleerd.',
      'stand van zaken,actief',
    ),
  ]),
  ...inGroup('expert', [
    column(
      'plan_shape',
      { choices: 'plan_shape' },
      'Plan shape|Planvorm|Straight, step, by interval.|Recht, trap, per interval.',
      'shape,vorm',
    ),
    column(
      'weights',
      { choices: 'day_weights', refersTo: ['calendar'] },
      'Weights|Weging|Every day, a calendar, last year.|Elke dag, een kalender, vorig jaar.',
      'day weights,calendar,kalender',
    ),
    column(
      'reached',
      { choices: 'reached_rule' },
      'Reached|Bereikt|Touch: once is enough; hold: at the end.|Aanraken: één keer telt; vasthouden: aan het eind.',
      'reached when,bereikt als',
    ),
    column(
      'closed_rule',
      { choices: 'closed_rule' },
      'Closed rule|Sluitregel|Whole period, every interval, or a share: 90%.|Hele periode, elk interval, of een deel: 90%.',
    ),
    column(
      'forecast_method',
      { choices: 'forecast_method' },
      'Forecast method|Prognosemethode|Blank: by the kind of KPI.|Leeg: naar de aard van de KPI.',
      'forecast,prognose',
    ),
    column(
      'on_course_from',
      'share',
      'On course from|Op koers vanaf|Blank: the setting.|Leeg: de instelling.',
    ),
    column(
      'at_risk_from',
      'share',
      'At risk from|Bijsturen vanaf|Blank: the setting.|Leeg: de instelling.',
    ),
    column(
      'warn_days',
      'number',
      'Warn days|Waarschuwdagen|Days before a done-by date; blank: 14.|Dagen voor een klaar-op-datum; leeg: 14.',
    ),
    column(
      'scale',
      'number',
      'Scale|Schaal|What counts as 100% off when the target is 0.|Wat 100% ernaast is als het doel 0 is.',
    ),
    column(
      'follows',
      { refersTo: ['kpis'] },
      'Follows|Volgt op|The KPI of the period before.|De KPI van de periode ervoor.',
    ),
  ]),
  idColumn('KPI ID|KPI-ID'),
]);
