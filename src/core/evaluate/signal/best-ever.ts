import type { Day } from '../../model/calendar-date.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import type { HistoryPoint } from './kpi-signal.ts';

/** With fewer others a record says nothing; the limits of §14 ask for as many. */
const LEAST_OTHERS = 6;

/**
 * First day of the interval of this KPI that is better than every other of the measure's whole
 * history (calculations.md §14); null when the best one lies elsewhere, when two are as good, or
 * when there are fewer than six others.
 */
export function bestEverOf({ aim, judged }: KpiCase, history: readonly HistoryPoint[]): Day | null {
  const { direction } = aim;
  if (!kindOf(aim).hasRecords || direction === null) return null;
  const valued = history.flatMap(({ start, value }) =>
    value === null ? [] : [{ start, worth: direction * value }],
  );
  if (valued.length <= LEAST_OTHERS) return null;
  const [best, second] = valued.sort((one, other) => other.worth - one.worth);
  const isOwn = judged.intervals.some(
    ({ start, whole }) => start === best.start && whole.start === best.start,
  );
  return isOwn && !nearlyEqual(best.worth, second.worth) ? best.start : null;
}
