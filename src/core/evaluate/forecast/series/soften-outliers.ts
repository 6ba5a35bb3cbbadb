const LIMIT = 3;
/** The newest value may be news, so only the absurd is pulled in. */
const NEWEST_LIMIT = 6;
const NEIGHBOURS = 2;
/** Where most values are equal (sales now and then) the median surprise says nothing; the mean does. */
const MOSTLY_EQUAL = 0.1;
const MIN_LENGTH = 6;

/**
 * Pulls values that stand out from the two on either side to the edge of what is usual: 3 robust
 * standard deviations, once the usual growth is taken out. Nothing is dropped. In place; shorter than
 * 6 values: left as they are.
 */
export function softenOutliers(values: Float64Array): void {
  const n = values.length;
  if (n < MIN_LENGTH) return;
  const scratch = new Float64Array(n - 1);
  for (let i = 1; i < n; i++) scratch[i - 1] = values[i] - values[i - 1];
  const growth = middleOf(scratch);
  const surprises = new Float64Array(n);
  const sizes = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    surprises[i] = values[i] - amongNeighbours(values, i, growth);
    sizes[i] = Math.abs(surprises[i]);
    sum += sizes[i];
  }
  const mean = (1.2533 * sum) / n;
  const usual = 1.4826 * middleOf(sizes);
  const spread = usual > MOSTLY_EQUAL * mean ? usual : mean;
  for (let i = 0; i < n; i++) {
    const excess = Math.abs(surprises[i]) - (i === n - 1 ? NEWEST_LIMIT : LIMIT) * spread;
    if (excess > 0) values[i] -= Math.sign(surprises[i]) * excess;
  }
}

/** Puts the values in order. */
const middleOf = (values: Float64Array): number => values.sort()[values.length >> 1];

/** The middle of up to four neighbours, brought here: their mean without the lowest and the highest. */
function amongNeighbours(values: Float64Array, place: number, growth: number): number {
  const from = Math.max(0, place - NEIGHBOURS);
  const to = Math.min(values.length - 1, place + NEIGHBOURS);
  let sum = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    if (i === place) continue;
    const here = values[i] + growth * (place - i);
    sum += here;
    if (here < lowest) lowest = here;
    if (here > highest) highest = here;
  }
  const count = to - from;
  return count < 3 ? sum / count : (sum - lowest - highest) / (count - 2);
}
