import type { Day } from '../../model/calendar-date.ts';
import type { ReasonCode } from '../../model/quantity.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { arrivalDay } from '../target/plan.ts';
import { kindOf } from './kinds/kinds.ts';
import { isTooEarly } from './kpi-status.ts';

/** The day a value is expected, or why none can be named. */
export type Arrival =
  | { readonly day: Day; readonly reason: null }
  | { readonly day: null; readonly reason: ReasonCode };

/** Further than this many lengths of the period after the due date no day is named. */
const HORIZON_IN_PERIODS = 5;

const none = (reason: ReasonCode): Arrival => ({ day: null, reason });

/**
 * ETA of a value that is not reached yet: the first day on which B + ρ·(P(n) − B) is as good as the
 * value (calculations.md §6). None while too early; null without a pace above 0, or beyond the
 * horizon.
 */
export function arrivalOf(
  kpi: KpiPart<'kpi' | 'aim' | 'judged' | 'period' | 'definition' | 'settings'>,
  actual: number | null,
  hasForecast: boolean,
): (value: number) => Arrival {
  const { aim, judged, period } = kpi;
  const since = period.start;
  if (aim.judgedAs !== 'way') return () => none('NOT_APPLICABLE');
  const judgedDay = judged.judgedDay;
  if (judgedDay === null || actual === null) return () => none('NO_DATA');
  if (isTooEarly(kpi, aim)) return () => none('TOO_EARLY');
  if (!hasForecast) return () => none('TOO_FEW_VALUES');
  const paceIndex = kindOf(aim).paceIndex(aim, { since, day: judgedDay, actual }).value;
  if (paceIndex === null || paceIndex <= 0) return () => none('NO_ETA');
  const lastDay = period.end + HORIZON_IN_PERIODS * (period.end - period.start + 1);
  const { plan, direction } = aim;
  // The target is asked for as the last stopover, and by itself.
  const known = new Map<number, Arrival>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const day = arrivalDay(plan, { value, direction, paceIndex }, judgedDay, lastDay);
    const arrival = day === null ? none('BEYOND_HORIZON') : ({ day, reason: null } as const);
    known.set(value, arrival);
    return arrival;
  };
}
