import { anyOf } from '../../language/cell-words.ts';
import type { IssueCode } from '../../model/issue-details.ts';
import { isTimeUnit } from '../cell/read-duration.ts';
import { cellOfFact, placeOfFact, rowOfFact } from '../figures/fact-buffer.ts';
import { MOST_PER_COLUMN } from '../rows/issue-list.ts';
import { looksHundredfold, percentScaleDetails } from '../rows/number-cells.ts';
import { cellAt, formatAt } from '../sheet/sheet-input.ts';
import { type Check, type CheckInput, intervalOf, measuresFor } from './check-input.ts';

export type Tell = (fact: number) => void;

/** Lists the first findings of a check, and only counts what would not be listed anyway. */
export function tellFirst(
  code: IssueCode,
  { facts, context }: CheckInput,
  tell: Tell,
): { readonly tell: Tell; readonly close: () => void } {
  let count = 0;
  let last = 0;
  return {
    tell: (fact) => {
      last = fact;
      if (++count <= MOST_PER_COLUMN) tell(fact);
    },
    close: () => {
      const more = count - MOST_PER_COLUMN;
      if (more > 0) context.issues.addMore(code, placeOfFact(facts, last), more);
    },
  };
}

/** A percent typed as 2.4 for 2.4%. */
function checkPercentScale(input: CheckInput): void {
  const { facts, measures, context } = input;
  const isPercent = measuresFor(measures, ({ unit }) => unit.kind === 'percent');
  if (isPercent === null) return;
  const findings = tellFirst('W_PERCENT_SCALE', input, (fact) =>
    context.issues.add('W_PERCENT_SCALE', placeOfFact(facts, fact), {
      ...percentScaleDetails(facts.value[fact]),
      column: measures[facts.measure[fact]].name,
    }),
  );
  for (let fact = 0; fact < facts.length; fact++) {
    const value = facts.value[fact];
    if (isPercent[facts.measure[fact]] === 0 || Math.abs(value) <= 1) continue;
    const { sheet, column, row } = cellOfFact(facts, fact);
    if (looksHundredfold(value, cellAt(sheet, column, row), formatAt(sheet, column, row))) {
      findings.tell(fact);
    }
  }
  findings.close();
}

/** Percentages that are added up: of a rate, 2.5% twice is not 5%. One warning a measure. */
function checkPercentSums({ facts, measures, context }: CheckInput): void {
  const isMeant = measuresFor(
    measures,
    ({ unit, aggregation, formula }) =>
      unit.kind === 'percent' && aggregation === 'sum' && formula === null,
  );
  if (isMeant === null) return;
  const firsts = new Map<number, number>();
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (isMeant[position] === 0 || facts.value[fact] === 0) continue;
    const first = firsts.get(position);
    if (first === undefined) {
      firsts.set(position, fact);
      continue;
    }
    isMeant[position] = 0;
    const [one, other] = [facts.value[first], facts.value[fact]];
    const { name: measure, unit } = measures[position];
    context.issues.add('W_PERCENT_ADDED', placeOfFact(facts, fact), {
      measure,
      one: { amount: one, unit },
      other: { amount: other, unit },
      sum: { amount: one + other, unit },
    });
  }
}

/**
 * A measure that counts rows has other numbers in Value than 0 and 1, or a text that stands in
 * several rows: perhaps an amount, or one thing written down twice. One warning a measure.
 */
function checkCountValues({ facts, measures, repeatedEvents, context }: CheckInput): void {
  for (const [position, { text, place }] of repeatedEvents) {
    const details = { measure: measures[position].name, received: text };
    context.issues.add('W_COUNT_REPEATED', place, details);
  }
  const isCount = measuresFor(measures, ({ aggregation }) => aggregation === 'count');
  if (isCount === null) return;
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    const value = facts.value[fact];
    if (isCount[position] === 0 || value === 0 || value === 1) continue;
    isCount[position] = 0;
    context.issues.add('W_COUNT_VALUE', placeOfFact(facts, fact), {
      measure: measures[position].name,
      received: { typed: value },
    });
  }
}

/**
 * Cells that show a duration, or a percentage, for a measure whose unit is another one. One warning
 * a measure.
 */
function checkShownUnits({ facts, measures, context }: CheckInput): void {
  const warned = new Uint8Array(measures.length);
  facts.segments.forEach(({ start, sheet, valueColumn }, index) => {
    const format = sheet.formats?.[valueColumn];
    if (format === undefined) return;
    if (format.except === undefined && !SHOWS_UNIT.has(format.usual)) return;
    const end = facts.segments[index + 1]?.start ?? facts.length;
    for (let fact = start; fact < end; fact++) {
      const { name: measure, unit } = measures[facts.measure[fact]];
      if (warned[facts.measure[fact]] === 1) continue;
      const shows = formatAt(sheet, valueColumn, rowOfFact(facts, fact));
      const place = () => placeOfFact(facts, fact);
      if (shows === 'percent' && unit.kind === 'number') {
        warned[facts.measure[fact]] = 1;
        const typed = facts.value[fact];
        const received = `${+(typed * 100).toPrecision(6)}%`;
        context.issues.add('W_PERCENT_SHOWN', place(), { measure, received, typed: { typed } });
      }
      const isOfTime = unit.kind === 'duration' || isTimeUnit(unit.kind);
      if ((shows !== 'duration' && shows !== 'time') || isOfTime) continue;
      warned[facts.measure[fact]] = 1;
      context.issues.add('W_DURATION_UNIT', place(), { measure, unit: { unitKind: unit.kind } });
    }
  });
}

const SHOWS_UNIT: ReadonlySet<string> = new Set(['duration', 'time', 'percent']);

const COUNTS_PEOPLE = new RegExp(`\\b${anyOf(({ countedOnce }) => countedOnce)}\\b`, 'i');

/** Counts of people that are added up: over days by a sum, or finer than their own cadence. */
function checkUniqueCounts(input: CheckInput): void {
  const { facts, measures, context } = input;
  const isMeant = measuresFor(
    measures,
    ({ aggregation, name }) =>
      aggregation === 'unique' || (aggregation === 'sum' && COUNTS_PEOPLE.test(name)),
  );
  if (isMeant === null) return;
  const warned = new Uint8Array(measures.length);
  const seen = new Map<string, number>();
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (isMeant[position] === 0 || warned[position] === 1) continue;
    const measure = measures[position];
    const interval = intervalOf(measure.cadence, facts.day[fact], context);
    const key = `${position}|${facts.channel[fact]}|${interval.start}`;
    const before = seen.get(key);
    seen.set(key, facts.day[fact]);
    const isAdded =
      measure.aggregation === 'sum'
        ? seen.size > 1
        : before !== undefined && before !== facts.day[fact];
    if (!isAdded) continue;
    warned[position] = 1;
    context.issues.add('W_UNIQUE_ADDED', placeOfFact(facts, fact), {
      measure: measure.name,
      cadence: { list: 'cadence', code: measure.cadence },
    });
  }
}

export const VALUE_CHECKS: readonly Check[] = [
  checkPercentScale,
  checkPercentSums,
  checkCountValues,
  checkShownUnits,
  checkUniqueCounts,
];
