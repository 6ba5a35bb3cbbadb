import { type Day, isoDate } from '../../core/model/calendar-date.ts';
import type { HistoryRow } from '../../core/model/record.ts';
import type { StatusCode } from '../../core/model/status.ts';
import { contentHash } from '../packed-tables/chunks.ts';
import { decodeTable, encodeTable } from '../packed-tables/encoded-table.ts';
import { type PlainCell, type PlainTable, plainTable } from '../packed-tables/plain-table.ts';
import type { Compression } from '../ports.ts';

/** Columns of the kept months. */
const NUMBERS = ['actual', 'target', 'plan', 'progress', 'paceIndex', 'forecast'] as const;

export const monthOf = (day: Day): string => isoDate(day).slice(0, 7);

/** By KPI and then day, so that the text packs small and a second run writes the same text. */
const inOrder = (a: HistoryRow, b: HistoryRow): number =>
  a.kpiId === b.kpiId ? a.day - b.day : a.kpiId < b.kpiId ? -1 : 1;

/** The rows of a month with those of one day in place of what was there for that day. */
export function withDay(
  rows: readonly HistoryRow[],
  day: Day,
  ofDay: readonly HistoryRow[],
): HistoryRow[] {
  return [...rows.filter((row) => row.day !== day), ...ofDay].sort(inOrder);
}

export function packMonth(rows: readonly HistoryRow[], compression: Compression): string {
  const columns = new Map<string, readonly PlainCell[]>([
    ['kpi_key', rows.map(({ kpiId }) => kpiId)],
    ['day', rows.map(({ day }) => day)],
    ['status', rows.map(({ status }) => status)],
  ]);
  for (const name of NUMBERS) {
    columns.set(
      name,
      rows.map((row) => row[name]),
    );
  }
  const packed = compression.pack(encodeTable(plainTable(rows.length, columns)));
  return `${contentHash(packed)}:${packed}`;
}

const numberAt = (table: PlainTable, field: string, row: number): number | null => {
  const cell = table.column(field)?.[row];
  return typeof cell === 'number' ? cell : null;
};

/** Every row kept, of every month that is whole. */
export const readHistory = (
  months: readonly { readonly text: string }[],
  compression: Compression,
): HistoryRow[] => months.flatMap(({ text }) => unpackMonth(text, compression) ?? []);

/** The rows of a packed month; null for a text that was changed by hand. */
export function unpackMonth(text: string, compression: Compression): HistoryRow[] | null {
  const [hash, packed = ''] = text.split(':');
  const table = contentHash(packed) === hash ? decodeTable(compression.unpack(packed)) : null;
  if (table === null) return null;
  return Array.from({ length: table.rowCount }, (_, row) => ({
    day: numberAt(table, 'day', row) ?? 0,
    kpiId: String(table.column('kpi_key')?.[row]),
    // SAFETY: packMonth wrote a status code.
    status: table.column('status')?.[row] as StatusCode,
    actual: numberAt(table, 'actual', row),
    target: numberAt(table, 'target', row),
    plan: numberAt(table, 'plan', row),
    progress: numberAt(table, 'progress', row),
    paceIndex: numberAt(table, 'paceIndex', row),
    forecast: numberAt(table, 'forecast', row),
  }));
}
