/**
 * A cell holds a wall clock: days since 30 December 1899, the time of day as a fraction, no
 * zone. A Date is a moment. The spreadsheet's time zone stands between them. [recorded live]
 */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** The wall clock at a moment, as if it were UTC. */
function wallClockAt(moment: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(moment)) {
    parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const milliseconds = ((moment % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

/**
 * The moment a cell's wall clock names in this zone. An hour that occurs twice means the
 * first; one that is skipped is taken with the offset from before the change. [assumed]
 */
export function momentOfSerial(serial: number, timeZone: string): Date {
  const wallClock = EPOCH + Math.round(serial * DAY);
  const offsetBefore = wallClockAt(wallClock - DAY, timeZone) - (wallClock - DAY);
  const candidate = wallClock - offsetBefore;
  if (wallClockAt(candidate, timeZone) === wallClock) return new Date(candidate);
  const offsetAfter = wallClockAt(wallClock + DAY, timeZone) - (wallClock + DAY);
  const later = wallClock - offsetAfter;
  return new Date(wallClockAt(later, timeZone) === wallClock ? later : candidate);
}

/** The cell's number for a moment: 46053.5 is noon on 31 January 2026. */
export function serialOfMoment(moment: Date, timeZone: string): number {
  return (wallClockAt(moment.getTime(), timeZone) - EPOCH) / DAY;
}
