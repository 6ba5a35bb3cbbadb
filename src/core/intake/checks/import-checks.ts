import { groupBy } from '../../model/group-by.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { FactBuffer } from '../figures/fact-buffer.ts';
import { cellOfFact, placeOfFact, rowOfFact } from '../figures/fact-buffer.ts';
import { ask, type Check, type CheckInput, measuresFor } from './check-input.ts';

/** So many rows that stand twice are no chance, when they are a tenth of all as well. */
const FEWEST_REPEATED = 5;
const REPEATED_SHARE = 0.1;
/** So many of them in one stretch are a copy of it. */
const MOST_OF_COPY = 0.9;

/**
 * An import that was pasted twice: rows of totals that stand there a second time, cell by cell. As
 * a block, or every one of them, that is no chance, and nothing is judged until somebody says so.
 */
function checkRepeatedRows(input: CheckInput): void {
  const { facts, measures, context } = input;
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
    const { count, isBlock } = found;
    const other = placeOfFact(facts, found.other).cell ?? '';
    const details = { measure, count, other, sum: { amount: found.amount, unit } };
    const place = placeOfFact(facts, found.fact);
    const judged = isBlock ? judgedBy(input, position) : [];
    for (const kpi of judged) {
      context.issues.add('E_REPEATED_ROWS', place, details, { kpiId: kpi.id });
      ask(input, kpi, 'E_REPEATED_ROWS');
    }
    if (judged.length === 0) context.issues.add('W_REPEATED_ROWS', place, details);
  });
}

/** The KPIs on a measure that get a colour. */
const judgedBy = ({ kpis, measures }: CheckInput, position: number): Kpi[] =>
  kpis.filter(({ measureId, type }) => measureId === measures[position].id && type !== 'track');

/** So many facts are compared before all are. */
const SAMPLE = 2000;

interface Repeated {
  /** The first repeated row, and the one that it repeats. */
  readonly fact: number;
  readonly other: number;
  readonly count: number;
  readonly amount: number;
  /** How many of them stand so many rows below the first. */
  readonly below: Map<number, number>;
  /** They stand there as they stood first, one after the other, or every row stands twice. */
  readonly isBlock: boolean;
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
    return isEnough ? { ...own, isBlock: isPasted(own, rowCounts[position]) } : null;
  });
}

/** Two that are alike by chance stand anywhere; a copy stands below what it repeats, row for row. */
function isPasted({ count, below }: Repeated, rowCount: number): boolean {
  if (count * 2 === rowCount) return true;
  const most = [...below].reduce((best, own) => (own[1] > best[1] ? own : best));
  return most[1] >= FEWEST_REPEATED && most[1] >= MOST_OF_COPY * count && most[0] >= most[1];
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
    const below = own?.below ?? new Map<number, number>();
    const distance = rowOfFact(facts, fact) - rowOfFact(facts, other);
    below.set(distance, (below.get(distance) ?? 0) + 1);
    found[position] = {
      fact: first.fact,
      other: first.other,
      count: (own?.count ?? 0) + 1,
      amount: (own?.amount ?? 0) + facts.value[fact],
      below,
      isBlock: false,
    };
  }
}

/** So many figures that stand in a second tab are no chance, when that tab has hardly others then. */
const FEWEST_IN_TABS = 3;
const SHARE_OF_TAB = 0.9;

/** A tab that holds what another one holds: amounts of the same days, channels and sizes. */
function checkRepeatedTabs(input: CheckInput): void {
  const { facts, measures, context } = input;
  const { measure, channel, day, value, recordedAt, segments, length } = facts;
  const isAsked = inSeveralTabs(input);
  if (isAsked === null) return;
  const firstOf = new Map<string, number>();
  const keyOf = (fact: number) => `${measure[fact]}|${channel[fact]}|${day[fact]}|${value[fact]}`;
  segments.forEach(({ start, sheet }, index) => {
    const end = segments[index + 1]?.start ?? length;
    const isMeant = (fact: number) =>
      isAsked[measure[fact]] === 1 && value[fact] !== 0 && recordedAt[fact] === 0;
    const own = Array.from({ length: end - start }, (_, i) => start + i).filter(isMeant);
    const repeated = own.filter((fact) => {
      const other = firstOf.get(keyOf(fact));
      return other !== undefined && cellOfFact(facts, other).sheet !== sheet;
    });
    for (const [key, same] of groupBy(repeated, (fact) => String(measure[fact]))) {
      const position = Number(key);
      const days = same.map((fact) => day[fact]);
      const [first, last] = [
        days.reduce((a, b) => Math.min(a, b)),
        days.reduce((a, b) => Math.max(a, b)),
      ];
      const beside = own.filter(
        (fact) => measure[fact] === position && day[fact] >= first && day[fact] <= last,
      );
      if (same.length < Math.max(FEWEST_IN_TABS, SHARE_OF_TAB * beside.length)) continue;
      isAsked[position] = 0;
      const { name, unit } = measures[position];
      const other = placeOfFact(facts, firstOf.get(keyOf(same[0])) ?? same[0]);
      const details = {
        measure: name,
        count: same.length,
        other: `${other.tab}!${other.cell ?? ''}`,
        sum: { amount: same.reduce((all, fact) => all + value[fact], 0), unit },
      };
      const place = placeOfFact(facts, same[0]);
      const judged = judgedBy(input, position);
      for (const kpi of judged) {
        context.issues.add('E_REPEATED_TAB', place, details, { kpiId: kpi.id });
        ask(input, kpi, 'E_REPEATED_TAB');
      }
      if (judged.length === 0) context.issues.add('W_REPEATED_ROWS', place, details);
    }
    for (const fact of own) {
      const key = keyOf(fact);
      if (!firstOf.has(key)) firstOf.set(key, fact);
    }
  });
}

/** 1 for the totals that have figures in more than one tab; null where none has. */
function inSeveralTabs({ facts, measures }: CheckInput): Uint8Array | null {
  const { measure, segments, length } = facts;
  const tabOf = new Map<number, (typeof segments)[number]['sheet']>();
  const several = new Set<number>();
  segments.forEach(({ start, sheet }, index) => {
    const end = segments[index + 1]?.start ?? length;
    for (const position of new Set(measure.subarray(start, end))) {
      if ((tabOf.get(position) ?? sheet) !== sheet) several.add(position);
      else tabOf.set(position, sheet);
    }
  });
  return measuresFor(
    measures,
    ({ order, aggregation }) => aggregation === 'sum' && several.has(order),
  );
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

export const IMPORT_CHECKS: readonly Check[] = [
  checkRepeatedRows,
  checkRepeatedTabs,
  checkThousandsLost,
];
