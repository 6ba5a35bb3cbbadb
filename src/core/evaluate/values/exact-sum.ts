/**
 * Sums that can be subtracted from each other: what rounding takes away is kept beside them (the
 * two-sum of Knuth, The Art of Computer Programming 2, 4.2.2), so that a sum is the sum of its rows
 * and never what is left of two large numbers.
 */
export interface ExactSums {
  high: Float64Array;
  /** What rounding took from each. */
  low: Float64Array;
}

export const exactSums = (length: number): ExactSums => ({
  high: new Float64Array(length),
  low: new Float64Array(length),
});

/** Adds a value to the sum at the position. */
export function addTo({ high, low }: ExactSums, at: number, value: number): void {
  const before = high[at];
  const sum = before + value;
  const taken = sum - before;
  low[at] += before - (sum - taken) + (value - taken);
  high[at] = sum;
}

/** Totals of all values before each position; one more than there are values. */
export function runningTotals({
  high,
  low,
}: Partial<ExactSums> & { high: Float64Array }): ExactSums {
  const totals = exactSums(high.length + 1);
  for (let i = 0; i < high.length; i++) {
    totals.high[i + 1] = totals.high[i];
    totals.low[i + 1] = totals.low[i] + (low === undefined ? 0 : low[i]);
    addTo(totals, i + 1, high[i]);
  }
  return totals;
}

/** The sum of the values at the positions from up to to. */
export const totalBetween = ({ high, low }: ExactSums, from: number, to: number): number =>
  high[to] - high[from] + (low[to] - low[from]);

/** Below this share of what was added a sum is nothing but its rounding. */
const ROUNDING_SHARE = 1e-12;

/**
 * A sum; 0 where its rows cancel but for rounding: |Σ| ≤ 1e−12·Σ|v| (calculations.md §3).
 *
 * @param size Σ|v|
 */
export const withoutRounding = (sum: number, size: number): number =>
  Math.abs(sum) <= ROUNDING_SHARE * size ? 0 : sum;
