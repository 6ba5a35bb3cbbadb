import { combineMethods } from './combine-methods.ts';
import { decomposeSeason } from './decompose-season.ts';
import { recentUnrest } from './recent-unrest.ts';
import { softenOutliers } from './soften-outliers.ts';
import { toWorkingScale, type WorkingScale } from './working-scale.ts';

/** What a series is expected to do, one element per step after its last value. */
export interface SeriesForecast {
  /** Code of the method. */
  method: string;
  /** The middle of what is expected: the truth is as likely above it as below. */
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
/** No further beyond what was ever seen than this many times the whole range seen. */
const PATH_FENCE = 1;
const BAND_FENCE = 3;
/** Set on twelve collections, checked on each with the others (ADR 8); see `spreadAhead`. */
const DISAGREEMENT_WEIGHT = 5;
const FEW_VALUES = 3;
const CALIBRATION = 0.75;

/**
 * Forecasts a series from its own past: takes the season out, softens outliers, averages unlike
 * methods over all their settings, and puts the season back. Strictly positive series of 6 values or
 * more are forecast in logarithms: their season and growth are relative, their band not symmetric.
 *
 * Unit: that of the values. Null below 3 values, for a horizon below 1, or when a value is not
 * finite (beyond 10^150 counts as such). All values equal: that value, with a band of width 0. A season needs two full years.
 */
export function forecastSeries(
  values: readonly number[],
  options: SeriesForecastOptions,
): SeriesForecast | null {
  const { seasonLength, horizon, nonNegative, longestCycle = seasonLength } = options;
  const n = values.length;
  if (n < MIN_FORECAST_LENGTH || !(horizon >= 1) || !values.every(isUsable)) return null;
  const scale = toWorkingScale(values);
  if (scale === null) return flatForecast(values[n - 1], horizon, nonNegative);
  const season = decomposeSeason(scale.values, seasonLength);
  const trendTrust = longestCycle > 1 ? Math.min(1, n / (2 * longestCycle)) : 1;
  const calm = softenOutliers(season.adjusted);
  const outlook = combineMethods(calm, horizon, trendTrust);
  const path = outlook.path.map((level, k) => {
    const seasonal = season.pattern[(n + k) % seasonLength] ?? 0;
    return fence(level + seasonal, scale, PATH_FENCE);
  });
  const freedom = n - 2 - season.trust * (seasonLength - 1);
  const unrest = recentUnrest(calm);
  let widest = 0;
  const spread = outlook.variance.map((variance, k) => {
    const own = spreadAhead(variance, outlook.disagreement[k], season.uncertainty, freedom, n);
    // Methods may agree by accident further on; nothing is known better for being further away.
    widest = Math.max(widest, unrest * own);
    return widest;
  });
  return toForecast(path, spread, scale, nonNegative);
}

/**
 * Standard deviation of one step ahead on the working scale. The methods' own variance, corrected
 * for what the season cost; their disagreement, counted fivefold because they share what none of
 * them knows; the season's; all widened when there are few values (after Student's t). Null cases:
 * none.
 */
function spreadAhead(
  variance: number,
  disagreement: number,
  seasonVariance: number,
  freedom: number,
  length: number,
): number {
  const left = Math.max(1, freedom);
  const within = (variance * Math.max(1, length - 2)) / left;
  const total = within + DISAGREEMENT_WEIGHT * disagreement + seasonVariance;
  return (1 + FEW_VALUES / left) * Math.sqrt(CALIBRATION * total);
}

function toForecast(
  path: readonly number[],
  spread: readonly number[],
  scale: WorkingScale,
  nonNegative: boolean,
): SeriesForecast {
  const bound = (value: number) => (nonNegative ? Math.max(0, value) : value);
  const edge = (side: number) =>
    path.map((middle, k) =>
      scale.back(fence(middle + side * BAND_DEVIATE * spread[k], scale, BAND_FENCE)),
    );
  const low = edge(-1);
  const high = edge(1);
  return {
    method: 'trend_season',
    mean: path.map((middle) => bound(scale.back(middle))),
    low: low.map(bound),
    high: high.map(bound),
    sigma: high.map((top, k) => (top - low[k]) / (2 * BAND_DEVIATE)),
  };
}

const isUsable = (value: number) => Math.abs(value) <= LARGEST;

function fence(value: number, scale: WorkingScale, ranges: number): number {
  return Math.min(scale.highest + ranges, Math.max(scale.lowest - ranges, value));
}

function flatForecast(value: number, horizon: number, nonNegative: boolean): SeriesForecast {
  const level = () => new Array<number>(horizon).fill(nonNegative ? Math.max(0, value) : value);
  const sigma = new Array<number>(horizon).fill(0);
  return { method: 'trend_season', mean: level(), low: level(), high: level(), sigma };
}
