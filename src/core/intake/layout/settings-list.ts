import type { ChoiceListId } from './choice-lists.ts';
import { column, listOf, nameAndHelp, needed, tab, type Words } from './layout-types.ts';

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

const setting = (
  id: string,
  kind: SettingKind,
  texts: string,
  synonyms: string,
  standard: SettingLayout['standard'],
  limits: Pick<SettingLayout, 'choices' | 'bounds'> = {},
): SettingLayout => ({
  id,
  kind,
  ...nameAndHelp(texts),
  synonyms: listOf(synonyms),
  standard,
  ...limits,
});

export const SETTINGS: readonly SettingLayout[] = [
  setting(
    'organisation',
    'text',
    'Organisation|Organisatie|Shown above reports.|Staat boven rapporten.',
    'organization,company,bedrijf',
    '',
  ),
  setting(
    'language',
    'choice',
    "Language|Taal|Blank: the workbook's.|Leeg: die van de werkmap.",
    '',
    null,
    { choices: 'language' },
  ),
  setting(
    'currency',
    'currency',
    'Currency|Valuta|Three letters: EUR.|Drie letters: EUR.',
    'munt,munteenheid',
    'EUR',
  ),
  setting(
    'fiscal_start_month',
    'month',
    'Fiscal year starts in month|Boekjaar begint in maand|1 to 12, or a name.|1 tot 12, of een naam.',
    'fiscal year,boekjaar,start boekjaar',
    1,
    { bounds: [1, 12] },
  ),
  setting(
    'today',
    'date',
    'Today|Vandaag|Blank: the real one. While set: no history, no mail.|Leeg: de echte. Zolang gevuld: geen historie, geen mail.',
    '',
    null,
  ),
  setting(
    'compare_with_days',
    'number',
    'Compare with|Vergelijken met|Days ago.|Dagen geleden.',
    'compare with days,vergelijk met,vergelijken met dagen',
    7,
    { bounds: [1, 366] },
  ),
  setting(
    'on_course_from',
    'share',
    'On course from|Op koers vanaf|Share of the plan.|Deel van het plan.',
    '',
    0.95,
    { bounds: [0, 1.5] },
  ),
  setting(
    'at_risk_from',
    'share',
    'At risk from|Bijsturen vanaf|Below it: off course.|Daaronder: van koers.',
    '',
    0.8,
    { bounds: [0, 1.5] },
  ),
  setting(
    'too_early_below',
    'share',
    'Too early below|Te vroeg onder|Share of the period.|Deel van de periode.',
    '',
    0.15,
    { bounds: [0, 0.5] },
  ),
  setting(
    'recent_speed_window',
    'number',
    'Recent speed window|Venster recente snelheid|Days.|Dagen.',
    'recent speed,recente snelheid',
    28,
    { bounds: [1, 366] },
  ),
  setting(
    'digest_on',
    'choice',
    'Digest on|Overzicht op|A weekday, every day, or off.|Een weekdag, elke dag, of uit.',
    'digest,overzicht,samenvatting op',
    'off',
    { choices: 'digest_on' },
  ),
  setting(
    'report_template',
    'text',
    'Report template|Rapportsjabloon|Link of the report to copy.|Link van het te kopiëren rapport.',
    'sjabloon,template',
    '',
  ),
  setting(
    'report_link',
    'text',
    'Report link|Rapportlink|Where messages point to.|Waar berichten naar wijzen.',
    'report,rapport,link rapport',
    '',
  ),
];

export const SETTINGS_TAB = tab('settings', 'day_one', 'Settings|Instellingen', '', [
  needed(column('setting', 'text', 'Setting|Instelling|Its name.|De naam.')),
  needed(column('value', 'text', 'Value|Waarde|Blank: the default.|Leeg: de standaard.')),
]);
