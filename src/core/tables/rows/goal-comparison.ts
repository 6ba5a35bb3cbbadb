import { filledWeights, weightedMean } from '../../evaluate/goals/rollup.ts';
import { attainmentOf } from '../../evaluate/judgement/attainment.ts';
import { scoreOf } from '../../evaluate/judgement/course.ts';
import type { HistoryRow } from '../../model/record.ts';
import { isJudged } from '../../model/status.ts';
import { differenceOf, numberOf } from '../cells.ts';
import type { GoalResult, KpiResult, Results } from '../results.ts';
import { kpisOfGoal } from './goal-cells.ts';
import { previousRow } from './kpi-comparison.ts';

/** Of a KPI that is done or not: the share of its rows that was done by then. */
function shareDone({ evaluation }: KpiResult, { day }: HistoryRow): number {
  const { milestones, reachedDay } = evaluation;
  const days = milestones.length > 0 ? milestones.map((own) => own.reachedDay) : [reachedDay];
  return days.filter((reached) => reached !== null && reached <= day).length / days.length;
}

/** What a KPI counted for in its goal, from what was kept of it; null when it was not judged. */
function scoreKept(result: KpiResult, row: HistoryRow): number | null {
  if (!isJudged(row.status)) return null;
  const { kpi, evaluation } = result;
  if (evaluation.type === 'done') return shareDone(result, row);
  const definition = {
    type: evaluation.type,
    direction: evaluation.direction,
    baseline: evaluation.baseline.value,
    low: evaluation.rangeLow.value,
    high: evaluation.rangeHigh.value,
    tolerance: evaluation.tolerance.value,
  };
  const attainment =
    row.actual === null ? null : attainmentOf(definition, row.target, row.actual, kpi.scale).value;
  return scoreOf(definition, row.progress, attainment, row.paceIndex);
}

/** The progress of a goal on the day compared with, weighed as it is now (calculations.md §11). */
function progressBefore(result: GoalResult, results: Results): number | null {
  if (result.evaluation === null || result.evaluation.status === 'invalid') return null;
  const before = (kpi: KpiResult): number | null => {
    const row = previousRow(kpi, results);
    return row === null ? null : scoreKept(kpi, row);
  };
  const outcome = results.kpi(result.evaluation.outcomeKpiId);
  if (outcome !== null) return before(outcome);
  const members = kpisOfGoal(result, results);
  const [meanWeight] = filledWeights([null, ...members.map(({ weight }) => weight)]);
  const parts = [
    ...members.map((kpi) => ({ weight: kpi.weight, score: before(kpi) })),
    ...results.goals
      .filter(({ goal }) => goal.parentGoalId === result.goal.id)
      .map((below) => ({
        weight: below.goal.weight ?? meanWeight,
        score: progressBefore(below, results),
      })),
  ];
  return weightedMean(parts, ({ score }) => score);
}

/** Progress of the goal now less that of the day compared with; null without either. */
export const goalProgressChange = (result: GoalResult, results: Results): number | null =>
  differenceOf(numberOf(result.evaluation?.progress), progressBefore(result, results));
