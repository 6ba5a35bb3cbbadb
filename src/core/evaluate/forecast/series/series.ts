export function averageOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By selection (Hoare 1961): a backtest asks for some hundred medians, and sorting is most of it. */
export function medianOf(values: readonly number[]): number {
  const left = new Float64Array(values);
  const middle = left.length >> 1;
  const upper = select(left, middle);
  if (left.length % 2 === 1) return upper;
  // What stands before the selected place is no larger.
  let lower = left[0];
  for (let i = 1; i < middle; i++) lower = Math.max(lower, left[i]);
  return (lower + upper) / 2;
}

/** The value that stands at `place` in order; smaller ones are moved before it, larger ones after. */
function select(values: Float64Array, place: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1];
    let low = from;
    let high = to;
    while (low <= high) {
      while (values[low] < pivot) low++;
      while (values[high] > pivot) high--;
      if (low > high) break;
      const moved = values[low];
      values[low++] = values[high];
      values[high--] = moved;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return values[place];
}

/** The same, for so few values that moving them into place is the quickest; they are reordered. */
export function medianOfFew(values: number[]): number {
  for (let i = 1; i < values.length; i++) {
    const value = values[i];
    let k = i;
    for (; k > 0 && values[k - 1] > value; k--) values[k] = values[k - 1];
    values[k] = value;
  }
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/** Least-squares slope of the first k values, for k = 0..n; 0 below two values. */
export function runningSlopes(values: readonly number[]): number[] {
  const slopes = [0];
  let sum = 0;
  let sumByTime = 0;
  values.forEach((value, i) => {
    sum += value;
    sumByTime += i * value;
    const k = i + 1;
    slopes.push(k < 2 ? 0 : ((sumByTime - (i / 2) * sum) * 12) / (k * (k * k - 1)));
  });
  return slopes;
}

/** Mean over one full season around each value; null in the half season at either end. */
export function centredMovingAverage(
  values: readonly number[],
  seasonLength: number,
): (number | null)[] {
  const half = seasonLength >> 1;
  const edgeWeight = seasonLength % 2 === 0 ? 0.5 : 1;
  return values.map((_, i) => {
    if (i < half || i + half >= values.length) return null;
    let sum = edgeWeight * (values[i - half] + values[i + half]);
    for (let k = i - half + 1; k < i + half; k++) sum += values[k];
    return sum / seasonLength;
  });
}
