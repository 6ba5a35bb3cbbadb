import { changesFromChanges, returnToLine } from './autoregression.ts';
import type { Outlook } from './average-candidates.ts';
import { dampedTrend } from './damped-trend.ts';
import { dynamicTheta, smoothedLevel } from './dynamic-theta.ts';

interface Method {
  readonly minLength: number;
  readonly foresee: (values: readonly number[], horizon: number) => Outlook;
}

/** A straight line through fewer than 20 values is mostly the accident of where they begin. */
const METHODS: readonly Method[] = [
  { minLength: 2, foresee: dynamicTheta },
  { minLength: 4, foresee: dampedTrend },
  { minLength: 5, foresee: changesFromChanges },
  { minLength: 20, foresee: returnToLine },
];

interface CombinedOutlook extends Outlook {
  /** Variance between the methods, apart from that within them. */
  readonly disagreement: number[];
}

/**
 * The mean of unlike methods, which in every forecasting competition since 1982 beats choosing one.
 * `trendTrust` below 1 leans towards the smoothed level: a trend cannot be told from a season in
 * less than two years.
 */
export function combineMethods(
  values: readonly number[],
  horizon: number,
  trendTrust: number,
): CombinedOutlook {
  const outlooks = METHODS.filter((method) => values.length >= method.minLength).map((method) =>
    method.foresee(values, horizon),
  );
  const level = trendTrust < 1 ? smoothedLevel(values, horizon) : null;
  const lean = (combined: number, flat: number | undefined) =>
    flat === undefined ? combined : trendTrust * combined + (1 - trendTrust) * flat;
  const path: number[] = [];
  const variance: number[] = [];
  const disagreement: number[] = [];
  for (let k = 0; k < horizon; k++) {
    const mean = meanOver(outlooks, (one) => one.path[k]);
    path.push(lean(mean, level?.path[k]));
    variance.push(
      lean(
        meanOver(outlooks, (one) => one.variance[k]),
        level?.variance[k],
      ),
    );
    disagreement.push(meanOver(outlooks, (one) => (one.path[k] - mean) ** 2));
  }
  return { path, variance, disagreement };
}

function meanOver(outlooks: readonly Outlook[], read: (one: Outlook) => number): number {
  let sum = 0;
  for (const one of outlooks) sum += read(one);
  return sum / outlooks.length;
}
