import {
  addMonths,
  civilFromDay,
  type Day,
  dayFromCivil,
  mondayOf,
} from '../core/model/calendar-date.ts';

export type Scale = (value: number) => number;

/** From one stretch onto another; onto its middle where the first has no length. */
export function scaleOf(
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
): Scale {
  if (from === to) return () => (first + last) / 2;
  return (value) => first + ((value - from) / (to - from)) * (last - first);
}

/** What a day on an axis is called after: its day, month or year. */
export type Grain = 'day' | 'month' | 'year';

export interface DayTicks {
  readonly days: readonly Day[];
  readonly grain: Grain;
}

interface Rhythm {
  readonly grain: Grain;
  readonly daysApart: number;
  readonly firstFrom: (day: Day) => Day;
  readonly next: (day: Day) => Day;
}

const months = (count: number): Rhythm => ({
  grain: count >= 12 ? 'year' : 'month',
  daysApart: count * 30.4,
  firstFrom: (day) => {
    const { year, month } = civilFromDay(day);
    const since = (year * 12 + month - 1) % count;
    const first = dayFromCivil(year, month - since, 1);
    return first < day ? addMonths(first, count) : first;
  },
  next: (day) => addMonths(day, count),
});

const weeks = (count: number): Rhythm => ({
  grain: 'day',
  daysApart: count * 7,
  firstFrom: (day) => mondayOf(day + 6),
  next: (day) => day + count * 7,
});

const RHYTHMS: readonly Rhythm[] = [
  { grain: 'day', daysApart: 1, firstFrom: (day) => day, next: (day) => day + 1 },
  weeks(1),
  weeks(2),
  ...[1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].map(months),
];

/** Days to mark on an axis, on round dates and no more than asked. */
export function dayTicks(from: Day, to: Day, most: number): DayTicks {
  const rhythm =
    RHYTHMS.find(({ daysApart }) => (to - from) / daysApart <= most - 1) ??
    RHYTHMS[RHYTHMS.length - 1];
  const days: Day[] = [];
  for (let day = rhythm.firstFrom(from); day <= to && days.length < most; day = rhythm.next(day)) {
    days.push(day);
  }
  return { days, grain: rhythm.grain };
}

/** Round values from below the least to above the greatest, about as many as asked. */
export function valueTicks(least: number, greatest: number, wanted: number): number[] {
  const [low, high] = least === greatest ? [least - 1, least + 1] : [least, greatest];
  const rough = (high - low) / Math.max(1, wanted - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((size) => size * power >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // A product, not a sum: steps of 0.1 would drift.
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** Figures that begin near nothing are seen from nothing; others where they lie. */
export function figureTicks(values: readonly number[], wanted: number): number[] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  return valueTicks(least > 0 && least < greatest * 0.4 ? 0 : least, greatest, wanted);
}
