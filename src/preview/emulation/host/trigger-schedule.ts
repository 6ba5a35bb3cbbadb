import type { Trigger } from './account.ts';
import { momentOf, type WallTime, wallTime } from './zoned-time.ts';

const DAY = 86_400_000;
const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
/** The longest wait of a schedule by days: 29 February, over a century's end. */
const LONGEST_WAIT_DAYS = 8 * 366;

type Schedule = Trigger['schedule'];

function numberIn(schedule: Schedule, name: string): number | null {
  const value = schedule[name];
  return typeof value === 'number' ? value : null;
}

const dayNumber = ({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): number =>
  Date.UTC(year, month - 1, day) / DAY;

/** Fires once, at this moment; null when it repeats. */
function onceAt(trigger: Trigger, timeZone: string): number | null {
  const { schedule, createdAt } = trigger;
  const after = numberIn(schedule, 'after');
  if (after !== null) return createdAt + after;
  const at = numberIn(schedule, 'at');
  if (at !== null) return at;
  if (typeof schedule.atDate !== 'string') return null;
  const [year = 0, month = 0, day = 0] = schedule.atDate.split('-').map(Number);
  return momentOf({ year, month, day, ...timeOfDay(schedule) }, timeZone);
}

/** [assumed] The platform picks a minute within 15 of the one named; here it is that minute, or 0. */
const timeOfDay = (schedule: Schedule) => ({
  hour: numberIn(schedule, 'atHour') ?? 0,
  minute: numberIn(schedule, 'nearMinute') ?? 0,
});

function suitsDay(trigger: Trigger, timeZone: string, day: number): boolean {
  const { schedule, lastFiredAt } = trigger;
  const date = new Date(day * DAY);
  const monthDay = numberIn(schedule, 'onMonthDay');
  if (monthDay !== null) return date.getUTCDate() === monthDay;
  const weekDay = schedule.onWeekDay;
  if (weekDay !== undefined && WEEKDAYS[date.getUTCDay()] !== weekDay) return false;
  const weeks = numberIn(schedule, 'everyWeeks') ?? (weekDay === undefined ? null : 1);
  const interval = weeks === null ? (numberIn(schedule, 'everyDays') ?? 1) : weeks * 7;
  if (lastFiredAt === undefined) return true;
  return day - dayNumber(wallTime(lastFiredAt, timeZone)) >= interval;
}

function nextDay(trigger: Trigger, timeZone: string, since: number): number | null {
  const first = dayNumber(wallTime(since, timeZone));
  for (let day = first; day <= first + LONGEST_WAIT_DAYS; day += 1) {
    if (!suitsDay(trigger, timeZone, day)) continue;
    const date = new Date(day * DAY);
    const moment = momentOf(
      {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        ...timeOfDay(trigger.schedule),
      },
      timeZone,
    );
    if (moment > since) return moment;
  }
  return null;
}

/**
 * When a clock trigger fires next, in milliseconds since 1970 UTC; null when it listens to a
 * spreadsheet or has fired for the only time. `scriptTimeZone` holds unless inTimezone was called.
 */
export function nextFiring(trigger: Trigger, scriptTimeZone: string): number | null {
  if (trigger.source !== 'CLOCK') return null;
  const { schedule } = trigger;
  const timeZone = typeof schedule.inTimezone === 'string' ? schedule.inTimezone : scriptTimeZone;
  const once = onceAt(trigger, timeZone);
  if (once !== null) return trigger.lastFiredAt === undefined ? once : null;
  const since = trigger.lastFiredAt ?? trigger.createdAt;
  const minutes = numberIn(schedule, 'everyMinutes');
  if (minutes !== null) return since + minutes * 60_000;
  const hours = numberIn(schedule, 'everyHours');
  if (hours !== null) return since + hours * 3_600_000;
  return nextDay(trigger, timeZone, since);
}
