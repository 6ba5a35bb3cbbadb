import { columnOf } from '../../../src/core/tables/table.ts';
import { openStoredData } from '../../../src/workflows/hidden-tab/open-stored-data.ts';
import { unpackTable } from '../../../src/workflows/packed-tables/packed-table.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const DAY = 86_400_000;

function opened() {
  const book = smallMemoryWorkbook();
  const ports = memoryPorts(book, morningOf('2026-02-15'));
  const idOf = (title: string) =>
    book.reader.facts(FILE).tabs.find((tab) => tab.title === title)?.sheetId ?? 0;
  const type = (title: string, row: number, column: number, cell: string | number | null) =>
    book.writer.apply(FILE, [
      {
        kind: 'write_cells',
        sheetId: idOf(title),
        row,
        column,
        height: 1,
        width: 1,
        rows: [[cell]],
      },
    ]);
  const run = () => {
    recalculate(ports, FILE, 'schedule');
    ports.clock.advance(DAY);
  };
  const stored = () => {
    const found = openStoredData(book.reader.facts(FILE), book.reader, ports.compression);
    if (found === null) throw new Error('no stored data');
    return found.stored;
  };
  const changes = (): string => {
    const table = unpackTable(stored().tables.changes, ports.compression);
    return table === null ? '' : JSON.stringify(columnOf(table, 'event_text'));
  };
  return { type, run, stored, changes };
}

/** Row and column, from 0, of the first KPI's measure and of the value of 1 January. */
const MEASURE = ["KPI's", 1, 3] as const;
const FIRST_VALUE = ['Realisatie', 1, 2] as const;

describe('what was frozen of a KPI', () => {
  it.each([
    [
      'its measure is misspelt',
      (type: ReturnType<typeof opened>['type'], isBack: boolean) =>
        type(...MEASURE, isBack ? 'Bezoekers' : 'Bezoekrs'),
    ],
    [
      'its figures of a day are taken away',
      (type: ReturnType<typeof opened>['type'], isBack: boolean) =>
        type(...FIRST_VALUE, isBack ? 1000 : null),
    ],
    [
      'its row is cut',
      (type: ReturnType<typeof opened>['type'], isBack: boolean) =>
        type("KPI's", 1, 7, isBack ? 'bezoekers_q1' : 'iets_anders'),
    ],
  ] as const)('outlives a run in which %s, so that a later change is told', (_what, edit) => {
    const { type, run, stored, changes } = opened();
    run();
    const frozen = stored().intervals.filter(({ kpiId }) => kpiId === 'bezoekers_q1');
    expect(frozen.length).toBeGreaterThan(10);
    edit(type, false);
    run();
    expect(stored().intervals).toEqual(expect.arrayContaining(frozen));
    edit(type, true);
    run();
    type(...FIRST_VALUE, 5000);
    run();
    expect(changes()).toContain('1 jan 2026 was 1.000 en is nu 5.000');
  });

  it('keeps the day on which something was first found', () => {
    const { type, run, stored } = opened();
    run();
    const found = Object.entries(stored().findings);
    const ofKpi = found.filter(([key]) => key.includes('hyperlink'));
    expect(ofKpi.length).toBeGreaterThan(0);
    type("KPI's", 2, 7, 'iets_anders');
    run();
    expect(Object.entries(stored().findings)).toEqual(expect.arrayContaining(ofKpi));
  });
});
