import type { Language } from '../../core/model/workspace.ts';
import {
  blockRows,
  DATA_COLUMN_COUNT,
  HISTORY_COLUMNS,
  type MonthBlock,
  monthRows,
  RESULT_COLUMNS,
} from '../hidden-tab/data-cells.ts';
import type { PackedMonth } from '../hidden-tab/kept-months.ts';
import type { StoredData } from '../hidden-tab/stored-data.ts';
import { storedDataBlocks } from '../hidden-tab/write-stored-data.ts';
import type { Compression, WorkbookFacts } from '../ports.ts';
import { findKoersTab } from '../workbook/koers-tabs.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { readyTab } from './koers-tab-changes.ts';

/** The months with that of this run among them. */
export const withMonth = (
  months: readonly PackedMonth[],
  changed: PackedMonth | null,
): PackedMonth[] => [
  ...months.filter(({ month }) => month !== changed?.month),
  ...(changed === null ? [] : [changed]),
];

interface MonthPlace {
  readonly row: number;
  /** Rows to blank first, where the month stood before and cannot stay. */
  readonly vacated: { row: number; height: number } | null;
}

/** In place when it is the last one or still fits, else after all others. */
function placeOf(months: readonly MonthBlock[], month: string, height: number): MonthPlace {
  const end = months.reduce((most, { row, rowCount }) => Math.max(most, row + rowCount), 0);
  const present = months.find((block) => block.month === month);
  if (present === undefined) return { row: end, vacated: null };
  const isLast = present.row + present.rowCount === end;
  if (isLast || height <= present.rowCount) {
    return { row: present.row, vacated: { row: present.row, height: present.rowCount } };
  }
  return { row: end, vacated: { row: present.row, height: present.rowCount } };
}

function monthChanges(
  sheetId: number,
  rows: readonly WrittenCell[][],
  { row, vacated }: MonthPlace,
): WorkbookChange[] {
  const band = { sheetId, column: HISTORY_COLUMNS.first, width: HISTORY_COLUMNS.count };
  const blank: WorkbookChange[] =
    vacated === null ? [] : [{ kind: 'write_cells', ...band, ...vacated, rows: [] }];
  return [...blank, { kind: 'write_cells', ...band, row, height: rows.length, rows }];
}

/** The left band whole and, when there is one, the month of this run in the right band. */
export function dataTabChanges(
  facts: WorkbookFacts,
  language: Language,
  data: StoredData,
  months: readonly MonthBlock[],
  month: PackedMonth | null,
  compression: Compression,
): WorkbookChange[] {
  const results = blockRows(storedDataBlocks(data, compression));
  const historyRows = month === null ? [] : monthRows(month.month, month.text);
  const place = month === null ? null : placeOf(months, month.month, historyRows.length);
  const rowCount = Math.max(results.length, (place?.row ?? 0) + historyRows.length, 1);
  const size = { rowCount, columnCount: DATA_COLUMN_COUNT };
  const { sheetId, changes } = readyTab(facts, 'data', language, size, 0);
  const height = Math.max(rowCount, findKoersTab(facts, 'data')?.rowCount ?? 0);
  return [
    ...changes,
    {
      kind: 'write_cells',
      sheetId,
      row: 0,
      column: RESULT_COLUMNS.first,
      height,
      width: RESULT_COLUMNS.count,
      rows: results,
    },
    ...(place === null ? [] : monthChanges(sheetId, historyRows, place)),
  ];
}

/** The whole tab written anew: whatever else stands there becomes blank. */
export function repairedTabChanges(
  facts: WorkbookFacts,
  language: Language,
  data: StoredData,
  months: readonly PackedMonth[],
  month: PackedMonth | null,
  compression: Compression,
): WorkbookChange[] {
  const results = blockRows(storedDataBlocks(data, compression));
  const history = withMonth(months, month).flatMap((own) => monthRows(own.month, own.text));
  const rowCount = Math.max(results.length, history.length, 1);
  const size = { rowCount, columnCount: DATA_COLUMN_COUNT };
  const { sheetId, changes } = readyTab(facts, 'data', language, size, 0);
  const blank = new Array<WrittenCell>(HISTORY_COLUMNS.first - RESULT_COLUMNS.count).fill(null);
  const noResult = new Array<WrittenCell>(RESULT_COLUMNS.count).fill(null);
  const rows = Array.from({ length: rowCount }, (_, row) => [
    ...(results[row] ?? noResult),
    ...blank,
    ...(history[row] ?? []),
  ]);
  return [...changes, { kind: 'replace_tab', sheetId, rows }];
}
