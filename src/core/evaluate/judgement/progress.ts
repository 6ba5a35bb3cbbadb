import {
  atLeast,
  known,
  knownOr,
  nearlyEqual,
  type Quantity,
  unknown,
} from '../../model/quantity.ts';
import type { KpiDefinition } from '../target/kpi-definition.ts';

/**
 * progress = (X − B)/(T − B): the share of the way covered, not clamped; the direction cancels out.
 * T = B: 1 when met, else 0. Null without a target or a baseline, and for ceilings, whose way is
 * not to be covered (calculations.md §5).
 *
 * | B | T | X | progress |
 * |---|---|---|---|
 * | 0 | 200 000 | 90 000 | 0.45 |
 * | 50 | 10 | 35 | 0.375 |
 * | 50 | 10 | 55 | −0.125 |
 */
export function progressOf(
  definition: KpiDefinition,
  target: number | null,
  actual: number,
): Quantity {
  const { type, baseline, direction } = definition;
  if (type === 'ceiling' || type === 'range' || type === 'track' || type === 'done') {
    return unknown('NOT_APPLICABLE');
  }
  if (target === null) return unknown('NO_TARGET');
  if (baseline === null) return unknown('NO_BASELINE');
  if (nearlyEqual(target, baseline)) {
    const way = direction ?? 1;
    return known(atLeast(way * actual, way * target) ? 1 : 0);
  }
  return knownOr((actual - baseline) / (target - baseline), 'NO_BASELINE');
}
