import { type ColumnLayout, column, idColumn, type TabLayout, words } from './layout-types.ts';

const VISIBLE: readonly ColumnLayout[] = [
  column('name', 'text', 'KPI | KPI', 'A short name. | Een korte naam.', {
    needed: true,
    synonyms: ['key result', 'indicator'],
  }),
  column('goal', 'reference', 'Goal | Doelstelling', 'What it is for. | Waar het voor is.', {
    refersTo: ['goals'],
    synonyms: ['objective', 'doel'],
  }),
  column(
    'kind',
    'choice',
    'Kind | Soort',
    'Add up, grow, bring down, keep, spend, be done. | Optellen, groeien, terugbrengen, houden, uitgeven, klaar zijn.',
    { choices: 'kind', synonyms: ['type', 'soort kpi'] },
  ),
  column(
    'measure',
    'reference',
    'Measure | Meetwaarde',
    "Blank: a measure with the KPI's name. | Leeg: een meetwaarde met de naam van de KPI.",
    { refersTo: ['measures'], synonyms: ['metric'] },
  ),
  column('channel', 'text', 'Channel | Kanaal', 'Blank: all channels. | Leeg: alle kanalen.'),
  column('start', 'date', 'Start | Startdatum', 'First day. | Eerste dag.', {
    synonyms: ['start date', 'from', 'begin', 'van', 'vanaf', 'begindatum'],
  }),
  column('due', 'date', 'Due | Einddatum', 'Last day. | Laatste dag.', {
    needed: true,
    synonyms: ['due date', 'end', 'end date', 'deadline', 'einde', 'eind', 'tot', 'uiterlijk'],
  }),
  column(
    'last_time',
    'number',
    'Last time | Vorige keer',
    'Where it stood before. | Waar het eerst op stond.',
    { synonyms: ['baseline', 'nulmeting', 'previous', 'vorig', 'beginwaarde', 'startwaarde'] },
  ),
  column(
    'target',
    'number',
    'Target | Streefwaarde',
    'The value to reach. | De waarde om te halen.',
    {
      synonyms: ['target value', 'doelwaarde', 'streefcijfer'],
    },
  ),
  column(
    'growth',
    'share',
    'Growth | Groei',
    'Instead of a target: 10% more. | In plaats van een streefwaarde: 10% meer.',
    { synonyms: ['growth %', 'groei %', 'groeipercentage'] },
  ),
  column('owner', 'text', 'Owner | Eigenaar', 'Who answers for it. | Wie erover gaat.', {
    synonyms: ['responsible', 'verantwoordelijke', 'wie', 'who'],
  }),
  column('note', 'text', 'Note | Notitie', 'Anything else. | Al het andere.', {
    synonyms: ['remark', 'opmerking', 'notes', 'toelichting'],
  }),
];

const MORE: readonly ColumnLayout[] = [
  column('low', 'number', 'Low | Ondergrens', 'Of a range. | Van een bandbreedte.', {
    group: 'more',
    synonyms: ['lower', 'min', 'from value', 'laag'],
  }),
  column('high', 'number', 'High | Bovengrens', 'Of a range. | Van een bandbreedte.', {
    group: 'more',
    synonyms: ['upper', 'max', 'to value', 'hoog'],
  }),
  column(
    'tolerance',
    'number',
    'Tolerance | Tolerantie',
    'How far off is at risk, in the unit. | Hoe ver ernaast nog bijsturen is, in de eenheid.',
    { group: 'more' },
  ),
  column(
    'weight',
    'number',
    'Weight | Gewicht',
    'Share in the goal; 0: information only. | Aandeel in het doel; 0: alleen informatie.',
    { group: 'more', synonyms: ['weging kpi'] },
  ),
  column(
    'critical',
    'yes_no',
    'Critical | Kritiek',
    'Off course, then the goal is too. | Van koers, dan het doel ook.',
    { group: 'more' },
  ),
  column(
    'leading',
    'yes_no',
    'Leading | Voorspellend',
    'It moves before the outcome does. | Beweegt vóór de uitkomst.',
    { group: 'more', synonyms: ['leading indicator', 'voorlopend'] },
  ),
  column('stage', 'text', 'Stage | Fase', 'Of the customer journey. | Van de klantreis.', {
    group: 'more',
    synonyms: ['funnel stage', 'funnelfase', 'phase'],
  }),
  column(
    'contribution',
    'text',
    'Contribution | Bijdrage',
    'How it helps the goal. | Hoe het aan het doel bijdraagt.',
    { group: 'more' },
  ),
  column(
    'state',
    'choice',
    'State | Toestand',
    'Active, paused, cancelled. | Actief, gepauzeerd, geannuleerd.',
    {
      group: 'more',
      choices: 'state',
      synonyms: ['stand van zaken', 'actief'],
    },
  ),
];

