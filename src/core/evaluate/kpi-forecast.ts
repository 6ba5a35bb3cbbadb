import type { Forecast } from '../model/evaluation.ts';
import type { ForecastMethod } from '../model/kpi.ts';
import { intervalContaining } from '../model/period.ts';
import { known, knownOr, type Quantity, type ReasonCode, unknown } from '../model/quantity.ts';
import { intervalActual } from './actual.ts';
import { weightUpTo } from './day-weights.ts';
import {
  bandAround,
  chanceToReach,
  deviationSigma,
  LEAST_INTERVALS_FOR_A_BAND,
} from './forecast-band.ts';
import type { KpiInterval } from './judged-day.ts';
import type { KpiCase } from './kpi-case.ts';
import { isTooEarly } from './kpi-status.ts';
import { lastYearInterval } from './last-year.ts';
import { planAt, plannedShare } from './plan.ts';
import { SHARE_JUDGED_BY_GAP } from './status.ts';

/** A forecast and how far off it may be at each step ahead. */
export interface ForecastPath {
  method: ForecastMethod | null;
  reason: ReasonCode | null;
  /** F at the due date; null with a reason. */
  value: number | null;
  /** Standard deviation of F after `steps` of the `h` intervals left; null without a band. */
  deviationAfter: (steps: number) => number | null;
  /** Intervals of weight > 0 left after the judged day. */
  stepsLeft: number;
}

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
  const { plan } = kpiCase.inForce;
  return {
    value: plan === null ? null : actual + plan.target - planAt(plan, judgedDay),
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
  const pairs = judged.intervals.map(({ whole }) => lastYearInterval(cadence, whole, context.cut));
  const isComplete = pairs.every(
    (pair, i) => judged.intervals[i].weight === 0 || reader.hasValueIn(pair),
  );
  if (!isComplete) return null;
  const start = pairs[0].start;
  const lastDay = lastYearInterval(
    cadence,
    intervalContaining(cadence, period.end, context.cut),
    context.cut,
  ).end;
  const total = reader.over({ start, end: lastDay });
  const upTo = reader.over({ start, end: pairs[judged.judgedIndex].end });
  return total === null || upTo === null || total <= 0 ? null : upTo / total;
}

const lastYearShareMethod: Method = ({ kpiCase, actual }) => {
  const share = lastYearShare(kpiCase);
  return {
    value: share === null || share < LEAST_LAST_YEAR_SHARE ? null : actual / share,
    basis: null,
  };
};

const drift: Method = ({ actual, points, stepsLeft }) => {
  const valued = points.filter(({ value }) => value !== null);
  const first = valued[0]?.value ?? null;
  const steps = valued.length - 1;
  return {
    value: first === null || steps < 1 ? null : actual + ((actual - first) / steps) * stepsLeft,
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
  return isWay && inForce.plan !== null ? 'run_rate' : 'level';
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
  const stepsLeft = intervals.slice(judgedIndex + 1).filter(({ weight }) => weight > 0).length;
  return { points, stepsLeft };
}

export const noPath = (reason: ReasonCode, method: ForecastMethod | null = null): ForecastPath => ({
  method,
  reason,
  value: null,
  deviationAfter: () => null,
  stepsLeft: 0,
});

/** The forecast by one named method. */
export function forecastBy(
  method: Exclude<ForecastMethod, 'trend_season'>,
  inputs: ForecastInputs,
): ForecastPath {
  const { kpiCase, actual, points, stepsLeft } = inputs;
  const { value, basis } = METHODS[method](inputs);
  if (value === null) return noPath(method === 'run_rate' ? 'PLAN_FLAT' : 'NO_HISTORY', method);
  const isFloored = kpiCase.definition.family === 'total' && kpiCase.isNeverNegative;
  const hasBand = basis !== null && basis >= LEAST_INTERVALS_FOR_A_BAND;
  const sigma = hasBand ? deviationSigma(deviationsFromPlan(inputs)) : null;
  const spreadBasis = method === 'drift' ? (basis ?? 0) : points.length;
  return {
    method,
    reason: null,
    value: isFloored ? Math.max(value, actual) : value,
    deviationAfter: (steps) =>
      sigma === null
        ? null
        : deviationAfter(sigma, method === 'recent' ? (basis ?? 1) : spreadBasis, steps, method),
    stepsLeft,
  };
}

/** What is published of a path: F, its 80 % band and the chance to reach the target. */
export function publishForecast(
  path: ForecastPath,
  kpiCase: KpiCase,
  actual: number | null,
): Forecast {
  const { definition, inForce } = kpiCase;
  const missing = (reason: ReasonCode): Quantity => unknown(reason);
  if (path.value === null || actual === null) {
    const reason = path.reason ?? 'NO_DATA';
    return {
      method: null,
      value: missing(reason),
      low: missing(reason),
      high: missing(reason),
      probability: missing(reason),
    };
  }
  const deviation = path.deviationAfter(path.stepsLeft);
  const floor =
    definition.family === 'total' && kpiCase.isNeverNegative ? actual : Number.NEGATIVE_INFINITY;
  const band = deviation === null ? null : bandAround(path.value, deviation);
  const canReach = deviation !== null && inForce.target !== null && definition.direction !== null;
  return {
    method: path.method,
    value: known(path.value),
    low: knownOr(band === null ? null : Math.max(floor, band.low), 'NO_BAND'),
    high: knownOr(band === null ? null : band.high, 'NO_BAND'),
    probability: canReach
      ? known(chanceToReach(path.value, deviation, inForce.target ?? 0, definition.direction ?? 1))
      : unknown('NO_BAND'),
  };
}
