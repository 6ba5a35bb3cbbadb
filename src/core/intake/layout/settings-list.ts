import type { ChoiceListId } from './choice-lists.ts';
import { column, type TabLayout, type Words, words } from './layout-types.ts';

type SettingKind = 'text' | 'number' | 'share' | 'date' | 'choice' | 'month' | 'currency';

/** One row of the Settings tab. */
export type SettingLayout = {
  readonly id: string;
  readonly name: Words;
  readonly synonyms: readonly string[];
  readonly kind: SettingKind;
  readonly choices?: ChoiceListId;
  /** What a blank means; null: nothing. */
  readonly standard: string | number | null;
  /** Inclusive. */
  readonly bounds?: readonly [low: number, high: number];
  readonly help: Words;
};

export const SETTINGS: readonly SettingLayout[] = [
  {
    id: 'organisation',
    name: words('Organisation | Organisatie'),
    synonyms: ['organization', 'company', 'bedrijf'],
    kind: 'text',
    standard: '',
    help: words('Shown above reports. | Staat boven rapporten.'),
  },
  {
    id: 'language',
    name: words('Language | Taal'),
    synonyms: [],
    kind: 'choice',
    choices: 'language',
    standard: null,
    help: words("Blank: the workbook's. | Leeg: die van het werkboek."),
  },
  {
    id: 'currency',
    name: words('Currency | Valuta'),
    synonyms: ['munt', 'munteenheid'],
    kind: 'currency',
    standard: 'EUR',
    help: words('Three letters: EUR. | Drie letters: EUR.'),
  },
  {
    id: 'fiscal_start_month',
    name: words('Fiscal year starts in month | Boekjaar begint in maand'),
    synonyms: ['fiscal year', 'boekjaar', 'start boekjaar'],
    kind: 'month',
    standard: 1,
    bounds: [1, 12],
    help: words('1 to 12, or a name. | 1 tot 12, of een naam.'),
  },
  {
    id: 'today',
    name: words('Today | Vandaag'),
    synonyms: [],
    kind: 'date',
    standard: null,
    help: words(
      'Blank: the real one. While set: no history, no mail. | Leeg: de echte. Zolang gevuld: geen historie, geen mail.',
    ),
  },
  {
    id: 'compare_with_days',
    name: words('Compare with | Vergelijken met'),
    synonyms: ['compare with days', 'vergelijk met', 'vergelijken met dagen'],
    kind: 'number',
    standard: 7,
    bounds: [1, 366],
    help: words('Days ago. | Dagen geleden.'),
  },
  {
    id: 'on_course_from',
    name: words('On course from | Op koers vanaf'),
    synonyms: [],
    kind: 'share',
    standard: 0.95,
    bounds: [0, 1.5],
    help: words('Share of the plan. | Deel van het plan.'),
  },
  {
    id: 'at_risk_from',
    name: words('At risk from | Bijsturen vanaf'),
    synonyms: [],
    kind: 'share',
    standard: 0.8,
    bounds: [0, 1.5],
    help: words('Below it: off course. | Daaronder: van koers.'),
  },
  {
    id: 'too_early_below',
    name: words('Too early below | Te vroeg onder'),
    synonyms: [],
    kind: 'share',
    standard: 0.15,
    bounds: [0, 0.5],
    help: words('Share of the period. | Deel van de periode.'),
  },
  {
    id: 'recent_speed_window',
    name: words('Recent speed window | Venster recente snelheid'),
    synonyms: ['recent speed', 'recente snelheid'],
    kind: 'number',
    standard: 28,
    bounds: [1, 366],
    help: words('Days. | Dagen.'),
  },
  {
    id: 'digest_on',
    name: words('Digest on | Overzicht op'),
    synonyms: ['digest', 'overzicht', 'samenvatting op'],
    kind: 'choice',
    choices: 'digest_on',
    standard: 'off',
    help: words('A weekday, every day, or off. | Een weekdag, elke dag, of uit.'),
  },
  {
    id: 'report_template',
    name: words('Report template | Rapportsjabloon'),
    synonyms: ['sjabloon', 'template'],
    kind: 'text',
    standard: '',
    help: words('Link of the report to copy. | Link van het te kopiëren rapport.'),
  },
  {
    id: 'report_link',
    name: words('Report link | Rapportlink'),
    synonyms: ['report', 'rapport', 'link rapport'],
    kind: 'text',
    standard: '',
    help: words('Where messages point to. | Waar berichten naar wijzen.'),
  },
];

export const SETTINGS_TAB: TabLayout = {
  id: 'settings',
  name: words('Settings | Instellingen'),
  synonyms: [],
  help: words('How Koers works here. | Hoe Koers hier werkt.'),
  appears: 'day_one',
  columns: [
    column('setting', 'text', 'Setting | Instelling', 'Its name. | De naam.', { needed: true }),
    column('value', 'text', 'Value | Waarde', 'Blank: the default. | Leeg: de standaard.', {
      needed: true,
    }),
  ],
};
