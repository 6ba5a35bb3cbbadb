import type { Day } from '../../model/calendar-date.ts';
import type { MilestoneEvaluation } from '../../model/evaluation.ts';
import type { Kpi } from '../../model/kpi.ts';
import { known, unknown } from '../../model/quantity.ts';
import type { MilestoneStatusCode } from '../../model/status.ts';

/** A stopover by itself. */
export type Stop = Omit<MilestoneEvaluation, 'isNext' | 'order'>;

const WARNING_DAYS = 14;

/** Days before a due date from which something that is done or not is at risk. */
export const warningDaysOf = (kpi: { warnDays: number | null }): number =>
  kpi.warnDays ?? WARNING_DAYS;

export const isWithinWarning = (today: Day, due: Day, warnDays: number): boolean =>
  due - today < warnDays;

export const reachedStatus = (reachedDay: Day, day: Day): MilestoneStatusCode =>
  reachedDay < day ? 'reached_early' : reachedDay === day ? 'reached_on_time' : 'reached_late';

/**
 * A stopover without a value follows the rule of done, on today instead of the judged day.
 *
 * @param doneOn not later than today
 */
function doneStatus(
  doneOn: Day | null,
  day: Day,
  today: Day,
  warnDays: number,
): MilestoneStatusCode {
  if (doneOn !== null) return reachedStatus(doneOn, day);
  if (today > day) return 'overdue';
  return isWithinWarning(today, day, warnDays) ? 'at_risk' : 'expected_on_time';
}

/** Something to do by a day, and when it was done. */
interface Doable {
  milestoneId: string | null;
  stop: string;
  day: Day;
  doneOn: Day | null;
}

/** A stopover that is done or not. */
export function doneStop(
  kpi: Pick<Kpi, 'id' | 'warnDays'>,
  { milestoneId, stop, day, doneOn }: Doable,
  today: Day,
): Stop {
  const reachedDay = doneOn !== null && doneOn <= today ? doneOn : null;
  return {
    milestoneId,
    stop,
    kpiId: kpi.id,
    day,
    value: null,
    status: doneStatus(reachedDay, day, today, warningDaysOf(kpi)),
    reachedDay,
    etaDay: reachedDay,
    daysLate: reachedDay === null ? unknown('NO_ETA') : known(reachedDay - day),
    valueToGo: unknown('NOT_APPLICABLE'),
    requiredSpeed: unknown('NOT_APPLICABLE'),
    legProgress: unknown('NOT_APPLICABLE'),
  };
}
