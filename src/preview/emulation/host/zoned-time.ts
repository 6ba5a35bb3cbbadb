/** What clocks and calendars show in one zone at one moment. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 0 is 1 January. */
  readonly dayOfYear: number;
}

const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const created = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formatters.set(timeZone, created);
  return created;
}

/** "GMT+2", "GMT-03:30": Java's way to write an offset as a zone; in milliseconds, or null. */
export function customOffset(timeZone: string): number | null {
  const match = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?(?::(\d{2}))?$/.exec(timeZone);
  if (match === null) return null;
  const [, sign, hours, minutes = '0', seconds = '0'] = match;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}

export function isTimeZone(timeZone: string): boolean {
  if (IS_UTC.test(timeZone) || customOffset(timeZone) !== null) return true;
  try {
    offsetFormatter(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Without asking the engine, whose tables of zones take long to load. */
const IS_UTC = /^(?:Etc\/)?(?:GMT|UTC)$/;

/** How far the zone is ahead of UTC at this moment, in milliseconds. */
export function offsetMilliseconds(time: number, timeZone: string): number {
  if (IS_UTC.test(timeZone)) return 0;
  const custom = customOffset(timeZone);
  if (custom !== null) return custom;
  const parts = offsetFormatter(timeZone).formatToParts(time);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return customOffset(name) ?? 0;
}

export function wallTime(time: number, timeZone: string): WallTime {
  const local = time + offsetMilliseconds(time, timeZone);
  const date = new Date(local);
  const year = date.getUTCFullYear();
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
    dayOfYear: Math.floor((local - Date.UTC(year, 0, 1)) / DAY),
  };
}

/** The first moment at which the zone's clocks show this; after a skipped hour, the hour later. */
export function momentOf(
  wall: { year: number; month: number; day: number; hour: number; minute: number },
  timeZone: string,
): number {
  const local = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const before = local - offsetMilliseconds(local - DAY, timeZone);
  const after = local - offsetMilliseconds(local + DAY, timeZone);
  const fits = (time: number) => time + offsetMilliseconds(time, timeZone) === local;
  if (fits(before)) return before;
  return fits(after) ? after : before;
}
