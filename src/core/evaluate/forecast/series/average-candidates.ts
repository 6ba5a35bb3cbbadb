/** One way to smooth the series, and how well it did one step ahead. */
export interface Candidate {
  /** Sum of squared one-step errors over the series. */
  readonly squaredErrors: number;
  /** Natural logarithm of how plausible the setting is beforehand. */
  readonly prior: number;
  /** Asked only of the candidates that count. */
  readonly lookAhead: () => LookAhead;
}

export interface LookAhead {
  readonly path: number[];
  /** Variance of the error per step ahead, in units of the one-step variance. */
  readonly growth: number[];
}

/** A path and the variance around it, per step ahead. */
export interface Outlook {
  readonly path: number[];
  readonly variance: number[];
}

const NEGLIGIBLE = 1e-3;
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
  const likeliest = scores.indexOf(best);
  const ahead = candidates[likeliest].lookAhead();
  const anchor = ahead.path;
  const shift = anchor.map(() => 0);
  const squares = anchor.map(() => 0);
  const within = anchor.map(() => 0);
  let total = 0;
  candidates.forEach((one, c) => {
    const weight = Math.exp(scores[c] - best);
    if (weight < NEGLIGIBLE) return;
    total += weight;
    const oneStep = (weight * one.squaredErrors) / freedom;
    const { path, growth } = c === likeliest ? ahead : one.lookAhead();
    for (let k = 0; k < anchor.length; k++) {
      const difference = path[k] - anchor[k];
      shift[k] += weight * difference;
      squares[k] += weight * difference * difference;
      within[k] += oneStep * growth[k];
    }
  });
  return {
    path: anchor.map((value, k) => value + shift[k] / total),
    variance: within.map((sum, k) =>
      Math.max(0, (sum + squares[k]) / total - (shift[k] / total) ** 2),
    ),
  };
}
