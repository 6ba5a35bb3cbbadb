import type { Day } from '../../model/calendar-date.ts';
import type { Timeline } from '../../model/evaluation.ts';
import {
  bandAfter,
  chanceAfter,
  chanceBetween,
  type ForecastPath,
  valueAfter,
} from '../forecast/forecast-path.ts';
import type { Intervals } from '../period/intervals.ts';
import { type Aim, planOf, targetOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';

type Forecasted = Pick<
  Timeline,
  'forecastToDate' | 'forecastLow' | 'forecastHigh' | 'probabilityToDate'
>;

/** The chance to stand on the plan, or better, at the end of a day. */
function chanceOnPlan(path: ForecastPath, steps: number, aim: Aim, day: Day): number | null {
  if (aim.judgedAs === 'corridor') {
    const planned = planAt(aim.share, day);
    return chanceBetween(path, steps, { low: aim.low * planned, high: aim.high * planned });
  }
  const plan = planOf(aim);
  const wanted = plan === null ? targetOf(aim) : planAt(plan, day);
  const { direction } = aim;
  return wanted === null || direction === null ? null : chanceAfter(path, steps, wanted, direction);
}

/** The cone: one point at the judged day, wider with every interval ahead. */
export function forecastColumns(
  { judged: { judgedIndex }, aim }: KpiPart<'judged' | 'aim'>,
  { end }: Intervals,
  weight: readonly number[],
  path: ForecastPath,
  actual: number | null,
): Forecasted {
  const none = (): Array<number | null> => end.map(() => null);
  const columns = {
    forecastToDate: none(),
    forecastLow: none(),
    forecastHigh: none(),
    probabilityToDate: none(),
  };
  if (actual === null || judgedIndex === -1) return columns;
  columns.forecastToDate[judgedIndex] = actual;
  columns.forecastLow[judgedIndex] = actual;
  columns.forecastHigh[judgedIndex] = actual;
  let steps = 0;
  for (let i = judgedIndex + 1; i < end.length; i++) {
    if (weight[i] > 0) steps++;
    // On days that do not count it stands where it stood.
    const value = steps === 0 ? actual : valueAfter(path, steps);
    if (value === null) continue;
    columns.forecastToDate[i] = value;
    const band = steps === 0 ? { low: actual, high: actual } : bandAfter(path, steps);
    if (band === null) continue;
    columns.forecastLow[i] = band.low;
    columns.forecastHigh[i] = band.high;
    if (steps > 0) columns.probabilityToDate[i] = chanceOnPlan(path, steps, aim, end[i]);
  }
  return columns;
}
