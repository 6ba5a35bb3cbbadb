import { averageOf, medianOf, medianOfFew } from './series.ts';

const INNER_LIMIT = 3;
/** The newest value may be news, so only the absurd is pulled in. */
const NEWEST_LIMIT = 6;
const NEIGHBOURS = 2;
/** Where most values are equal (sales now and then) the median surprise says nothing; the mean does. */
const MOSTLY_EQUAL = 0.1;
const MIN_LENGTH = 6;

/**
 * Pulls values that stand out from their neighbours to the edge of what is usual: 3 robust standard
 * deviations from the median of the two values on either side, once the median growth is taken out.
 * Nothing is dropped. Shorter than 6 values: returned as they are.
 */
export function softenOutliers(values: readonly number[]): number[] {
  const n = values.length;
  if (n < MIN_LENGTH) return [...values];
  const growth = medianOf(values.slice(1).map((value, i) => value - values[i]));
  const level = values.map((value, i) => value - growth * i);
  const neighbours: number[] = [];
  const surprises = level.map((value, i) => {
    neighbours.length = 0;
    const last = Math.min(n - 1, i + NEIGHBOURS);
    for (let k = Math.max(0, i - NEIGHBOURS); k <= last; k++)
      if (k !== i) neighbours.push(level[k]);
    return value - medianOfFew(neighbours);
  });
  const sizes = surprises.map(Math.abs);
  const usual = 1.4826 * medianOf(sizes);
  const mean = 1.2533 * averageOf(sizes);
  const spread = usual > MOSTLY_EQUAL * mean ? usual : mean;
  return values.map((value, i) => {
    const limit = (i === n - 1 ? NEWEST_LIMIT : INNER_LIMIT) * spread;
    const excess = Math.abs(surprises[i]) - limit;
    return excess > 0 ? value - Math.sign(surprises[i]) * excess : value;
  });
}
