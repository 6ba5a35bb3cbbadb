import type { ForecastMethod } from '../../model/kpi.ts';
import { atLeast } from '../../model/quantity.ts';
import { SHARE_JUDGED_BY_LEG } from '../judgement/kinds/way.ts';
import { weightUpTo } from '../period/day-weights.ts';
import type { History } from '../signal/history.ts';
import { expectedBy, pathOf, targetOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { planAt, plannedShare } from '../target/plan.ts';
import { LEAST_LAST_YEAR_SHARE, type Stretch } from './series/stretches.ts';

/** What can be forecast. */
export type Heading = KpiPart<
  | 'kpi'
  | 'measure'
  | 'reader'
  | 'definition'
  | 'aim'
  | 'period'
  | 'judged'
  | 'milestones'
  | 'isNeverNegative'
  | 'calendar'
>;

/** What a method works from. */
export interface ForecastInputs {
  heading: Heading;
  judgedDay: number;
  /** X at A */
  actual: number;
  recentSpeed: number | null;
  /** Intervals of weight > 0 up to A, with their own values. */
  points: History;
  /** Intervals of weight > 0 after A. */
  stepsLeft: number;
  /** The measure's whole history, up to A. */
  history: History;
  /** Its newest part beside what is left; null where there is none to measure by. */
  stretch: Stretch | null;
}

/** F, the value of X at the due date (calculations.md §7); null when the method has nothing to say. */
type Method = (inputs: ForecastInputs) => number | null;

const runRate: Method = ({ heading, judgedDay, actual }) => {
  const plan = pathOf(heading.aim);
  if (plan === null) return null;
  const share = plannedShare(plan, judgedDay);
  const covered = planAt(plan, judgedDay) - plan.baseline;
  if (share === null || share < SHARE_JUDGED_BY_LEG - 1e-9 || covered === 0) return null;
  return plan.baseline + ((actual - plan.baseline) * (plan.target - plan.baseline)) / covered;
};

const recent: Method = ({ heading, judgedDay, actual, recentSpeed }) => {
  const { period } = heading;
  const left = period.total - weightUpTo(period, judgedDay);
  return recentSpeed === null ? null : actual + recentSpeed * left;
};

const asPlanned: Method = ({ heading, judgedDay, actual }) => {
  const { aim, period } = heading;
  const [now, end] = [expectedBy(aim, judgedDay), expectedBy(aim, period.end)];
  // Of a threshold the plan is the target itself, so nothing is still to be brought.
  if (now === null || end === null) return targetOf(aim) === null ? null : actual;
  return actual + end - now;
};

/** A year with fewer of its intervals is not complete. */
const LEAST_OF_A_YEAR = 0.9;

/** Last year's share up to the interval that pairs with the judged one; null when it is unknown. */
export function lastYearShare(heading: KpiPart<'definition' | 'reader' | 'judged'>): number | null {
  const { definition, reader, judged } = heading;
  const { intervals, weight, judgedIndex } = judged;
  const { lastYear } = intervals;
  if (definition.family !== 'total' || judgedIndex === -1 || lastYear === null) return null;
  let counted = 0;
  let held = 0;
  weight.forEach((own, i) => {
    if (own === 0) return;
    counted++;
    if (reader.hasValueIn(lastYear.start[i], lastYear.end[i])) held++;
  });
  const [start] = lastYear.start;
  if (!atLeast(held, LEAST_OF_A_YEAR * counted)) return null;
  const total = reader.over(start, lastYear.end[lastYear.end.length - 1]);
  const upTo = reader.over(start, lastYear.end[judgedIndex]);
  return total === null || upTo === null || total <= 0 ? null : upTo / total;
}

const repeatLastYear: Method = ({ heading, actual }) => {
  const share = lastYearShare(heading);
  return share === null || share < LEAST_LAST_YEAR_SHARE ? null : actual / share;
};

const drift: Method = ({ heading, actual, points: { value }, stepsLeft }) => {
  const from = value.findIndex((own) => own !== null);
  const first = value[from] ?? null;
  const steps = value.length - 1 - from;
  // Without a rhythm there are no steps ahead to count.
  const isIrregular = heading.judged.rhythm === 'irregular';
  if (first === null || steps < 1 || isIrregular) return null;
  return actual + ((actual - first) / steps) * stepsLeft;
};

export const METHODS: Record<Exclude<ForecastMethod, 'trend_season'>, Method> = {
  run_rate: runRate,
  recent,
  as_planned: asPlanned,
  last_year_share: repeatLastYear,
  drift,
  level: ({ actual }) => actual,
};
