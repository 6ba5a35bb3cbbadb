import type { ForecastMethod } from '../../model/kpi.ts';
import { SHARE_JUDGED_BY_GAP } from '../judgement/kinds/way.ts';
import { weightUpTo } from '../period/day-weights.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import type { HistoryPoint } from '../signal/kpi-signal.ts';
import { planOf, targetOf } from '../target/aim.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { planAt, plannedShare } from '../target/plan.ts';
import { LEAST_LAST_YEAR_SHARE, type Stretch } from './series/stretches.ts';

/** What a method works from. */
export interface ForecastInputs {
  kpiCase: KpiCase;
  judgedDay: number;
  /** X at A */
  actual: number;
  recentSpeed: number | null;
  /** Intervals of weight > 0 up to A, with their own values. */
  points: ReadonlyArray<{ interval: KpiInterval; value: number | null }>;
  /** Intervals of weight > 0 after A. */
  stepsLeft: number;
  /** The measure's whole history, up to A. */
  history: readonly HistoryPoint[];
  /** Its newest part beside what is left; null where there is none to measure by. */
  stretch: Stretch | null;
}

/** F, the value of X at the due date (calculations.md §7); null when the method has nothing to say. */
type Method = (inputs: ForecastInputs) => number | null;

const runRate: Method = ({ kpiCase, judgedDay, actual }) => {
  const plan = planOf(kpiCase.aim);
  if (plan === null) return null;
  const share = plannedShare(plan, judgedDay);
  const covered = planAt(plan, judgedDay) - plan.baseline;
  if (share === null || share < SHARE_JUDGED_BY_GAP - 1e-9 || covered === 0) return null;
  return plan.baseline + ((actual - plan.baseline) * (plan.target - plan.baseline)) / covered;
};

const recent: Method = ({ kpiCase, judgedDay, actual, recentSpeed }) => {
  const { period } = kpiCase;
  const left = period.total - weightUpTo(period, judgedDay);
  return recentSpeed === null ? null : actual + recentSpeed * left;
};

const asPlanned: Method = ({ kpiCase, judgedDay, actual }) => {
  const plan = planOf(kpiCase.aim);
  // Of a threshold the plan is the target itself, so nothing is still to be brought.
  if (plan === null) return targetOf(kpiCase.aim) === null ? null : actual;
  return actual + plan.target - planAt(plan, judgedDay);
};

/** Last year's share up to the interval that pairs with the judged one; null when it is unknown. */
export function lastYearShare(kpiCase: KpiCase): number | null {
  const { definition, measure, reader, judged, period, context } = kpiCase;
  if (definition.family !== 'total' || measure.cadence === 'irregular') return null;
  if (judged.judgedIndex === -1) return null;
  const { cadence } = measure;
  const pairOf = ({ whole }: KpiInterval) => context.calendar.of(cadence, whole).lastYear;
  const isComplete = judged.intervals.every(
    (interval) => interval.weight === 0 || reader.hasValueIn(pairOf(interval)),
  );
  const { start } = pairOf(judged.intervals[0]);
  // Where no row means zero, a year that was counted from its second month on is not complete.
  const firstMonth = context.calendar.holding('month', start);
  const isCounted = (reader.firstDay() ?? Number.POSITIVE_INFINITY) <= firstMonth.end;
  if (!isComplete || !isCounted) return null;
  const lastDay = context.calendar.of(cadence, context.calendar.holding(cadence, period.end))
    .lastYear.end;
  const total = reader.over({ start, end: lastDay });
  const upTo = reader.over({ start, end: pairOf(judged.intervals[judged.judgedIndex]).end });
  return total === null || upTo === null || total <= 0 ? null : upTo / total;
}

const repeatLastYear: Method = ({ kpiCase, actual }) => {
  const share = lastYearShare(kpiCase);
  return share === null || share < LEAST_LAST_YEAR_SHARE ? null : actual / share;
};

const drift: Method = ({ kpiCase, actual, points, stepsLeft }) => {
  const from = points.findIndex(({ value }) => value !== null);
  const first = points[from]?.value ?? null;
  const steps = points.length - 1 - from;
  // Without a rhythm there are no steps ahead to count.
  const isIrregular = kpiCase.measure.cadence === 'irregular';
  if (first === null || steps < 1 || isIrregular) return null;
  return actual + ((actual - first) / steps) * stepsLeft;
};

export const METHODS: Record<Exclude<ForecastMethod, 'trend_season'>, Method> = {
  run_rate: runRate,
  recent,
  as_planned: asPlanned,
  last_year_share: repeatLastYear,
  drift,
  level: ({ actual }) => actual,
};
