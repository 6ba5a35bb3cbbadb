import type { Day } from '../../model/calendar-date.ts';
import type { Forecast } from '../../model/evaluation.ts';
import type { ForecastMethod } from '../../model/kpi.ts';
import { known, knownOr, type ReasonCode, unknown } from '../../model/quantity.ts';
import { intervalsAhead } from '../actuals/judged-day.ts';
import { isTooEarly } from '../judgement/kpi-status.ts';
import { weightUpTo } from '../period/day-weights.ts';
import { type Aim, pathOf, targetOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import { withValue } from '../values/extremes.ts';
import type { Band, Outlook } from './forecast-band.ts';
import { type ForecastInputs, type Heading, METHODS } from './forecast-methods.ts';
import {
  bandAfter,
  chanceAfter,
  chanceBetween,
  type ForecastPath,
  noPath,
  UNBOUNDED,
  valueAfter,
} from './forecast-path.ts';
import { familyOf } from './kpi-stretch.ts';
import { foreseeSteps } from './series/foresee-steps.ts';
import { chooseWay, type OwnPast } from './series/own-past.ts';
import { type Spread, spreadOf } from './series/spread.ts';

/** Fewer values than this say nothing about the rest; in a short period two do. */
const leastValues = (intervalCount: number): number => (intervalCount <= 4 ? 2 : 3);

/** Why nothing is forecast, or null when something may be. */
export function forecastObstacle(
  kpi: KpiPart<'aim' | 'judged' | 'isOneValue' | 'period' | 'definition' | 'settings'>,
): ReasonCode | null {
  const { judged, aim } = kpi;
  const { judgedDay, valueCount, hasValue } = judged;
  if (aim.judgedAs === 'done' || aim.judgedAs === 'undecided') return 'NOT_APPLICABLE';
  if (judgedDay === null) return 'NO_DATA';
  if (isTooEarly(kpi, aim)) return 'TOO_EARLY';
  if (kpi.isOneValue) return 'ONE_VALUE';
  const count = judged.rhythm === 'irregular' ? Number.POSITIVE_INFINITY : hasValue.length;
  return valueCount < leastValues(count) ? 'TOO_FEW_VALUES' : null;
}

/** Intervals with weight up to A, and how many follow. */
export function forecastPoints({
  judged,
  actuals,
}: KpiPart<'judged' | 'actuals'>): Pick<ForecastInputs, 'points' | 'stepsLeft'> {
  const { intervals, weight, hasValue, judgedIndex } = judged;
  const start: Day[] = [];
  const value: Array<number | null> = [];
  for (let i = 0; i <= judgedIndex; i++) {
    if (weight[i] <= 0) continue;
    start.push(intervals.start[i]);
    value.push(hasValue[i] ? actuals.own[i] : null);
  }
  return { points: { start, value }, stepsLeft: intervalsAhead(judged).length };
}

/**
 * What X can be at all: a total that cannot be negative is never less than it is; nothing else goes
 * below 0, or a percent above 1, where no value, start or target of it ever did. What a person typed
 * as its lowest and highest goes before both.
 */
function boundsOf({ heading, actual }: ForecastInputs): Band {
  const { measure, isNeverNegative, definition, aim } = heading;
  const { low, high } = UNBOUNDED;
  if (familyOf(heading) === 'total') {
    const isRising = isNeverNegative && (measure.lowest ?? 0) >= 0;
    return { low: isRising ? actual : low, high };
  }
  const known = [actual, definition.baseline, targetOf(aim)];
  const { lowest, highest } = known.reduce(withValue, heading.extremes());
  const isShare = measure.unit.kind === 'percent' && highest <= 1;
  return {
    low: measure.lowest ?? (lowest >= 0 ? 0 : low),
    high: measure.highest ?? (isShare ? 1 : high),
  };
}

type Course = (steps: number) => number;

/** The value on the way from X to F, along the plan where there is one, else along the weights. */
function alongPlan({ heading, judgedDay, actual }: ForecastInputs, value: number): Course {
  const { period, judged, aim } = heading;
  const ahead = intervalsAhead(judged);
  const { end } = judged.intervals;
  const elapsed = weightUpTo(period, judgedDay);
  const left = period.total - elapsed;
  const plan = pathOf(aim);
  const now = plan === null ? 0 : planAt(plan, judgedDay);
  return (steps) => {
    // A plan may jump on a last day that has no weight; F is what is expected all the same.
    if (steps >= ahead.length) return value;
    if (steps <= 0) return actual;
    const day = end[ahead[steps - 1]];
    const share =
      plan !== null && plan.target !== now
        ? (planAt(plan, day) - now) / (plan.target - now)
        : left > 0
          ? (weightUpTo(period, day) - elapsed) / left
          : 1;
    return actual + (value - actual) * share;
  };
}

/** The steps of a trend and season as they are foreseen. */
function alongSeason({ actual, stretch }: ForecastInputs): Course | null {
  const path = stretch && foreseeSteps(stretch.values, stretch.kind, stretch.left);
  if (stretch === null || path === null) return null;
  const { elapsed, kind } = stretch;
  return (steps) => {
    const foreseen = path[Math.min(steps, path.length - 1)];
    if (steps <= 0) return actual;
    if (kind.family === 'level') return foreseen;
    return kind.family === 'total'
      ? actual + foreseen
      : (actual * elapsed + foreseen) / (elapsed + Math.min(steps, path.length - 1));
  };
}

/** How the spread of the whole stretch narrows for a part of it; a level wanders, a sum adds up. */
const NARROWING = { level: 0.5, sum: 0.75 };

/** The outlook after so many steps: what does not change any more, and what may. */
function outlooks(inputs: ForecastInputs, course: Course, spread: Spread | null) {
  const { heading, actual, stepsLeft } = inputs;
  const pointCount = inputs.points.value.length;
  const family = familyOf(heading);
  return (steps: number): Outlook => {
    const part = Math.min(1, steps / Math.max(1, stepsLeft));
    const value = course(steps);
    const settled = pointCount / (pointCount + Math.min(steps, stepsLeft));
    const already = family === 'total' ? actual : family === 'level' ? 0 : actual * settled;
    if (steps <= 0 || spread === null) {
      const isDecided = steps <= 0 && spread !== null;
      return { already, rest: value - already, spread: isDecided ? NOTHING_LEFT : null };
    }
    const { isRelative } = spread;
    const narrowing = family === 'level' ? NARROWING.level : NARROWING.sum;
    const size = family === 'average' && !isRelative ? 1 / (pointCount + stepsLeft) : 1;
    const deviation = spread.deviation * size * part ** (isRelative ? narrowing - 1 : narrowing);
    return { already, rest: value - already, spread: { deviation, isRelative } };
  };
}

const NOTHING_LEFT: Spread = { deviation: 0, isRelative: false };

/** The forecast by one method; its errors in the past are measured unless they were already. */
function forecastBy(method: ForecastMethod, inputs: ForecastInputs, past?: OwnPast): ForecastPath {
  const { heading, actual, stretch, stepsLeft } = inputs;
  // At the due date it is what it is.
  const isOver = stepsLeft < 1 && heading.judged.rhythm !== 'irregular';
  const season = method !== 'trend_season' ? null : isOver ? () => actual : alongSeason(inputs);
  const value = method === 'trend_season' ? season?.(stepsLeft) : METHODS[method](inputs);
  if (value === null || value === undefined) {
    return noPath(method === 'run_rate' ? 'TOO_EARLY' : 'NO_HISTORY', method);
  }
  const spread = isOver ? NOTHING_LEFT : stretch && spreadOf(stretch, method, past);
  const bounds = boundsOf(inputs);
  const course = season ?? alongPlan(inputs, Math.min(bounds.high, Math.max(bounds.low, value)));
  return { method, reason: null, stepsLeft, after: outlooks(inputs, course, spread), bounds };
}

/** Milestones or last year's shape say more about the rest of the period than its past does. */
const hasShapedPlan = ({ kpi, milestones }: Heading): boolean =>
  kpi.planShape === 'step' ||
  kpi.dayWeights.kind === 'last_year' ||
  milestones.some(({ value }) => value !== null);

/** Of a KPI that names no method: ways on totals and levels go on, the rest stays. */
function forecastByDefault(inputs: ForecastInputs): ForecastPath {
  const { heading, stretch } = inputs;
  const { definition, aim } = heading;
  const isMoving = definition.family !== 'average' || definition.isLine;
  if (!isMoving || pathOf(aim) === null) return forecastBy('level', inputs);
  if (stretch === null || hasShapedPlan(heading)) return forecastBy('run_rate', inputs);
  const { way, past, isProven } = chooseWay(stretch);
  const path = forecastBy(way, inputs, past);
  return path.reason === 'NO_HISTORY'
    ? forecastBy('run_rate', inputs)
    : { ...path, isChosen: isProven };
}

/** The forecast by the method a person named, where it has something to go by, else by the default. */
export function forecastOf(inputs: ForecastInputs): ForecastPath {
  const named = inputs.heading.kpi.forecastMethod;
  if (named === null) return forecastByDefault(inputs);
  const path = forecastBy(named, inputs);
  return named === 'trend_season' && path.reason !== null ? forecastByDefault(inputs) : path;
}

/** The chance that what is asked at the end is met; null where nothing is, or without a band. */
function chanceToMeet(path: ForecastPath, steps: number, aim: Aim): number | null {
  if (aim.judgedAs === 'corridor') return chanceBetween(path, steps, aim);
  const target = targetOf(aim);
  return target === null || aim.direction === null
    ? null
    : chanceAfter(path, steps, target, aim.direction);
}

/** What is published of a path: F, its 80% band and the chance to reach the target. */
export function publishForecast(path: ForecastPath, aim: Aim): Forecast {
  const value = valueAfter(path, path.stepsLeft);
  if (value === null) {
    const missing = unknown(path.reason ?? 'NO_DATA');
    const none = { value: missing, low: missing, high: missing, probability: missing };
    return { method: null, ...none, bentBy: [], supposed: [] };
  }
  const band = bandAfter(path, path.stepsLeft);
  const chance = chanceToMeet(path, path.stepsLeft, aim);
  return {
    method: path.method,
    value: known(value),
    low: knownOr(band?.low ?? null, 'NO_BAND'),
    high: knownOr(band?.high ?? null, 'NO_BAND'),
    probability: knownOr(chance, 'NO_BAND'),
    bentBy: path.bentBy ?? [],
    supposed: path.supposed ?? [],
  };
}
