import type { Day } from '../../model/calendar-date.ts';
import type { FormulaNode } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import { formulaValue } from './formula-value.ts';
import { isRatioOfTotals } from './measure-family.ts';
import type { ValueReader } from './value-reader.ts';

/** Reads a formula: each operand by its own aggregation first, so that a ratio is Σ ÷ Σ. */
export function readFormula(
  formula: FormulaNode,
  operands: ReadonlyMap<string, ValueReader>,
  measureById: ReadonlyMap<string, Measure>,
): ValueReader {
  const readers = [...operands.values()];
  const ratio = isRatioOfTotals(formula, measureById) ? formula : null;
  const calculate = (node: FormulaNode, start: Day, end: Day): number | null =>
    formulaValue(node, (id) => operands.get(id)?.over(start, end) ?? null);
  const over = (start: Day, end: Day): number | null => calculate(formula, start, end);
  const newestCommonDay = (upTo: Day): Day | null => {
    let newest: Day | null = readers.length === 0 ? null : upTo;
    for (const reader of readers) {
      const day = reader.newestDay(upTo);
      newest = newest === null || day === null ? null : Math.min(newest, day);
    }
    return newest;
  };
  // An operand without a row may be 0, so the first row of any is the earliest there can be.
  const firsts = readers.flatMap(({ firstDay }) => firstDay ?? []);
  const isWhole = readers.length > 0 && firsts.length === readers.length;
  return {
    firstDay: isWhole ? Math.min(...firsts) : null,
    over,
    parts: (start, end) => {
      if (ratio === null) return null;
      const numerator = calculate(ratio.left, start, end);
      const denominator = calculate(ratio.right, start, end);
      return numerator === null || denominator === null ? null : { numerator, denominator };
    },
    hasValueIn: (start, end, ownEnd) =>
      readers.length > 0 && readers.every((reader) => reader.hasValueIn(start, end, ownEnd)),
    newestDay: newestCommonDay,
    newestIn: (start, end) => {
      const day = newestCommonDay(end);
      return day === null || day < start ? null : over(day, day);
    },
    days: (start, end) => {
      const [first = [], ...others] = readers.map((reader) => reader.days(start, end));
      const sets = others.map((days) => new Set(days));
      return first.filter((day) => sets.every((days) => days.has(day)));
    },
    isNeverNegative: (start, end) => start.every((day, i) => (over(day, end[i]) ?? 0) >= 0),
  };
}
