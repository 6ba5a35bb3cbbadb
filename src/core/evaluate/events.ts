import type { DayRange } from '../model/period.ts';
import type { WorkspaceEvent } from '../model/workspace.ts';
import type { KpiCase } from './kpi-case.ts';

/** Events that concern a KPI: its own, its measure's, its channel's, or everybody's. */
export function eventsOf({ kpi, context }: KpiCase): WorkspaceEvent[] {
  return context.workspace.events.filter(({ kpiId, measureId, channel }) => {
    if (channel !== null && channel !== kpi.channel) return false;
    if (kpiId !== null) return kpiId === kpi.id;
    return measureId === null || measureId === kpi.measureId;
  });
}

const overlapDays = (event: WorkspaceEvent, range: DayRange): number =>
  Math.max(0, Math.min(event.to, range.end) - Math.max(event.from, range.start) + 1);

/**
 * What is left of an interval's usual value under the events that fall in it: 1 is all of it, 0.8
 * after 20 % less for the whole interval. An event over part of it counts for that part.
 */
export function eventFactor(events: readonly WorkspaceEvent[], range: DayRange): number {
  const days = range.end - range.start + 1;
  return events.reduce((factor, event) => {
    if (event.expectedEffect === null) return factor;
    return factor * (1 + (event.expectedEffect * overlapDays(event, range)) / days);
  }, 1);
}

export const eventLabelsIn = (events: readonly WorkspaceEvent[], range: DayRange): string[] =>
  events.filter((event) => overlapDays(event, range) > 0).map(({ name }) => name);
