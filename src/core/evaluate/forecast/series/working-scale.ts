import { averageOf, medianOf } from './series.ts';

/** The scale forecasts are made on: centred, a range of 1, logarithmic where growth is relative. */
export interface WorkingScale {
  readonly values: number[];
  readonly lowest: number;
  readonly highest: number;
  readonly back: (working: number) => number;
}

/** Relative change loses its meaning where values come this close to 0, as a share of the median. */
const NEAR_ZERO = 0.01;
/** Fewer say too little about growth to let it compound. */
const MIN_RELATIVE_LENGTH = 6;
/** The tolerance within which two values are equal. */
const EQUAL = 1e-9;
/** Keeps the way back finite. */
const MAX_EXPONENT = 300;

/** Null when all values are equal: nothing to scale. */
export function toWorkingScale(values: readonly number[]): WorkingScale | null {
  const smallest = Math.min(...values);
  const largest = Math.max(...values);
  if (largest - smallest <= EQUAL * Math.max(Math.abs(smallest), Math.abs(largest))) return null;
  const relative =
    values.length >= MIN_RELATIVE_LENGTH &&
    smallest > 0 &&
    smallest >= NEAR_ZERO * medianOf(values);
  // Relative to the newest value, so that the unit drops out before anything is rounded.
  const newest = values[values.length - 1];
  const measured = relative ? values.map((value) => Math.log(value / newest)) : values;
  const centre = averageOf(measured);
  const range = Math.max(...measured) - Math.min(...measured);
  const scaled = measured.map((value) => (value - centre) / range);
  return {
    values: scaled,
    lowest: Math.min(...scaled),
    highest: Math.max(...scaled),
    back: (working) => {
      const value = centre + working * range;
      return relative ? newest * Math.exp(Math.min(MAX_EXPONENT, value)) : value;
    },
  };
}
