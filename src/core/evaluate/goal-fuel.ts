import type { FuelEvaluation } from '../model/evaluation.ts';
import type { ResourceRow } from '../model/workspace.ts';
import { weightUpTo } from './day-weights.ts';
import { fuelOf } from './fuel.ts';
import type { KpiCase } from './kpi-case.ts';

/**
 * Fuel of a goal as a whole: p is its score, judged at the latest day any of its KPIs is
 * (calculations.md §10).
 */
export function fuelOfGoal(
  goalId: string,
  resources: readonly ResourceRow[],
  members: readonly KpiCase[],
  score: number | null,
): FuelEvaluation[] {
  const rows = resources.filter((row) => row.goalId === goalId && row.kpiId === null);
  const judged = members.flatMap((kpiCase) =>
    kpiCase.judged.judgedDay === null ? [] : [{ kpiCase, day: kpiCase.judged.judgedDay }],
  );
  if (rows.length === 0 || judged.length === 0) return [];
  const latest = judged.reduce((best, own) => (own.day > best.day ? own : best));
  return fuelOf(rows, {
    start: Math.min(...members.map(({ kpi }) => kpi.start)),
    judgedDay: latest.day,
    progress: score,
    nextStopProgress: null,
    elapsedWeight: weightUpTo(latest.kpiCase.period, latest.day),
  });
}
