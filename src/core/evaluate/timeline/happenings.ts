import type { Day } from '../../model/calendar-date.ts';
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

/**
 * What people wrote down beside the figures of a KPI: the events that concern it, with their notes;
 * the labels of dates in the calendar that weighs its days; the notes at its measure's own figures.
 * What was said of another channel alone is left out.
 */
export function happeningsOf(
  { kpi, measure }: KpiCase,
  events: readonly WorkspaceEvent[],
  { workspace }: EvaluationContext,
): Happening[] {
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
    ...(calendar === undefined ? [] : namedDays(calendar)),
    ...remarks.map(({ text, day }) => ({ name: text, from: day, to: day })),
  ];
}
