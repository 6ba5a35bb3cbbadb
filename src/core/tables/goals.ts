import type { StatusCode } from '../model/status.ts';
import { statusOrder, statusScore } from '../model/status.ts';
import { boardAddress } from '../model/web-address.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import { goalBlock } from './goal-block.ts';
import { sumPer } from './guards.ts';
import type { ResultTable } from './result-table.ts';
import type { GoalResult } from './results.ts';

const who = fieldsIn('who');
const status = fieldsIn('status');
const figures = fieldsIn('figures');
const pace = fieldsIn('pace');
const stopover = fieldsIn('stopover');
const comparison = fieldsIn('comparison');
const quality = fieldsIn('quality');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const ONE = sumPer('goal_id');

const countOf = (code: StatusCode) =>
  counts.sum(({ evaluation }: GoalResult) => evaluation?.counts[code] ?? 0);

const columns = {
  ...goalBlock((result: GoalResult) => result),
  goal_board_url: texts.url(({ goal }, { input }) =>
    boardAddress(input.workspace.settings.boardLink, { goal: goal.id }),
  ),
  goal_explanation: essential(texts.text(({ texts: own }) => own.explanation())),
  goal_advice: essential(texts.text(({ texts: own }) => own.advice())),
  outcome_kpi: who.text(
    ({ evaluation }, { kpi }) => kpi(evaluation?.outcomeKpiId ?? null)?.kpi.name ?? null,
  ),
  worst_kpi: essential(
    who.text(({ evaluation }, { kpi }) => kpi(evaluation?.worstKpiId ?? null)?.kpi.name ?? null),
  ),
  worst_kpi_explanation: texts.text(
    ({ evaluation }, { kpi }) => kpi(evaluation?.worstKpiId ?? null)?.texts.explanation() ?? null,
  ),
  next_stop: essential(
    stopover.text(({ evaluation }, { book }) => {
      const next = evaluation?.nextStop ?? null;
      return next === null ? null : next.stop.trim() || book.dueDate;
    }),
  ),
  next_stop_date: essential(stopover.date(({ evaluation }) => evaluation?.nextStop?.day ?? null)),
  next_stop_status_label: essential(
    stopover.text(({ evaluation }, { book }) => {
      const next = evaluation?.nextStop ?? null;
      return next === null ? null : book.milestoneStatuses[next.status];
    }),
  ),
  channels_text: texts.text(({ texts: own }) => own.channels()),
  resources_text: texts.text(({ texts: own }) => own.resources()),
  goal_progress: essential(
    figures.share(ONE, ({ evaluation }) => evaluation?.progress.value ?? null),
  ),
  goal_pace_index: essential(
    pace.number(ONE, ({ evaluation }) => evaluation?.course.value ?? null),
  ),
  goal_meter: essential(status.number(ONE, ({ evaluation }) => evaluation?.meter.value ?? null)),
  goal_judged_share: quality.share(ONE, ({ evaluation }) => evaluation?.judgedShare.value ?? null),
  goal_progress_change: comparison.share(
    ONE,
    ({ evaluation }) => evaluation?.progressChange ?? null,
  ),
  goal_status_score: status.number(ONE, ({ evaluation }) =>
    evaluation === null ? null : statusScore(evaluation.status),
  ),
  goal_status_order: essential(
    status.least(({ evaluation }) => (evaluation === null ? null : statusOrder(evaluation.status))),
  ),
  goal_kpi_count: essential(counts.sum(({ evaluation }) => evaluation?.kpiIds.length ?? 0)),
  goal_on_course_count: essential(countOf('on_course')),
  goal_at_risk_count: essential(countOf('at_risk')),
  goal_off_course_count: essential(countOf('off_course')),
  goal_achieved_count: countOf('achieved'),
  goal_missed_count: countOf('missed'),
  goal_count: essential(counts.formula('NUMBER', 'COUNT_DISTINCT($goal_id)', [], () => 1)),
} satisfies Columns<GoalResult>;

/** One row per goal. */
export const GOALS: ResultTable<GoalResult> = {
  columns,
  looksAhead: true,
  hidden: { goal_note: { read: ({ goal }) => goal.note } },
  defaults: ['goal_status_label', 'goal_count'],
};
