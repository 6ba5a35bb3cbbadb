import { openWorkbook } from '../../../src/preview/open-workbook.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { OWNER } from '../../support/emulated-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';
import { figures, type Scenario, tryFaults } from './fault-matrix.ts';

const SMALL = 'small-workbook-0123456789';
const SHOP = 'web-shop-0123456789';

type Ports = ReturnType<typeof memoryPorts>;

/** Two months of history, a note of Koers, and a KPI that has no id yet. */
function withHistory() {
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

/** The example without Today, recalculated the day before. */
function webShop() {
  const { tabs } = openWorkbook('examples/web-shop.xlsx', {
    id: SHOP,
    owner: OWNER,
    today: '2026-02-15',
  });
  const book = memoryWorkbook({ fileId: SHOP });
  for (const { title, rows } of tabs) {
    const cells = rows.map((row) => Array.from(row ?? [], (cell) => cell?.value ?? null));
    book.addTab(
      title,
      cells.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell))),
    );
  }
  recalculate(memoryPorts(book, morningOf('2026-02-15')), SHOP, 'menu');
  return { book, fileId: SHOP, ports: () => memoryPorts(book, morningOf('2026-02-16')) };
}

/** What asks a service of Google; the clock and the compression are tried on the small workbook. */
const isService = (call: string): boolean => /^(reader|writer|lock)\./.test(call);

const SCENARIOS: readonly (readonly [string, () => Scenario<Ports>])[] = [
  [
    'recalculate, with history',
    () => ({ ...withHistory(), run: (ports) => recalculate(ports, SMALL, 'menu') }),
  ],
  [
    'recalculate on a schedule, with history',
    () => ({
      ...withHistory(),
      run: (ports) => recalculate(ports, SMALL, 'schedule'),
      tries: isService,
    }),
  ],
  [
    'recalculate, the web shop without Today',
    () => ({
      ...webShop(),
      run: (ports) => recalculate(ports, SHOP, 'menu'),
      tries: isService,
    }),
  ],
];

test.each(SCENARIOS)('%s: nothing is lost whatever fails at any call', (name, scenario) => {
  const result = tryFaults(scenario());
  console.info(figures(name, result));
  expect(result.broken).toEqual([]);
});
