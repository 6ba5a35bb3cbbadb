import { adviseGoal, explainGoal, type GoalView } from '../../language/explain-goal.ts';
import { explainKpi } from '../../language/explain-kpi.ts';
import { inSentence } from '../../language/kpi-view.ts';
import { sentencesIn } from '../../language/languages.ts';
import { type StatusCode, statusOrder, statusScore } from '../../model/status.ts';
import { type Cells, columnsFrom, dateCell, figuresOf } from '../cells.ts';
import type { GoalResult, Results } from '../results.ts';
import { goalCells, kpisOfGoal } from './goal-cells.ts';

const COUNTED: readonly StatusCode[] = ['on_course', 'at_risk', 'off_course', 'achieved', 'missed'];

const COUNTS: Cells<GoalResult> = Object.fromEntries(
  COUNTED.map((status) => [
    `goal_${status}_count`,
    ({ evaluation }: GoalResult) => evaluation?.counts[status] ?? 0,
  ]),
);

const NUMBERS: Cells<GoalResult> = {
  ...figuresOf(({ evaluation }: GoalResult) => evaluation, {
    goal_progress: 'progress',
    goal_pace_index: 'course',
    goal_meter: 'meter',
    goal_judged_share: 'judgedShare',
  }),
  goal_status_score: ({ evaluation }) =>
    evaluation === null ? null : statusScore(evaluation.status),
  goal_status_order: ({ evaluation }) =>
    evaluation === null ? null : statusOrder(evaluation.status),
  goal_kpi_count: ({ evaluation }) => evaluation?.kpiIds.length ?? 0,
  goal_count: () => 1,
};

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(', ');

function channelsText(result: GoalResult, results: Results): string {
  return distinct(
    kpisOfGoal(result, results).flatMap(({ kpi, evaluation }) => [
      ...(kpi.channel === null ? [] : [kpi.channel]),
      ...evaluation.channels.flatMap(({ channel, isRemainder }) => (isRemainder ? [] : [channel])),
    ]),
  );
}

function resourcesText(result: GoalResult, results: Results): string {
  const { fuelStatuses } = sentencesIn(results.input.language);
  return distinct(
    [result, ...kpisOfGoal(result, results)].flatMap(({ evaluation }) =>
      (evaluation?.fuel ?? []).map(
        ({ resource, status }) => `${resource}: ${inSentence(fuelStatuses[status])}`,
      ),
    ),
  );
}

function viewOf(result: GoalResult, results: Results): GoalView | null {
  const { evaluation } = result;
  if (evaluation === null) return null;
  return {
    evaluation,
    outcomeKpi: results.kpi(evaluation.outcomeKpiId)?.view ?? null,
    worstKpi: results.kpi(evaluation.worstKpiId)?.view ?? null,
    criticalKpi: results.kpi(evaluation.criticalKpiId)?.view ?? null,
    language: results.input.language,
  };
}

function textCells(results: Results): Cells<GoalResult> {
  const book = sentencesIn(results.input.language);
  const ifView =
    <Value>(read: (view: GoalView) => Value) =>
    (result: GoalResult): Value | null => {
      const view = viewOf(result, results);
      return view === null ? null : read(view);
    };
  return {
    goal_explanation: ifView(explainGoal),
    goal_advice: ifView(adviseGoal),
    outcome_kpi: ifView(({ outcomeKpi }) => outcomeKpi?.kpi.name ?? null),
    worst_kpi: ifView(({ worstKpi }) => worstKpi?.kpi.name ?? null),
    worst_kpi_explanation: ifView(({ worstKpi }) =>
      worstKpi === null ? null : explainKpi(worstKpi),
    ),
    next_stop: ({ evaluation }) => {
      const next = evaluation?.nextStop ?? null;
      return next === null ? null : next.stop.trim() || book.dueDate;
    },
    next_stop_date: ({ evaluation }) => dateCell(evaluation?.nextStop?.day ?? null),
    next_stop_status_label: ({ evaluation }) => {
      const next = evaluation?.nextStop ?? null;
      return next === null ? null : book.milestoneStatuses[next.status];
    },
    channels_text: (result) => channelsText(result, results),
    resources_text: (result) => resourcesText(result, results),
  };
}

/** One row per goal. */
export const goalsColumns = columnsFrom(
  ({ goals }) => goals,
  (results): Cells<GoalResult> => ({
    ...goalCells<GoalResult>(results, (result) => result),
    ...COUNTS,
    ...NUMBERS,
    goal_progress_change: ({ evaluation }) => evaluation?.progressChange ?? null,
    ...textCells(results),
  }),
);
