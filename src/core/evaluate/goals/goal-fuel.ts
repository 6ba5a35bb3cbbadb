import type { FuelEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import type { ResourceRow } from '../../model/workspace.ts';
import { fuelOf } from '../fuel/fuel.ts';
import type { KpiPart } from '../target/kpi-case.ts';

/**
 * Fuel of a goal as a whole: p is its score, judged at the latest day any of its KPIs is, from its
 * own start or the first of theirs; its days all weigh the same (calculations.md §10).
 *
 * @param rows of the goal itself
 * @param members KPIs of the goal and of the goals below it
 * @param nextStopProgress of the outcome KPI, whose progress is the score; null without one
 */
export function fuelOfGoal(
  goal: Goal,
  rows: readonly ResourceRow[],
  members: ReadonlyArray<KpiPart<'kpi' | 'judged'>>,
  score: number | null,
  nextStopProgress: number | null,
): FuelEvaluation[] {
  const judgedDays = members.flatMap(({ judged }) => judged.judgedDay ?? []);
  if (judgedDays.length === 0) return [];
  const start = goal.start ?? Math.min(...members.map(({ kpi }) => kpi.start));
  const judgedDay = Math.max(...judgedDays);
  return fuelOf(rows, {
    start,
    judgedDay,
    progress: score,
    nextStopProgress,
    elapsedWeight: judgedDay - start + 1,
  });
}
