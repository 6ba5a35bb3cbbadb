import { civilFromDay, type Day, daysInMonth, isoWeekday } from './calendar-date.ts';

/** Fewer distances tell nothing of what is usual. */
const FEWEST = 3;
/** The share of dates that the commonest weekday or day of the month has, or of usual distances. */
const SAME_DAY = 0.6;
const USUAL = 0.8;

const LAST_OF_MONTH = 31;

/** Day of the month, the last one of any month alike. */
function dayOfMonth(day: Day): number {
  const { year, month, dayOfMonth: own } = civilFromDay(day);
  return own === daysInMonth(year, month) ? LAST_OF_MONTH : own;
}

const distancesOf = (days: readonly Day[]): number[] =>
  days.slice(1).map((day, at) => day - days[at]);

/** How often the commonest of some keys occurs. */
function commonest(keys: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/**
 * Whether dates that are about a week or a month apart are those of somebody who keeps weekly or
 * monthly figures: on one weekday or day of the month, or never far from a week or month apart.
 * Deals and gifts come when they come.
 *
 * @param days ascending, each once
 */
export function isKeptBy(cadence: 'week' | 'month', days: readonly Day[]): boolean {
  if (days.length <= FEWEST) return true;
  const keys = days.map(cadence === 'week' ? isoWeekday : dayOfMonth);
  if (commonest(keys) >= SAME_DAY * days.length) return true;
  const [least, most] = cadence === 'week' ? [4, 10] : [24, 38];
  const usual = distancesOf(days).filter((size) => size >= least && size <= most);
  return usual.length >= USUAL * (days.length - 1);
}

/** Lengths between two rhythms that people keep, in days, with how far a date may be beside it. */
const BETWEEN: readonly (readonly [days: number, beside: number])[] = [
  [14, 1],
  [61, 3],
  [182, 4],
];

/**
 * The days from one date to the next where that is two weeks, two months or half a year, with one
 * or two dates left out at most: 14 of 9 and 23 January and 6 February. Null for other dates.
 *
 * @param days ascending, each once
 */
export function stepBetweenRhythms(days: readonly Day[]): number | null {
  if (days.length < FEWEST) return null;
  const distances = distancesOf(days);
  const stepsOf = (length: number) => distances.map((size) => Math.round(size / length));
  const found = BETWEEN.find(([length, beside]) => {
    const steps = stepsOf(length);
    const isNear = (own: number, at: number) =>
      own <= 3 && Math.abs(distances[at] - length * own) <= beside * own;
    return steps.includes(1) && steps.every(isNear);
  });
  return found === undefined ? null : found[0];
}

/**
 * Whether dates are the same two days of every month: the 1st and the 15th.
 *
 * @param days ascending, each once
 */
export const isTwiceAMonth = (days: readonly Day[]): boolean =>
  days.length > FEWEST &&
  new Set(days.map(dayOfMonth)).size === 2 &&
  distancesOf(days).every((size) => size >= 12 && size <= 19);
