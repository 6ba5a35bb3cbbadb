import { openWorkbook } from '../../../src/preview/open-workbook.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { OWNER } from '../../support/emulated-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

export const SMALL = 'small-workbook-0123456789';

export type Ports = ReturnType<typeof memoryPorts>;

/** Two months of history, a note of Koers, and a KPI that has no id yet. */
export function withHistory() {
  const book = smallMemoryWorkbook();
  for (const day of ['2026-01-30', '2026-01-31', '2026-02-15']) {
    recalculate(memoryPorts(book, morningOf(day)), SMALL, 'menu');
  }
  book.editRows("KPI's", (rows) => [
    ...rows,
    ['Nieuw', 'Groei', 'optellen tot', 'Bezoekers', rows[1][4], rows[1][5], 700],
  ]);
  return { book, fileId: SMALL, ports: () => memoryPorts(book, morningOf('2026-02-16')) };
}

/** Before Koers wrote anything into it. */
export function neverCalculated() {
  const book = smallMemoryWorkbook();
  return { book, fileId: SMALL, ports: () => memoryPorts(book, morningOf('2026-02-15')) };
}

/** An example without Today, recalculated the day before. */
export function exampleOf(name: 'web-shop' | 'superstore') {
  const id = `${name}-0123456789`;
  const { tabs } = openWorkbook(`examples/${name}.xlsx`, {
    id,
    owner: OWNER,
    today: '2026-02-15',
  });
  const book = memoryWorkbook({ fileId: id });
  for (const { title, rows } of tabs) {
    const cells = rows.map((row) => Array.from(row ?? [], (cell) => cell?.value ?? null));
    book.addTab(
      title,
      cells.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell))),
    );
  }
  recalculate(memoryPorts(book, morningOf('2026-02-15')), id, 'menu');
  return { book, fileId: id, ports: () => memoryPorts(book, morningOf('2026-02-16')) };
}

/** What asks a service of Google; the clock and the compression are tried on the small workbook. */
const SERVICE = /^(reader|writer|lock|schedule|screen|edited)\./;
export const isService = (call: string): boolean => SERVICE.test(call);

/** KOERS_FAULTS=all tries every fault at every call of the examples, clock and compression too. */
const IS_WHOLE = process.env.KOERS_FAULTS === 'all';
/** The gate tries every fault at the write, and one in so many of those at other services. */
const ONE_IN = 4;

/** Where each try computes a large workbook; the small one has every fault at every call. */
export function someFaults(): (call: string) => boolean {
  let count = 0;
  return (call) => {
    if (IS_WHOLE || call.startsWith('writer.')) return true;
    if (!isService(call)) return false;
    count += 1;
    return count % ONE_IN === 1;
  };
}
