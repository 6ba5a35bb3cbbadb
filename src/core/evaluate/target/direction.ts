import type { MeasureFamily } from '../../model/evaluation.ts';
import type { DirectionFault } from '../../model/issue-details.ts';
import type { Direction, Kpi, KpiType } from '../../model/kpi.ts';
import { nearlyEqual } from '../../model/quantity.ts';

interface Found {
  readonly type: KpiType;
  readonly family: MeasureFamily;
  readonly baseline: number | null;
  readonly target: number | null;
  /** Of the KPI that this is a period of. */
  readonly ofWhole: Direction | null;
}

/** A total below 0 is to be lost, or brought down there; it cannot be kept there from the start on. */
function directionBelowZero({ kind, type, declaredDirection }: Kpi): Direction | DirectionFault {
  if (kind === 'bring_down_to') return -1;
  if (type === 'at_most') return 'keep_below_zero';
  return declaredDirection === -1 && type !== 'ceiling' ? 'loss_lower_better' : 1;
}

const FIXED: Partial<Record<KpiType, Direction>> = { at_least: 1, at_most: -1, ceiling: -1 };

/**
 * dir = sign(T − B), or what was declared when they are equal; what contradicts it is a fault, because
 * nothing is guessed (calculations.md §1).
 */
export function findDirection(
  kpi: Kpi,
  { type, family, baseline, target, ofWhole }: Found,
): Direction | DirectionFault | null {
  const declared = kpi.declaredDirection;
  const hasTarget = type === 'reach' || FIXED[type] !== undefined;
  if (family === 'total' && hasTarget && target !== null && target < 0) {
    return directionBelowZero(kpi);
  }
  const fixed = FIXED[type];
  if (fixed !== undefined) return fixed;
  // Too fast is no better than too slow.
  if (type === 'range' && family === 'total') return null;
  if (type !== 'reach' || target === null) return declared;
  if (ofWhole !== null) return ofWhole;
  if (baseline === null || nearlyEqual(target, baseline)) return declared ?? 1;
  const direction = target > baseline ? 1 : -1;
  if (declared === null || declared === direction) return direction;
  return direction === 1 ? 'target_above_start' : 'target_below_start';
}
