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
