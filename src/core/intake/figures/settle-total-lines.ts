import { shown } from '../cell/cell-reading.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';
import { cellOfFact, dropFacts, type FactBuffer, placeOfFact } from './fact-buffer.ts';
import type { MeasureDictionary } from './measure-dictionary.ts';
import { beginsLikeTotal } from './total-names.ts';

/** So many rows at each end of a column are looked at: that is where lines of totals stand. */
const ROWS_AT_AN_END = 100;
/** A total may differ so much from what it adds up: it was rounded. */
const ROUNDED = 0.005;

/** A figure in a row whose words say that it is a total. */
interface TotalLine {
  readonly fact: number;
  readonly words: string;
  /** What came above it, up to the total line before. */
  readonly above: number;
}

/** The total lines of a column, and what its other rows come to. */
interface Column {
  readonly lines: readonly TotalLine[];
  readonly ofMeasure: ReadonlyMap<number, number>;
  readonly ofDay: ReadonlyMap<string, number>;
}

/**
 * "Total: Search" beside a date, with the sum of other rows, would count once more. What is a total
 * by its words and by what it adds up to, wherever these words stand, is left out, with its row and a
 * finding; a client called Total is neither.
 */
export function settleTotalLines(
  facts: FactBuffer,
  { measures }: MeasureDictionary,
  context: ReadContext,
): void {
  const dropped = new Uint8Array(facts.length);
  const isSum = measures.map(({ aggregation }) => aggregation === 'sum');
  facts.segments.forEach(({ start }, index) => {
    const end = facts.segments[index + 1]?.start ?? facts.length;
    if (!endsWithTotals(facts, isSum, start, end)) return;
    const column = columnOf(facts, isSum, start, end);
    const isSure = (line: TotalLine) => addsUp(facts, line, column);
    const doubted = new Set(column.lines.filter((line) => !isSure(line)).map(({ words }) => words));
    for (const { fact, words } of column.lines) {
      if (doubted.has(words)) continue;
      dropped[fact] = 1;
      const { name, unit } = measures[facts.measure[fact]];
      context.issues.add('W_TOTAL_LINE', placeOfFact(facts, fact), {
        measure: name,
        received: words,
        amount: { amount: facts.value[fact], unit },
      });
    }
  });
  if (!dropped.includes(1)) return;
  dropRows(facts, dropped);
  dropFacts(facts, dropped);
}

/** Whether there is a total line at either end, so that it pays to look at all rows. */
function endsWithTotals(
  facts: FactBuffer,
  isSum: readonly boolean[],
  start: number,
  end: number,
): boolean {
  for (let fact = start; fact < end; fact++) {
    if (fact === start + ROWS_AT_AN_END) fact = Math.max(fact, end - ROWS_AT_AN_END);
    if (isSum[facts.measure[fact]] && totalWords(facts, fact) !== null) return true;
  }
  return false;
}

/** The words of a fact's row that say it is a total, unless they are its channel; null without. */
function totalWords(facts: FactBuffer, fact: number): string | null {
  const { sheet, row } = cellOfFact(facts, fact);
  const channel = facts.channels[facts.channel[fact]];
  for (const column of sheet.columns) {
    const cell = column[row];
    if (typeof cell === 'string' && beginsLikeTotal(cell) && cell.trim() !== channel) {
      return shown(cell);
    }
  }
  return null;
}

const dayKey = ({ measure, day }: FactBuffer, fact: number): string =>
  `${measure[fact]}|${day[fact]}`;

function columnOf(
  facts: FactBuffer,
  isSum: readonly boolean[],
  start: number,
  end: number,
): Column {
  const { measure, value } = facts;
  const lines: TotalLine[] = [];
  const ofMeasure = new Map<number, number>();
  const ofDay = new Map<string, number>();
  const above = new Map<number, number>();
  for (let fact = start; fact < end; fact++) {
    const position = measure[fact];
    if (!isSum[position]) continue;
    const words = totalWords(facts, fact);
    if (words !== null) {
      lines.push({ fact, words, above: above.get(position) ?? 0 });
      above.set(position, 0);
      continue;
    }
    ofMeasure.set(position, (ofMeasure.get(position) ?? 0) + value[fact]);
    above.set(position, (above.get(position) ?? 0) + value[fact]);
    const key = dayKey(facts, fact);
    ofDay.set(key, (ofDay.get(key) ?? 0) + value[fact]);
  }
  return { lines, ofMeasure, ofDay };
}

/** The rows of its day add up to it, all rows do, or those since the total line above it. */
function addsUp(
  facts: FactBuffer,
  { fact, above }: TotalLine,
  { ofMeasure, ofDay }: Column,
): boolean {
  const own = facts.value[fact];
  const sums = [ofDay.get(dayKey(facts, fact)), ofMeasure.get(facts.measure[fact]), above];
  return sums.some((sum = 0) => sum !== 0 && Math.abs(sum - own) <= ROUNDED * Math.abs(sum));
}

/** What else is read of these rows is no figure either. */
function dropRows(facts: FactBuffer, dropped: Uint8Array): void {
  const rowsOf = new Map<SheetInput, Set<number>>();
  dropped.forEach((isDropped, fact) => {
    if (isDropped === 0) return;
    const { sheet, row } = cellOfFact(facts, fact);
    rowsOf.set(sheet, (rowsOf.get(sheet) ?? new Set()).add(row));
  });
  for (let fact = 0; fact < facts.length; fact++) {
    const { sheet, row } = cellOfFact(facts, fact);
    if (rowsOf.get(sheet)?.has(row)) dropped[fact] = 1;
  }
}
