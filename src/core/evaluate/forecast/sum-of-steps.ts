import { BAND_DEVIATE, type SeriesForecast } from './forecast-series.ts';

interface SumForecast {
  mean: number;
  low: number;
  high: number;
  sigma: number;
}

/**
 * Errors of different steps go together: measured as 0.6 on the M1 competition, where it gives the
 * sums of a horizon the same coverage as its single steps.
 */
const TOGETHER = 0.6;

/**
 * The sum of the steps, for a total that still has them to come, with its 80 % band. Unit: that of
 * the values. `share` is how much of the first step is still to come (1 all of it). Null cases: none;
 * no steps is a sum of 0.
 */
export function sumOfSteps(forecast: SeriesForecast, share = 1): SumForecast {
  const counted = (steps: readonly number[]) =>
    steps.map((value, k) => (k === 0 ? share * value : value));
  const total = (steps: readonly number[]) => steps.reduce((sum, value) => sum + value, 0);
  const { mean, low, high } = forecast;
  const middle = total(counted(mean));
  const width = (edge: readonly number[]) => {
    const distances = counted(edge.map((value, k) => Math.abs(value - mean[k])));
    const apart = total(distances.map((distance) => distance * distance));
    return Math.sqrt((1 - TOGETHER) * apart + TOGETHER * total(distances) ** 2);
  };
  const below = width(low);
  const above = width(high);
  return {
    mean: middle,
    low: middle - below,
    high: middle + above,
    sigma: (below + above) / (2 * BAND_DEVIATE),
  };
}
