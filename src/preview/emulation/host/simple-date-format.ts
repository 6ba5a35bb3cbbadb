import { PlatformError } from './account.ts';
import {
  customOffset,
  isTimeZone,
  offsetMilliseconds,
  type WallTime,
  wallTime,
} from './zoned-time.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface Moment {
  readonly time: number;
  readonly timeZone: string;
  readonly wall: WallTime;
}

const padded = (value: number, width: number) => String(value).padStart(width, '0');
const isLeap = (year: number) => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

function yearText(year: number, width: number): string {
  return width === 2 ? padded(year % 100, 2) : padded(year, width);
}

/** Weeks of the English (US) locale: from Sunday, and 1 January is in week 1. */
function weekOfYear({ year, dayOfYear, weekday }: WallTime): { year: number; week: number } {
  const daysInYear = isLeap(year) ? 366 : 365;
  if (dayOfYear + 6 - weekday >= daysInYear) return { year: year + 1, week: 1 };
  const firstWeekday = (((weekday - dayOfYear) % 7) + 7) % 7;
  return { year, week: Math.floor((dayOfYear + firstWeekday) / 7) + 1 };
}

function weekOfMonth({ day, weekday }: WallTime): number {
  const firstWeekday = (((weekday - (day - 1)) % 7) + 7) % 7;
  return Math.floor((day - 1 + firstWeekday) / 7) + 1;
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.floor(Math.abs(offset) / 60_000);
  const sign = offset < 0 ? '-' : '+';
  return `${sign}${padded(Math.floor(minutes / 60), 2)}${separator}${padded(minutes % 60, 2)}`;
}

function isoOffset(offset: number, width: number): string {
  if (offset === 0) return 'Z';
  if (width === 1) return offsetText(offset, '').slice(0, 3);
  return offsetText(offset, width === 2 ? '' : ':');
}

/** [assumed] Which locale knows a short name ("CET", "EST") differs per zone; else GMT and the offset. */
function zoneName({ time, timeZone }: Moment, width: number): string {
  const offset = offsetMilliseconds(time, timeZone);
  if (customOffset(timeZone) !== null) return `GMT${offsetText(offset, ':')}`;
  const timeZoneName = width >= 4 ? 'long' : 'short';
  for (const locale of ['en-US', 'en-GB', 'en-AU', 'en-NZ']) {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(time);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    if (name !== '' && !/^GMT[+-]/.test(name)) return name;
  }
  return `GMT${offsetText(offset, ':')}`;
}

/** One record per letter of Java's SimpleDateFormat, in the English of the United States. */
const LETTERS: Readonly<Record<string, (moment: Moment, width: number) => string>> = {
  G: () => 'AD',
  y: ({ wall }, width) => yearText(wall.year, width),
  Y: ({ wall }, width) => yearText(weekOfYear(wall).year, width),
  M: ({ wall }, width) => monthText(wall.month, width),
  L: ({ wall }, width) => monthText(wall.month, width),
  w: ({ wall }, width) => padded(weekOfYear(wall).week, width),
  W: ({ wall }, width) => padded(weekOfMonth(wall), width),
  D: ({ wall }, width) => padded(wall.dayOfYear + 1, width),
  d: ({ wall }, width) => padded(wall.day, width),
  F: ({ wall }, width) => padded(Math.floor((wall.day - 1) / 7) + 1, width),
  E: ({ wall }, width) => shortOrLong(WEEKDAYS[wall.weekday] ?? '', width),
  u: ({ wall }, width) => padded(wall.weekday === 0 ? 7 : wall.weekday, width),
  a: ({ wall }) => (wall.hour < 12 ? 'AM' : 'PM'),
  H: ({ wall }, width) => padded(wall.hour, width),
  k: ({ wall }, width) => padded(wall.hour === 0 ? 24 : wall.hour, width),
  K: ({ wall }, width) => padded(wall.hour % 12, width),
  h: ({ wall }, width) => padded(wall.hour % 12 === 0 ? 12 : wall.hour % 12, width),
  m: ({ wall }, width) => padded(wall.minute, width),
  s: ({ wall }, width) => padded(wall.second, width),
  S: ({ wall }, width) => padded(wall.millisecond, width),
  z: zoneName,
  Z: ({ time, timeZone }) => offsetText(offsetMilliseconds(time, timeZone), ''),
  X: ({ time, timeZone }, width) => isoOffset(offsetMilliseconds(time, timeZone), width),
};

function shortOrLong(name: string, width: number): string {
  return width >= 4 ? name : name.slice(0, 3);
}

function monthText(month: number, width: number): string {
  return width >= 3 ? shortOrLong(MONTHS[month - 1] ?? '', width) : padded(month, width);
}

const TOKEN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g;

/**
 * [documented] Utilities.formatDate "formats date according to specification described in Java SE
 * SimpleDateFormat class". [assumed] An unknown zone is GMT, as in Java, and the sentences.
 */
export function formatSimpleDate(time: number, timeZone: string, pattern: string): string {
  const zone = isTimeZone(timeZone) ? timeZone : 'GMT';
  const moment: Moment = { time, timeZone: zone, wall: wallTime(time, zone) };
  return pattern.replace(TOKEN, (token, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
    if (token === "'") throw new PlatformError('Unterminated quote');
    if (letter === undefined) return token;
    const format = LETTERS[letter];
    if (format === undefined) throw new PlatformError(`Illegal pattern character '${letter}'`);
    return format(moment, token.length);
  });
}
