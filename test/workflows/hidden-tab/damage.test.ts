import { readMonths } from '../../../src/workflows/hidden-tab/data-cells.ts';
import { unpackMonth } from '../../../src/workflows/hidden-tab/kept-months.ts';
import { repairData } from '../../../src/workflows/menu/repair-data.ts';
import type { Screen } from '../../../src/workflows/ports.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import type { WrittenCell } from '../../../src/workflows/workbook-change.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const TAB = 'Koers data';
const DAY = 86_400_000;

type Rows = WrittenCell[][];

const columnsOf = (book: MemoryWorkbook) => book.reader.columns(FILE, [`'${TAB}'`])[0];

/** Days of history by month. */
function historyOf(
  book: MemoryWorkbook,
  compression: ReturnType<typeof memoryPorts>['compression'],
) {
  return Object.fromEntries(
    readMonths(columnsOf(book)).map(({ month, text }) => [
      month,
      new Set((unpackMonth(text, compression) ?? []).map(({ day }) => day)).size,
    ]),
  );
}

/** Two runs in January and one in February. */
function withHistory() {
  const book = smallMemoryWorkbook();
  const ports = memoryPorts(book, morningOf('2026-01-30'));
  for (const days of [1, 15, 1]) {
    recalculate(ports, FILE, 'menu');
    ports.clock.advance(days * DAY);
  }
  return { book, ports };
}

const rowOf = (rows: Rows, section: string): number => rows.findIndex((row) => row[0] === section);

const withCell = (rows: Rows, row: number, column: number, cell: WrittenCell): Rows =>
  rows.map((cells, at) =>
    at === row ? Object.assign([...cells], { [column]: cell }) : [...cells],
  );

const inText = (rows: Rows, row: number, column: number): Rows =>
  withCell(rows, row, column, `${String(rows[row][column]).slice(0, -3)}abc`);

const DAMAGES: readonly (readonly [string, (rows: Rows) => Rows])[] = [
  ['an old month is edited', (rows) => inText(rows, 0, 5)],
  ['the present month is edited', (rows) => inText(rows, 1, 5)],
  ['an old month is cleared', (rows) => withCell(withCell(rows, 0, 4, null), 0, 5, null)],
  ['the names of months became dates', (rows) => withCell(rows, 0, 4, 46_023)],
  ['the months changed places with another name', (rows) => withCell(rows, 0, 4, '2025-12')],
  [
    'a column is inserted',
    (rows) => rows.map((row) => [...row.slice(0, 3), null, ...row.slice(3)]),
  ],
  ['all cells are cleared', () => []],
  ['the left band is cleared', (rows) => rows.map((row) => [null, null, null, ...row.slice(3)])],
  ['the right band is cleared', (rows) => rows.map((row) => row.slice(0, 3))],
  ['a block is edited', (rows) => inText(rows, rowOf(rows, 'snapshots'), 2)],
  ['the closed figures are gone', (rows) => rows.filter(([section]) => section !== 'intervals')],
  [
    'a month stands there twice',
    (rows) => withCell(withCell(rows, 3, 4, rows[0][4]), 3, 5, rows[0][5]),
  ],
  ['rows are sorted', (rows) => [...rows].reverse()],
];

describe('damage to what Koers keeps', () => {
  it.each(DAMAGES)('is refused and changes nothing when %s', (_what, damage) => {
    const { book, ports } = withHistory();
    book.editRows(TAB, damage);
    const before = JSON.stringify(columnsOf(book));
    expect(() => recalculate(ports, FILE, 'schedule')).toThrow('Repair Koers data');
    expect(JSON.stringify(columnsOf(book))).toBe(before);
  });

  it('is refused too when the whole tab is gone', () => {
    const { book, ports } = withHistory();
    book.removeTab(TAB);
    expect(() => recalculate(ports, FILE, 'menu')).toThrow('Repair Koers data');
  });

  it('is not what one answer without cells is taken for: it is asked again', () => {
    const { book, ports } = withHistory();
    let isFirst = true;
    const columns: typeof ports.reader.columns = (fileId, ranges) => {
      const whole = ports.reader.columns(fileId, ranges);
      if (!isFirst) return whole;
      isFirst = false;
      return whole.map(() => []);
    };
    const report = recalculate({ ...ports, reader: { ...ports.reader, columns } }, FILE, 'menu');
    expect(report.kpiCount).toBe(2);
    expect(historyOf(book, ports.compression)).toEqual({ '2026-01': 2, '2026-02': 2 });
  });
});

describe('Repair Koers data', () => {
  function repaired(damage: (rows: Rows) => Rows, answer = true) {
    const { book, ports } = withHistory();
    book.editRows(TAB, damage);
    const asked: string[] = [];
    const screen: Screen = {
      tell: () => undefined,
      ask: (_title, question) => {
        asked.push(question);
        return answer;
      },
      askText: () => null,
      showLinks: () => undefined,
    };
    const said = repairData({ ...ports, screen }, FILE, 'en');
    const history = historyOf(book, ports.compression);
    return { book, ports, said, asked, history };
  }

  it.each([
    ['an old month is edited', { '2026-02': 2 }, 'History that is lost: 2026-01.'],
    ['the names of months became dates', { '2026-01': 2, '2026-02': 2 }, 'Nothing else is lost.'],
    ['a column is inserted', { '2026-01': 2, '2026-02': 2 }, 'Nothing else is lost.'],
    ['a block is edited', { '2026-01': 2, '2026-02': 2 }, 'Lost: how closed KPIs ended.'],
    [
      'the left band is cleared',
      { '2026-01': 2, '2026-02': 2 },
      'closed figures as they were first seen',
    ],
    ['all cells are cleared', { '2026-02': 1 }, 'No month of the history is whole.'],
  ])('keeps what is whole and says what is lost when %s', (what, history, sentence) => {
    const damage = DAMAGES.find(([own]) => own === what)?.[1] ?? ((rows: Rows) => rows);
    const result = repaired(damage);
    expect(result.history).toEqual(history);
    expect(result.asked[0]).toContain(sentence);
    expect(result.said).toContain('Repaired');
    expect(recalculate(result.ports, FILE, 'menu').kpiCount).toBe(2);
  });

  it('changes nothing when the person says no', () => {
    const { book, ports, said } = repaired(DAMAGES[0][1], false);
    expect(said).toBe('');
    expect(() => recalculate(ports, FILE, 'menu')).toThrow('Repair Koers data');
    expect(columnsOf(book)).toBeDefined();
  });

  it('writes nothing, and says why, when less is whole than the person agreed to', () => {
    const { book, ports } = withHistory();
    book.editRows(TAB, DAMAGES[0][1]);
    const cells = () => JSON.stringify(columnsOf(book));
    let kept = '';
    const ask = () => {
      book.editRows(TAB, (rows) => inText(rows, rowOf(rows, 'snapshots'), 2));
      kept = cells();
      return true;
    };
    const screen: Screen = { tell: () => {}, ask, askText: () => null, showLinks: () => {} };
    const repair = () => repairData({ ...ports, screen }, FILE, 'en');
    expect(repair).toThrow('is no longer what it told you, so it wrote nothing');
    expect(cells()).toBe(kept);
  });

  it('asks nothing when all is whole', () => {
    const { asked, said } = repaired((rows) => rows);
    expect([asked, said]).toEqual([
      [],
      'The memory of Koers is whole; there is nothing to repair.',
    ]);
  });
});
