import type { RegularCadence } from '../model/period.ts';
import { forecastSeries } from './forecast/forecast-series.ts';
import { rollingOriginError } from './forecast/rolling-origin-error.ts';
import { sumsOfSteps } from './forecast/sum-of-steps.ts';
import type { ForecastPath, PathBand } from './forecast-path.ts';
import type { KpiCase } from './kpi-case.ts';
import type { HistoryPoint } from './kpi-signal.ts';

/** Intervals after which a season repeats. */
const SEASON_LENGTH: Record<RegularCadence, number> = {
  day: 7,
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};

/** Older values say little and cost time: at most so many, and at least three seasons. */
const MOST_VALUES = 60;
const MOST_SEASONS = 3;

/** Before this many values a method is not chosen over the published one, however it did. */
const LEAST_VALUES_TO_CHOOSE = 24;
/** Days without a sale say nothing about trend: at least so many intervals must have something. */
const LEAST_FILLED_SHARE = 0.5;
/** It must have been this much better on the KPI's own past, or the simpler one stays. */
const LEAST_GAIN = 0.05;

/** The newest unbroken stretch of the measure's history, in intervals of the cadence. */
function newestValues(points: readonly HistoryPoint[], seasonLength: number): number[] {
  const history: number[] = [];
  const most = Math.max(MOST_VALUES, MOST_SEASONS * seasonLength);
  for (let i = points.length - 1; i >= 0 && history.length < most; i--) {
    const { value } = points[i];
    if (value === null) break;
    history.push(value);
  }
  return history.reverse();
}

const seasonLengthOf = ({ measure }: KpiCase): number =>
  measure.cadence === 'irregular' ? 1 : SEASON_LENGTH[measure.cadence];

/** The published method on a history: totals keep the mean speed, levels the mean change. */
function keepSpeed(isTotal: boolean, window: number) {
  return (history: readonly number[], horizon: number): number[] => {
    const recent = history.slice(-Math.max(2, window));
    const last = recent[recent.length - 1];
    const mean = recent.reduce((sum, value) => sum + value, 0) / recent.length;
    const change = (last - recent[0]) / (recent.length - 1);
    return Array.from({ length: horizon }, (_, step) =>
      isTotal ? mean : last + change * (step + 1),
    );
  };
}

/**
 * Whether the KPI's own past says that trend and season foresee it better than the speed so far: a
 * rolling-origin backtest over the intervals that are left (calculations.md §7).
 */
export function isForeseenByTrend(
  kpiCase: KpiCase,
  points: readonly HistoryPoint[],
  stepsLeft: number,
): boolean {
  const seasonLength = seasonLengthOf(kpiCase);
  const history = newestValues(points, seasonLength);
  const isLong = history.length >= Math.max(LEAST_VALUES_TO_CHOOSE, 2 * seasonLength);
  const filled = history.filter((value) => value !== 0).length;
  if (
    !isLong ||
    filled < LEAST_FILLED_SHARE * history.length ||
    stepsLeft < 1 ||
    hasShapedPlan(kpiCase)
  )
    return false;
  const { isNeverNegative, definition, judged } = kpiCase;
  const isTotal = definition.family === 'total';
  const window = judged.judgedIndex + 1;
  const plain = rollingOriginError(history, seasonLength, stepsLeft, keepSpeed(isTotal, window));
  if (plain === null) return false;
  const noise = 1e-9 * Math.max(1, ...history.map(Math.abs));
  const wanted = plain * (1 - LEAST_GAIN) - noise;
  const foresee = (values: readonly number[], horizon: number) =>
    forecastSeries(values, { seasonLength, horizon, nonNegative: isNeverNegative })?.mean ?? null;
  const own = rollingOriginError(history, seasonLength, stepsLeft, foresee, wanted);
  return own !== null && own < wanted;
}

/** Milestones or last year's shape say more about the rest of the period than its past does. */
const hasShapedPlan = ({ kpi, milestones }: KpiCase): boolean =>
  kpi.planShape === 'step' ||
  kpi.dayWeights.kind === 'last_year' ||
  milestones.some(({ value }) => value !== null);

/**
 * The forecast from trend and season of the measure's own history, per interval of the cadence; a
 * total adds the steps to X. Null with fewer than three values.
 */
export function forecastByTrend(
  kpiCase: KpiCase,
  points: readonly HistoryPoint[],
  actual: number,
  stepsLeft: number,
): ForecastPath | null {
  const seasonLength = seasonLengthOf(kpiCase);
  const forecast = forecastSeries(newestValues(points, seasonLength), {
    seasonLength,
    horizon: Math.max(1, stepsLeft),
    nonNegative: kpiCase.isNeverNegative,
  });
  if (forecast === null) return null;
  const sums = kpiCase.definition.family === 'total' ? sumsOfSteps(forecast) : null;
  const at = (steps: number): PathBand & { value: number } => {
    if (steps <= 0) return { value: actual, low: actual, high: actual, deviation: 0 };
    if (sums !== null) {
      const sum = sums[Math.min(steps, sums.length - 1)];
      return {
        value: actual + sum.mean,
        low: actual + sum.low,
        high: actual + sum.high,
        deviation: sum.sigma,
      };
    }
    const step = Math.min(steps, forecast.mean.length) - 1;
    return {
      value: forecast.mean[step],
      low: forecast.low[step],
      high: forecast.high[step],
      deviation: forecast.sigma[step],
    };
  };
  return {
    method: 'trend_season',
    reason: null,
    value: at(stepsLeft).value,
    stepsLeft,
    valueAfter: (steps) => at(steps).value,
    bandAfter: at,
  };
}
