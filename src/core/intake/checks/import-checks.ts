import type { FactBuffer } from '../figures/fact-buffer.ts';
import { cellOfFact, placeOfFact } from '../figures/fact-buffer.ts';
import { type Check, type CheckInput, measuresFor } from './check-input.ts';

/** So many rows that stand twice are no chance, when they are a tenth of all as well. */
const FEWEST_REPEATED = 5;
const REPEATED_SHARE = 0.1;

/** An import that was pasted twice: rows of totals that stand there a second time, cell by cell. */
function checkRepeatedRows({ facts, measures, context }: CheckInput): void {
  const isTotal = measuresFor(
    measures,
    ({ aggregation }) => aggregation === 'sum' || aggregation === 'count',
  );
  if (isTotal === null) return;
  // Rows that are the same fall into the same sample, so a part tells whether to look at all.
  let oneIn = 1;
  while (oneIn * SAMPLE < facts.length) oneIn *= 2;
  if (oneIn > 1 && repeatedRows(facts, isTotal, oneIn).every((found) => found === null)) return;
  repeatedRows(facts, isTotal, 1).forEach((found, position) => {
    if (found === null) return;
    const { name: measure, unit } = measures[position];
    context.issues.add('W_REPEATED_ROWS', placeOfFact(facts, found.fact), {
      measure,
      count: found.count,
      other: placeOfFact(facts, found.other).cell ?? '',
      sum: { amount: found.amount, unit },
    });
  });
}

/** So many facts are compared before all are. */
const SAMPLE = 2000;

interface Repeated {
  /** The first repeated row, and the one that it repeats. */
  readonly fact: number;
  readonly other: number;
  readonly count: number;
  readonly amount: number;
}

/** By position of a measure what is repeated among one in so many facts; null for too little. */
function repeatedRows(facts: FactBuffer, isTotal: Uint8Array, oneIn: number): (Repeated | null)[] {
  const { measure, channel, day, value, recordedAt, length } = facts;
  const alike = new Map<number, number[]>();
  const rowCounts = Array.from(isTotal, () => 0);
  for (let fact = 0; fact < length; fact++) {
    if (isTotal[measure[fact]] === 0) continue;
    const series = Math.imul(day[fact] * 512 + measure[fact] * 8 + channel[fact], 0x9e3779b1);
    if (((series >>> 16) & (oneIn - 1)) !== 0 || recordedAt[fact] !== 0) continue;
    rowCounts[measure[fact]]++;
    const hash = series ^ Math.imul((value[fact] * 1000) | 0, 19_349_663);
    const before = alike.get(hash);
    if (before === undefined) alike.set(hash, [fact]);
    else before.push(fact);
  }
  const found = rowCounts.map((): Repeated | null => null);
  for (const some of alike.values()) {
    if (some.length > 1) noteRepeated(some, facts, found);
  }
  return found.map((own, position) => {
    const fewest = oneIn > 1 ? 1 : FEWEST_REPEATED;
    const isEnough =
      own !== null && own.count >= Math.max(fewest, REPEATED_SHARE * rowCounts[position]);
    return isEnough ? own : null;
  });
}

/** Of facts that look alike those whose whole rows are the same, added to what was found. */
function noteRepeated(
  some: readonly number[],
  facts: FactBuffer,
  found: (Repeated | null)[],
): void {
  const seen = new Map<string, number>();
  for (const fact of some) {
    const position = facts.measure[fact];
    const cells = `${position}|${cellsOfRow(facts, fact)}`;
    const other = seen.get(cells);
    if (other === undefined) {
      seen.set(cells, fact);
      continue;
    }
    const own = found[position];
    const first = own === null || fact < own.fact ? { fact, other } : own;
    found[position] = {
      fact: first.fact,
      other: first.other,
      count: (own?.count ?? 0) + 1,
      amount: (own?.amount ?? 0) + facts.value[fact],
    };
  }
}

/** All that stands in a fact's row of its tab. */
function cellsOfRow(facts: FactBuffer, fact: number): string {
  const { sheet, column, row } = cellOfFact(facts, fact);
  return `${sheet.name}|${column}|${sheet.columns.map((cells) => String(cells[row] ?? '')).join('|')}`;
}

/** So many numbers of exactly three decimals are no chance. */
const FEWEST_LOST = 3;
/** So many more with fewer decimals, and they are what they seem. */
const MOST_OTHERS = 20;

/** "1,342" that a spreadsheet with decimal commas took for 1.342, among whole numbers below 1,000. */
function checkThousandsLost({ facts, measures, context }: CheckInput): void {
  const isMeant = measuresFor(
    measures,
    ({ unit, formula }) => formula === null && unit.kind !== 'percent' && unit.kind !== 'points',
  );
  if (isMeant === null) return;
  const lost = measures.map(() => 0);
  const others = measures.map(() => 0);
  const firsts = measures.map(() => -1);
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (isMeant[position] === 0) continue;
    const size = Math.abs(facts.value[fact]);
    if (Number.isInteger(size) && size < 1000) continue;
    const thousandfold = size * 1000;
    const isThree = Math.abs(thousandfold - Math.round(thousandfold)) < 1e-6;
    if (size < 1 || size >= 1000 || !isThree) isMeant[position] = 0;
    else if (Math.round(thousandfold) % 10 === 0) {
      if (++others[position] > lost[position] + MOST_OTHERS) isMeant[position] = 0;
    } else {
      lost[position]++;
      if (firsts[position] === -1) firsts[position] = fact;
    }
  }
  measures.forEach(({ name: measure }, position) => {
    // Of whole thousands one in ten ends in a zero, which no number shows behind its mark.
    const isLost = lost[position] >= FEWEST_LOST && lost[position] >= 3 * others[position];
    if (isMeant[position] === 0 || !isLost) return;
    const typed = facts.value[firsts[position]];
    context.issues.add('W_THOUSANDS_LOST', placeOfFact(facts, firsts[position]), {
      measure,
      received: { typed },
      meant: { typed: Math.round(typed * 1000) },
      count: lost[position],
    });
  });
}

export const IMPORT_CHECKS: readonly Check[] = [checkRepeatedRows, checkThousandsLost];
