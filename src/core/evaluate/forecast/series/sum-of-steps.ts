import { BAND_DEVIATE, type SeriesForecast } from './forecast-series.ts';

export interface SumForecast {
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
 * The sums of the first 0, 1, 2 … steps, for a total that still has them to come, each with its
 * 80 % band. Unit: that of the values. Null cases: none; the sum of no steps is 0.
 */
export function sumsOfSteps({ mean, low, high }: SeriesForecast): SumForecast[] {
  const below = newWidth();
  const above = newWidth();
  let middle = 0;
  const sums: SumForecast[] = [{ mean: 0, low: 0, high: 0, sigma: 0 }];
  mean.forEach((value, k) => {
    middle += value;
    const down = widen(below, Math.abs(low[k] - value));
    const up = widen(above, Math.abs(high[k] - value));
    const sigma = (down + up) / (2 * BAND_DEVIATE);
    sums.push({ mean: middle, low: middle - down, high: middle + up, sigma });
  });
  return sums;
}

/** Distances from the middle to one edge: added up, and added up as squares. */
interface Width {
  together: number;
  apart: number;
}

const newWidth = (): Width => ({ together: 0, apart: 0 });

/** The width after one more step, between that of independent errors and that of equal ones. */
function widen(width: Width, distance: number): number {
  width.together += distance;
  width.apart += distance * distance;
  return Math.sqrt((1 - TOGETHER) * width.apart + TOGETHER * width.together ** 2);
}
