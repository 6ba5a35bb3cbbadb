import { atLeast } from '../../model/quantity.ts';
import { weightUpTo } from '../period/day-weights.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { kpiStatus } from './kpi-status.ts';

/** A target that changes after this share of the period comes too late to be a plan. */
const LATE_SHARE = 0.9;

/**
 * GOALPOST: the target in force came when 90 % of the period was over, or while the KPI would have
 * been off course at the same judged day under the version before (calculations.md §13).
 */
export function isGoalpostMoved(kpiCase: KpiCase, actual: number | null): boolean {
  const { inForce, before } = kpiCase.targets;
  const { period } = kpiCase;
  if (before === null || inForce.effectiveFrom === null) return false;
  const passed = weightUpTo(period, inForce.effectiveFrom);
  if (!atLeast(LATE_SHARE * period.total, passed)) return true;
  return kpiStatus(kpiCase, before.aim, actual).status === 'off_course';
}
