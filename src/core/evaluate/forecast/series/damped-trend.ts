import {
  averageCandidates,
  type Candidate,
  type LookAhead,
  type Outlook,
} from './average-candidates.ts';

const LEVEL_SMOOTHING = [0.1, 0.3, 0.6, 0.9];
const TREND_SMOOTHING = [0, 0.1, 0.3];
const DAMPING = [0.8, 0.97];
/** A trend that jumps about is unlikely beforehand. */
const CALM = 5;
/** Below this the first trend cannot be told from the first level. */
const SOLVABLE = 1e-10;

/**
 * Level and trend, both smoothed, the trend fading out with the distance (Gardner and McKenzie
 * 1985), averaged over its settings. Needs 4 values or more.
 */
export function dampedTrend(values: readonly number[], horizon: number): Outlook {
  const candidates: Candidate[] = [];
  for (const level of LEVEL_SMOOTHING)
    for (const trend of TREND_SMOOTHING)
      for (const damping of DAMPING)
        candidates.push(smoothTrend(values, { level, trend, damping }, horizon));
  return averageCandidates(candidates, values.length, 2);
}

interface Setting {
  readonly level: number;
  /** The share of the level's correction that goes into the trend. */
  readonly trend: number;
  readonly damping: number;
}

interface Run {
  level: number;
  trend: number;
}

function smoothTrend(values: readonly number[], setting: Setting, horizon: number): Candidate {
  // Surprises are linear in the unknown first level and trend, so three runs (from zero, and the
  // influence of either being 1) give the best ones by least squares. Side by side, without an
  // object a run: this is done for every setting at every origin of a backtest.
  const { level: smoothing, damping } = setting;
  const trendSmoothing = setting.level * setting.trend;
  let runLevel = 0;
  let runTrend = 0;
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
    const fading = damping * runTrend;
    const e = values[i] - runLevel - fading;
    runLevel += fading + smoothing * e;
    runTrend = fading + trendSmoothing * e;
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
  const solvable = determinant > SOLVABLE * ll * tt;
  const firstLevel = solvable ? (le * tt - te * lt) / determinant : le / ll;
  const firstTrend = solvable ? (ll * te - lt * le) / determinant : 0;
  const level = runLevel + firstLevel * levelOfLevel + firstTrend * levelOfTrend;
  const trend = runTrend + firstLevel * trendOfLevel + firstTrend * trendOfTrend;
  return {
    squaredErrors: Math.max(0, ee - firstLevel * le - firstTrend * te),
    prior: -CALM * setting.trend,
    lookAhead: () => fadeOut({ level, trend }, setting, horizon),
  };
}

function fadeOut({ level, trend }: Run, setting: Setting, horizon: number): LookAhead {
  const path: number[] = [];
  const growth: number[] = [];
  let power = 1;
  let reach = 0;
  let variance = 1;
  for (let k = 0; k < horizon; k++) {
    power *= setting.damping;
    reach += power;
    path.push(level + reach * trend);
    growth.push(variance);
    variance += (setting.level * (1 + setting.trend * reach)) ** 2;
  }
  return { path, growth };
}
