import { averageOf, centredMovingAverage } from './series.ts';

interface Seasonality {
  /** What is left when the pattern is taken out, one per value. */
  readonly adjusted: number[];
  /** Deviation per position in the year; position 0 is that of the first value. */
  readonly pattern: number[];
  /** 0 (no pattern) to 1 (the pattern is believed as it was measured). */
  readonly trust: number;
  /** Variance of one element of the pattern: how well it is known. */
  readonly uncertainty: number;
}

/** A year later counts this much more: patterns move slowly. */
const YEARLY_FADING = 0.75;
/** "No season at all" has a voice worth this many observations, so that two years cannot prove one. */
const DOUBT = 2;

/**
 * Splits a series into a repeating pattern and the rest, additively (a logarithm turns a
 * multiplicative pattern into an additive one).
 *
 * Classical decomposition with three changes: the highest and lowest deviation of each position are
 * dropped, recent years weigh more, and instead of a yes-or-no test the pattern is shrunk by
 * 1 - 1/F, F the variance ratio of pattern to noise (James and Stein; Miller and Williams 2003).
 * F ≤ 1 is no season. Fewer than two full years: no pattern, trust 0.
 */
export function decomposeSeason(values: readonly number[], seasonLength: number): Seasonality {
  const none = { adjusted: [...values], pattern: [], trust: 0, uncertainty: 0 };
  if (seasonLength < 2 || values.length < 2 * seasonLength) return none;
  const perPosition = deviationsPerPosition(values, seasonLength);
  const located = perPosition.map(locate);
  const centre = averageOf(located.map((one) => one.location));
  const measured = located.map((one) => one.location - centre);
  const noise = noiseVariance(perPosition, centre, isShort(values.length, seasonLength) ? 1 : 0);
  const uncertainty = noise * averageOf(located.map((one) => one.varianceFactor));
  const strength = measured.reduce((sum, one) => sum + one * one, 0) / (seasonLength - 1);
  const trust = strength > 0 ? Math.max(0, 1 - uncertainty / strength) : 0;
  const pattern = measured.map((one) => trust * one);
  const adjusted = values.map((value, i) => value - pattern[i % seasonLength]);
  return { adjusted, pattern, trust, uncertainty: trust * uncertainty };
}

interface Deviation {
  readonly value: number;
  readonly weight: number;
}

const isShort = (length: number, seasonLength: number) => length < 3 * seasonLength;

/** The moving average loses half a year at both ends; under three years a line serves better. */
function deviationsPerPosition(values: readonly number[], seasonLength: number): Deviation[][] {
  const n = values.length;
  const trend = isShort(n, seasonLength)
    ? yearOverYearLine(values, seasonLength)
    : centredMovingAverage(values, seasonLength);
  const perPosition: Deviation[][] = Array.from({ length: seasonLength }, () => []);
  values.forEach((value, i) => {
    const level = trend[i];
    if (level === null) return;
    const age = Math.floor((n - 1 - i) / seasonLength);
    perPosition[i % seasonLength].push({ value: value - level, weight: YEARLY_FADING ** age });
  });
  return perPosition;
}

/** A line whose slope is free of the season: the mean change over exactly one year. */
function yearOverYearLine(values: readonly number[], seasonLength: number): number[] {
  const changes = values.slice(seasonLength).map((value, i) => value - values[i]);
  const slope = averageOf(changes) / seasonLength;
  const centre = averageOf(values.map((value, i) => value - slope * i));
  return values.map((_, i) => centre + slope * i);
}

/** Weighted mean, without the lowest and the highest when there are three or more. */
function locate(deviations: readonly Deviation[]): { location: number; varianceFactor: number } {
  const sorted = [...deviations].sort((a, b) => a.value - b.value);
  const kept = sorted.length >= 3 ? sorted.slice(1, -1) : sorted;
  let weights = 0;
  let sum = 0;
  for (const { value, weight } of kept) {
    weights += weight;
    sum += weight * value;
  }
  let all = 0;
  let squares = 0;
  for (const { weight } of deviations) {
    all += weight;
    squares += weight * weight;
  }
  return { location: sum / weights, varianceFactor: squares / (all * all) };
}

function noiseVariance(perPosition: readonly Deviation[][], centre: number, lost: number): number {
  let within = 0;
  let total = 0;
  let count = 0;
  for (const deviations of perPosition) {
    const mean = averageOf(deviations.map((one) => one.value));
    for (const { value } of deviations) {
      within += (value - mean) ** 2;
      total += (value - centre) ** 2;
      count += 1;
    }
  }
  const freedom = count - perPosition.length - lost;
  return (within + (DOUBT * total) / count) / (freedom + DOUBT);
}
