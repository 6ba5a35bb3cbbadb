import type { KpiEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { HistoryRow } from '../../model/record.ts';
import { isJudged, type StatusCode } from '../../model/status.ts';
import { clampShare } from '../judgement/dial.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import { withTarget } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { filledWeights, weightedMean } from './rollup.ts';

/** A goal as it stands now, with what it is made of. */
export interface StandingGoal {
  readonly goal: Goal;
  readonly status: StatusCode;
  readonly members: ReadonlyArray<{
    readonly kpi: Kpi;
    readonly evaluation: KpiEvaluation;
    /** Null for one that cannot be judged now. */
    readonly kpiCase: KpiPart<'aim'> | null;
  }>;
  readonly subGoals: readonly StandingGoal[];
}

/** Of a KPI that is done or not: the share of its rows that was done by then. */
function shareDone({ milestones, reachedDay }: KpiEvaluation, { day }: HistoryRow): number {
  const days = milestones.length > 0 ? milestones.map((own) => own.reachedDay) : [reachedDay];
  return days.filter((reached) => reached !== null && reached <= day).length / days.length;
}

/** What a KPI counted for in its goal, from what was kept of it; null when it was not judged. */
function scoreKept({ kpi, evaluation, kpiCase }: StandingGoal['members'][number]): number | null {
  const row = evaluation.comparison?.before;
  if (row === undefined || !isJudged(row.status)) return null;
  if (evaluation.type === 'done') return shareDone(evaluation, row);
  if (kpiCase === null) return row.progress === null ? null : clampShare(row.progress);
  const { aim } = kpiCase;
  const kind = kindOf(aim);
  const then = row.target === null ? aim : withTarget(aim, row.target);
  const score = kind.score({
    progress: row.progress,
    attainment: attainedBy(row.actual),
    paceIndex: row.paceIndex,
  });
  return score === null ? null : clampShare(score);

  function attainedBy(actual: number | null): number | null {
    if (row === undefined || actual === null) return null;
    const at = { since: kpi.start, day: row.day, actual };
    return kind.attainment(then, at, kpi.scale).value;
  }
}

/**
 * The progress of a goal on the day that the report compares with, weighed as it is now
 * (calculations.md §11); null when nothing was kept of it, or when it is invalid.
 *
 * @param beforeOf the same of a goal below, for those who know it already
 */
export function progressBefore(
  { goal, status, members, subGoals }: StandingGoal,
  beforeOf: (below: StandingGoal) => number | null = progressBefore,
): number | null {
  if (status === 'invalid') return null;
  const outcome = members.find(({ kpi }) => kpi.id === goal.outcomeKpiId);
  if (outcome !== undefined) return scoreKept(outcome);
  const [meanWeight] = filledWeights([null, ...members.map(({ evaluation }) => evaluation.weight)]);
  const parts = [
    ...members.map((member) => ({
      weight: member.evaluation.weight,
      score: scoreKept(member),
    })),
    ...subGoals.map((below) => ({
      weight: below.goal.weight ?? meanWeight,
      score: beforeOf(below),
    })),
  ];
  return weightedMean(parts, ({ score }) => score);
}
