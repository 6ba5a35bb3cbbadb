import { forecastSeries } from './forecast-series.ts';

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

/** Values a year. */
export const yearOf = ({ seasonLength, isDaily }: HistoryKind): number =>
  isDaily ? WEEKS_A_YEAR * seasonLength : seasonLength;

/** How many of the newest values are of use. */
export const mostValues = (kind: HistoryKind): number =>
  Math.max(MOST_VALUES, MOST_SEASONS * yearOf(kind));

/**
 * What a history is expected to add up to (totals, averages) or to stand at (levels) after 0, 1, 2 …
 * steps. Days with two years behind them are foreseen by weeks, which have a season of 52: sixty days
 * know nothing of December. Unit: that of the values. Null with fewer than three values.
 */
export function foreseeSteps(
  values: readonly number[],
  kind: HistoryKind,
  horizon: number,
): number[] | null {
  if (kind.isDaily && values.length >= 2 * yearOf(kind)) {
    return foreseeByWeeks(values, kind, horizon);
  }
  const { seasonLength, nonNegative } = kind;
  const most = Math.max(MOST_VALUES, MOST_SEASONS * seasonLength);
  const newest = values.length > most ? values.slice(-most) : values;
  const options = { seasonLength, longestCycle: yearOf(kind), horizon, nonNegative };
  return stepsOf(newest, options, kind);
}

function foreseeByWeeks(
  values: readonly number[],
  kind: HistoryKind,
  horizon: number,
): number[] | null {
  const { seasonLength: weekLength, nonNegative } = kind;
  const ends = stepsOf(
    inWeeks(values, kind),
    { seasonLength: WEEKS_A_YEAR, horizon: Math.ceil(horizon / weekLength), nonNegative },
    kind,
  );
  if (ends === null) return null;
  const shares = sharesOfWeek(values, kind);
  const steps: number[] = [];
  for (let step = 0; step <= horizon; step++) {
    const week = Math.floor(step / weekLength);
    const share = shares[step % weekLength];
    steps.push(share === 0 ? ends[week] : ends[week] + share * (ends[week + 1] - ends[week]));
  }
  return steps;
}

/** Full weeks, the newest ending at the newest value: their sums or ends. */
function inWeeks(values: readonly number[], { seasonLength, family }: HistoryKind): number[] {
  const count = Math.min(Math.floor(values.length / seasonLength), MOST_SEASONS * WEEKS_A_YEAR);
  const weeks: number[] = [];
  for (let end = values.length - (count - 1) * seasonLength; end <= values.length; ) {
    let sum = 0;
    for (let i = end - seasonLength; i < end; i++) sum += values[i];
    weeks.push(family === 'level' ? values[end - 1] : sum);
    end += seasonLength;
  }
  return weeks;
}

/** What part of a week is over after 0, 1, 2 … of its days; even where its days have no shape. */
function sharesOfWeek(values: readonly number[], { seasonLength, family }: HistoryKind): number[] {
  const first = values.length - WEEKS_OF_SHAPE * seasonLength;
  const days = new Array<number>(seasonLength).fill(0);
  let total = 0;
  let least = 0;
  for (let i = first; i < values.length; i++) {
    days[(i - first) % seasonLength] += values[i];
    total += values[i];
    least = Math.min(least, values[i]);
  }
  const isShaped = family === 'total' && total > 0 && least >= 0;
  let over = 0;
  return days.map((own, day) => {
    const share = isShaped ? over / total : day / seasonLength;
    over += own;
    return share;
  });
}

/** After 0, 1, 2 … steps of a forecast: sums of a total, the steps themselves of a level. */
function stepsOf(
  values: readonly number[],
  options: Parameters<typeof forecastSeries>[1],
  { family }: HistoryKind,
): number[] | null {
  const forecast = forecastSeries(values, options);
  if (forecast === null) return null;
  const { middle, lift } = forecast;
  if (family === 'level') return [values[values.length - 1], ...middle];
  let sum = 0;
  const sums = [0];
  for (const value of middle) {
    sum += lift * value;
    sums.push(sum);
  }
  return sums;
}
