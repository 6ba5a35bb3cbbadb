import type { Outlook } from './average-candidates.ts';
import { averageOf, runningSlopes } from './series.ts';

const MAX_ORDER = 6;
const VALUES_PER_COEFFICIENT = 4;
/** What lasts of the mean change; on twelve collections (ADR 8) a quarter did better than a half. */
const LASTING_SHARE = 0.25;

/**
 * Changes foreseen from earlier changes, around a quarter of the mean change: most of a trend seldom
 * lasts. Needs 2 values or more.
 */
export function changesFromChanges(values: readonly number[], horizon: number): Outlook {
  const changes = values.slice(1).map((value, i) => value - values[i]);
  const drift = LASTING_SHARE * averageOf(changes);
  const model = fitAutoregression(changes.map((change) => change - drift));
  const deviations = continueSeries(model, horizon);
  let level = values[values.length - 1];
  const path = deviations.map((deviation) => {
    level += drift + deviation;
    return level;
  });
  return { path, variance: varianceAhead(model, horizon, true) };
}

/**
 * Deviations from the straight line through all values, dying out: slower than they seem to have
 * done, since a line fitted to a series hugs it. Needs 2 values or more.
 */
export function returnToLine(values: readonly number[], horizon: number): Outlook {
  const n = values.length;
  const slope = runningSlopes(values)[n];
  const start = averageOf(values) - (slope * (n - 1)) / 2;
  const model = persistAroundLine(
    fitAutoregression(values.map((value, i) => value - start - slope * i)),
  );
  const path = continueSeries(model, horizon).map(
    (deviation, k) => start + slope * (n + k) + deviation,
  );
  return { path, variance: varianceAhead(model, horizon, false) };
}

interface Autoregression {
  readonly values: readonly number[];
  /** What the value owes to the ones before it, the newest first. */
  readonly coefficients: readonly number[];
  readonly variance: number;
}

/**
 * Around a fitted line the persistence φ, the sum of the coefficients, comes out (2 + 4φ) ÷ n too
 * small (Marriott and Pope 1954). Without this, a series that wanders is called back to a line it
 * never followed. At most 1: deviations that stay.
 */
function persistAroundLine(model: Autoregression): Autoregression {
  const { values, coefficients } = model;
  if (coefficients.length === 0) return model;
  const persistence = coefficients.reduce((sum, one) => sum + one, 0);
  const missing = Math.min(1 - persistence, (2 + 4 * persistence) / values.length);
  const [first, ...others] = coefficients;
  return { ...model, coefficients: [first + Math.max(0, missing), ...others] };
}

function continueSeries({ values, coefficients }: Autoregression, horizon: number): number[] {
  const history = [...values];
  for (let k = 0; k < horizon; k++) {
    let next = 0;
    coefficients.forEach((coefficient, lag) => {
      next += coefficient * history[history.length - 1 - lag];
    });
    history.push(next);
  }
  return history.slice(values.length);
}

/** What one surprise of size 1 does to later values gives the variance of the error. */
function varianceAhead(model: Autoregression, horizon: number, summed: boolean): number[] {
  const quiet = new Array<number>(model.coefficients.length).fill(0);
  const echoes = continueSeries({ ...model, values: [...quiet, 1] }, horizon);
  let effect = 1;
  let variance = 0;
  return echoes.map((echo) => {
    variance += effect * effect * model.variance;
    effect = summed ? effect + echo : echo;
    return variance;
  });
}

/**
 * Burg's method, the order by the corrected AIC: stationary by construction, and good on short series.
 */
function fitAutoregression(values: readonly number[]): Autoregression {
  const n = values.length;
  const maxOrder = Math.min(MAX_ORDER, Math.floor(n / VALUES_PER_COEFFICIENT));
  const forward = new Float64Array(values);
  const backward = new Float64Array(values);
  let coefficients: number[] = [];
  let logVariance = 0;
  let best = coefficients;
  let bestLogVariance = 0;
  let bestCriterion = criterion(logVariance, n, 0);
  for (let order = 1; order <= maxOrder; order++) {
    let cross = 0;
    let power = 0;
    for (let i = order; i < n; i++) {
      cross += forward[i] * backward[i - 1];
      power += forward[i] * forward[i] + backward[i - 1] * backward[i - 1];
    }
    if (!(power > 0)) break;
    const reflection = (2 * cross) / power;
    const previous = coefficients;
    coefficients = previous.map((one, i) => one - reflection * previous[previous.length - 1 - i]);
    coefficients.push(reflection);
    // From the end, so that each error is still there when its neighbour needs it.
    for (let i = n - 1; i >= order; i--) {
      const ahead = forward[i];
      const behind = backward[i - 1];
      forward[i] = ahead - reflection * behind;
      backward[i] = behind - reflection * ahead;
    }
    logVariance += Math.log(Math.max(1e-12, 1 - reflection * reflection));
    const found = criterion(logVariance, n, order);
    if (found < bestCriterion) {
      bestCriterion = found;
      best = coefficients;
      bestLogVariance = logVariance;
    }
  }
  const power = averageOf(values.map((value) => value * value));
  return { values, coefficients: best, variance: power * Math.exp(bestLogVariance) };
}

function criterion(logVariance: number, length: number, order: number): number {
  return length * logVariance + (2 * (order + 1) * length) / Math.max(1, length - order - 2);
}
