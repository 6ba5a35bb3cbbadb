import type { Day } from '../../model/calendar-date.ts';
import { civilFromDay, isoWeekday } from '../../model/calendar-date.ts';
import { type DayRange, intervalContaining, type YearCut } from '../../model/period.ts';
import type { DayCalendar } from '../../model/workspace.ts';

/** The weight of a day ≥ 0, before scaling; defined for any day, also after the period. */
export type DayWeight = (day: Day) => number;

export const EVERY_DAY: DayWeight = () => 1;

/** A named calendar: a date's own weight, else its weekday's times its month's; 1 where silent. */
export function calendarWeight(calendar: DayCalendar): DayWeight {
  const dates = new Map(calendar.dates.map(({ day, weight }) => [day, weight]));
  const weekdays = new Map(calendar.weekdays.map(({ weekday, weight }) => [weekday, weight]));
  const months = new Map(calendar.months.map(({ month, weight }) => [month, weight]));
  return (day) => {
    const own = dates.get(day);
    if (own !== undefined) return Math.max(0, own);
    const weekday = weekdays.get(isoWeekday(day)) ?? 1;
    const month = months.get(civilFromDay(day).month) ?? 1;
    return Math.max(0, weekday * month);
  };
}

/** Weights of 0 and 1 by weekday or date only: its days that count are working days. */
export function isWorkingCalendar({ dates, weekdays, months }: DayCalendar): boolean {
  const weights = [...dates, ...weekdays].map(({ weight }) => weight);
  return months.length === 0 && weights.every((weight) => weight === 0 || weight === 1);
}

/**
 * Last year's shape: each month's share of last year, a negative month as 0, spread evenly over
 * its days (calculations.md §2).
 *
 * @param lastYearOf the measure's value in the month of last year that pairs with this one
 */
export function lastYearWeight(
  lastYearOf: (month: DayRange) => number | null,
  cut: YearCut,
): DayWeight {
  const weightOfDay = new Map<Day, number>();
  return (day) => {
    const before = weightOfDay.get(day);
    if (before !== undefined) return before;
    const { start, end } = intervalContaining('month', day, cut);
    const weight = Math.max(0, lastYearOf({ start, end }) ?? 0) / (end - start + 1);
    for (let other = start; other <= end; other++) weightOfDay.set(other, weight);
    return weight;
  };
}

/**
 * Cumulative weight of a period, scaled to mean 1 over its days of weight > 0, so that a speed is
 * per (working) day.
 */
export interface WeightedPeriod extends DayRange {
  /** W at the end of the k-th day; position 0 is the eve of the start. */
  cumulative: Float64Array;
  /** W(E); 0 is E_CAL. */
  total: number;
  /** Scaled weight of any day, also after the period. */
  weightOf: DayWeight;
}

export function weighPeriod({ start, end }: DayRange, weight: DayWeight): WeightedPeriod {
  const size = Math.max(0, end - start + 1);
  const cumulative = new Float64Array(size + 1);
  let sum = 0;
  let weighted = 0;
  for (let k = 1; k <= size; k++) {
    const own = weight(start + k - 1);
    sum += own;
    if (own > 0) weighted++;
  }
  const scale = sum > 0 ? weighted / sum : 0;
  for (let k = 1; k <= size; k++) {
    cumulative[k] = cumulative[k - 1] + weight(start + k - 1) * scale;
  }
  return {
    start,
    end,
    cumulative,
    total: cumulative[size],
    weightOf: scale === 0 ? EVERY_DAY : (day) => weight(day) * scale,
  };
}

/** W(d): 0 before the period, W(E) from its end on. */
export function weightUpTo(period: WeightedPeriod, day: Day): number {
  const k = day - period.start + 1;
  if (k <= 0) return 0;
  return period.cumulative[Math.min(k, period.cumulative.length - 1)];
}

/** The weight of a stretch of days within the period. */
export const weightIn = (period: WeightedPeriod, range: DayRange): number =>
  weightUpTo(period, range.end) - weightUpTo(period, range.start - 1);

/** Whether any of the days counts. */
export function hasWeight({ start, end }: DayRange, weightOf: DayWeight): boolean {
  for (let day = start; day <= end; day++) if (weightOf(day) > 0) return true;
  return false;
}

/**
 * The share of a whole stretch of days that lies inside the period, by weight; by days where they are
 * all alike, or the whole of it has none (calculations.md §2 and §4).
 */
export function shareWithin(
  period: WeightedPeriod,
  inside: DayRange,
  whole: DayRange,
  isByDays: boolean,
): number {
  if (inside.start === whole.start && inside.end === whole.end) return 1;
  const sum = ({ start, end }: DayRange, weightOf: DayWeight): number => {
    let total = 0;
    for (let day = start; day <= end; day++) total += weightOf(day);
    return total;
  };
  const all = isByDays ? 0 : sum(whole, period.weightOf);
  const weightOf = all > 0 ? period.weightOf : EVERY_DAY;
  return sum(inside, weightOf) / sum(whole, weightOf);
}
