import type { Day } from '../../model/calendar-date.ts';
import type { FormulaNode } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
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
  const calculate = (node: FormulaNode, range: DayRange): number | null =>
    formulaValue(node, (id) => operands.get(id)?.over(range) ?? null);
  const over = (range: DayRange): number | null => calculate(formula, range);
  const commonDays = (range: DayRange): readonly Day[] => {
    const [first = [], ...others] = readers.map((reader) => reader.days(range));
    const sets = others.map((days) => new Set(days));
    return first.filter((day) => sets.every((days) => days.has(day)));
  };
  const newestCommonDay = (upTo: Day): Day | null => {
    let newest: Day | null = readers.length === 0 ? null : upTo;
    for (const reader of readers) {
      const day = reader.newestDay(upTo);
      newest = newest === null || day === null ? null : Math.min(newest, day);
    }
    return newest;
  };
  return {
    over,
    parts: (range) => {
      if (ratio === null) return null;
      const numerator = calculate(ratio.left, range);
      const denominator = calculate(ratio.right, range);
      return numerator === null || denominator === null ? null : { numerator, denominator };
    },
    hasValueIn: (interval, end) =>
      readers.length > 0 && readers.every((reader) => reader.hasValueIn(interval, end)),
    newestDay: newestCommonDay,
    // An operand without a row may be 0, so the first row of any is the earliest there can be.
    firstDay: () => {
      const firsts = readers.flatMap((reader) => reader.firstDay() ?? []);
      const isWhole = readers.length > 0 && firsts.length === readers.length;
      return isWhole ? Math.min(...firsts) : null;
    },
    newest: (upTo) => {
      const day = newestCommonDay(upTo);
      if (day === null) return null;
      const value = over({ start: day, end: day });
      return value === null ? null : { day, value };
    },
    days: commonDays,
    isNeverNegative: (intervals) => intervals.every((interval) => (over(interval) ?? 0) >= 0),
  };
}
