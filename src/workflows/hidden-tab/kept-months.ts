import { type Day, isoDate } from '../../core/model/calendar-date.ts';
import { groupBy } from '../../core/model/group-by.ts';
import type { HistoryRow } from '../../core/model/record.ts';
import type { StatusCode } from '../../core/model/status.ts';
import { contentHash } from '../packed-tables/chunks.ts';
import type { Compression } from '../ports.ts';
import { packRows, unpackRows } from './packed-rows.ts';

/** Columns of the kept months; a month that was kept before one of them has none of it. */
const NUMBERS = [
  ...(['actual', 'target', 'plan', 'progress', 'paceIndex'] as const),
  ...(['forecast', 'low', 'high', 'probability'] as const),
] as const;

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
  const packed = packRows(rows, ['day', 'status', ...NUMBERS], compression);
  return `${contentHash(packed)}:${packed}`;
}

/** A month as it is kept. */
export interface PackedMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly text: string;
}

/** The newest months that fit, oldest first, and their first day; null where all of them fit. */
export function newestMonths(
  history: readonly HistoryRow[],
  mostBytes: number,
  compression: Compression,
): { readonly months: PackedMonth[]; readonly since: Day | null } {
  const newestFirst = [...groupBy(history, ({ day }) => monthOf(day))].sort(([a], [b]) =>
    a < b ? 1 : -1,
  );
  const months: PackedMonth[] = [];
  let since: Day | null = null;
  let bytes = 0;
  for (const [month, rows] of newestFirst) {
    const text = packMonth(rows, compression);
    bytes += text.length;
    if (bytes > mostBytes) return { months, since };
    months.unshift({ month, text });
    since = Math.min(...rows.map(({ day }) => day));
  }
  return { months, since: null };
}

/** Every row kept, of every month that is whole. */
export const readHistory = (
  months: readonly { readonly text: string }[],
  compression: Compression,
): HistoryRow[] => months.flatMap(({ text }) => unpackMonth(text, compression) ?? []);

/** The rows of a packed month; null for a text that was changed by hand. */
export function unpackMonth(text: string, compression: Compression): HistoryRow[] | null {
  const [hash, packed = ''] = text.split(':');
  const rows = contentHash(packed) === hash ? unpackRows(packed, compression) : null;
  if (rows === null) return null;
  return rows.kpiIds.map((kpiId, row) => ({
    day: rows.number('day', row) ?? 0,
    kpiId,
    // SAFETY: packMonth wrote a status code.
    status: rows.text('status', row) as StatusCode,
    actual: rows.number('actual', row),
    target: rows.number('target', row),
    plan: rows.number('plan', row),
    progress: rows.number('progress', row),
    paceIndex: rows.number('paceIndex', row),
    forecast: rows.number('forecast', row),
    low: rows.number('low', row),
    high: rows.number('high', row),
    probability: rows.number('probability', row),
  }));
}
