import type { CellPlace } from '../../../src/core/model/a1-notation.ts';
import { nextProblem } from '../../../src/workflows/guidance/next-problem.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const KPIS = "KPI's";

/** Somebody who chooses the entry again and again: where it leads, and what it says. */
function walker(book: MemoryWorkbook) {
  let at: CellPlace | null = null;
  const said: [title: string, text: string][] = [];
  const pointer = {
    at: () => at,
    goTo: (place: CellPlace) => {
      at = { tab: place.tab, cell: place.cell };
    },
    remark: (title: string, text: string) => void said.push([title, text]),
  };
  const ports = { ...memoryPorts(book, morningOf('2026-02-16')), pointer };
  return {
    said,
    next: () => {
      nextProblem(ports, FILE, 'nl');
      return at;
    },
  };
}

function withFour(): MemoryWorkbook {
  const book = smallMemoryWorkbook();
  book.editRows(KPIS, ([header, first, second]) => [
    header,
    [...first.slice(0, 1), 'Groie', ...first.slice(2)],
    second,
  ]);
  book.editRows('Mijlpalen', ([header, [stop, , date, value]]) => [
    header,
    [stop, 'Bezoekrs', date, value],
  ]);
  return book;
}

test('leads from one problem to the next, errors first, and round again', () => {
  const { next, said } = walker(withFour());
  const seen = [next(), next(), next(), next(), next()];
  expect(seen.map((place) => `${place?.tab}!${place?.cell}`)).toEqual([
    "KPI's!B2",
    "KPI's!G3",
    "KPI's!D3",
    'Mijlpalen!B2',
    "KPI's!B2",
  ]);
  expect(said.map(([title]) => title)).toEqual([
    'Probleem 1 van 4',
    'Probleem 2 van 4',
    'Probleem 3 van 4',
    'Probleem 4 van 4',
    'Probleem 1 van 4',
  ]);
  expect(said.map(([, text]) => text).join(' ')).toContain('("Groei"?)');
});

test('what is repaired is gone without a recalculation, and the end is told', () => {
  const book = smallMemoryWorkbook();
  const { next, said } = walker(book);
  expect(next()).toEqual({ tab: KPIS, cell: 'G3' });
  book.editRows(KPIS, ([header, first]) => [header, first]);
  next();
  expect(said.at(-1)).toEqual([
    'Koers',
    'Er is geen probleem meer. Adviezen staan op het tabblad Koers controles.',
  ]);
});

test('what has no cell is told on the way, not stumbled over', () => {
  const book = withFour();
  book.removeTab('Realisatie');
  const { next, said } = walker(book);
  const places = [next(), next(), next(), next(), next()].map((place) => place?.cell);
  expect(new Set(places).size).toBeGreaterThan(2);
  expect(said[0][1]).toContain('Realisatie');
});
