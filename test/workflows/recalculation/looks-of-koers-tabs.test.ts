import { readFileSync } from 'node:fs';
import { numberLooks } from '../../../src/workflows/recalculation/readable-tab-rows.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { sparkText } from '../../../src/workflows/recalculation/spark-text.ts';
import {
  STATUS_COLOURS,
  TONE_COLOURS,
} from '../../../src/workflows/recalculation/status-colours.ts';
import type { WorkbookChange } from '../../../src/workflows/workbook-change.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';

/** What a recalculation writes. */
function written(book: MemoryWorkbook): readonly WorkbookChange[] {
  const changes: WorkbookChange[] = [];
  const writer = {
    apply: (fileId: string, all: readonly WorkbookChange[]) => {
      changes.push(...all);
      book.writer.apply(fileId, all);
    },
  };
  recalculate({ ...memoryPorts(book, morningOf('2026-02-15')), writer }, FILE, 'menu');
  return changes;
}

const rowsOf = (book: MemoryWorkbook, title: string): unknown[][] => {
  const columns = book.reader.columns(FILE, [`'${title}'`])[0];
  return columns[0].map((_, row) => columns.map((cells) => cells[row] ?? ''));
};

describe('colours of statuses', () => {
  it('are put once into each tab that has statuses, and never into one that has any colour', () => {
    const book = smallMemoryWorkbook();
    const coloured = (changes: readonly WorkbookChange[]) =>
      new Set(changes.flatMap((own) => (own.kind === 'colour_texts' ? [own.sheetId] : []))).size;
    expect(coloured(written(book))).toBe(4);
    expect(coloured(written(book))).toBe(0);
    expect(book.reader.facts(FILE).tabs.filter(({ hasColours }) => hasColours)).toHaveLength(4);
  });

  it('are those of the board', () => {
    const css = readFileSync('src/board/board.css', 'utf8');
    const [light] = css.split('@media');
    for (const [tone, { ink, paper }] of Object.entries(TONE_COLOURS)) {
      expect(light).toContain(`--${tone}: ${ink};`);
      expect(light).toContain(`--${tone}-tint: ${paper};`);
    }
  });

  it('go by the symbol, and by the word in either language where one symbol has two colours', () => {
    const { kpi, stop } = STATUS_COLOURS;
    expect(kpi.find(({ start }) => start === '▼')?.tone).toBe('bad');
    const reached = stop.filter(({ start }) => start.startsWith('✓'));
    expect(reached.map(({ start, tone }) => [start, tone])).toEqual([
      ['✓ Reached late', 'watch'],
      ['✓ Te laat bereikt', 'watch'],
      ['✓', 'done'],
    ]);
  });
});

describe('the tabs for people', () => {
  const book = smallMemoryWorkbook();
  const changes = written(book);

  it('call a figure in words as the figure, and put symbol and word together', () => {
    const [, , header, first] = rowsOf(book, 'Koers status');
    expect(header.slice(2, 7)).toEqual(['Status', 'Verloop', 'Realisatie', 'Plan', 'Streefwaarde']);
    expect(first[2]).toBe('● Op koers');
  });

  it('show the course of each KPI as blocks of its own timeline', () => {
    const [, , header, ...rows] = rowsOf(book, 'Koers status');
    const [, , wide, ...intervals] = rowsOf(book, 'Koers tijdlijn');
    const [kpi, actual] = ['KPI', 'Realisatie'].map((name) => wide.indexOf(name));
    const own = intervals.filter((row) => row[kpi] === rows[0][header.indexOf('KPI')]);
    const values = own.map((row) => (row[actual] === '' ? null : Number(row[actual])));
    expect(rows[0][header.indexOf('Verloop')]).toBe(sparkText(values));
    expect(sparkText(values)).toMatch(/^[▁-█·]{2,16}$/);
  });

  it('name the day that Settings look from as people read it', () => {
    const past = smallMemoryWorkbook('2026-02-10');
    written(past);
    const [, second] = rowsOf(past, 'Koers status');
    expect(second[0]).toContain('Je kijkt naar de stand van 10 feb 2026 (Vandaag in Instellingen)');
  });

  it('show the way of a goal stop by stop, each with its day', () => {
    const [, , header, first] = rowsOf(book, 'Koers doelen');
    expect(first[header.indexOf('Route')]).toBe(
      '✓ Halverwege (14 feb 2026) → ● Einddatum (31 mrt 2026)',
    );
  });

  it('list milestones by date, with the days early or late', () => {
    const [, , header, ...rows] = rowsOf(book, 'Koers mijlpalen');
    const days = rows.map(([day]) => Number(day));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    const late = header.indexOf('Mijlpaal dagen te laat');
    expect(rows.map((row) => row[late])).toEqual([0, -1]);
  });

  it('lead from a finding to its cell, and from one without a cell nowhere', () => {
    const [link] = changes.flatMap((own) => (own.kind === 'link_cells' ? [own] : []));
    const [, , header, ...rows] = rowsOf(book, 'Koers controles');
    expect(link.column).toBe(header.indexOf('Cel'));
    expect(link.addresses).toHaveLength(rows.length);
    expect(link.addresses[0]).toMatch(/#gid=3&range=G3$/);
    rows.forEach((row, at) => {
      expect(link.addresses[at] === null).toBe(row[link.column] === '');
    });
  });
});

describe('numbers', () => {
  const keys = ['a', 'a', 'b', 'b', 'c', 'd'];
  const looks = (cells: (number | null)[], percents: string[] = []) =>
    numberLooks(
      cells,
      4,
      (row) => keys[row],
      (row) => percents.includes(keys[row]),
    ).map(({ firstRow, endRow, look }) => [firstRow, endRow, look]);

  it('are whole without a decimal mark, where all of their KPI are, zero and losses too', () => {
    expect(looks([1978, 0, -14, null, 3, 64])).toEqual([[0, 6, 'whole']]);
  });

  it('have decimals, or are percentages, KPI by KPI', () => {
    expect(looks([1978, 2.5, -14, null, 0.0231, 64], ['c'])).toEqual([
      [0, 2, 'decimal'],
      [2, 4, 'whole'],
      [4, 5, 'percent'],
      [5, 6, 'whole'],
    ]);
  });

  it('look like nothing where there are none', () => {
    expect(looks([])).toEqual([]);
  });
});
