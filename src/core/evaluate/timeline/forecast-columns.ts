import type { Timeline } from '../../model/evaluation.ts';
import {
  bandAfter,
  chanceAfter,
  type ForecastPath,
  valueAfter,
} from '../forecast/forecast-path.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import { planOf, targetOf } from '../target/aim.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';

type Forecasted = Pick<
  Timeline,
  'forecastToDate' | 'forecastLow' | 'forecastHigh' | 'probabilityToDate'
>;

/** The cone: one point at the judged day, wider with every interval ahead. */
export function forecastColumns(
  { judged, aim }: KpiCase,
  intervals: readonly KpiInterval[],
  path: ForecastPath,
  actual: number | null,
): Forecasted {
  const none = () => intervals.map((): number | null => null);
  const columns = {
    forecastToDate: none(),
    forecastLow: none(),
    forecastHigh: none(),
    probabilityToDate: none(),
  };
  const { judgedIndex } = judged;
  if (actual === null || judgedIndex === -1) return columns;
  columns.forecastToDate[judgedIndex] = actual;
  columns.forecastLow[judgedIndex] = actual;
  columns.forecastHigh[judgedIndex] = actual;
  const plan = planOf(aim);
  const target = targetOf(aim);
  const { direction } = aim;
  let steps = 0;
  for (let i = judgedIndex + 1; i < intervals.length; i++) {
    if (intervals[i].weight > 0) steps++;
    // On days that do not count it stands where it stood.
    const value = steps === 0 ? actual : valueAfter(path, steps);
    if (value === null) continue;
    columns.forecastToDate[i] = value;
    const band = steps === 0 ? { low: actual, high: actual } : bandAfter(path, steps);
    if (band === null) continue;
    columns.forecastLow[i] = band.low;
    columns.forecastHigh[i] = band.high;
    const wanted = plan === null ? target : planAt(plan, intervals[i].end);
    if (steps > 0 && wanted !== null && direction !== null) {
      columns.probabilityToDate[i] = chanceAfter(path, steps, wanted, direction);
    }
  }
  return columns;
}
