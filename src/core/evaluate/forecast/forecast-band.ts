import { atLeast } from '../../model/quantity.ts';

/** Half of an 80 % band of the normal distribution, in standard deviations. */
const Z_80 = 1.28;

/** Mean moving range of an XmR chart per standard deviation (d₂ for two points). */
const D2 = 1.128;

const ROUNDING = 1e-9;

/** Below this many intervals a spread says nothing. */
export const LEAST_INTERVALS_FOR_A_BAND = 8;

/**
 * σ per interval: the mean moving range of the deviations from plan ÷ 1.128; null with fewer than
 * two neighbours. A missing interval breaks the chain.
 */
export function deviationSigma(deviations: ReadonlyArray<number | null>): number | null {
  let sum = 0;
  let count = 0;
  for (let i = 1; i < deviations.length; i++) {
    const before = deviations[i - 1];
    const own = deviations[i];
    if (before === null || own === null) continue;
    sum += Math.abs(own - before);
    count++;
  }
  if (count === 0) return null;
  // What is left of equal deviations after subtracting them is rounding, not spread.
  const largest = deviations.reduce<number>((most, own) => Math.max(most, Math.abs(own ?? 0)), 1);
  const range = sum / count;
  return range <= ROUNDING * largest ? 0 : range / D2;
}

export interface Band {
  low: number;
  high: number;
}

/** F ± 1.28·(standard deviation of the forecast); the forecast itself when that is 0. */
export const bandAround = (forecast: number, deviation: number): Band => ({
  low: forecast - Z_80 * deviation,
  high: forecast + Z_80 * deviation,
});

/** Φ by Zelen and Severo's polynomial (Abramowitz and Stegun 26.2.17), error below 7.5e−8. */
export function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

/**
 * Chance, 0–1, that a value spread normally around the forecast is at least as good as the target;
 * without spread it is certain either way.
 */
export function chanceToReach(
  forecast: number,
  deviation: number,
  target: number,
  direction: 1 | -1,
): number {
  if (deviation === 0) return atLeast(direction * forecast, direction * target) ? 1 : 0;
  return normalShareBelow((direction * (forecast - target)) / deviation);
}
