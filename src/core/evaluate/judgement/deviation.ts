import type { Direction } from '../../model/kpi.ts';
import { atLeast, known, type Quantity } from '../../model/quantity.ts';

/** What a value is held against that has a size of its own. */
interface Measured {
  readonly direction: Direction;
  readonly target: number;
  readonly baseline: number | null;
}

/** |T|; of T = 0 the stated scale, else |T − B|, else none. */
function deviationScale(
  { target, baseline }: Pick<Measured, 'target' | 'baseline'>,
  scale: number | null,
): number | null {
  if (target !== 0) return Math.abs(target);
  if (scale !== null && scale !== 0) return Math.abs(scale);
  return baseline === null || baseline === 0 ? null : Math.abs(baseline);
}

/**
 * attainment = 1 + dir·(X − T)/|T|, "one minus the deviation"; for a target above 0 that is better
 * higher it is X/T. T = 0: the stated scale as denominator, else |T − B|, else 1 when met and 0
 * when not (calculations.md §5).
 *
 * | T | X | dir | attainment |
 * |---|---|---|---|
 * | 100 | 99 | + | 0.99 |
 * | 10 | 35 | − | −1.5 |
 * | 0 (B 12) | 5 | − | 0.5833 |
 */
export function deviationFrom(aim: Measured, actual: number, scale: number | null): Quantity {
  const { direction, target } = aim;
  const denominator = deviationScale(aim, scale);
  if (denominator === null) return known(atLeast(direction * actual, 0) ? 1 : 0);
  return known(1 + (direction * (actual - target)) / denominator);
}
