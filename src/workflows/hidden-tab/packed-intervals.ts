import type { StoredInterval } from '../../core/model/record.ts';
import { decodeTable, encodeTable } from '../packed-tables/encoded-table.ts';
import { type PlainCell, plainTable } from '../packed-tables/plain-table.ts';
import type { Compression } from '../ports.ts';

export function packIntervals(
  intervals: readonly StoredInterval[],
  compression: Compression,
): string {
  const columns = new Map<string, readonly PlainCell[]>([
    ['kpi_key', intervals.map(({ kpiId }) => kpiId)],
    ['start', intervals.map(({ start }) => start)],
    ['value', intervals.map(({ value }) => value)],
  ]);
  return compression.pack(encodeTable(plainTable(intervals.length, columns)));
}

/** None for what another version packed. */
export function unpackIntervals(packed: string, compression: Compression): StoredInterval[] {
  const table = decodeTable(compression.unpack(packed));
  const starts = table?.column('start') ?? [];
  const values = table?.column('value') ?? [];
  return (table?.column('kpi_key') ?? []).map((kpiId, row) => ({
    kpiId: String(kpiId),
    start: Number(starts[row]),
    value: Number(values[row]),
  }));
}
