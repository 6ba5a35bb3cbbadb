import type { Day } from '../../model/calendar-date.ts';
import type { CheckIn } from '../../model/evaluation.ts';
import type { RegularCadence } from '../../model/period.ts';
import type { Action } from '../../model/workspace.ts';
import { graceDaysOf } from '../actuals/judged-day.ts';
import type { KpiCase } from '../target/kpi-case.ts';

/** Nobody looks back every day: figures by the day are looked at by the week. */
function rhythmOf({ measure: { cadence } }: KpiCase): RegularCadence {
  if (cadence === 'day') return 'week';
  return cadence === 'irregular' ? 'month' : cadence;
}

const GRACE_WITHOUT_RHYTHM = 10;

/** The newest check-in up to today; of one day the lower row. */
function lastCheckIn(actions: readonly Action[], today: Day): Action | null {
  let last: Action | null = null;
  for (const action of actions) {
    const { phase, day } = action;
    if (phase !== 'check' || day === null || day > today) continue;
    if (last === null || last.day === null || day >= last.day) last = action;
  }
  return last;
}

/**
 * When a KPI was looked at last, and when that is due again: once its interval is over, of days
 * once the week is; overdue after the grace of its measure (calculations.md §21). Only a KPI with a
 * row in Actions is asked for one; null for the others.
 *
 * @param actions of the KPI
 */
export function checkInOf(
  kpiCase: KpiCase,
  actions: readonly Action[],
  isRunning: boolean,
): CheckIn | null {
  if (actions.length === 0) return null;
  const { measure, calendar, kpi } = kpiCase;
  const { today } = calendar;
  const last = lastCheckIn(actions, today);
  const shown = { actionId: last?.id ?? null, day: last?.day ?? null };
  const holding = calendar.holding(rhythmOf(kpiCase), today);
  const end = holding.start - 1;
  const isAsked = isRunning && end >= kpi.start && today <= kpi.due;
  if (!isAsked || (last?.day ?? Number.NEGATIVE_INFINITY) > end) {
    return { ...shown, dueDay: null, isOverdue: false };
  }
  const grace = graceDaysOf(measure) ?? GRACE_WITHOUT_RHYTHM;
  return { ...shown, dueDay: end + 1, isOverdue: today > end + measure.dataLagDays + grace };
}
