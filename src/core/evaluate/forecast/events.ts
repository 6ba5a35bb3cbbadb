import { measuresIn } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import type { WorkspaceEvent } from '../../model/workspace.ts';
import type { EvaluationContext, KpiPart } from '../target/kpi-case.ts';
import { isChannelPart } from '../values/aggregations.ts';
import { formulaValue } from '../values/formula-value.ts';
import type { Asker } from '../values/value-reader.ts';

type Concerned = KpiPart<'kpi' | 'measure' | 'asker' | 'judged'>;
type Known = Pick<EvaluationContext, 'values' | 'measureById' | 'workspace'>;

/** What may happen to a measure, and the KPI it may concern. */
interface Happening {
  /** Of no measure: of all of them. */
  event: Pick<WorkspaceEvent, 'measureId' | 'channel'>;
  /** Of the KPI; null for the measure as a whole. */
  channel: string | null;
  context: Known;
}

interface EventOnKpi extends Happening {
  event: WorkspaceEvent;
  asker: Asker;
}

const operandsOf = ({ formula }: Measure, { measureById }: Known): Measure[] =>
  formula === null ? [] : measuresIn(formula).flatMap((id) => measureById.get(id) ?? []);

const isMeant = ({ measureId }: Happening['event'], { id }: Measure): boolean =>
  measureId === null || measureId === id;

const isAllOfIt = ({ event, channel }: Happening): boolean =>
  event.channel === null || event.channel === channel;

/** The measure or one of its operands, as a whole or in a channel that is a part of it. */
export function concerns(on: Happening, measure: Measure): boolean {
  const { event, channel, context } = on;
  const isPart = (name: string | null) =>
    name !== null && channel === null && context.values.channelsOf(measure).includes(name);
  if (isMeant(event, measure) && (isAllOfIt(on) || isPart(event.channel))) return true;
  return operandsOf(measure, context).some((operand) => concerns(on, operand));
}

/**
 * What the measure would have been so far, had the event lasted all along; of a formula what its
 * operands over the whole stretch make, as an event has no intervals.
 *
 * @param effect 0: as it was
 */
function valueUnder(
  on: EventOnKpi,
  measure: Measure,
  effect: number,
  range: DayRange,
): number | null {
  const { event, channel, asker, context } = on;
  const { values, measureById } = context;
  const read = (name: string | null) =>
    values.reader(measure, { ...asker, channel: name }).over(range.start, range.end);
  const value = measure.formula === null ? read(channel) : formulaUnder(0);
  if (isMeant(event, measure) && isAllOfIt(on)) return value === null ? null : value * (1 + effect);
  if (measure.formula !== null) return formulaUnder(effect);
  const isPart = isMeant(event, measure) && channel === null && isChannelPart(measure);
  if (value === null || !isPart) return value;
  return value + effect * (read(event.channel) ?? 0);

  function formulaUnder(own: number): number | null {
    if (measure.formula === null) return null;
    return formulaValue(measure.formula, (id): number | null => {
      const operand = measureById.get(id);
      return operand === undefined ? null : valueUnder(on, operand, own, range);
    });
  }
}

/** The event's effect on the KPI itself: of one on a channel or an operand the part it plays. */
function effectOf(on: EventOnKpi, { measure, judged }: Concerned): number | null {
  const { expectedEffect } = on.event;
  const { judgedIndex } = judged;
  const { start, end } = judged.intervals;
  if (expectedEffect === null || judgedIndex === -1) return null;
  const range = { start: start[0], end: end[judgedIndex] };
  const value = valueUnder(on, measure, 0, range);
  const under = valueUnder(on, measure, expectedEffect, range);
  return value === null || under === null || value === 0 ? null : under / value - 1;
}

/**
 * Events that concern a KPI: its own, its measure's or that of an operand, its channel's or that of
 * a channel it is made of, or everybody's; each with its effect on this KPI.
 */
export function eventsOf(concerned: Concerned, context: Known): WorkspaceEvent[] {
  const { kpi, measure, asker } = concerned;
  return context.workspace.events.flatMap((event) => {
    const on = { event, channel: kpi.channel, asker, context };
    if (event.kpiId !== null && event.kpiId !== kpi.id) return [];
    if (!concerns(on, measure)) return [];
    const isDirect = isMeant(event, measure) && isAllOfIt(on);
    return [isDirect ? event : { ...event, expectedEffect: effectOf(on, concerned) }];
  });
}

const overlapDays = ({ from, to }: WorkspaceEvent, { start, end }: DayRange): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start) + 1);

/**
 * What is left of an interval's usual value under the events that fall in it: 1 is all of it, 0.8
 * after 20% less for the whole interval. An event over part of it counts for that part.
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
