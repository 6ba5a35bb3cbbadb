import type { Forecast } from '../../model/evaluation.ts';
import type { ForecastMethod } from '../../model/kpi.ts';
import { known, knownOr, type ReasonCode, unknown } from '../../model/quantity.ts';
import { intervalActual } from '../judgement/actual.ts';
import { isTooEarly } from '../judgement/kpi-status.ts';
import { SHARE_JUDGED_BY_GAP } from '../judgement/status.ts';
import { weightUpTo } from '../period/day-weights.ts';
import { intervalsAhead, type KpiInterval } from '../period/judged-day.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { planAt, plannedShare } from '../target/plan.ts';
import {
  bandAround,
  chanceToReach,
  deviationSigma,
  LEAST_INTERVALS_FOR_A_BAND,
} from './forecast-band.ts';
import { type ForecastPath, noPath } from './forecast-path.ts';

/** What a method works from. */
export interface ForecastInputs {
  kpiCase: KpiCase;
  judgedDay: number;
  /** X at A */
  actual: number;
  recentSpeed: number | null;
  /** Where the window of the recent speed begins. */
  recentFromDay: number | null;
  /** Intervals of weight > 0 up to A, with their own values. */
  points: ReadonlyArray<{ interval: KpiInterval; value: number | null }>;
  /** Intervals of weight > 0 after A. */
  stepsLeft: number;
}

type Method = (inputs: ForecastInputs) => {
  value: number | null;
  /** Intervals that the speed rests on; null: no band. */
  basis: number | null;
};

const runRate: Method = ({ kpiCase, judgedDay, actual, points }) => {
  const { plan } = kpiCase.inForce;
  if (plan === null) return { value: null, basis: null };
  const share = plannedShare(plan, judgedDay);
  const covered = planAt(plan, judgedDay) - plan.baseline;
  const isTooSmall = share === null || share < SHARE_JUDGED_BY_GAP - 1e-9 || covered === 0;
  return {
    value: isTooSmall
      ? null
      : plan.baseline + ((actual - plan.baseline) * (plan.target - plan.baseline)) / covered,
    basis: points.length,
  };
};

const recent: Method = ({ kpiCase, judgedDay, actual, recentSpeed, recentFromDay, points }) => {
  const { period } = kpiCase;
  const left = period.total - weightUpTo(period, judgedDay);
  return {
    value: recentSpeed === null ? null : actual + recentSpeed * left,
    basis:
      recentFromDay === null
        ? null
        : points.filter(({ interval }) => interval.start > recentFromDay).length,
  };
};

const asPlanned: Method = ({ kpiCase, judgedDay, actual, points }) => {
  const { plan, target } = kpiCase.inForce;
  // Of a threshold the plan is the target itself, so nothing is still to be brought.
  const value = target === null ? null : actual;
  return {
    value: plan === null ? value : actual + plan.target - planAt(plan, judgedDay),
    basis: points.length,
  };
};

/** Below this share of last year's total the rest of the year hangs on too little. */
const LEAST_LAST_YEAR_SHARE = 0.05;

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

const lastYearShareMethod: Method = ({ kpiCase, actual }) => {
  const share = lastYearShare(kpiCase);
  return {
    value: share === null || share < LEAST_LAST_YEAR_SHARE ? null : actual / share,
    basis: null,
  };
};

/** Without a rhythm there are no steps ahead to count: no drift and no band. */
const isIrregular = ({ measure }: KpiCase): boolean => measure.cadence === 'irregular';

const drift: Method = ({ kpiCase, actual, points, stepsLeft }) => {
  const from = points.findIndex(({ value }) => value !== null);
  const first = points[from]?.value ?? null;
  const steps = points.length - 1 - from;
  return {
    value:
      first === null || steps < 1 || isIrregular(kpiCase)
        ? null
        : actual + ((actual - first) / steps) * stepsLeft,
    basis: steps,
  };
};

const level: Method = ({ actual }) => ({ value: actual, basis: null });

export const METHODS: Record<Exclude<ForecastMethod, 'trend_season'>, Method> = {
  run_rate: runRate,
  recent,
  as_planned: asPlanned,
  last_year_share: lastYearShareMethod,
  drift,
  level,
};

/** run_rate for ways on totals and levels, level for the rest (calculations.md §7). */
export function defaultMethod({ definition, inForce }: KpiCase): 'run_rate' | 'level' {
  const isWay = definition.type === 'reach' || definition.type === 'ceiling';
  const isMoving = definition.family !== 'average' || definition.isLine;
  return isWay && isMoving && inForce.plan !== null ? 'run_rate' : 'level';
}

/** How far each interval was from its plan: the value of a total, the change of anything else. */
function deviationsFromPlan({ kpiCase, points }: ForecastInputs): Array<number | null> {
  const { plan } = kpiCase.inForce;
  const planned = (day: number) => (plan === null ? 0 : planAt(plan, day));
  const isTotal = kpiCase.definition.family === 'total';
  let before: number | null = kpiCase.definition.baseline;
  return points.map(({ interval, value }) => {
    const plannedPart = planned(interval.end) - planned(interval.start - 1);
    if (isTotal) return value === null ? null : value - plannedPart;
    const change = value === null || before === null ? null : value - before;
    before = value;
    return change === null ? null : change - plannedPart;
  });
}

