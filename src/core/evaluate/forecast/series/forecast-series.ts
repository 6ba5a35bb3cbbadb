import { type Course, dampedTrend, dynamicTheta, steadyLevel, theta } from './courses.ts';
import { softenOutliers } from './soften-outliers.ts';
import { seasonOf } from './take-out-season.ts';

/** What a series is expected to do. */
export interface SeriesForecast {
  /** One element per step after the last value: the truth is as likely above as below. */
  middle: number[];
  /** Mean ÷ middle, 1 or more: of relative noise the highs weigh more in a sum. */
  lift: number;
}

interface SeriesForecastOptions {
  /** Values per year (or other cycle): 12, 4, 52, 7; 1 for none. */
  seasonLength: number;
  /** Values of the longest cycle there may be, where that is not the season: a year of days. */
  longestCycle?: number;
  /** Steps ahead. */
  horizon: number;
  /** The values cannot be negative, so neither can the forecast. */
  nonNegative: boolean;
}

const MIN_FORECAST_LENGTH = 3;
const LARGEST = 1e150;
/** The tolerance within which two values are equal. */
const EQUAL = 1e-9;
/** Fewer say too little about growth to let it compound. */
const MIN_RELATIVE_LENGTH = 6;
/** Relative change loses its meaning where values come this close to 0, as a share of the mean. */
const NEAR_ZERO = 0.001;
/** Before so many values a slope is mostly the accident of where they begin. */
const MIN_MOVING_LENGTH = 6;
const MIN_DAMPED_LENGTH = 9;
/** No further beyond what was ever seen than this many times the whole range seen. */
const FENCE = 1;

/**
 * Forecasts a series from its own past: takes the season out, carries the rest on in three plain ways
 * (Theta, Theta with a line that may change, damped trend; below 9 values Theta, a steady level and
 * the last value), takes the middle one of the three, and puts the season back. Positive series of 6
 * values or more have a relative season and growth, so they are measured in logarithms; only the
 * second way is not, or growth would compound in all of them.
 *
 * Unit: that of the values. Null below 3 values, for a horizon below 1, or when a value is not finite
 * (beyond 10^150 counts as such). All values equal: that value. A season needs two full years.
 */
export function forecastSeries(
  values: readonly number[],
  options: SeriesForecastOptions,
): SeriesForecast | null {
  const { seasonLength, horizon, nonNegative, longestCycle = seasonLength } = options;
  const n = values.length;
  if (n < MIN_FORECAST_LENGTH || !(horizon >= 1)) return null;
  const scale = scaleOf(values);
  if (scale === null) return null;
  const { isRelative, unit, lowest, highest } = scale;
  const bound = (value: number) => (nonNegative ? Math.max(0, value) : value);
  if (highest - lowest <= EQUAL) {
    return { middle: new Array<number>(horizon).fill(bound(values[n - 1])), lift: 1 };
  }
  const calm = new Float64Array(n);
  for (let i = 0; i < n; i++) calm[i] = isRelative ? Math.log(values[i] / unit) : values[i] / unit;
  const pattern = seasonOf(calm, seasonLength);
  for (let i = 0; i < n; i++) calm[i] -= pattern[i % pattern.length];
  softenOutliers(calm);
  const trust = longestCycle > 1 ? Math.min(1, n / (2 * longestCycle)) : 1;
  const { path, lift } = middleWay(calm, isRelative, horizon, trust);
  const fence = FENCE * (highest - lowest);
  for (let k = 0; k < horizon; k++) {
    const way = path[k] + pattern[(n + k) % pattern.length];
    const fenced = Math.min(highest + fence, Math.max(lowest - fence, way));
    path[k] = bound(unit * (isRelative ? Math.exp(fenced) : fenced));
  }
  return { middle: path, lift };
}

/** Relative to the newest or the largest value, so that the unit drops out before anything is rounded. */
interface Scale {
  isRelative: boolean;
  unit: number;
  lowest: number;
  highest: number;
}

/** Null when a value cannot be calculated with. */
function scaleOf(values: readonly number[]): Scale | null {
  const n = values.length;
  let smallest = values[0];
  let largest = values[0];
  let sum = 0;
  for (const value of values) {
    if (!(Math.abs(value) <= LARGEST)) return null;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
    sum += value;
  }
  const isRelative = n >= MIN_RELATIVE_LENGTH && smallest > 0 && smallest >= (NEAR_ZERO * sum) / n;
  const unit = isRelative ? values[n - 1] : Math.max(Math.abs(smallest), Math.abs(largest)) || 1;
  return isRelative
    ? { isRelative, unit, lowest: Math.log(smallest / unit), highest: Math.log(largest / unit) }
    : { isRelative, unit, lowest: smallest / unit, highest: largest / unit };
}

/** The middle one of the three ways, on the working scale. */
function middleWay(calm: Float64Array, isRelative: boolean, horizon: number, trust: number) {
  const n = calm.length;
  const plain = isRelative ? new Float64Array(n) : calm;
  if (isRelative) for (let i = 0; i < n; i++) plain[i] = Math.exp(calm[i]);
  const isLong = n >= MIN_DAMPED_LENGTH;
  const half = theta(calm);
  const moving = n >= MIN_MOVING_LENGTH ? dynamicTheta(plain) : steadyLevel(plain);
  const last = isLong ? dampedTrend(calm) : null;
  const path: number[] = [];
  for (let k = 0; k < horizon; k++) {
    const own = courseAfter(moving, k + 1, trust);
    path.push(
      median(
        courseAfter(half, k + 1, trust),
        isRelative ? Math.log(Math.max(Number.MIN_VALUE, own)) : own,
        last === null ? calm[n - 1] : courseAfter(last, k + 1, trust),
      ),
    );
  }
  const noise = isRelative && last !== null ? Math.max(0, last.squares) / (n - 3) : 0;
  return { path, lift: Math.exp(Math.min(1, noise) / 2) };
}

/** Where a course stands after so many steps, its trend followed as far as it is trusted. */
function courseAfter({ level, trend, damping }: Course, steps: number, trust: number): number {
  const reach = damping === 1 ? steps : (damping * (1 - damping ** steps)) / (1 - damping);
  return level + trust * trend * reach;
}

const median = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
