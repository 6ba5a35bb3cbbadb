/** Where a series stands and where it is going: after k steps level + trend·(φ + φ² + … + φᵏ). */
export interface Course {
  readonly level: number;
  readonly trend: number;
  /** φ: 1 goes on for ever. */
  readonly damping: number;
  /** Sum of the squared surprises, one step ahead. */
  readonly squares: number;
}

/** How fast the level follows what comes; finer steps than these gain nothing that can be measured. */
const SMOOTHING = [0.1, 0.3, 0.5, 0.7, 0.9];
const TREND_SHARES = [0, 0.5, 1];
/** The share of the level's correction that goes into a damped trend. */
const TREND_SMOOTHING = 0.1;
const DAMPING = [0.85, 0.95];
/** Below this the first trend cannot be told from the first level. */
const SOLVABLE = 1e-10;

/** Exponential smoothing without a trend. */
export const steadyLevel = (values: Float64Array): Course => smooth(values, slopesOf(values), [0]);

/** Theta: half of the straight line of a whole life (Assimakopoulos and Nikolopoulos 2000). */
export function theta(values: Float64Array): Course {
  const slopes = slopesOf(values);
  return smooth(values, slopes.fill(slopes[values.length]), [0.5]);
}

/** The line as it was known at each moment, none, half or all of it (Fiorucci et al. 2016). */
export const dynamicTheta = (values: Float64Array): Course =>
  smooth(values, slopesOf(values), TREND_SHARES);

/** Least-squares slope of the first k values, for k = 0..n; 0 below two values. */
function slopesOf(values: Float64Array): Float64Array {
  const slopes = new Float64Array(values.length + 1);
  let sum = 0;
  let sumByTime = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i];
    sumByTime += i * values[i];
    const k = i + 1;
    if (i > 0) slopes[k] = ((sumByTime - (i / 2) * sum) * 12) / (k * (k * k - 1));
  }
  return slopes;
}

/** A level that follows the values along a share of the slope: the setting with the least squares. */
function smooth(values: Float64Array, slopes: Float64Array, shares: readonly number[]): Course {
  const n = values.length;
  let best: Course = { level: 0, trend: 0, damping: 1, squares: Number.POSITIVE_INFINITY };
  for (const share of shares) {
    for (const smoothing of SMOOTHING) {
      // Errors are linear in the unknown first level, so the best one follows from a single pass.
      let level = 0;
      let influence = 1;
      let squares = 0;
      let cross = 0;
      let weight = 0;
      for (let i = 0; i < n; i++) {
        const foreseen = level + share * slopes[i];
        const error = values[i] - foreseen;
        squares += error * error;
        cross += error * influence;
        weight += influence * influence;
        level = foreseen + smoothing * error;
        influence *= 1 - smoothing;
      }
      const first = cross / weight;
      squares -= first * cross;
      if (squares >= best.squares) continue;
      const trend = share * slopes[n];
      best = { level: level + first * influence, trend, damping: 1, squares };
    }
  }
  return best;
}

/**
 * Level and trend, both smoothed, the trend fading out with the distance (Gardner and McKenzie
 * 1985); the setting with the least squares.
 */
export function dampedTrend(values: Float64Array): Course {
  let best: Course = { level: 0, trend: 0, damping: 1, squares: Number.POSITIVE_INFINITY };
  for (const damping of DAMPING) {
    for (const smoothing of SMOOTHING) {
      // Surprises are linear in the unknown first level and trend: three runs side by side (from
      // zero, and the influence of either being 1) give the best ones by least squares.
      const trendSmoothing = smoothing * TREND_SMOOTHING;
      let level = 0;
      let trend = 0;
      let levelOfLevel = 1;
      let trendOfLevel = 0;
      let levelOfTrend = 0;
      let trendOfTrend = 1;
      let ll = 0;
      let lt = 0;
      let tt = 0;
      let le = 0;
      let te = 0;
      let ee = 0;
      for (let i = 0; i < values.length; i++) {
        const fading = damping * trend;
        const e = values[i] - level - fading;
        level += fading + smoothing * e;
        trend = fading + trendSmoothing * e;
        const fadingOfLevel = damping * trendOfLevel;
        const l = levelOfLevel + fadingOfLevel;
        levelOfLevel += fadingOfLevel - smoothing * l;
        trendOfLevel = fadingOfLevel - trendSmoothing * l;
        const fadingOfTrend = damping * trendOfTrend;
        const t = levelOfTrend + fadingOfTrend;
        levelOfTrend += fadingOfTrend - smoothing * t;
        trendOfTrend = fadingOfTrend - trendSmoothing * t;
        ll += l * l;
        lt += l * t;
        tt += t * t;
        le += l * e;
        te += t * e;
        ee += e * e;
      }
      const determinant = ll * tt - lt * lt;
      const isSolvable = determinant > SOLVABLE * ll * tt;
      const firstLevel = isSolvable ? (le * tt - te * lt) / determinant : le / ll;
      const firstTrend = isSolvable ? (ll * te - lt * le) / determinant : 0;
      const squares = ee - firstLevel * le - firstTrend * te;
      if (squares >= best.squares) continue;
      best = {
        level: level + firstLevel * levelOfLevel + firstTrend * levelOfTrend,
        trend: trend + firstLevel * trendOfLevel + firstTrend * trendOfTrend,
        damping,
        squares,
      };
    }
  }
  return best;
}
