import { averageCandidates, type Candidate, type Outlook } from './average-candidates.ts';
import { runningSlopes } from './series.ts';

const SMOOTHING = [0.05, 0.15, 0.3, 0.5, 0.7, 0.9];
const TREND_SHARES = [0, 0.25, 0.5, 0.75, 1];

/**
 * Smoothed level plus a share of the straight-line slope known at each moment.
 *
 * Share ½ is the Theta method (Assimakopoulos and Nikolopoulos 2000; Hyndman and Billah 2003), 0 is
 * simple exponential smoothing; the slope follows the data as in the dynamic optimised Theta model
 * (Fiorucci et al. 2016). All settings are averaged. Needs 2 values or more.
 */
export function dynamicTheta(
  values: readonly number[],
  horizon: number,
  trendShares: readonly number[] = TREND_SHARES,
): Outlook {
  const slopes = runningSlopes(values);
  const candidates = trendShares.flatMap((share) =>
    SMOOTHING.map((smoothing) => smoothLevel(values, slopes, smoothing, share, horizon)),
  );
  return averageCandidates(candidates, values.length, 2);
}

/** Exponential smoothing without a trend, averaged over how fast the level may move. */
export function smoothedLevel(values: readonly number[], horizon: number): Outlook {
  return dynamicTheta(values, horizon, [0]);
}

function smoothLevel(
  values: readonly number[],
  slopes: readonly number[],
  smoothing: number,
  trendShare: number,
  horizon: number,
): Candidate {
  // Errors are linear in the unknown first level, so the best one follows from a single pass.
  let level = 0;
  let influence = 1;
  let errorSquares = 0;
  let errorByInfluence = 0;
  let influenceSquares = 0;
  for (let i = 0; i < values.length; i++) {
    const foreseen = level + trendShare * slopes[i];
    const error = values[i] - foreseen;
    errorSquares += error * error;
    errorByInfluence += error * influence;
    influenceSquares += influence * influence;
    level = foreseen + smoothing * error;
    influence *= 1 - smoothing;
  }
  const first = errorByInfluence / influenceSquares;
  const last = level + first * influence;
  const drift = trendShare * slopes[values.length];
  return {
    squaredErrors: Math.max(0, errorSquares - first * errorByInfluence),
    prior: 0,
    lookAhead: () => {
      const path: number[] = [];
      const growth: number[] = [];
      for (let k = 0; k < horizon; k++) {
        path.push(last + (k + 1) * drift);
        growth.push(1 + k * smoothing * smoothing);
      }
      return { path, growth };
    },
  };
}
