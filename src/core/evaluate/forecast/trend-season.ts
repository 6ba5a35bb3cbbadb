import type { Cadence, RegularCadence } from '../../model/period.ts';
import type { HistoryPoint } from '../signal/kpi-signal.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import type { ForecastPath, PathBand } from './forecast-path.ts';
import { cycleOf, foreseeSteps, type HistoryKind, mostValues } from './series/foresee-steps.ts';
import { errorOfSums, rollingOriginError } from './series/rolling-origin-error.ts';

/** Intervals after which a pattern repeats; of days those of a week that count. */
const SEASON_LENGTH: Record<Exclude<RegularCadence, 'day'>, number> = {
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};

/** Before this many values a method is not chosen over the published one, however it did. */
const LEAST_VALUES_TO_CHOOSE: Record<Cadence, number> = {
  day: 24,
  week: 24,
  month: 24,
  quarter: 12,
  year: 10,
  irregular: 24,
};
/** Days without a sale say nothing about trend: at least so many intervals must have something. */
const LEAST_FILLED_SHARE = 0.5;
/** It must have been this much better on the KPI's own past, or the simpler one stays. */
const LEAST_GAIN = 0.05;
/** Days that have not shown a year twice are not chosen for more than two months ahead. */
const MOST_DAYS_WITHOUT_YEAR = 60;
const DAYS_A_WEEK = 7;
const WEEKS_TO_COUNT_DAYS = 4;

/** The newest unbroken stretch of the measure's history, in intervals of the cadence. */
function newestValues(points: readonly HistoryPoint[], most: number): number[] {
  const history: number[] = [];
  for (let i = points.length - 1; i >= 0 && history.length < most; i--) {
    const { value } = points[i];
    if (value === null) break;
    history.push(value);
  }
  return history.reverse();
}

function kindOf(kpiCase: KpiCase, points: readonly HistoryPoint[]): HistoryKind {
  const { measure, definition, isNeverNegative } = kpiCase;
  const { cadence } = measure;
  return {
    seasonLength:
      cadence === 'irregular' ? 1 : cadence === 'day' ? daysAWeek(points) : SEASON_LENGTH[cadence],
    isDaily: cadence === 'day',
    family: definition.family,
    nonNegative: isNeverNegative,
  };
}

/** A week of working days has five: the days that count, over up to four of the latest weeks. */
function daysAWeek(points: readonly HistoryPoint[]): number {
  if (points.length < DAYS_A_WEEK) return DAYS_A_WEEK;
  const last = points[points.length - 1].start;
  const weeks = Math.floor((last - points[0].start + 1) / DAYS_A_WEEK);
  const counted = Math.min(WEEKS_TO_COUNT_DAYS, weeks);
  const from = last - DAYS_A_WEEK * counted;
  let days = 0;
  for (let i = points.length - 1; i >= 0 && points[i].start > from; i--) days++;
  return Math.max(1, Math.round(days / counted));
}

/** The published method on a history: totals keep the mean speed, levels the mean change. */
function keepSpeed(isTotal: boolean, window: number) {
  return (history: readonly number[], horizon: number): number[] => {
    const recent = history.slice(-Math.max(2, window));
    const last = recent[recent.length - 1];
    const mean = recent.reduce((sum, value) => sum + value, 0) / recent.length;
    const change = (last - recent[0]) / (recent.length - 1);
    return Array.from({ length: horizon }, (_, step) =>
      isTotal ? mean * (step + 1) : last + change * (step + 1),
    );
  };
}

/**
 * Whether the KPI's own past says that trend and season foresee it better than the speed so far: a
 * rolling-origin backtest over the intervals that are left, of a total on what they add up to
 * (calculations.md §7).
 */
export function isForeseenByTrend(
  kpiCase: KpiCase,
  points: readonly HistoryPoint[],
  stepsLeft: number,
): boolean {
  const kind = kindOf(kpiCase, points);
  const history = newestValues(points, mostValues(kind));
  const cycle = cycleOf(history.length, kind);
  const least = LEAST_VALUES_TO_CHOOSE[kpiCase.measure.cadence];
  const isLong = history.length >= Math.max(least, 2 * cycle);
  const filled = history.filter((value) => value !== 0).length;
  const isTooFar =
    kind.isDaily && cycle === kind.seasonLength && stepsLeft > MOST_DAYS_WITHOUT_YEAR;
  if (
    !isLong ||
    filled < LEAST_FILLED_SHARE * history.length ||
    stepsLeft < 1 ||
    isTooFar ||
    hasShapedPlan(kpiCase)
  )
    return false;
  const isTotal = kind.family === 'total';
  const errorOf = isTotal ? errorOfSums : undefined;
  const speed = keepSpeed(isTotal, kpiCase.judged.judgedIndex + 1);
  const plain = rollingOriginError(history, cycle, stepsLeft, speed, undefined, errorOf);
  if (plain === null) return false;
  const noise = 1e-9 * Math.max(1, ...history.map(Math.abs));
  const wanted = plain * (1 - LEAST_GAIN) - noise;
  const foresee = (values: readonly number[], horizon: number) =>
    foreseeSteps(values, kind, horizon)
      ?.slice(1)
      .map(({ mean }) => mean) ?? null;
  const own = rollingOriginError(history, cycle, stepsLeft, foresee, wanted, errorOf);
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
  const kind = kindOf(kpiCase, points);
  const history = newestValues(points, mostValues(kind));
  const ahead = foreseeSteps(history, kind, Math.max(1, stepsLeft));
  if (ahead === null) return null;
  const before = kind.family === 'total' ? actual : 0;
  const at = (steps: number): PathBand & { value: number } => {
    if (steps <= 0) return { value: actual, low: actual, high: actual, deviation: 0 };
    const { mean, low, high, sigma } = ahead[Math.min(steps, ahead.length - 1)];
    return { value: before + mean, low: before + low, high: before + high, deviation: sigma };
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
