import type { CellPlace } from '../../model/a1-notation.ts';
import type { Goal } from '../../model/goal.ts';
import { type Issue, newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';

const MOST_KPIS = 5;

interface DescribedGoal {
  readonly goal: Goal;
  /** That still run, or are to. */
  readonly kpis: readonly Kpi[];
  /** Goals below it: then its KPIs may all stand there. */
  readonly hasSubGoals: boolean;
  readonly hasStrategy: boolean;
  readonly strategyCell: CellPlace;
}

/** How a goal and its KPIs together could be described better (calculations.md §20). */
export function checkGoal(described: DescribedGoal): Issue[] {
  const { goal, kpis, hasSubGoals, hasStrategy, strategyCell } = described;
  const advice: Issue[] = [];
  const subject = { goalId: goal.id };
  const isMissing = kpis.length === 0 && !hasSubGoals;
  if (isMissing || kpis.length > MOST_KPIS) {
    const details = { goal: goal.name, count: kpis.length };
    advice.push(newIssue('I_SMART_KPI_COUNT', goal.place, details, subject));
  }
  if (!hasStrategy && kpis.length > 0) {
    advice.push(newIssue('I_SMART_STRATEGY', strategyCell, { goal: goal.name }, subject));
  }
  if (kpis.length > 0 && !kpis.some(({ isLeading }) => isLeading)) {
    advice.push(newIssue('I_SMART_LEADING', goal.place, { goal: goal.name }, subject));
  }
  const stages = new Set(kpis.map(({ stage }) => stage.trim().toLowerCase()));
  const [first] = kpis;
  if (kpis.length > 1 && stages.size === 1 && first.stage !== '') {
    const details = { goal: goal.name, stage: first.stage };
    advice.push(newIssue('I_SMART_ONE_STAGE', goal.place, details, subject));
  }
  return advice;
}
