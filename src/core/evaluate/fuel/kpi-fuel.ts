import type { FuelEvaluation, MilestoneEvaluation } from '../../model/evaluation.ts';
import type { ResourceRow } from '../../model/workspace.ts';
import { weightUpTo } from '../period/day-weights.ts';
import { type Aim, targetOf, wayOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { fuelOf } from './fuel.ts';

/** p: progress, or X/T of a ceiling or threshold on a total (calculations.md §10). */
function progressFor(
  { definition, aim }: KpiPart<'definition' | 'aim'>,
  actual: number,
  progress: number | null,
): number | null {
  if (progress !== null) return progress;
  const target = targetOf(aim);
  return definition.family === 'total' && target !== null && target !== 0 ? actual / target : null;
}

/** p_next: where progress is planned to be at the next stopover; null without one. */
export function progressAtNextStop(
  aim: Aim,
  milestones: readonly MilestoneEvaluation[],
): number | null {
  const next = milestones.find(({ isNext }) => isNext);
  const way = wayOf(aim);
  if (next === undefined || next.value === null || way === null) return null;
  return (next.value - way.baseline) / (way.target - way.baseline);
}

/**
 * What the resources of a KPI still have to do, at the day it is judged.
 *
 * @param rows of the Resources tab about it
 */
export function fuelOfKpi(
  fuelled: KpiPart<'kpi' | 'definition' | 'aim' | 'period' | 'judged'>,
  rows: readonly ResourceRow[],
  actual: number | null,
  progress: number | null,
  milestones: readonly MilestoneEvaluation[],
): FuelEvaluation[] {
  const { kpi, aim, period, judged } = fuelled;
  if (rows.length === 0 || judged.judgedDay === null) return [];
  return fuelOf(rows, {
    start: kpi.start,
    judgedDay: judged.judgedDay,
    progress: actual === null ? null : progressFor(fuelled, actual, progress),
    nextStopProgress: progressAtNextStop(aim, milestones),
    elapsedWeight: weightUpTo(period, judged.judgedDay),
  });
}
