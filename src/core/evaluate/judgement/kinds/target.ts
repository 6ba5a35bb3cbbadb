import type { Direction } from '../../../model/kpi.ts';
import { atLeast, known, type Quantity } from '../../../model/quantity.ts';

interface Targeted {
  readonly direction: Direction;
  readonly target: number;
}

/** As good as the target, in the direction of the KPI. */
export const isTargetMet = ({ direction, target }: Targeted, actual: number): boolean =>
  atLeast(direction * actual, direction * target);

/** Above 0 too high, below 0 too low, 0 when it is met. */
export const distanceToTarget = (aim: Targeted, actual: number): Quantity =>
  known(isTargetMet(aim, actual) ? 0 : actual - aim.target);
