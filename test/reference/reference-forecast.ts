import type { ForecastMethod } from '../../src/core/model/kpi.ts';
import { isForeseeable, isNeverBelow, speedsOf, windowStart } from './reference-arrival.ts';
import { type Case, hasWeight } from './reference-case.ts';
import { above, atLeast, near } from './reference-definition.ts';
import { fiveNumbers } from './reference-numbers.ts';
import { bentEnd, intervalsAhead, pathTo } from './reference-paths.ts';

export interface ReferenceForecast {
  forecastValue: number | null;
  forecastLow: number | null;
  forecastHigh: number | null;
  forecastProbability: number | null;
}

const NONE: ReferenceForecast = {
  forecastValue: null,
  forecastLow: null,
  forecastHigh: null,
  forecastProbability: null,
};

export function defaultMethod({ definition }: Case): ForecastMethod {
  const { kpi, type, family, isLine } = definition;
  if (kpi.forecastMethod !== null) return kpi.forecastMethod;
  const isSteered = type === 'reach' || type === 'ceiling';
  return isSteered && (family !== 'average' || isLine) ? 'run_rate' : 'level';
}

const intervalsLeft = (kase: Case): number => intervalsAhead(kase).length;

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

function valueBy(kase: Case, method: ForecastMethod): number | null {
  const { definition, judged, actualAt } = kase;
  const { baseline, target, due, weightTo, intervals } = definition;
  const actual = judged === null ? null : actualAt(judged);
  if (judged === null || actual === null) return null;
  const { plan, planShare } = fiveNumbers(kase);
  if (method === 'level') return actual;
  if (method === 'run_rate') {
    if (baseline === null || target === null || plan === null || planShare === null) return null;
    if (above(0.15, planShare)) return null;
    return baseline + ((actual - baseline) * (target - baseline)) / (plan - baseline);
  }
  if (method === 'recent') {
    const { recentSpeed } = speedsOf(kase);
    const left = weightTo(due) - weightTo(intervals[judged].end);
    return recentSpeed === null ? null : actual + recentSpeed * left;
  }
  if (method === 'as_planned') {
    return plan === null || target === null ? null : actual + target - plan;
  }
  if (method === 'drift') {
    const start = driftStart(kase);
    return start === null || start.steps === 0
      ? null
      : actual + ((actual - start.value) / start.steps) * intervalsLeft(kase);
  }
  return null;
}

/** Value − planned value of every interval of weight; for levels and lines, of the changes. */
function deviations(kase: Case, from: number): (number | null)[] {
  const { definition, judged, plan, actualAt, intervalValue } = kase;
  const isTotal = definition.family === 'total';
  const found: (number | null)[] = [];
  let earlier = definition.baseline;
  for (let position = 0; position <= (judged ?? -1); position++) {
    const interval = definition.intervals[position];
    if (!hasWeight(definition, interval)) continue;
    const value = intervalValue(position);
    const now = value === null || isTotal ? value : actualAt(position);
    const partOfPlan = (plan.at(interval.end) ?? 0) - (plan.at(interval.start - 1) ?? 0);
    const change = now === null || (!isTotal && earlier === null) ? null : now - (earlier ?? 0);
    if (position >= from) {
      found.push(
        now === null
          ? null
          : isTotal
            ? now - partOfPlan
            : change === null
              ? null
              : change - partOfPlan,
      );
    }
    earlier = isTotal ? 0 : now;
  }
  return found;
}

function spread(values: readonly (number | null)[]): number | null {
  const ranges: number[] = [];
  values.forEach((value, i) => {
    const before = i === 0 ? null : values[i - 1];
    if (value !== null && before !== null) ranges.push(Math.abs(value - before));
  });
  if (ranges.length === 0) return null;
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length / 1.128;
}

/** Φ, by Simpson's rule. */
function normal(z: number): number {
  const limit = Math.min(Math.abs(z), 12);
  const steps = 2000;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = (limit * i) / steps;
    const factor = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += factor * Math.exp((-x * x) / 2);
  }
  const half = (sum * limit) / steps / 3 / Math.sqrt(2 * Math.PI);
  return z >= 0 ? 0.5 + half : 0.5 - half;
}

export function forecastBy(kase: Case, method: ForecastMethod): ReferenceForecast {
  const { definition, judged, actualAt } = kase;
  const actual = judged === null ? null : actualAt(judged);
  if (judged === null || actual === null || !isForeseeable(kase)) return NONE;
  const raw = valueBy(kase, method);
  if (raw === null) return NONE;
  const floor = isNeverBelow(kase) ? actual : Number.NEGATIVE_INFINITY;
  const path = pathTo(kase, Math.max(raw, floor));
  const isEnd = path.length === 0;
  const value = isEnd ? Math.max(raw, floor) : bentEnd(kase, path, actual);
  const isCountable = definition.cadence !== 'irregular';
  const hasBand = isCountable && method !== 'level' && method !== 'last_year_share';
  const from = method === 'recent' ? windowStart(kase) + 1 : 0;
  const rests = deviations(kase, 0);
  const n = method === 'drift' ? (driftStart(kase)?.steps ?? 0) : deviations(kase, from).length;
  const sigma = spread(rests);
  if (!hasBand || n < 8 || sigma === null) return { ...NONE, forecastValue: value };
  // The edges are bent as F is: what a strike takes away cannot turn out otherwise.
  const widths = path.map((_, i) => {
    const left = i + 1;
    return sigma * Math.sqrt(method === 'as_planned' ? left : left * (1 + left / n));
  });
  const edge = (side: number): number =>
    isEnd
      ? value
      : bentEnd(
          kase,
          path.map((middle, i) => Math.max(floor, middle + side * 1.28 * widths[i])),
          actual,
        );
  const width = bentEnd(kase, widths, 0);
  const { direction, target } = definition;
  let probability: number | null = null;
  if (direction !== null && target !== null) {
    const ahead = direction * (value - target);
    probability = near(width, 0) ? (atLeast(ahead, 0) ? 1 : 0) : normal(ahead / width);
  }
  return {
    forecastValue: value,
    forecastLow: Math.max(floor, edge(-1)),
    forecastHigh: Math.max(floor, edge(1)),
    forecastProbability: probability,
  };
}
