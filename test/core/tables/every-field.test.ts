import { unitLabel } from '../../../src/core/language/unit-label.ts';
import type { HistoryRow } from '../../../src/core/model/record.ts';
import { EMPTY_RECORD } from '../../../src/core/model/record.ts';
import { MILESTONE_STATUS_CODES, STATUS_CODES } from '../../../src/core/model/status.ts';
import type { Cell } from '../../../src/core/tables/part.ts';
import { TABLE_IDS, type TableId } from '../../../src/core/tables/result-tables.ts';
import { issueKey } from '../../../src/core/tables/rows/findings.ts';
import { MILESTONE_SYMBOLS, STATUS_SYMBOLS } from '../../../src/core/tables/status-symbols.ts';
import { judgedExample } from '../../support/judged-example.ts';
import { sampleHistoryRow } from '../../support/sample-evaluation.ts';
import { type ServedTable, servedTable } from '../../support/served-table.ts';

const weekAgo: HistoryRow[] = [];
const {
  sheetNames,
  workspace: shop,
  evaluation,
  issues,
} = judgedExample('web-shop.xlsx', 'nl_NL', ({ kpis }, today) => {
  weekAgo.push(...kpis.map(({ id }) => sampleHistoryRow({ kpiId: id, day: today - 7 })));
  return { ...EMPTY_RECORD, history: weekAgo };
});
const { today } = evaluation;
const boardLink = 'https://script.google.com/macros/s/theekast/exec';
const workspace = { ...shop, settings: { ...shop.settings, boardLink } };

const tableOf = (id: TableId): ServedTable =>
  servedTable(id, {
    workspace,
    evaluation,
    issues,
    language: 'nl',
    recalculation: { day: today, secondsOfDay: 21_780, by: 'anna@example.com', version: '1.2' },
    history: weekAgo,
    viewDay: today,
    sheetIds: Object.fromEntries(sheetNames.map((name, at) => [name, at + 1])),
    firstSeen: Object.fromEntries(issues.map((issue) => [issueKey(issue), today - 3])),
  });

const isFilled = (cell: Cell): boolean => cell !== null && cell !== '';

const emptyFields = (id: TableId): string[] =>
  Object.entries(tableOf(id).columns)
    .filter(([, cells]) => !cells.some(isFilled))
    .map(([field]) => field);

/** What is kept free for later, and what the example has none of: a KPI of one channel. */
const EMPTY: Partial<Record<TableId, readonly string[]>> = {
  channels: ['kpi_channel'],
  resources: ['kpi_channel'],
  actions: ['kpi_channel'],
};

test.each(TABLE_IDS)('of a table %s with everything in it no field is empty in every row', (id) => {
  expect(emptyFields(id)).toEqual(EMPTY[id] ?? []);
});

const isSymbol = (text: string | undefined): boolean => text !== undefined && /^\S$/u.test(text);

test('every status has a symbol of its own, every state of a milestone one', () => {
  expect(STATUS_CODES.filter((code) => !isSymbol(STATUS_SYMBOLS[code]))).toEqual([]);
  expect(new Set(STATUS_CODES.map((code) => STATUS_SYMBOLS[code])).size).toBe(STATUS_CODES.length);
  expect(MILESTONE_STATUS_CODES.filter((code) => !isSymbol(MILESTONE_SYMBOLS[code]))).toEqual([]);
});

test.each([
  [{ kind: 'number' }, '', ''],
  [{ kind: 'percent' }, '%', '%'],
  [{ kind: 'points' }, 'points', 'punten'],
  [{ kind: 'seconds' }, 's', 's'],
  [{ kind: 'minutes' }, 'min', 'min'],
  [{ kind: 'hours' }, 'h', 'u'],
  [{ kind: 'days' }, 'days', 'dagen'],
  [{ kind: 'duration' }, 'min', 'min'],
  [{ kind: 'currency', currency: 'EUR' }, '€', '€'],
  [{ kind: 'currency', currency: 'CHF' }, 'CHF', 'CHF'],
] as const)('the unit %j reads %j and %j', (unit, english, dutch) => {
  expect([unitLabel(unit, 'en'), unitLabel(unit, 'nl')]).toEqual([english, dutch]);
});
