import type { ForecastMethod } from '../../model/kpi.ts';
import { atLeast } from '../../model/quantity.ts';
import { SHARE_JUDGED_BY_LEG } from '../judgement/kinds/way.ts';
import { yearEarlier } from '../period/calendar-facts.ts';
import { weightUpTo } from '../period/day-weights.ts';
import type { History } from '../signal/history.ts';
import { expectedBy, pathOf, targetOf, wayOf } from '../target/aim.ts';
import { isComplete } from '../target/growth-reference.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { plannedShare } from '../target/plan.ts';
import { LEAST_LAST_YEAR_SHARE, type Stretch } from './series/stretches.ts';

/** What can be forecast. */
export type Heading = KpiPart<
  | 'kpi'
  | 'measure'
  | 'reader'
  | 'asker'
  | 'definition'
  | 'aim'
  | 'period'
  | 'judged'
  | 'milestones'
  | 'isNeverNegative'
  | 'extremes'
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
  /** Its newest part beside what is left; null where there is none to measure by. */
  stretch: Stretch | null;
}

/** F, the value of X at the due date (calculations.md §7); null when the method has nothing to say. */
type Method = (inputs: ForecastInputs) => number | null;

const runRate: Method = ({ heading, judgedDay, actual }) => {
  const { aim } = heading;
  const plan = pathOf(aim);
  // Where all of the way is asked from the first day on, nothing is still to come.
  if (plan === null) return wayOf(aim) === null ? null : actual;
  const share = plannedShare(plan, judgedDay);
  if (share === null || !atLeast(share, SHARE_JUDGED_BY_LEG) || share === 0) return null;
  return plan.baseline + (actual - plan.baseline) / share;
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

/** Last year's share up to the interval that pairs with the judged one; null when it is unknown. */
export function lastYearShare({
  kpi,
  measure,
  definition: { family },
  reader,
  asker,
  judged: { intervals, judgedIndex },
  calendar,
}: KpiPart<'kpi' | 'measure' | 'definition' | 'reader' | 'asker' | 'judged' | 'calendar'>):
  | number
  | null {
  const { lastYear } = intervals;
  if (family !== 'total' || judgedIndex === -1 || lastYear === null) return null;
  const range = yearEarlier(measure.cadence, { start: kpi.start, end: kpi.due }, calendar);
  if (!isComplete({ measure, family, reader, asker, calendar }, range)) return null;
  const [start] = lastYear.start;
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
