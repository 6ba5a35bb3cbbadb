import { known, type Quantity, unknown } from '../../model/quantity.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { isOneInterval } from '../values/measure-family.ts';

/** The value of one interval alone; null when it has none. */
export function intervalActual(
  { definition, reader }: KpiCase,
  interval: KpiInterval,
): number | null {
  if (definition.family !== 'level') return reader.over(interval.whole);
  const newest = reader.newest(interval.whole.end);
  return newest !== null && newest.day >= interval.whole.start ? newest.value : null;
}

/**
 * X at the end of the interval: of a total all since the start, of a level the newest, of an
 * average on a line the value of that interval, of any other average all since the start
 * (calculations.md §1 and §3).
 */
export function actualAt(kpiCase: KpiCase, index: number): number | null {
  const { actuals } = kpiCase;
  const before = actuals[index];
  if (before !== undefined) return before;
  const actual = readActual(kpiCase, index);
  if (index >= 0 && index < actuals.length) actuals[index] = actual;
  return actual;
}

function readActual(kpiCase: KpiCase, index: number): number | null {
  const { definition, judged, reader, measure, context } = kpiCase;
  const interval = judged.intervals[index];
  if (interval === undefined) return null;
  const { start } = judged.intervals[0].whole;
  if (definition.family === 'level') {
    const newest = reader.newest(interval.whole.end);
    return newest !== null && newest.day >= start ? newest.value : null;
  }
  if (definition.family === 'average') {
    if (definition.isLine || isOneInterval(measure, context.measureById)) {
      return reader.over(interval.whole);
    }
  }
  return reader.over({ start, end: interval.whole.end });
}

/** The intervals of weight > 0 up to the judged day that lack a value. */
export const missingIntervals = ({ judged }: KpiCase): KpiInterval[] =>
  judged.intervals.filter(
    (interval, i) => i <= judged.judgedIndex && interval.weight > 0 && !interval.hasValue,
  );

/** Coverage c: intervals with a value ÷ intervals of weight > 0 up to the judged day. */
export function coverageOf({ judged }: KpiCase): Quantity {
  const counted = judged.intervals.filter(({ weight }, i) => i <= judged.judgedIndex && weight > 0);
  if (counted.length === 0) return unknown('NO_DATA');
  return known(counted.filter(({ hasValue }) => hasValue).length / counted.length);
}
