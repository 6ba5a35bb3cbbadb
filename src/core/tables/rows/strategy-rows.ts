import type { StrategyLine } from '../../model/goal.ts';
import { type Cells, columnsFrom } from '../cells.ts';
import { ownersOf } from './kpi-cells.ts';
import { stampCells } from './stamp-cells.ts';

/** One row per line of the Strategy tab. */
export const strategyColumns = columnsFrom(
  ({ input }) => input.workspace.strategy,
  (results): Cells<StrategyLine> => {
    const { workspace } = results.input;
    return {
      ...stampCells(results),
      line_id: ({ id }) => id,
      line_kind: ({ kind }) => kind,
      line_order: ({ order }) => order + 1,
      line_text: ({ text }) => text,
      line_owner: ({ owner }) =>
        ownersOf(owner, workspace)
          .map(({ name }) => name)
          .join(', '),
      line_goal_count: ({ id }) =>
        workspace.goals.filter(({ strategyLineId }) => strategyLineId === id).length,
    };
  },
);
