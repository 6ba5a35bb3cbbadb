import { measuresIn } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import type { WorkspaceEvent } from '../../model/workspace.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { isChannelPart } from '../values/aggregations.ts';
import { formulaValue } from '../values/formula-value.ts';

/** An event and the KPI it may concern. */
interface EventOnKpi {
  event: WorkspaceEvent;
  kpiCase: KpiCase;
}

const operandsOf = ({ formula }: Measure, { context }: KpiCase): Measure[] =>
  formula === null ? [] : measuresIn(formula).flatMap((id) => context.measureById.get(id) ?? []);

const isMeant = ({ measureId }: WorkspaceEvent, { id }: Measure): boolean =>
  measureId === null || measureId === id;

const isAllOfIt = ({ event, kpiCase }: EventOnKpi): boolean =>
  event.channel === null || event.channel === kpiCase.kpi.channel;

/** The measure or one of its operands, as a whole or in a channel that is a part of it. */
function concerns(on: EventOnKpi, measure: Measure): boolean {
  const { event, kpiCase } = on;
  const isPart = ({ channel }: WorkspaceEvent) =>
    channel !== null &&
    kpiCase.kpi.channel === null &&
    kpiCase.context.values.channelsOf(measure).includes(channel);
  if (isMeant(event, measure) && (isAllOfIt(on) || isPart(event))) return true;
  return operandsOf(measure, kpiCase).some((operand) => concerns(on, operand));
}

/** What the measure would have been so far, had the event lasted all along. */
function valueUnder(
  on: EventOnKpi,
  measure: Measure,
  effect: number,
  range: DayRange,
): number | null {
  const { event, kpiCase } = on;
  const { values, measureById } = kpiCase.context;
  const value = values.reader(measure, kpiCase.kpi.channel).over(range);
  if (isMeant(event, measure) && isAllOfIt(on)) return value === null ? null : value * (1 + effect);
  if (measure.formula !== null) {
    return formulaValue(measure.formula, (id): number | null => {
      const operand = measureById.get(id);
      return operand === undefined ? null : valueUnder(on, operand, effect, range);
    });
  }
  const isPart = isMeant(event, measure) && kpiCase.kpi.channel === null && isChannelPart(measure);
  if (value === null || !isPart) return value;
  return value + effect * (values.reader(measure, event.channel).over(range) ?? 0);
}

/** The event's effect on the KPI itself: of one on a channel or an operand the part it plays. */
function effectOf(on: EventOnKpi): number | null {
  const { event, kpiCase } = on;
  const { intervals, judgedIndex } = kpiCase.judged;
  if (event.expectedEffect === null || judgedIndex === -1) return null;
  const range = { start: intervals[0].whole.start, end: intervals[judgedIndex].whole.end };
  const value = kpiCase.reader.over(range);
  const under = valueUnder(on, kpiCase.measure, event.expectedEffect, range);
  return value === null || under === null || value === 0 ? null : under / value - 1;
}

/**
 * Events that concern a KPI: its own, its measure's or that of an operand, its channel's or that of
 * a channel it is made of, or everybody's; each with its effect on this KPI.
 */
export function eventsOf(kpiCase: KpiCase): WorkspaceEvent[] {
  return kpiCase.context.workspace.events.flatMap((event) => {
    const on = { event, kpiCase };
    if (event.kpiId !== null && event.kpiId !== kpiCase.kpi.id) return [];
    if (!concerns(on, kpiCase.measure)) return [];
    const isDirect = isMeant(event, kpiCase.measure) && isAllOfIt(on);
    return [isDirect ? event : { ...event, expectedEffect: effectOf(on) }];
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
