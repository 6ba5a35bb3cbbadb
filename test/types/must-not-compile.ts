/**
 * Mistakes that the compiler must find. Nothing here runs: `npm run types` fails as soon as one of
 * them compiles.
 */
import type { RowOf } from '../../src/core/intake/rows/tab-row.ts';
import { failureText } from '../../src/core/language/connector-languages.ts';
import { issueSentences } from '../../src/core/language/issue-sentences.ts';
import { choiceName, columnName, settingWords } from '../../src/core/language/tab-words.ts';
import type {
  ChoiceWords,
  InEachLanguage,
  SettingWords,
  TabWords,
} from '../../src/core/language/words.ts';
import { choice, refersTo, tab, text } from '../../src/core/layout/tab-layout.ts';
import { newIssue } from '../../src/core/model/issue.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import { type Columns, fieldsIn } from '../../src/core/tables/column.ts';
import { fieldsOf } from '../../src/core/tables/fields-of.ts';
import { onlyOne } from '../../src/core/tables/guards.ts';
import type { ResultTable } from '../../src/core/tables/result-table.ts';
import type { KpiResult } from '../../src/core/tables/results.ts';

declare const row: RowOf<'kpis'>;
declare const kpi: Kpi;
const place = { tab: 'KPIs', cell: 'C12' };

export const columns = [
  // @ts-expect-error a column that the tab does not have
  row.read('targett'),
  // @ts-expect-error a column of another tab
  row.read('effective_from'),
  // @ts-expect-error a number is not a text
  row.read('target').trim(),
  // @ts-expect-error a text has no number
  row.number('owner', undefined),
  // @ts-expect-error a number has no first day
  row.firstDay('target'),
  // @ts-expect-error the choices of Kind have no such code
  row.read('kind') === 'grow',
  // @ts-expect-error the choices of State are no shapes of a plan
  row.read('state') satisfies Kpi['planShape'] | null,
  // @ts-expect-error a column that is not there has no place
  row.place('tolerence'),
];

export const findings = [
  // @ts-expect-error there is no such code
  newIssue('E_NOTHING', place, {}),
  // @ts-expect-error `received` is left out
  newIssue('E_TOLERANCE', place, {}),
  // @ts-expect-error it is called `kpi`
  newIssue('E_RANGE', place, { kpy: 'Revenue' }),
  // @ts-expect-error a day is no text: each language writes it its own way
  newIssue('W_FUTURE', place, { kpi: 'Fair', date: '2026-03-31' }),
  // @ts-expect-error a word of a language is no detail: the tab goes by its id
  newIssue('E_TAB_MISSING', place, { missing: 'KPIs' }),
  // @ts-expect-error a column goes by an id of its own tab
  newIssue('E_HEADER', place, { columns: { tab: 'kpis', columns: ['effective_from'] } }),
  // @ts-expect-error the details of another code
  row.report('E_BOUNDS', { kpi: 'Revenue' }, 'target'),
  // @ts-expect-error the column is not one of the row's
  row.note('E_WEIGHT', { received: { typed: -1 } }, 'wieght'),
  // @ts-expect-error errors are codes
  { ...kpi, errors: ['E_NOTHING'] } satisfies Kpi,
];

type Group = { E_ONE: { kpi: string }; E_TWO: { goal: string } };
const one = { text: '{kpi} is one.', fix: 'Do {kpi}.' } as const;
const two = { text: '{goal} is two.', fix: 'Do {goal}.' } as const;

export const sentences = [
  issueSentences<Group>()({ E_ONE: one, E_TWO: two }),
  // @ts-expect-error E_TWO has no sentences
  issueSentences<Group>()({ E_ONE: one }),
  // @ts-expect-error E_TWO carries no `kpi`
  issueSentences<Group>()({ E_ONE: one, E_TWO: one }),
  // @ts-expect-error there is no E_THREE
  issueSentences<Group>()({ E_ONE: one, E_TWO: two, E_THREE: two }),
  // @ts-expect-error the sentence of a failure needs to know the tab
  failureText('TAB_EXISTS', {}, 'en'),
];

declare const tabs: TabWords;
declare const kpiColumns: TabWords['kpis']['columns'];
declare const choices: ChoiceWords;
declare const settings: SettingWords;
const { target: _target, ...withoutTarget } = kpiColumns;
const { sum: _sum, ...withoutSum } = choices.aggregation;
const { currency: _currency, ...withoutCurrency } = settings;
const surplus = { names: ['Mood'], help: 'How it feels.' } as const;

export const words = [
  // @ts-expect-error a column without words
  withoutTarget satisfies TabWords['kpis']['columns'],
  // @ts-expect-error words of a column that is not there
  { ...tabs.people.columns, mood: surplus } satisfies TabWords['people']['columns'],
  // @ts-expect-error a choice without words
  withoutSum satisfies ChoiceWords['aggregation'],
  // @ts-expect-error a setting without words
  withoutCurrency satisfies SettingWords,
  // @ts-expect-error a language that is left out
  { en: tabs } satisfies InEachLanguage<TabWords>,
  // @ts-expect-error a word for a column that is not there
  columnName('kpis', 'mood', 'en'),
  // @ts-expect-error a word for a choice that is not there
  choiceName('aggregation', 'mode', 'en'),
  // @ts-expect-error a word for a setting that is not there
  settingWords('mood', 'en'),
  // @ts-expect-error a language that Koers does not speak
  settingWords('currency', 'fr'),
];

export const layouts = [
  tab('people', 'day_one', { name: text }),
  // @ts-expect-error there is no such tab
  tab('moods', 'day_one', { name: text }),
  // @ts-expect-error there is no such list of choices
  choice('mood'),
  // @ts-expect-error nothing can refer to a tab that is not there
  refersTo('moods'),
];

const figures = fieldsIn('figures');
const ALONE = onlyOne('kpi_key');
const weight = figures.number(ALONE, ({ kpi }: KpiResult) => kpi.weight);

export const fields = [
  { weight } satisfies Columns<KpiResult>,
  // @ts-expect-error a field that no language has words for
  { weihgt: weight } satisfies Columns<KpiResult>,
  // @ts-expect-error a field without a cell
  figures.number(ALONE),
  // @ts-expect-error a field that does not say how its rows come together
  figures.number(({ kpi }: KpiResult) => kpi.weight),
  // @ts-expect-error a whole evaluation is no cell
  figures.number(ALONE, ({ evaluation }: KpiResult) => evaluation),
  // @ts-expect-error a quantity is no cell: its value is, or its reason
  figures.number(ALONE, ({ evaluation }: KpiResult) => evaluation.target),
  // @ts-expect-error a group that has no words
  fieldsIn('mood'),
  // @ts-expect-error money of a field that is not there
  figures.money(ALONE, 'weihgt'),
  // @ts-expect-error a chart cannot begin with a field that is not there
  { columns: { weight }, hidden: {}, defaults: ['kpi', 'mood'] } satisfies ResultTable<KpiResult>,
  // @ts-expect-error there is no such table
  fieldsOf('moods', { language: 'en', guard: 'case', currency: 'EUR' }),
];
