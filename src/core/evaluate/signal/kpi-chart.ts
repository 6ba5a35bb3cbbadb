import type { Day } from '../../model/calendar-date.ts';
import { isWay, planOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { type Plan, planAt } from '../target/plan.ts';
import { type Chart, chartOf } from './chart.ts';
import type { History } from './history.ts';

/** Change or noise in what a KPI is measured by. */
export interface KpiChart extends Chart {
  /** First day of the whole interval of each point; of an irregular measure the day of the value. */
  readonly start: readonly Day[];
}

/** Each counted interval of the period so far beside what its plan asked of it. */
function deviations({ judged, actuals }: KpiPart<'judged' | 'actuals'>, plan: Plan): History {
  const { intervals, weight, hasValue, judgedIndex } = judged;
  const start: Day[] = [];
  const value: Array<number | null> = [];
  for (let i = 0; i <= judgedIndex; i++) {
    if (weight[i] <= 0) continue;
    const own = hasValue[i] ? actuals.own[i] : null;
    const planned = planAt(plan, intervals.end[i]) - planAt(plan, intervals.start[i] - 1);
    start.push(intervals.whole.start[i]);
    value.push(own === null ? null : own - planned);
  }
  return { start, value };
}

/** How each interval changed on the one before; null where one of both has no value. */
export const changesOf = ({ start, value }: History): History => ({
  start,
  value: value.map((own, i) => {
    const before = i === 0 ? null : value[i - 1];
    return own === null || before === null ? null : own - before;
  }),
});

/** A level on its way leaves any limits, so its changes are looked at; a kept one stands. */
export const isMoving = ({ definition, aim }: KpiPart<'definition' | 'aim'>): boolean =>
  isWay(aim) && definition.family !== 'total';

/** Totals with last year's shape move with the season: the deviation from their plan is judged. */
function seasonalPlan({ kpi, definition, aim }: KpiPart<'kpi' | 'definition' | 'aim'>) {
  const isSeasonal = definition.family === 'total' && kpi.dayWeights.kind === 'last_year';
  return isSeasonal ? planOf(aim) : null;
}

export function chartOfKpi(
  kpi: KpiPart<'kpi' | 'definition' | 'aim' | 'judged' | 'actuals'>,
  history: History,
): KpiChart {
  const plan = seasonalPlan(kpi);
  const values = isMoving(kpi) ? changesOf(history) : history;
  const { start, value } = plan === null ? values : deviations(kpi, plan);
  return { start, ...chartOf(value) };
}

/** Of each of the days, ascending, the point that begins on it and has limits; −1 without one. */
export function pointsOn({ start, limits }: KpiChart, days: readonly Day[]): number[] {
  let at = 0;
  return days.map((day) => {
    while (at < start.length && start[at] < day) at++;
    return start[at] === day && limits[at] !== null ? at : -1;
  });
}
