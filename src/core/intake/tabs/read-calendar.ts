import type { CustomPeriod } from '../../model/period.ts';
import type { DayCalendar } from '../../model/workspace.ts';
import { monthNamed, weekdayNamed } from '../cell/month-names.ts';
import { readWeight, reportBounds } from '../rows/number-cells.ts';
import { type RowOf, reportBlanks, reportOrder } from '../rows/tab-row.ts';
import { normaliseText } from '../sheet/normalise-text.ts';

type MutableCalendar = {
  name: string;
  dates: { day: number; weight: number; label: string }[];
  weekdays: { weekday: number; weight: number; label?: string }[];
  months: { month: number; weight: number; label?: string }[];
};

/** The Calendar tab: rows with the same calendar name are one calendar. */
export function readCalendars(rows: readonly RowOf<'calendar'>[]): DayCalendar[] {
  const calendars = new Map<string, MutableCalendar>();
  for (const row of rows) {
    const name = row.read('calendar');
    const weight = readWeight(row, 'weight');
    reportBlanks(row, 'calendar');
    if (name === '' || weight === null || !row.has('key')) continue;
    const key = normaliseText(name);
    const calendar = calendars.get(key) ?? { name, dates: [], weekdays: [], months: [] };
    calendars.set(key, calendar);
    addKey(row, weight, calendar);
  }
  return [...calendars.values()];
}

/** A number from 1 to 7 is not taken for a weekday: 1 to 12 could be a month as well. */
function addKey(row: RowOf<'calendar'>, weight: number, calendar: MutableCalendar): void {
  const cell = row.cell('key');
  const weekday = typeof cell === 'string' ? weekdayNamed(cell) : null;
  const month = typeof cell === 'string' ? monthNamed(cell) : null;
  const label = row.read('label');
  const named = label === '' ? {} : { label };
  if (weekday !== null) calendar.weekdays.push({ weekday, weight, ...named });
  else if (month !== null) calendar.months.push({ month, weight, ...named });
  else {
    const period = row.read('key');
    if (period === null) return;
    const last = Math.min(period.end, period.start + 366);
    for (let day = period.start; day <= last; day++) calendar.dates.push({ day, weight, label });
  }
}

/** The Periods tab, in order of date; a period that overlaps an earlier one is left out. */
export function readPeriods(rows: readonly RowOf<'periods'>[]): CustomPeriod[] {
  const read = rows.flatMap((row) => {
    const period = readPeriod(row);
    return period === null ? [] : [{ row, period }];
  });
  read.sort((a, b) => a.period.start - b.period.start);
  const kept: CustomPeriod[] = [];
  for (const { row, period } of read) {
    const before = kept[kept.length - 1];
    if (before !== undefined && before.end >= period.start) {
      const details = { received: period.label, other: before.label };
      row.note('E_PERIODS_OVERLAP', details, 'start');
    } else kept.push(period);
  }
  return kept;
}

function readPeriod(row: RowOf<'periods'>): CustomPeriod | null {
  reportBlanks(row, 'periods');
  const [label, start, end, year] = [
    row.read('label'),
    row.firstDay('start'),
    row.lastDay('end'),
    row.read('year'),
  ];
  if (label === '' || start === null || end === null || year === null) return null;
  if (!Number.isInteger(year) || year < 1900 || year > 2100) {
    reportBounds(row, 'year', year, 1900, 2100);
    return null;
  }
  if (end < start) {
    reportOrder(row, start, end, 'end');
    return null;
  }
  return { label, start, end, year };
}
