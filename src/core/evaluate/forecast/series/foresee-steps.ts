import { forecastSeries, type SeriesForecast } from './forecast-series.ts';
import { type SumForecast, sumsOfSteps } from './sum-of-steps.ts';

/** What the values of a history are. */
export interface HistoryKind {
  /** Values after which the shortest pattern repeats: a week of days, a year of months. */
  readonly seasonLength: number;
  /** Days have a year as well as a week. */
  readonly isDaily: boolean;
  /** Totals add up; a level is where it stands; an average says the same of a week as of its days. */
  readonly family: 'total' | 'level' | 'average';
  readonly nonNegative: boolean;
}

const WEEKS_A_YEAR = 52;
/** Older values say little and cost time: at most so many, and at least three seasons. */
const MOST_VALUES = 60;
const MOST_SEASONS = 3;
/** The shape of a week is read from its latest eight. */
const WEEKS_OF_SHAPE = 8;

/** How many of the newest values are of use. */
export const mostValues = ({ seasonLength, isDaily }: HistoryKind): number =>
  isDaily
    ? MOST_SEASONS * WEEKS_A_YEAR * seasonLength
    : Math.max(MOST_VALUES, MOST_SEASONS * seasonLength);

/** The longest cycle that a history of this length shows twice, else the shortest it may have. */
export function cycleOf(length: number, { seasonLength, isDaily }: HistoryKind): number {
  const year = WEEKS_A_YEAR * seasonLength;
  return isDaily && length >= 2 * year ? year : seasonLength;
}

/**
 * What a history is expected to add up to (totals) or to stand at (the rest) after 0, 1, 2 … steps,
 * each with its 80 % band. Days with two years behind them are foreseen by weeks, which have a
 * season of 52: sixty days know nothing of December. Unit: that of the values. Null with fewer than
 * three values.
 */
export function foreseeSteps(
  values: readonly number[],
  kind: HistoryKind,
  horizon: number,
): SumForecast[] | null {
  const { seasonLength, isDaily, nonNegative } = kind;
  if (cycleOf(values.length, kind) !== seasonLength) return foreseeByWeeks(values, kind, horizon);
  const newest = values.slice(-mostValues({ ...kind, isDaily: false }));
  const longestCycle = isDaily ? WEEKS_A_YEAR * seasonLength : seasonLength;
  const options = { seasonLength, longestCycle, horizon, nonNegative };
  const forecast = forecastSeries(newest, options);
  return forecast && stepsOf(forecast, kind, values[values.length - 1]);
}

function foreseeByWeeks(
  values: readonly number[],
  kind: HistoryKind,
  horizon: number,
): SumForecast[] | null {
  const { seasonLength: weekLength, nonNegative } = kind;
  const weeks = inWeeks(values, kind);
  const forecast = forecastSeries(weeks, {
    seasonLength: WEEKS_A_YEAR,
    horizon: Math.ceil(horizon / weekLength),
    nonNegative,
  });
  if (forecast === null) return null;
  const ends = stepsOf(forecast, kind, weeks[weeks.length - 1]);
  const shares = sharesOfWeek(values, kind);
  return Array.from({ length: horizon + 1 }, (_, steps) => {
    const week = Math.floor(steps / weekLength);
    const share = shares[steps % weekLength];
    return share === 0 ? ends[week] : between(ends[week], ends[week + 1], share);
  });
}

/** Full weeks, the newest ending at the newest value: their sums, ends or means. */
function inWeeks(values: readonly number[], { seasonLength, family }: HistoryKind): number[] {
  const count = Math.min(Math.floor(values.length / seasonLength), MOST_SEASONS * WEEKS_A_YEAR);
  const first = values.length - count * seasonLength;
  return Array.from({ length: count }, (_, week) => {
    const start = first + week * seasonLength;
    if (family === 'level') return values[start + seasonLength - 1];
    let sum = 0;
    for (let i = start; i < start + seasonLength; i++) sum += values[i];
    return family === 'total' ? sum : sum / seasonLength;
  });
}

/** What part of a week is over after 0, 1, 2 … of its days; even where its days have no shape. */
function sharesOfWeek(values: readonly number[], { seasonLength, family }: HistoryKind): number[] {
  const even = Array.from({ length: seasonLength }, (_, i) => i / seasonLength);
  if (family !== 'total') return even;
  const newest = values.slice(-WEEKS_OF_SHAPE * seasonLength);
  const total = newest.reduce((sum, value) => sum + value, 0);
  if (total <= 0 || newest.some((value) => value < 0)) return even;
  let over = 0;
  return even.map((_, day) => {
    const share = over / total;
    for (let i = day; i < newest.length; i += seasonLength) over += newest[i];
    return share;
  });
}

/** After 0, 1, 2 … steps of a forecast: sums of a total, the steps themselves of anything else. */
function stepsOf(forecast: SeriesForecast, { family }: HistoryKind, newest: number): SumForecast[] {
  if (family === 'total') return sumsOfSteps(forecast);
  const { mean, low, high, sigma } = forecast;
  const now = { mean: newest, low: newest, high: newest, sigma: 0 };
  return [
    now,
    ...mean.map((middle, k) => ({ mean: middle, low: low[k], high: high[k], sigma: sigma[k] })),
  ];
}

function between(from: SumForecast, to: SumForecast, share: number): SumForecast {
  const at = (part: keyof SumForecast) => from[part] + share * (to[part] - from[part]);
  return { mean: at('mean'), low: at('low'), high: at('high'), sigma: at('sigma') };
}
