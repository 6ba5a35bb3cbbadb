import type { StrategyLine } from '../model/goal.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import { ownersOf } from './owners.ts';
import type { ResultTable } from './result-table.ts';
import { BOOK, STAMPS } from './stamp-columns.ts';

const who = fieldsIn('who');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const columns = {
  ...BOOK,
  line_id: who.text(({ id }) => id),
  line_kind: who.text(({ kind }) => kind),
  line_kind_label: essential(who.text(({ kind }, { choice }) => choice('strategy_kind', kind))),
  line_order: essential(who.rank(({ order }) => order + 1)),
  line_text: essential(texts.text(({ text }) => text)),
  line_owner: essential(
    who.text(({ owner }, { input }) =>
      ownersOf(owner, input.workspace)
        .map(({ name }) => name)
        .join(', '),
    ),
  ),
  ...STAMPS,
  line_goal_count: essential(
    counts.sum(
      ({ id }, { input }) =>
        input.workspace.goals.filter(({ strategyLineId }) => strategyLineId === id).length,
    ),
  ),
} satisfies Columns<StrategyLine>;

/** One row per line of the Strategy tab. */
export const STRATEGY: ResultTable<StrategyLine> = {
  columns,
  hidden: {},
  defaults: ['line_text', 'line_goal_count'],
};
