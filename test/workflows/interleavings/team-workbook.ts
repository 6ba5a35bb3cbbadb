import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { serialFromDay } from '../../../src/core/model/calendar-date.ts';
import { inputTabs } from '../../../src/workflows/workbook/koers-tabs.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { on } from '../../support/sample-evaluation.ts';

export const FILE = 'shared-workbook-01234';

const serial = (iso: string): number => serialFromDay(on(iso));
const PERIOD = [serial('2026-01-01'), serial('2026-03-31')];

/** Tabs that people fill in, with the column that tells their rows apart and that of the ids. */
export const SHARED_TABS = {
  goals: { sheetId: 2, key: 'Goal', ids: 'Goal ID', names: ['Goals', 'Doelstellingen'] },
  kpis: { sheetId: 3, key: 'KPI', ids: 'KPI ID', names: ['KPIs', "KPI's"] },
  milestones: { sheetId: 4, key: 'Stop', ids: '', names: ['Milestones', 'Mijlpalen'] },
  actuals: { sheetId: 5, key: 'Value', ids: '', names: ['Actuals', 'Realisatie'] },
} as const;

export type SharedTab = keyof typeof SHARED_TABS;
export const SHARED_TAB_IDS = Object.keys(SHARED_TABS) as SharedTab[];

const PLAIN_ACTUALS = 24;

/** What one row holds, by header; blanks are left out. */
export type Row = Readonly<Record<string, WrittenCell>>;

const kpi = (name: string, kind: string, measure: string, target: number | '', id: string) =>
  [name, 'Grow', kind, measure, ...PERIOD, '', target, 'ours', id] as const;

/** Three KPIs past half their period, of which one has no id yet, as has one of the goals. */
export function sharedWorkbook(): MemoryWorkbook {
  const book = memoryWorkbook({ fileId: FILE, locale: 'en_GB' });
  book.addTab('Settings', [
    ['Setting', 'Value'],
    ['Currency', 'EUR'],
  ]);
  book.addTab('Goals', [
    ['Goal', 'Success when', 'Goal ID'],
    ['Grow', 'we grow', 'grow'],
    ['Stay', 'we stay', ''],
  ]);
  book.addTab('KPIs', [
    ['KPI', 'Goal', 'Kind', 'Measure', 'Start', 'Due', 'Last time', 'Target', 'Remark', 'KPI ID'],
    [...kpi('Visits Q1', 'add up to', 'Visits', 90_000, 'visits_q1')],
    [...kpi('Orders Q1', 'add up to', 'Orders', 5_000, 'orders_q1')],
    [...kpi('Churn', 'bring down to', 'Churn', 20, '')],
  ]);
  book.addTab('Milestones', [
    ['Stop', 'KPI', 'Date', 'Value'],
    ['Halfway Q1', 'Visits Q1', serial('2026-02-14'), 45_000],
    ['First Q1', 'Orders Q1', serial('2026-01-31'), 1_500],
  ]);
  const days = Array.from({ length: PLAIN_ACTUALS }, (_, day) => [
    PERIOD[0] + day,
    day % 2 === 0 ? 'Visits' : 'Orders',
    1_000 + day,
  ]);
  book.addTab('Actuals', [['Date', 'Measure', 'Value'], ...days]);
  book.addTab('Notes of our own', [['Milk'], ['', 'Bread']]);
  return book;
}

const titleOf = (book: MemoryWorkbook, sheetId: number): string | null =>
  book.reader.facts(FILE).tabs.find((tab) => tab.sheetId === sheetId)?.title ?? null;

/** Its present name; null when somebody deleted it. */
export const sharedTitle = (book: MemoryWorkbook, tab: SharedTab): string | null =>
  titleOf(book, SHARED_TABS[tab].sheetId);

/** Cells of a tab, row by row. */
export function cellsOf(book: MemoryWorkbook, title: string): WrittenCell[][] {
  const [columns] = book.reader.columns(FILE, [tabRange(title)]);
  const height = columns.reduce((most, cells) => Math.max(most, cells.length), 0);
  return Array.from({ length: height }, (_, row) =>
    columns.map((cells) => (cells[row] ?? '') as WrittenCell),
  );
}

export const headerRow = (cells: readonly WrittenCell[][], tab: SharedTab): number =>
  cells.findIndex((row) => row.includes(SHARED_TABS[tab].key));

/** Rows below the header, by header, and the texts above it. */
export function rowsOf(
  book: MemoryWorkbook,
  tab: SharedTab,
): { rows: Row[]; above: WrittenCell[] } {
  const title = sharedTitle(book, tab);
  const cells = title === null ? [] : cellsOf(book, title);
  const header = headerRow(cells, tab);
  const names = cells[header] ?? [];
  const rows = cells.slice(header + 1).flatMap((row): Row[] => {
    const filled = row.flatMap((cell, at) => (cell === '' ? [] : [[String(names[at]), cell]]));
    return filled.length === 0 ? [] : [Object.fromEntries(filled)];
  });
  return {
    rows,
    above: cells
      .slice(0, Math.max(0, header))
      .flat()
      .filter((cell) => cell !== ''),
  };
}

/** The same tabs that people fill in, in a workbook that Koers never saw. */
export function freshCopy(book: MemoryWorkbook): MemoryWorkbook {
  const copy = memoryWorkbook({ fileId: FILE, locale: 'en_GB' });
  for (const { title } of inputTabs(book.reader.facts(FILE))) {
    copy.addTab(title, cellsOf(book, title));
  }
  return copy;
}
