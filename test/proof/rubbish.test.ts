import * as fc from 'fast-check';
import type { FormatClass, SheetInput } from '../../src/core/intake/sheet/sheet-input.ts';
import { describeIssue } from '../../src/core/language/describe-issue.ts';
import {
  choiceNames,
  columnName,
  settingWords,
  tabName,
} from '../../src/core/language/tab-words.ts';
import { CHOICES, type ChoiceListId } from '../../src/core/layout/choices.ts';
import { SETTING_IDS } from '../../src/core/layout/settings.ts';
import { columnEntries } from '../../src/core/layout/sheet-layout.ts';
import { TAB_IDS, type TabId } from '../../src/core/layout/tab-layout.ts';
import { day, readSheets, serial } from '../core/intake/sheet-of-rows.ts';

const LISTS = Object.keys(CHOICES) as ChoiceListId[]; // SAFETY: the keys of that record.

/** Cells that people, imports and other programs leave behind, and some that nobody should. */
const NASTY: readonly unknown[] = [
  '',
  ' ',
  '\u00a0',
  null,
  undefined,
  true,
  false,
  0,
  -0,
  1,
  -1,
  2.4,
  100,
  2026,
  202602,
  20260214,
  46054,
  46054.5,
  1e15,
  1e308,
  -1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '#REF!',
  '#N/A',
  '#DIV/0!',
  'Loading…',
  'Laden...',
  '=1+1',
  '1.234',
  '1,234',
  '1.234,5',
  '12%',
  '€ 5',
  '2026-02',
  '2026 W07',
  'Q1 2026',
  'Q9 2026',
  '31-02-2026',
  '03/04/2026',
  'feb 2026',
  '14 feb 2026',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'Revenue',
  'revenue',
  'Whole',
  'whole',
  'a / b',
  '[Revenue] * 100',
  '((((',
  'ja',
  'x',
  '✓',
  '≥',
  'a'.repeat(5000),
  '😀',
  'ß',
  '\u0000',
  '\ud800',
  {},
  [],
  ...LISTS.flatMap((list) => choiceNames(list, 'nl')),
  ...SETTING_IDS.map((id) => settingWords(id, 'en').names[0]),
];

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const formats: readonly FormatClass[] = ['general', 'percent', 'date', 'duration', 'text'];

/** A header as it should be, whole rows, then rubbish below in every column. */
function tabOfRubbish(
  tab: TabId,
  whole: readonly Readonly<Record<string, unknown>>[],
  rubbish: readonly unknown[],
): SheetInput {
  const known = columnEntries(tab);
  const width = known.length;
  const columns = known.map(([id], column) => [
    columnName(tab, id, 'en'),
    ...whole.map((row) => row[id] ?? ''),
    ...rubbish.filter((_, index) => index % width === column),
  ]);
  // Formats tell of the rubbish only: what is whole has shown what it is.
  const first = whole.length + 1;
  return {
    name: tabName(tab, 'en'),
    columns,
    formats: columns.map((column, index) => ({
      usual: 'general',
      except: Object.fromEntries(
        column.slice(first).map((_, row) => [row + first, formats[(row + index) % formats.length]]),
      ),
    })),
  };
}

const WHOLE: Readonly<Partial<Record<TabId, readonly Readonly<Record<string, unknown>>[]>>> = {
  measures: [
    { name: 'Whole revenue', unit: 'EUR', adds_up: 'sum', cadence: 'month', id: 'whole_revenue' },
  ],
  kpis: [
    {
      name: 'Whole one',
      kind: 'add up to',
      measure: 'Whole revenue',
      start: serial('2026-01-01'),
      due: serial('2026-03-31'),
      target: 200,
      id: 'whole_one',
    },
    {
      name: 'Whole two',
      kind: 'done by',
      start: serial('2026-01-01'),
      due: serial('2026-05-31'),
      id: 'whole_two',
    },
  ],
  actuals: [{ date: serial('2026-01-31'), measure: 'Whole revenue', value: 60 }],
};

function readRubbish(cells: readonly unknown[]) {
  const perTab = Math.ceil(cells.length / TAB_IDS.length);
  const sheets = TAB_IDS.map((tab, index) =>
    tabOfRubbish(tab, WHOLE[tab] ?? [], cells.slice(index * perTab, (index + 1) * perTab)),
  );
  return readSheets(sheets, { locale: 'nl_NL' });
}

function expectWhole(read: ReturnType<typeof readRubbish>): void {
  const kpi = (id: string) => read.workspace.kpis.find((candidate) => candidate.id === id);
  expect(kpi('whole_one')).toMatchObject({
    measureId: 'whole_revenue',
    type: 'reach',
    target: 200,
    start: day('2026-01-01'),
    due: day('2026-03-31'),
    errors: [],
  });
  expect(kpi('whole_two')).toMatchObject({ type: 'done', errors: [] });
  const { measurements } = read.workspace;
  expect(measurements.measureIds[measurements.measure[0]]).toBe('whole_revenue');
  expect([measurements.value[0], measurements.day[0]]).toEqual([60, day('2026-01-31')]);
  expect(Array.from(measurements.value).every(Number.isFinite)).toBe(true);
  const sentences = read.issues.flatMap((issue) =>
    (['en', 'nl'] as const).map((language) => {
      const { text, fix } = describeIssue(issue, language);
      return `${issue.place.tab}: ${text} ${fix}`;
    }),
  );
  expect(sentences.filter((sentence) => /undefined|NaN-|^:|: {2}/.test(sentence))).toEqual([]);
}

test('whatever stands in the tabs, it never throws and every whole KPI is read', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 150, maxLength: 450 }), (cells) => {
      expectWhole(readRubbish(cells));
    }),
    { numRuns: 25 },
  );
});

test('10,000 random cells in every tab as well', () => {
  const sample = fc.sample(cell, { numRuns: 10_000 * TAB_IDS.length, seed: 42 });
  const read = readRubbish(sample);
  expectWhole(read);
  expect(read.issues.length).toBeGreaterThan(500);
  expect(read.issues.length).toBeLessThan(10_000);
});

test('a tab of nothing but rubbish, its header included, is told and leaves the others whole', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 40 }), { maxLength: 12 }), (columns) => {
      const sheets = TAB_IDS.map((tab) =>
        WHOLE[tab] === undefined
          ? { name: tabName(tab, 'nl'), columns }
          : tabOfRubbish(tab, WHOLE[tab], []),
      );
      expectWhole(
        readSheets([...sheets, { name: 'Realisatie rommel', columns }], { locale: 'nl_NL' }),
      );
    }),
    { numRuns: 60 },
  );
});
