import type { Day } from '../../model/calendar-date.ts';
import type { ReasonCode } from '../../model/quantity.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { arrivalDay } from '../target/plan.ts';
import { kindOf } from './kinds/kinds.ts';
import { isTooEarly } from './kpi-status.ts';

/** The day a value is expected, or why none is named. */
export type Arrival = {
  /** Also a day that lies in the past, which is not named but still decides on a stopover. */
  readonly expectedDay: Day | null;
} & (
  | { readonly day: Day; readonly reason: null }
  | { readonly day: null; readonly reason: ReasonCode }
);

/** Further than this many lengths of the period after the due date no day is named. */
const HORIZON_IN_PERIODS = 5;

export const noArrival = (reason: ReasonCode, expectedDay: Day | null = null): Arrival => ({
  day: null,
  reason,
  expectedDay,
});

/**
 * ETA of a value that is not reached yet: the first day on which B + ρ·(P(n) − B) is as good as the
 * value (calculations.md §6). None while too early, without a pace above 0, beyond the horizon, or on
 * a day that is over without figures for it.
 */
export function arrivalOf(
  kpi: KpiPart<'kpi' | 'aim' | 'judged' | 'period' | 'definition' | 'settings' | 'calendar'>,
  actual: number | null,
  hasForecast: boolean,
): (value: number) => Arrival {
  const { aim, judged, period, calendar } = kpi;
  const since = period.start;
  if (aim.judgedAs !== 'way') return () => noArrival('NOT_APPLICABLE');
  const judgedDay = judged.judgedDay;
  if (judgedDay === null || actual === null) return () => noArrival('NO_DATA');
  if (isTooEarly(kpi, aim)) return () => noArrival('TOO_EARLY');
  if (!hasForecast) return () => noArrival('TOO_FEW_VALUES');
  const paceIndex = kindOf(aim).paceIndex(aim, { since, day: judgedDay, actual }).value;
  if (paceIndex === null || paceIndex <= 0) return () => noArrival('NO_ETA');
  const lastDay = period.end + HORIZON_IN_PERIODS * (period.end - period.start + 1);
  const { plan, direction } = aim;
  // The target is asked for as the last stopover, and by itself.
  const known = new Map<number, Arrival>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const day = arrivalDay(plan, { value, direction, paceIndex }, judgedDay, lastDay);
    const arrival = named(day);
    known.set(value, arrival);
    return arrival;
  };

  function named(day: Day | null): Arrival {
    if (day === null) return noArrival('BEYOND_HORIZON');
    // By now the figures should have shown it, and they do not run that far.
    if (day <= calendar.today) return noArrival('AWAITING_FIGURES', day);
    return { day, reason: null, expectedDay: day };
  }
}
