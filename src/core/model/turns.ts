import type { Day } from './calendar-date.ts';

/**
 * How often Koers recalculates by itself, on the clock of the workbook: some time within the hour
 * (0 to 23) of every day, or of one weekday (1 Monday to 7). Null where it never does.
 */
export type Turns =
  | { readonly every: 'hour' }
  | { readonly every: 'day'; readonly hour: number }
  | { readonly every: 'week'; readonly weekday: number; readonly hour: number };

/** What made a run start: a person, its turn, or an earlier run that failed. */
export type RunTrigger = 'menu' | 'schedule' | 'retry';

/** What the clocks of a place show: a day, and the seconds since its midnight. */
export interface CivilTime {
  readonly day: Day;
  readonly secondsOfDay: number;
}

const HOURS_BETWEEN: Readonly<Record<Turns['every'], number>> = { hour: 1, day: 24, week: 168 };

/** 1 January 1970 was a Thursday: hours are counted from the Monday before. */
const DAYS_FROM_MONDAY = 3;

const hourOf = ({ day, secondsOfDay }: CivilTime): number =>
  (day + DAYS_FROM_MONDAY) * 24 + Math.floor(secondsOfDay / 3600);

function firstHour(turns: Turns): number {
  if (turns.every === 'hour') return 0;
  return turns.every === 'day' ? turns.hour : (turns.weekday - 1) * 24 + turns.hour;
}

/** Turns that began up to and with this hour, counted from the same one always. */
const turnsUpTo = (turns: Turns, hour: number): number =>
  Math.floor((hour - firstHour(turns)) / HOURS_BETWEEN[turns.every]);

/** The first turn whose hour begins after this one. */
export function nextTurn(turns: Turns, now: CivilTime): { day: Day; hour: number } {
  const count = turnsUpTo(turns, hourOf(now)) + 1;
  const hour = firstHour(turns) + count * HOURS_BETWEEN[turns.every];
  return { day: Math.floor(hour / 24) - DAYS_FROM_MONDAY, hour: ((hour % 24) + 24) % 24 };
}

/** Turns that began after the hour of `last` and are over by now: at none of them Koers ran. */
export const missedTurns = (turns: Turns, last: CivilTime, now: CivilTime): number =>
  Math.max(0, turnsUpTo(turns, hourOf(now) - 1) - turnsUpTo(turns, hourOf(last)));

/** off · hourly · daily@6 · weekly@1@6 */
export type TurnsText = string;

export function turnsText(turns: Turns | null): TurnsText {
  if (turns === null) return 'off';
  if (turns.every === 'hour') return 'hourly';
  return turns.every === 'day' ? `daily@${turns.hour}` : `weekly@${turns.weekday}@${turns.hour}`;
}

/** Before the hour could be chosen it was six. */
const FORMER_HOUR = 6;

const DAILY = /^daily(?:@(\d{1,2}))?$/;
const WEEKLY = /^weekly@([1-7])@(\d{1,2})$/;

/** Null for "off", and for what this version does not know. */
export function readTurns(text: TurnsText): Turns | null {
  if (text === 'hourly') return { every: 'hour' };
  const daily = DAILY.exec(text);
  if (daily !== null) return { every: 'day', hour: Number(daily[1] ?? FORMER_HOUR) };
  const weekly = WEEKLY.exec(text);
  if (weekly === null) return null;
  return { every: 'week', weekday: Number(weekly[1]), hour: Number(weekly[2]) };
}
