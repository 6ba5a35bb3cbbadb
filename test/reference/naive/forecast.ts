import type { ForecastMethod } from '../../../src/core/model/kpi.ts';
import { pairedDay } from './calendar.ts';
import { type Case, hasWeight, isNeverNegative, judgedDay } from './case.ts';
import { fiveNumbers, hasNeverPassed } from './five-numbers.ts';
import { bentEnd, intervalsAhead, pathTo } from './forecast-path.ts';
import { isComplete, valueBetween } from './growth.ts';
import { above, clamp } from './numbers.ts';
import { isForeseeable, speedsOf } from './speed-and-arrival.ts';

type Value = number | null;

/** The methods of §7 that a formula says completely. */
export const EXACT_METHODS = [
  'run_rate',
  'recent',
  'as_planned',
  'last_year_share',
  'drift',
  'level',
] as const;

export const isExact = (method: string | null): method is (typeof EXACT_METHODS)[number] =>
  EXACT_METHODS.some((exact) => exact === method);

/** What is used where the KPI names none and nothing is known of the past. */
export function defaultMethod({ definition }: Case): ForecastMethod {
  const { kpi, type, family, isLine } = definition;
  if (kpi.forecastMethod !== null) return kpi.forecastMethod;
  const isSteered = type === 'reach' || type === 'ceiling' || type === 'corridor';
  return isSteered && (family !== 'average' || isLine) ? 'run_rate' : 'level';
}

/** x₁, the first interval value, and the intervals of weight from there to A. */
function driftStart(kase: Case): { value: number; steps: number } | null {
  const { definition, judged } = kase;
  let found: { value: number; steps: number } | null = null;
  let steps = 0;
  for (let position = judged ?? -1; position >= 0; position--) {
    if (!hasWeight(definition, definition.intervals[position])) continue;
    const value = kase.intervalValue(position);
    if (value !== null) found = { value, steps };
    steps++;
  }
  return found;
}

function driftOf(kase: Case, actual: number): Value {
  const start = driftStart(kase);
  if (start === null || start.steps === 0) return null;
  return actual + ((actual - start.value) / start.steps) * intervalsAhead(kase).length;
}

/** X/s, s the share that last year had come to by the paired day. */
function byLastYear({ book, definition }: Case, day: number, actual: number): Value {
  const { subject, family, cadence, start, due } = definition;
  const paired = (one: number) => pairedDay(book.workspace, cadence, one);
  const [from, to] = [paired(start), paired(due)];
  if (family !== 'total' || !isComplete(subject, from, to)) return null;
  const whole = valueBetween(subject, from, to);
  const soFar = valueBetween(subject, from, paired(day));
  if (whole === null || soFar === null || whole <= 0) return null;
  return above(0.05, soFar / whole) ? null : (actual * whole) / soFar;
}

/** Of a corridor the share of the way that its plans have come. */
function byRunRate(kase: Case, actual: number): Value {
  const { type, baseline, target } = kase.definition;
  const { planShare } = fiveNumbers(kase);
  if (baseline === null || target === null || planShare === null) return null;
  if (above(0.15, planShare)) return null;
  return type === 'corridor' ? actual / planShare : baseline + (actual - baseline) / planShare;
}

function valueBy(kase: Case, method: ForecastMethod): Value {
  const { definition, judged, actualAt, plan } = kase;
  const { due, weightTo, target } = definition;
  const day = judgedDay(kase);
  const actual = judged === null ? null : actualAt(judged);
  if (day === null || actual === null) return null;
  if (method === 'level') return actual;
  if (method === 'run_rate') return byRunRate(kase, actual);
  if (method === 'recent') {
    const { recentSpeed } = speedsOf(kase);
    const left = weightTo(due) - weightTo(day);
    return recentSpeed === null ? null : actual + recentSpeed * left;
  }
  if (method === 'as_planned') {
    const [planned, end] = [plan.at(day), plan.at(due)];
    return planned === null || end === null || target === null ? null : actual + end - planned;
  }
  if (method === 'drift') return driftOf(kase, actual);
  return method === 'last_year_share' ? byLastYear(kase, day, actual) : null;
}

/** §7, nothing is forecast where it cannot be; of a total the bounds of its running sum. */
function boundsOf(kase: Case, actual: number): { low: number; high: number } {
  const { book, definition } = kase;
  const { family, measure } = definition;
  const { lowest, highest, unit } = measure;
  const none = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  if (family === 'total') {
    const isRising = isNeverNegative(book, definition) && (lowest ?? 0) >= 0;
    return isRising ? { ...none, low: actual } : none;
  }
  // What starts, stands or is to end beyond a bound shows that it can be there.
  const ends = [definition.baseline ?? 0, actual, definition.target ?? 0];
  const isShare =
    unit.kind === 'percent' && hasNeverPassed(kase, 'above 1') && Math.max(...ends) <= 1;
  const isPositive = hasNeverPassed(kase, 'below 0') && Math.min(...ends) >= 0;
  return {
    // What was typed says that it can be there, too.
    low: lowest ?? (isPositive ? 0 : none.low),
    high: highest ?? (isShare ? 1 : none.high),
  };
}

/** F by a method that a formula says; null where there is none. */
export function forecastBy(kase: Case, method: ForecastMethod): Value {
  const { judged, actualAt } = kase;
  const actual = judged === null ? null : actualAt(judged);
  if (judged === null || actual === null || !isForeseeable(kase)) return null;
  const raw = valueBy(kase, method);
  if (raw === null) return null;
  const { low, high } = boundsOf(kase, actual);
  const cut = clamp(raw, low, high);
  const path = pathTo(kase, cut);
  return path.length === 0 ? cut : clamp(bentEnd(kase, path, actual), low, high);
}
