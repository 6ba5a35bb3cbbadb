import type { MeasureFamily } from '../../model/evaluation.ts';

/**
 * κ: by what factor what is still to come must change for the forecast to become the target
 * (calculations.md §12). Totals (T − X)/(F − X); ratios and levels T/F. Null unless numerator and
 * denominator have the sign of the direction (ratios: the same sign).
 */
export function neededFactor(
  family: MeasureFamily,
  direction: 1 | -1,
  { target, actual, forecast }: { target: number; actual: number; forecast: number },
): number | null {
  if (family === 'total') {
    const needed = target - actual;
    const expected = forecast - actual;
    return needed * direction > 0 && expected * direction > 0 ? needed / expected : null;
  }
  return target * forecast > 0 ? target / forecast : null;
}

/** When k drivers change alike, each by κ^(1/k). */
export const factorTogether = (factor: number, driverCount: number): number =>
  factor ** (1 / driverCount);
