import type { ForecastMethod } from '../../src/core/model/kpi.ts';
import { isForeseeable, isNeverBelow, speedsOf } from './reference-arrival.ts';
import { type Case, hasWeight } from './reference-case.ts';
import { above } from './reference-definition.ts';
import { fiveNumbers } from './reference-numbers.ts';
import { bentEnd, intervalsAhead, pathTo } from './reference-paths.ts';

export interface ReferenceForecast {
  forecastValue: number | null;
}

const NONE: ReferenceForecast = {
  forecastValue: null,
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

export function forecastBy(kase: Case, method: ForecastMethod): ReferenceForecast {
  const { judged, actualAt } = kase;
  const actual = judged === null ? null : actualAt(judged);
  if (judged === null || actual === null || !isForeseeable(kase)) return NONE;
  const raw = valueBy(kase, method);
  if (raw === null) return NONE;
  const floor = isNeverBelow(kase) ? actual : Number.NEGATIVE_INFINITY;
  const path = pathTo(kase, Math.max(raw, floor));
  const isEnd = path.length === 0;
  const value = isEnd ? Math.max(raw, floor) : bentEnd(kase, path, actual);
  return { forecastValue: value };
}
