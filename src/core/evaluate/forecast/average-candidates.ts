/** One way to smooth the series: what it foresees and how well it did one step ahead. */
export interface Candidate {
  readonly path: number[];
  /** Sum of squared one-step errors over the series. */
  readonly squaredErrors: number;
  /** Variance of the error h steps ahead, in units of the one-step variance. */
  readonly growth: number[];
  /** Natural logarithm of how plausible the setting is beforehand. */
  readonly prior: number;
}

/** A path and the variance around it, per step ahead. */
export interface Outlook {
  readonly path: number[];
  readonly variance: number[];
}

const NEGLIGIBLE = 1e-4;
/** Series arrive with a range of 1; what is smaller than this is arithmetic, not error. */
const ROUNDING = 1e-12;

/**
 * Averages over all settings instead of choosing one: each weighs by its likelihood (normal errors,
 * `fitted` numbers estimated from the series). On short series the best-fitting setting is mostly
 * luck. The variance is that within the settings plus that between them.
 */
export function averageCandidates(
  candidates: readonly Candidate[],
  length: number,
  fitted: number,
): Outlook {
  const freedom = Math.max(1, length - fitted);
  const scores = candidates.map(
    (one) => one.prior - (freedom / 2) * Math.log(one.squaredErrors + ROUNDING),
  );
  const best = Math.max(...scores);
  const steps = candidates[0].path.length;
  const path = new Array<number>(steps).fill(0);
  const squares = new Array<number>(steps).fill(0);
  const within = new Array<number>(steps).fill(0);
  const anchor = candidates[scores.indexOf(best)].path;
  let total = 0;
  candidates.forEach((one, c) => {
    const weight = Math.exp(scores[c] - best);
    if (weight < NEGLIGIBLE) return;
    total += weight;
    const oneStep = one.squaredErrors / freedom;
    for (let k = 0; k < steps; k++) {
      const difference = one.path[k] - anchor[k];
      path[k] += weight * difference;
      squares[k] += weight * difference * difference;
      within[k] += weight * oneStep * one.growth[k];
    }
  });
  return {
    path: path.map((sum, k) => anchor[k] + sum / total),
    variance: within.map((sum, k) =>
      Math.max(0, sum / total + squares[k] / total - (path[k] / total) ** 2),
    ),
  };
}
