import { computeResults } from '../../../src/workflows/compute-results.ts';
import { NO_STORED_DATA } from '../../../src/workflows/koers-data/stored-data.ts';
import { readWorkbook } from '../../../src/workflows/recalculation/read-workbook.ts';
import { packTable, unpackTable } from '../../../src/workflows/store/cached-tables.ts';
import {
  type PlainCell,
  type PlainTable,
  plainTable,
} from '../../../src/workflows/store/plain-table.ts';
import { largeWorkbook } from '../large-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';
import { nodeCompression } from './node-compression.ts';

const ROWS = 50_000;

/** The timeline of 100 KPIs over 36 months. */
function timeline(): PlainTable {
  const book = largeWorkbook('large', 100);
  const { clock, compression } = memoryPorts(book, morningOf('2026-06-15'));
  const request = { workbookId: 'large', now: clock.now(), clock, compression, months: [] };
  const read = readWorkbook(book.reader, 'large');
  const table = computeResults(read, NO_STORED_DATA, {
    ...request,
    run: null,
    isKept: false,
  }).tables.get('timeline');
  if (table === undefined) throw new Error('no timeline');
  return table;
}

/** As many rows as asked: other KPIs with other figures, so that repetition packs nothing away. */
function repeated(table: PlainTable, rowCount: number): PlainTable {
  const times = Math.ceil(rowCount / table.rowCount);
  const columns = new Map<string, readonly PlainCell[]>();
  const isFigure =
    /^(actual|plan|target|forecast|last_year|previous|milestone_value|centre|lower|upper|signal)/;
  for (const field of table.fields) {
    const cells = table.column(field) ?? [];
    const isShare = /percent|change/.test(field) && !/raw/.test(field);
    const copies = Array.from({ length: times }, (_, copy) =>
      cells.map((cell): PlainCell => {
        if (
          typeof cell === 'number' &&
          isFigure.test(field) &&
          !isShare &&
          !/base|whole/.test(field)
        ) {
          return cell * (1 + copy);
        }
        return typeof cell === 'string' && /^kpi/.test(field) ? `${cell}_${copy}` : cell;
      }),
    );
    columns.set(field, copies.flat().slice(0, rowCount));
  }
  return plainTable(rowCount, columns);
}

describe('a timeline of 50,000 rows', () => {
  const table = repeated(timeline(), ROWS);
  const packed = packTable(table, nodeCompression);

  it('is at most five entries of 100 KB', () => {
    expect(packed.length).toBeGreaterThan(100_000);
    expect(packed.length).toBeLessThanOrEqual(5 * 100_000);
  });

  it('comes back within the equality tolerance, every column of it', () => {
    const unpacked = unpackTable(packed, nodeCompression);
    for (const field of table.fields) {
      const before = table.column(field) ?? [];
      const after = unpacked?.column(field) ?? [];
      const different = before.filter((cell, row) => {
        const other = after[row];
        if (typeof cell !== 'number' || typeof other !== 'number') return cell !== other;
        const scale = Math.max(1, Math.abs(cell));
        return Math.abs(cell - other) > (field === 'probability_to_date' ? 1e-7 : 1e-9) * scale;
      });
      expect([field, different.length]).toEqual([field, 0]);
    }
  });

  it('is unpacked in less than a third of the time that its rows would take', () => {
    const rows = Array.from({ length: table.rowCount }, (_, row) =>
      table.fields.map((field) => table.column(field)?.[row] ?? null),
    );
    const packedRows = nodeCompression.pack(JSON.stringify(rows));
    const fastest = (work: () => unknown): number =>
      Math.min(
        ...Array.from({ length: 5 }, () => {
          const start = performance.now();
          work();
          return performance.now() - start;
        }),
      );
    const own = fastest(() => unpackTable(packed, nodeCompression));
    const plain = fastest(() => JSON.parse(nodeCompression.unpack(packedRows)));
    expect(own).toBeLessThan(plain / 3);
  });
});