const EXPERT: readonly ColumnLayout[] = [
  column(
    'plan_shape',
    'choice',
    'Plan shape | Planvorm',
    'Straight, step, by interval. | Recht, trap, per interval.',
    { group: 'expert', choices: 'plan_shape', synonyms: ['shape', 'vorm'] },
  ),
  column(
    'weights',
    'choice',
    'Weights | Weging',
    'Every day, a calendar, last year. | Elke dag, een kalender, vorig jaar.',
    {
      group: 'expert',
      choices: 'day_weights',
      refersTo: ['calendar'],
      synonyms: ['day weights', 'calendar', 'kalender'],
    },
  ),
  column(
    'reached',
    'choice',
    'Reached | Bereikt',
    'Touch: once is enough; hold: at the end. | Aanraken: één keer telt; vasthouden: aan het eind.',
    { group: 'expert', choices: 'reached_rule', synonyms: ['reached when', 'bereikt als'] },
  ),
  column(
    'closed_rule',
    'choice',
    'Closed rule | Sluitregel',
    'Whole period, every interval, or a share: 90%. | Hele periode, elk interval, of een deel: 90%.',
    { group: 'expert', choices: 'closed_rule' },
  ),
  column(
    'forecast_method',
    'choice',
    'Forecast method | Prognosemethode',
    'Blank: by the kind of KPI. | Leeg: naar de aard van de KPI.',
    { group: 'expert', choices: 'forecast_method', synonyms: ['forecast', 'prognose'] },
  ),
  column(
    'on_course_from',
    'share',
    'On course from | Op koers vanaf',
    'Blank: the setting. | Leeg: de instelling.',
    { group: 'expert' },
  ),
  column(
    'at_risk_from',
    'share',
    'At risk from | Bijsturen vanaf',
    'Blank: the setting. | Leeg: de instelling.',
    { group: 'expert' },
  ),
  column(
    'warn_days',
    'number',
    'Warn days | Waarschuwdagen',
    'Days before a done-by date; blank: 14. | Dagen voor een klaar-op-datum; leeg: 14.',
    { group: 'expert' },
  ),
  column(
    'scale',
    'number',
    'Scale | Schaal',
    'What counts as 100% off when the target is 0. | Wat 100% ernaast is als het doel 0 is.',
    { group: 'expert' },
  ),
  column(
    'follows',
    'reference',
    'Follows | Volgt op',
    'The KPI of the period before. | De KPI van de periode ervoor.',
    { group: 'expert', refersTo: ['kpis'] },
  ),
];

export const KPIS_TAB: TabLayout = {
  id: 'kpis',
  name: words("KPIs | KPI's"),
  synonyms: ["kpi's", 'kpis', 'key results'],
  help: words(
    'A target on a measure, over a period. | Een streefwaarde op een meetwaarde, over een periode.',
  ),
  appears: 'day_one',
  columns: [...VISIBLE, ...MORE, ...EXPERT, idColumn('KPI ID | KPI-ID')],
};
