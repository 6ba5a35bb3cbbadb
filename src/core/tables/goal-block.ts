import { type Columns, essential, fieldsIn, readThrough } from './column.ts';
import type { GoalResult } from './results.ts';
import { BOOK, STAMPS } from './stamp-columns.ts';
import { pictureFor, STATUS_SYMBOLS } from './status-symbols.ts';

const who = fieldsIn('who');
const status = fieldsIn('status');
const texts = fieldsIn('texts');

/** From when to when it runs, and how it stands. */
const WAY = {
  goal_start_date: essential(who.date(({ evaluation }) => evaluation?.start ?? null)),
  goal_due_date: essential(who.date(({ evaluation }) => evaluation?.due ?? null)),
  goal_status: status.text(({ evaluation }) => evaluation?.status ?? null),
  goal_status_label: essential(
    status.text(({ evaluation }, { book }) =>
      evaluation === null ? null : book.statuses[evaluation.status],
    ),
  ),
} satisfies Columns<GoalResult>;

const OWN = {
  goal_id: who.text(({ goal }) => goal.id),
  goal: essential(who.text(({ goal }) => goal.name)),
  goal_order: who.rank(({ goal }) => goal.order + 1),
  success_when: essential(who.text(({ goal }) => goal.successWhen)),
  parent_goal_id: who.text(({ goal }) => goal.parentGoalId),
  parent_goal: who.text(({ goal }, results) => results.goal(goal.parentGoalId)?.goal.name ?? null),
  horizon_years: who.rank(({ evaluation }) => evaluation?.horizonYears ?? null),
  goal_owner: essential(who.text(({ owners }) => owners.map(({ name }) => name).join(', '))),
  strategy: essential(who.text(({ strategy }) => strategy)),
  ...WAY,
  goal_status_symbol: essential(
    status.text(({ evaluation }) =>
      evaluation === null ? null : STATUS_SYMBOLS[evaluation.status],
    ),
  ),
  goal_status_image_url: status.followingText('URL', pictureFor('goal_status')),
  goal_status_image: essential(
    status.link('IMAGE($goal_status_image_url, $goal_status_label)', 'IMAGE'),
  ),
  goal_url: texts.url(({ goal }, { urlOf }) => urlOf(goal.place)),
  goal_link: essential(texts.link('HYPERLINK($goal_url, $goal)')),
} satisfies Columns<GoalResult>;

/** The way of its goal, beside what a table says of a KPI. */
export const goalWay = <Block>(goalOf: (block: Block) => GoalResult | null) =>
  readThrough(WAY, goalOf);

/** What every row says about its goal, with the stamps, in tables without KPIs. */
export const goalBlock = <Block>(goalOf: (block: Block) => GoalResult | null) => ({
  ...BOOK,
  ...readThrough(OWN, goalOf),
  ...STAMPS,
});
