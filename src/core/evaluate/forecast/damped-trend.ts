import { averageCandidates, type Candidate, type Outlook } from './average-candidates.ts';

const LEVEL_SMOOTHING = [0.1, 0.25, 0.45, 0.7, 0.95];
const TREND_SMOOTHING = [0, 0.05, 0.15, 0.35];
const DAMPING = [0.8, 0.9, 0.97];
/** A trend that jumps about is unlikely beforehand. */
const CALM = 5;

/**
 * Level and trend, both smoothed, the trend fading out with the distance (Gardner and McKenzie
 * 1985), averaged over its settings. Needs 4 values or more.
 */
export function dampedTrend(values: readonly number[], horizon: number): Outlook {
  const candidates: Candidate[] = [];
  for (const level of LEVEL_SMOOTHING)
    for (const trend of TREND_SMOOTHING)
      for (const damping of DAMPING)
        candidates.push(smoothTrend(values, level, trend, damping, horizon));
  return averageCandidates(candidates, values.length, 2);
}

function smoothTrend(
  values: readonly number[],
  levelSmoothing: number,
  trendSmoothing: number,
  damping: number,
  horizon: number,
): Candidate {
  // Three runs in one: from zero, and the influence of a first level of 1 and a first trend of 1.
  const correction = levelSmoothing * trendSmoothing;
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
  for (const value of values) {
    const ofLevel = levelOfLevel + damping * trendOfLevel;
    const ofTrend = levelOfTrend + damping * trendOfTrend;
    const foreseen = level + damping * trend;
    const error = value - foreseen;
    ll += ofLevel * ofLevel;
    lt += ofLevel * ofTrend;
    tt += ofTrend * ofTrend;
    le += ofLevel * error;
    te += ofTrend * error;
    ee += error * error;
    level = foreseen + levelSmoothing * error;
    trend = damping * trend + correction * error;
    levelOfLevel = ofLevel * (1 - levelSmoothing);
    trendOfLevel = damping * trendOfLevel - correction * ofLevel;
    levelOfTrend = ofTrend * (1 - levelSmoothing);
    trendOfTrend = damping * trendOfTrend - correction * ofTrend;
  }
  const determinant = ll * tt - lt * lt;
  const solvable = determinant > 1e-10 * ll * tt;
  const firstLevel = solvable ? (le * tt - te * lt) / determinant : le / ll;
  const firstTrend = solvable ? (ll * te - lt * le) / determinant : 0;
  const lastLevel = level + firstLevel * levelOfLevel + firstTrend * levelOfTrend;
  const lastTrend = trend + firstLevel * trendOfLevel + firstTrend * trendOfTrend;
  return {
    ...fadeOut(lastLevel, lastTrend, levelSmoothing, correction, damping, horizon),
    squaredErrors: Math.max(0, ee - firstLevel * le - firstTrend * te),
    prior: -CALM * trendSmoothing,
  };
}

function fadeOut(
  level: number,
  trend: number,
  levelSmoothing: number,
  correction: number,
  damping: number,
  horizon: number,
): { path: number[]; growth: number[] } {
  const path: number[] = [];
  const growth: number[] = [];
  let power = 1;
  let reach = 0;
  let variance = 1;
  for (let k = 0; k < horizon; k++) {
    power *= damping;
    reach += power;
    path.push(level + reach * trend);
    growth.push(variance);
    variance += (levelSmoothing + correction * reach) ** 2;
  }
  return { path, growth };
}
