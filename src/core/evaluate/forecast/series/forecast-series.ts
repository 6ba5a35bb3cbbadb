import { type Course, dampedTrend, dynamicTheta, steadyLevel, theta } from './courses.ts';
import { softenOutliers } from './soften-outliers.ts';
import { seasonOf } from './take-out-season.ts';

/** What a series is expected to do, one element per step after its last value. */
export interface SeriesForecast {
  /** The middle of what is expected. */
  mean: number[];
  /** Lower and upper end of the 80 % band. */
  low: number[];
  high: number[];
  /** Half the band ÷ 1.28, in the unit of the values: their standard deviation, were they normal. */
  sigma: number[];
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
/** The standard normal deviate that leaves 10 % above it. */
export const BAND_DEVIATE = 1.2815515655446004;
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
const PATH_FENCE = 1;
const BAND_FENCE = 3;
/** What a step further away adds to the variance of the first; set to hold on M1 (ADR 8). */
const GROWTH_OF_VARIANCE = 0.5;
const FEW_VALUES = 4;
/** Surprises are measured with the settings that made them small. */
const HINDSIGHT = 1.25;

/**
 * Forecasts a series from its own past: takes the season out, carries the rest on in three plain ways
 * (Theta, Theta with a line that may change, damped trend; below 9 values Theta, a steady level and
 * the last value), takes the middle one of the three, and puts the season back. Positive series of 6
 * values or more have a relative season and growth, so they are measured in logarithms; only the
 * second way is not, or growth would compound in all of them.
 *
 * Unit: that of the values. Null below 3 values, for a horizon below 1, or when a value is not finite
 * (beyond 10^150 counts as such). All values equal: that value, with a band of width 0. A season needs
 * two full years.
 */
export function forecastSeries(
  values: readonly number[],
  options: SeriesForecastOptions,
): SeriesForecast | null {
  const { seasonLength, horizon, nonNegative, longestCycle = seasonLength } = options;
  const n = values.length;
  if (n < MIN_FORECAST_LENGTH || !(horizon >= 1)) return null;
  let smallest = values[0];
  let largest = values[0];
  let sum = 0;
  for (const value of values) {
    if (!(Math.abs(value) <= LARGEST)) return null;
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
    sum += value;
  }
  const isRelative = n >= MIN_RELATIVE_LENGTH && smallest > 0 && smallest >= (NEAR_ZERO * sum) / n;
  const unit = isRelative ? values[n - 1] : Math.max(Math.abs(smallest), Math.abs(largest));
  const bound = (value: number) => (nonNegative ? Math.max(0, value) : value);
  if (largest - smallest <= EQUAL * Math.max(Math.abs(smallest), Math.abs(largest))) {
    const stays = new Array<number>(horizon).fill(bound(values[n - 1]));
    return { mean: stays, low: stays, high: stays, sigma: new Array<number>(horizon).fill(0) };
  }
  // Relative to the newest or the largest value, so that the unit drops out before anything is rounded.
  const adjusted = new Float64Array(n);
  for (let i = 0; i < n; i++)
    adjusted[i] = isRelative ? Math.log(values[i] / unit) : values[i] / unit;
  const range = isRelative ? Math.log(largest / smallest) : (largest - smallest) / unit;
  const lowest = isRelative ? Math.log(smallest / unit) : smallest / unit;
  const pattern = seasonOf(adjusted, seasonLength);
  for (let i = 0; i < n; i++) adjusted[i] -= pattern[i % pattern.length];
  softenOutliers(adjusted);
  const plain = isRelative ? new Float64Array(n) : adjusted;
  if (isRelative) for (let i = 0; i < n; i++) plain[i] = Math.exp(adjusted[i]);

  const isLong = n >= MIN_DAMPED_LENGTH;
  const half = theta(adjusted);
  const moving = n >= MIN_MOVING_LENGTH ? dynamicTheta(plain) : steadyLevel(plain);
  const third = isLong ? dampedTrend(adjusted) : steadyLevel(adjusted);
  const trendTrust = longestCycle > 1 ? Math.min(1, n / (2 * longestCycle)) : 1;
  const deviation =
    HINDSIGHT * (1 + FEW_VALUES / n) * Math.sqrt(Math.max(0, third.squares) / Math.max(1, n - 3));
  const back = (working: number, ranges: number): number => {
    const fenced = Math.min(
      lowest + range * (1 + ranges),
      Math.max(lowest - range * ranges, working),
    );
    return bound(unit * (isRelative ? Math.exp(fenced) : fenced));
  };
  const forecast: SeriesForecast = { mean: [], low: [], high: [], sigma: [] };
  for (let k = 0; k < horizon; k++) {
    const ownWay = courseAfter(moving, k + 1, trendTrust);
    const way = median(
      courseAfter(half, k + 1, trendTrust),
      isRelative ? Math.log(Math.max(Number.MIN_VALUE, ownWay)) : ownWay,
      isLong ? courseAfter(third, k + 1, trendTrust) : adjusted[n - 1],
    );
    const middle = way + pattern[(n + k) % pattern.length];
    const spread = BAND_DEVIATE * deviation * Math.sqrt(1 + GROWTH_OF_VARIANCE * k);
    const low = back(middle - spread, BAND_FENCE);
    const high = back(middle + spread, BAND_FENCE);
    forecast.mean.push(back(middle, PATH_FENCE));
    forecast.low.push(low);
    forecast.high.push(high);
    forecast.sigma.push((high - low) / (2 * BAND_DEVIATE));
  }
  return forecast;
}

/** Where a course stands after so many steps, its trend followed as far as it is trusted. */
function courseAfter({ level, trend, damping }: Course, steps: number, trust: number): number {
  const reach = damping === 1 ? steps : (damping * (1 - damping ** steps)) / (1 - damping);
  return level + trust * trend * reach;
}

const median = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
