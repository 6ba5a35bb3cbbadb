import type { RegularCadence } from '../../model/period.ts';
import type { History } from '../signal/history.ts';
import { pathOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import { type HistoryKind, mostValues } from './series/foresee-steps.ts';
import type { Stretch } from './series/stretches.ts';

/** Intervals after which a pattern repeats; of days those of a week that count. */
const SEASON_LENGTH: Record<Exclude<RegularCadence, 'day'>, number> = {
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
};
const DAYS_A_WEEK = 7;
const WEEKS_TO_COUNT_DAYS = 4;

/** A week of working days has five: the days that count, over up to four of the latest weeks. */
function daysAWeek({ start }: History): number {
  if (start.length < DAYS_A_WEEK) return DAYS_A_WEEK;
  const last = start[start.length - 1];
  const weeks = Math.floor((last - start[0] + 1) / DAYS_A_WEEK);
  const counted = Math.min(WEEKS_TO_COUNT_DAYS, weeks);
  const from = last - DAYS_A_WEEK * counted;
  let days = 0;
  for (let i = start.length - 1; i >= 0 && start[i] > from; i--) days++;
  return Math.max(1, Math.round(days / counted));
}

/** What X at the due date is made of: an average that keeps is over the period, one on a line stands. */
export const familyOf = ({ definition }: KpiPart<'definition'>): HistoryKind['family'] =>
  definition.isLine ? 'level' : definition.family;

/**
 * The newest unbroken part of the measure's history beside what is left of the period. Null without
 * a rhythm, before the first value, and when nothing is left.
 */
export function stretchOf(
  kpi: KpiPart<'judged' | 'definition' | 'aim'>,
  history: History,
  left: number,
  recent: number,
): Stretch | null {
  const { judged } = kpi;
  const { rhythm: cadence } = judged;
  if (cadence === 'irregular' || left < 1) return null;
  const kind: HistoryKind = {
    seasonLength: cadence === 'day' ? daysAWeek(history) : SEASON_LENGTH[cadence],
    isDaily: cadence === 'day',
    family: familyOf(kpi),
    nonNegative: history.value.every((value) => value === null || value >= 0),
  };
  const start = judged.intervals.whole.start[0];
  const most = mostValues(kind);
  const values: number[] = [];
  let elapsed = 0;
  for (let i = history.start.length - 1; i >= 0 && values.length < most; i--) {
    const value = history.value[i];
    if (value === null) break;
    values.push(value);
    if (history.start[i] >= start) elapsed++;
  }
  if (elapsed === 0) return null;
  values.reverse();
  const restPerDone = plannedRestPerDone(kpi) ?? left / elapsed;
  const counted = Math.min(values.length, Math.max(1, recent));
  return { values, kind, elapsed, left, restPerDone, recent: counted };
}

/** What the plan leaves ÷ what it had so far; null when it had nothing or goes both ways. */
function plannedRestPerDone({ aim, judged }: KpiPart<'aim' | 'judged'>): number | null {
  const plan = pathOf(aim);
  if (plan === null || judged.judgedDay === null) return null;
  const planned = planAt(plan, judged.judgedDay);
  const ratio = (plan.target - planned) / (planned - plan.baseline);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : null;
}
