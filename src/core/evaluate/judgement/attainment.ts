import { atLeast, known, nearlyEqual, type Quantity, unknown } from '../../model/quantity.ts';
import type { KpiDefinition } from '../target/kpi-definition.ts';

/** How far outside the band the value lies; 0 inside. */
export const distanceOutside = (low: number, high: number, value: number): number =>
  value < low ? low - value : value > high ? value - high : 0;

/**
 * attainment = 1 + dir·(X − T)/|T|, "one minus the deviation"; for a target above 0 that is better
 * higher it is X/T. T = 0: the stated scale as denominator, else |T − B|, else 1 when met and 0
 * when not. A range: 1 inside, outside max(0, 1 − distance/tolerance) (calculations.md §5).
 *
 * | T | X | dir | attainment |
 * |---|---|---|---|
 * | 100 | 99 | + | 0.99 |
 * | 10 | 35 | − | −1.5 |
 * | 0 (B 12) | 5 | − | 0.5833 |
 */
export function attainmentOf(
  definition: Pick<KpiDefinition, 'type' | 'direction' | 'baseline' | 'low' | 'high' | 'tolerance'>,
  target: number | null,
  actual: number,
  scale: number | null,
): Quantity {
  const { type, direction, baseline, low, high, tolerance } = definition;
  if (type === 'range') {
    if (low === null || high === null || tolerance === null) return unknown('NO_TARGET');
    const distance = distanceOutside(low, high, actual);
    if (nearlyEqual(distance, 0)) return known(1);
    return known(atLeast(distance, tolerance) ? 0 : 1 - distance / tolerance);
  }
  if (type === 'ceiling' || type === 'track' || type === 'done') return unknown('NOT_APPLICABLE');
  if (target === null || direction === null) return unknown('NO_TARGET');
  const denominator = attainmentDenominator(target, scale, baseline);
  if (denominator === null) return known(atLeast(direction * actual, 0) ? 1 : 0);
  return known(1 + (direction * (actual - target)) / denominator);
}

/** |T|; of T = 0 the stated scale, else |T − B|, else none. */
export function attainmentDenominator(
  target: number,
  scale: number | null,
  baseline: number | null,
): number | null {
  if (target !== 0) return Math.abs(target);
  if (scale !== null && scale !== 0) return Math.abs(scale);
  return baseline === null || baseline === 0 ? null : Math.abs(baseline);
}
