/** A quantile of the rows at the positions from up to to; at least one. */
export type Quantiles = (from: number, to: number, share: number) => number;

/** Linear between neighbours (Hyndman & Fan, "Sample quantiles in statistical packages", type 7). */
function between(count: number, share: number, valueAt: (order: number) => number): number {
  const place = (count - 1) * share;
  const below = Math.floor(place);
  const value = valueAt(below);
  return place === below ? value : value + (place - below) * (valueAt(below + 1) - value);
}

/** So few rows are sorted sooner than a stretch is moved to them. */
const FEW_ROWS = 64;

/**
 * Quantiles over any stretch of rows. The stretch that was asked for last is kept in order (as a
 * Fenwick tree over the ranks of all values), so that one which grows or moves on costs what it
 * moves, not what it holds.
 */
export function quantilesOf(rows: Float64Array): Quantiles {
  let kept: ReturnType<typeof movingStretch> | null = null;
  return (from, to, share) => {
    const count = to - from;
    if (count <= FEW_ROWS) {
      const sorted = rows.slice(from, to).sort();
      return between(count, share, (order) => sorted[order]);
    }
    kept ??= movingStretch(rows);
    kept.moveTo(from, to);
    return between(count, share, kept.valueAt);
  };
}

function movingStretch(rows: Float64Array) {
  const ascending = Int32Array.from(rows, (_, row) => row).sort((a, b) => rows[a] - rows[b]);
  const rankOf = new Int32Array(rows.length);
  ascending.forEach((row, rank) => {
    rankOf[row] = rank + 1;
  });
  const tree = new Int32Array(rows.length + 1);
  let first = 0;
  let after = 0;
  const count = (row: number, by: 1 | -1): void => {
    for (let at = rankOf[row]; at < tree.length; at += at & -at) tree[at] += by;
  };
  const highestBit = 2 ** Math.floor(Math.log2(Math.max(1, rows.length)));
  return {
    moveTo(from: number, to: number): void {
      // Nothing in common: what is left of the old stretch would only be carried along.
      if (from >= after || to <= first) {
        tree.fill(0);
        first = from;
        after = from;
      }
      while (first > from) count(--first, 1);
      while (after < to) count(after++, 1);
      while (first < from) count(first++, -1);
      while (after > to) count(--after, -1);
    },
    /** The value that so many of the stretch come before. */
    valueAt(order: number): number {
      let rank = 0;
      let left = order;
      for (let bit = highestBit; bit > 0; bit >>= 1) {
        if (rank + bit < tree.length && tree[rank + bit] <= left) {
          rank += bit;
          left -= tree[rank];
        }
      }
      return rows[ascending[rank]];
    },
  };
}
