import { addMonths, type Day } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { BoardChange, BoardGoal, BoardKpi } from '../board/board.ts';
import { type BoardTables, changeOf, makeBoard } from '../board/make-board.ts';
import { type Row, rowsOf } from '../board/table-rows.ts';
import type { Review, ReviewedAction, ReviewedPeriod, ReviewPage } from './review.ts';

/** What people decide in a meeting; a check-in is what one of them says of one KPI. */
const isDecision = (row: Row): boolean =>
  row.text('action_phase') === 'act' && row.text('decision') !== '';

/** Since the newest decision before today, where there is one, else over a month. */
function periodsOf(actions: readonly Row[], today: Day): ReviewedPeriod[] {
  const days = actions
    .filter(isDecision)
    .flatMap((row) => row.number('action_date') ?? [])
    .filter((day) => day < today);
  return [
    ...(days.length === 0 ? [] : [{ id: 'last' as const, from: Math.max(...days) }]),
    { id: 'month', from: addMonths(today, -1) },
    { id: 'quarter', from: addMonths(today, -3) },
  ];
}

/** A note of somebody that decides nothing stands with its KPI as a check-in. */
const isReviewed = (row: Row): boolean =>
  row.text('action_phase') !== 'check' || row.text('decision') !== '';

function actionOf(row: Row, today: Day): ReviewedAction {
  const days = [row.number('action_date'), row.number('effect_date')].filter(
    (day): day is Day => day !== null && day <= today,
  );
  return {
    kpi: row.text('kpi'),
    name: row.text('action'),
    decision: row.text('decision'),
    text: row.text('action_text'),
    state: row.text('action_status_label'),
    isToDo: row.number('action_is_to_do') === 1,
    isOverdue: row.number('overdue_count') === 1,
    day: days.length === 0 ? null : Math.max(...days),
    url: row.text('action_url'),
  };
}

const newestFirst = (one: { day: Day | null }, other: { day: Day | null }): number =>
  (other.day ?? 0) - (one.day ?? 0);

/** Good, neither, bad. */
const newsOrder = ({ isGood }: BoardChange): number => (isGood === null ? 1 : isGood ? 0 : 2);

/** Result tables as what a review meeting looks at, goal by goal; nothing is calculated anew. */
export function makeReview(tables: BoardTables, language: Language): Review {
  const board = makeBoard(tables, language);
  const today = board.today ?? 0;
  const rows = (id: keyof BoardTables) => rowsOf(tables[id]);
  const actions = rows('actions');
  const changes = rows('changes').map(changeOf);
  const targets = new Map(
    rows('kpis').map((row) => [row.text('kpi_key'), row.number('target') !== null]),
  );

  const pageOf = (goal: BoardGoal | null, kpis: readonly BoardKpi[]): ReviewPage => {
    const keys = new Set(kpis.map(({ key }) => key));
    return {
      goal,
      kpis: kpis.map((kpi) => ({ ...kpi, hasTarget: targets.get(kpi.key) === true })),
      actions: actions
        .filter((row) => keys.has(row.text('kpi_key')) && isReviewed(row))
        .map((row) => actionOf(row, today))
        .sort(newestFirst),
      changes: changes
        .filter(({ kpiKey }) => keys.has(kpiKey))
        .sort((one, other) => newsOrder(one) - newsOrder(other) || newestFirst(one, other)),
    };
  };

  const known = new Set(board.goals.map(({ id }) => id));
  const pages = [
    ...board.goals.map((goal) =>
      pageOf(
        goal,
        board.kpis.filter(({ goalId }) => goalId === goal.id),
      ),
    ),
    pageOf(
      null,
      board.kpis.filter(({ goalId }) => !known.has(goalId)),
    ),
  ];
  const { organisation, stamp, note } = board;
  return {
    language,
    organisation,
    stamp,
    note,
    today,
    periods: periodsOf(actions, today),
    pages: pages.filter(({ goal, kpis }) => kpis.length > 0 || goal?.status != null),
  };
}
