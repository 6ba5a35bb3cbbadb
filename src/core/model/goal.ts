import type { ChoiceCode } from '../layout/choices.ts';
import type { CellPlace } from './a1-notation.ts';
import type { Day } from './calendar-date.ts';
import type { IssueCode } from './issue-details.ts';

export interface StrategyLine {
  id: string;
  kind: ChoiceCode<'strategy_kind'>;
  order: number;
  text: string;
  owner: string;
  place: CellPlace;
}

export type GoalStatusRule = ChoiceCode<'status_rule'>;

/** What its KPIs are for: where we are in one, two or three years. */
export interface Goal {
  id: string;
  name: string;
  order: number;
  successWhen: string;
  strategyLineId: string | null;
  parentGoalId: string | null;
  start: Day | null;
  due: Day | null;
  outcomeKpiId: string | null;
  /** Null when blank. */
  weight: number | null;
  statusRule: GoalStatusRule;
  owner: string;
  note: string;
  place: CellPlace;
  errors: readonly IssueCode[];
}
