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
  const counts = measures.map(() => 0);
  const rowCounts = measures.map(() => 0);
  const amounts = measures.map(() => 0);
  const firsts = new Map<number, { fact: number; other: number }>();
  const hasTwin = twinsOf(facts, isTotal);
  const seen = new Map<string, number>();
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    rowCounts[position]++;
    if (hasTwin[fact] === 0) continue;
    const cells = `${position}|${cellsOfRow(facts, fact)}`;
    const other = seen.get(cells);
    if (other === undefined) {
      seen.set(cells, fact);
      continue;
    }
    counts[position]++;
    amounts[position] += facts.value[fact];
    if (!firsts.has(position)) firsts.set(position, { fact, other });
  }
  for (const [position, { fact, other }] of firsts) {
    const count = counts[position];
    if (count < FEWEST_REPEATED || count < REPEATED_SHARE * rowCounts[position]) continue;
    const { name: measure, unit } = measures[position];
    context.issues.add('W_REPEATED_ROWS', placeOfFact(facts, fact), {
      measure,
      count,
      other: placeOfFact(facts, other).cell ?? '',
      sum: { amount: amounts[position], unit },
    });
  }
}

/** 1 for facts of totals that share measure, channel, day and value with another. */
function twinsOf(facts: FactBuffer, isTotal: Uint8Array): Uint8Array {
  const { measure, channel, day, value, recordedAt, length } = facts;
  const hasTwin = new Uint8Array(length);
  let size = 16;
  while (size < 2 * length) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let fact = 0; fact < length; fact++) {
    if (isTotal[measure[fact]] === 0 || recordedAt[fact] !== 0) continue;
    const mixed =
      Math.imul(day[fact], 73_856_093) ^
      Math.imul((value[fact] * 1000) | 0, 19_349_663) ^
      Math.imul(measure[fact] * 31 + channel[fact], 83_492_791);
    let slot = (mixed ^ (mixed >>> 15)) & (size - 1);
    for (; slots[slot] !== -1; slot = (slot + 1) & (size - 1)) {
      const other = slots[slot];
      const isTwin =
        day[other] === day[fact] &&
        value[other] === value[fact] &&
        measure[other] === measure[fact] &&
        channel[other] === channel[fact];
      if (!isTwin) continue;
      hasTwin[fact] = 1;
      hasTwin[other] = 1;
      break;
    }
    if (slots[slot] === -1) slots[slot] = fact;
  }
  return hasTwin;
}

/** All that stands in a fact's row of its tab. */
function cellsOfRow(facts: FactBuffer, fact: number): string {
  const { sheet, column, row } = cellOfFact(facts, fact);
  return `${sheet.name}|${column}|${sheet.columns.map((cells) => String(cells[row] ?? '')).join('|')}`;
}

/** So many numbers of exactly three decimals are no chance. */
const FEWEST_LOST = 3;

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
    else if (Math.round(thousandfold) % 10 === 0) others[position]++;
    else {
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

/** So many totals in a row, so far over the plan, look like totals so far. */
const FEWEST_RUNNING = 4;
const OVER_PLAN = 1.5;

/** Amounts that only rise and add up to far more than the plan: perhaps each is the total so far. */
function checkRunningTotals({ facts, measures, kpis, today, context }: CheckInput): void {
  const told = new Set<string>();
  for (const { measureId, channel, start, due, target } of kpis) {
    const position = measures.findIndex(({ id }) => id === measureId);
    if (position === -1 || measures[position].aggregation !== 'sum') continue;
    if (target === null || target <= 0 || channel !== null || told.has(measureId)) continue;
    const days = new Map<number, { sum: number; fact: number }>();
    for (let fact = 0; fact < facts.length; fact++) {
      const day = facts.day[fact];
      if (facts.measure[fact] !== position || day < start || day > due || day >= today) continue;
      days.set(day, { sum: (days.get(day)?.sum ?? 0) + facts.value[fact], fact });
    }
    const inOrder = [...days].sort(([a], [b]) => a - b);
    const onlyRises = inOrder.every(([, { sum }], i) => i === 0 || sum > inOrder[i - 1][1].sum);
    if (inOrder.length < FEWEST_RUNNING || !onlyRises) continue;
    const [newest, { sum: last, fact }] = inOrder[inOrder.length - 1];
    const total = inOrder.reduce((sum, [, { sum: own }]) => sum + own, 0);
    const plan = (target * (newest - start + 1)) / (due - start + 1);
    if (total <= OVER_PLAN * plan || last > OVER_PLAN * plan) continue;
    told.add(measureId);
    const { name: measure, unit } = measures[position];
    context.issues.add('W_RUNNING_TOTAL', placeOfFact(facts, fact), {
      measure,
      sum: { amount: total, unit },
      last: { amount: last, unit },
    });
  }
}

export const IMPORT_CHECKS: readonly Check[] = [
  checkRepeatedRows,
  checkThousandsLost,
  checkRunningTotals,
];
