import {
  addMonths,
  civilFromDay,
  type Day,
  dayFromCivil,
  mondayOf,
} from '../../model/calendar-date.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { DayCalendar, WorkspaceEvent } from '../../model/workspace.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';

/** Something with a name, from its first day to its last. */
export interface Happening {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** The days of a calendar that have a label; those of one label that follow each other are one. */
function namedDays({ dates }: DayCalendar): Happening[] {
  const named = dates.filter(({ label }) => label !== '').sort((a, b) => a.day - b.day);
  const found: Happening[] = [];
  for (const { day, label } of named) {
    const last = found[found.length - 1] ?? null;
    if (last !== null && last.name === label && day <= last.to + 1) {
      found[found.length - 1] = { ...last, to: day };
    } else found.push({ name: label, from: day, to: day });
  }
  return found;
}

/** The months of a calendar that have a label, in every year of the KPI. */
function namedMonths({ months }: DayCalendar, { start, due }: Kpi): Happening[] {
  const [first, last] = [civilFromDay(start).year, civilFromDay(due).year];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return months.flatMap(({ month, label }) =>
    label === undefined
      ? []
      : years.map((year) => {
          const from = dayFromCivil(year, month, 1);
          return { name: label, from, to: addMonths(from, 1) - 1 };
        }),
  );
}

/** The weekdays that have a label: of days only, since every week has all of them. */
function namedWeekdays({ weekdays }: DayCalendar, { start, due }: Kpi): Happening[] {
  return weekdays.flatMap(({ weekday, label }) => {
    if (label === undefined) return [];
    const first = mondayOf(start) + weekday - 1;
    const count = Math.max(0, Math.floor((due - first) / 7) + 1);
    return Array.from({ length: count }, (_, week) => first + 7 * week)
      .filter((day) => day >= start)
      .map((day) => ({ name: label, from: day, to: day }));
  });
}

/** What the labels of a calendar say of the days of a KPI. */
const namedIn = (calendar: DayCalendar, { kpi, measure }: KpiCase): Happening[] => [
  ...namedDays(calendar),
  ...namedMonths(calendar, kpi),
  ...(measure.cadence === 'day' ? namedWeekdays(calendar, kpi) : []),
];

/**
 * What people wrote down beside the figures of a KPI: the events that concern it, with their notes;
 * the labels of dates, months and weekdays in the calendar that weighs its days; the notes at its measure's own figures.
 * What was said of another channel alone is left out.
 */
export function happeningsOf(
  own: KpiCase,
  events: readonly WorkspaceEvent[],
  { workspace }: EvaluationContext,
): Happening[] {
  const { kpi, measure } = own;
  const { dayWeights } = kpi;
  const calendar =
    dayWeights.kind === 'calendar'
      ? workspace.calendars.find(({ name }) => name === dayWeights.calendarName)
      : undefined;
  const remarks = workspace.figureNotes.filter(
    ({ measureId, channel }) =>
      measureId === measure.id &&
      (kpi.channel === null || channel === null || channel === kpi.channel),
  );
  return [
    ...events.map(({ name, note, from, to }) => ({
      name: note === '' ? name : `${name} (${note})`,
      from,
      to,
    })),
    ...(calendar === undefined ? [] : namedIn(calendar, own)),
    ...remarks.map(({ text, day }) => ({ name: text, from: day, to: day })),
  ];
}
