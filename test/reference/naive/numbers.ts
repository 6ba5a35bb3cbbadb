/** The equality of calculations.md's conventions. */
export const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
/** A comparison at a boundary goes to the better side. */
export const atLeast = (a: number, b: number): boolean => a > b || near(a, b);
export const above = (a: number, b: number): boolean => a > b && !near(a, b);

export const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0);

/** §3: a sum is the sum of its rows, and rows that cancel are 0. */
export function totalOf(values: readonly number[]): number {
  const total = sumOf(values);
  return Math.abs(total) <= 1e-12 * sumOf(values.map(Math.abs)) ? 0 : total;
}

export const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;

/** §3: linear between neighbours, Hyndman and Fan's definition 7. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