/** h intervals ahead of a speed that rests on n: σ·√(h·(1 + h/n)); as planned σ·√h. */
export const deviationAfter = (
  sigma: number,
  basis: number,
  steps: number,
  method: ForecastMethod,
): number =>
  method === 'as_planned'
    ? sigma * Math.sqrt(steps)
    : sigma * Math.sqrt(steps * (1 + steps / basis));

/** Fewer values than this say nothing about the rest; in a short period two do. */
const leastValues = (intervalCount: number): number => (intervalCount <= 4 ? 2 : 3);

/** Why nothing is forecast, or null when something may be. */
export function forecastObstacle(kpiCase: KpiCase): ReasonCode | null {
  const { judged, measure, definition } = kpiCase;
  if (definition.type === 'done') return 'NOT_APPLICABLE';
  if (judged.judgedDay === null) return 'NO_DATA';
  if (isTooEarly(kpiCase)) return 'TOO_EARLY';
  const valued = judged.intervals.filter(({ hasValue }) => hasValue).length;
  const count =
    measure.cadence === 'irregular' ? Number.POSITIVE_INFINITY : judged.intervals.length;
  return valued < leastValues(count) ? 'TOO_FEW_VALUES' : null;
}

/** Intervals with weight up to A, and how many follow. */
export function forecastPoints(kpiCase: KpiCase): Pick<ForecastInputs, 'points' | 'stepsLeft'> {
  const { intervals, judgedIndex } = kpiCase.judged;
  const points = intervals
    .slice(0, judgedIndex + 1)
    .filter(({ weight }) => weight > 0)
    .map((interval) => ({
      interval,
      value: interval.hasValue ? intervalActual(kpiCase, interval) : null,
    }));
  return { points, stepsLeft: intervalsAhead(kpiCase.judged).length };
}

/** What is never forecast below: X of a total that cannot be negative. */
export const floorOf = ({ definition, isNeverNegative }: KpiCase, actual: number): number =>
  definition.family === 'total' && isNeverNegative ? actual : Number.NEGATIVE_INFINITY;

/** The value on the way from X to F, along the plan where there is one, else along the weights. */
function pathAlongPlan({ kpiCase, judgedDay, actual }: ForecastInputs, value: number) {
  const { period, judged, inForce } = kpiCase;
  const ahead = intervalsAhead(judged);
  const elapsed = weightUpTo(period, judgedDay);
  const left = period.total - elapsed;
  const { plan } = inForce;
  const now = plan === null ? 0 : planAt(plan, judgedDay);
  return (steps: number): number => {
    const interval = ahead[steps - 1];
    // A plan may jump on a last day that has no weight; F is what is expected all the same.
    if (steps >= ahead.length) return value;
    if (interval === undefined) return actual;
    const share =
      plan !== null && plan.target !== now
        ? (planAt(plan, interval.end) - now) / (plan.target - now)
        : left > 0
          ? (weightUpTo(period, interval.end) - elapsed) / left
          : 1;
    return actual + (value - actual) * share;
  };
}

/** The forecast by one named method. */
export function forecastBy(
  method: Exclude<ForecastMethod, 'trend_season'>,
  inputs: ForecastInputs,
): ForecastPath {
  const { kpiCase, actual, points, stepsLeft } = inputs;
  const found = METHODS[method](inputs);
  if (found.value === null) {
    return noPath(method === 'run_rate' ? 'TOO_EARLY' : 'NO_HISTORY', method);
  }
  const floor = floorOf(kpiCase, actual);
  const value = Math.max(floor, found.value);
  const basis = found.basis ?? 0;
  const hasBand = basis >= LEAST_INTERVALS_FOR_A_BAND && !isIrregular(kpiCase);
  const sigma = hasBand ? deviationSigma(deviationsFromPlan({ ...inputs, points })) : null;
  const valueAfter = pathAlongPlan(inputs, value);
  return {
    method,
    reason: null,
    value,
    stepsLeft,
    valueAfter,
    bandAfter: (steps) => {
      if (sigma === null) return null;
      const deviation = deviationAfter(sigma, basis, steps, method);
      const { low, high } = bandAround(valueAfter(steps), deviation);
      return { low: Math.max(floor, low), high, deviation };
    },
  };
}

/** What is published of a path: F, its 80 % band and the chance to reach the target. */
export function publishForecast(path: ForecastPath, kpiCase: KpiCase): Forecast {
  const { definition, inForce } = kpiCase;
  if (path.value === null) {
    const missing = unknown(path.reason ?? 'NO_DATA');
    const none = { value: missing, low: missing, high: missing, probability: missing };
    return { method: null, ...none, bentBy: [] };
  }
  const band = path.bandAfter(path.stepsLeft);
  const { target } = inForce;
  const { direction } = definition;
  return {
    method: path.method,
    value: known(path.value),
    low: knownOr(band?.low ?? null, 'NO_BAND'),
    high: knownOr(band?.high ?? null, 'NO_BAND'),
    probability:
      band === null || target === null || direction === null
        ? unknown('NO_BAND')
        : known(chanceToReach(path.value, band.deviation, target, direction)),
    bentBy: path.bentBy ?? [],
  };
}
