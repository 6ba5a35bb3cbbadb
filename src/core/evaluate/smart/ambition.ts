import type { Ambition } from '../../model/evaluation.ts';
import { atLeast } from '../../model/quantity.ts';
import { weightUpTo } from '../period/day-weights.ts';
import type { History } from '../signal/history.ts';
import { changesOf } from '../signal/kpi-chart.ts';
import { reachedDayOf } from '../stops/milestone-status.ts';
import type { KpiPart } from '../target/kpi-case.ts';

/** With fewer a best one says nothing; the limits of §14 ask for as many. */
const LEAST_VALUES = 6;
/** So many standard deviations beyond the best there ever was is out of reach. */
const REACH = 3;
/** Met before this share of the time is over, the target asked too little. */
const EASY_BEFORE = 0.5;

type Fitted = KpiPart<
  'kpi' | 'definition' | 'aim' | 'judged' | 'actuals' | 'isNeverNegative' | 'period'
>;

/** How many whole intervals that count there are in the period, parts of them as shares. */
function intervalCountOf({ intervals, weight }: Fitted['judged']): number {
  const { start, end, whole } = intervals;
  return start.reduce((sum, day, i) => {
    const share = (end[i] - day + 1) / (whole.end[i] - whole.start[i] + 1);
    return weight[i] > 0 ? sum + share : sum;
  }, 0);
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

function isMetEarly(fitted: Fitted, target: number, actual: number | null): boolean {
  const reachedDay = reachedDayOf(fitted, target, actual);
  if (reachedDay === null) return false;
  return weightUpTo(fitted.period, reachedDay) < EASY_BEFORE * fitted.period.total;
}

/**
 * Whether the way to the target can be gone: what it asks of each interval against the best
 * interval there ever was, plus three standard deviations; of levels and averages their change
 * (calculations.md §20). Null for what is no way, without a rhythm, and below six values.
 *
 * @param actual X at A
 * @param history of the measure, in whole intervals up to A
 */
export function ambitionOf(
  fitted: Fitted,
  actual: number | null,
  history: History,
): Ambition | null {
  const { aim, judged, definition } = fitted;
  if (aim.judgedAs !== 'way' || judged.rhythm === 'irregular') return null;
  const { direction, target, baseline } = aim;
  const isTotal = definition.family === 'total';
  const { value } = isTotal ? history : changesOf(history);
  const worth = value.flatMap((own) => (own === null ? [] : [direction * own]));
  if (worth.length < LEAST_VALUES) return null;
  const asked = (direction * (target - baseline)) / intervalCountOf(judged);
  const best = worth.reduce((most, own) => Math.max(most, own), Number.NEGATIVE_INFINITY);
  const figures = { asked, best };
  if (!atLeast(best + REACH * deviationOf(worth), asked))
    return { verdict: 'ambitious', ...figures };
  const isEasy = isMetEarly(fitted, target, actual);
  return { verdict: isEasy ? 'too_easy' : 'fits', ...figures };
}
