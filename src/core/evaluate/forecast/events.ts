import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import { restsOn } from '../../model/reference-chains.ts';
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

const isMeant = ({ measureId }: Happening['event'], { id }: Measure): boolean =>
  measureId === null || measureId === id;

const isAllOfIt = ({ event, channel }: Happening): boolean =>
  event.channel === null || event.channel === channel;

/** The measure or one of its operands, as a whole or in a channel that is a part of it. */
export function concerns(on: Happening, measure: Measure): boolean {
  const { event, channel, context } = on;
  const isPartOf = (own: Measure): boolean =>
    event.channel !== null &&
    channel === null &&
    context.values.channelsOf(own).includes(event.channel);
  return restsOn(measure, context.measureById).some(
    (own) => isMeant(event, own) && (isAllOfIt(on) || isPartOf(own)),
  );
}

type ValueById = Map<string, number | null>;

/**
 * What the measure was so far, and what it would have been, had the event lasted all along; of a
 * formula what its operands over the whole stretch make, as an event has no intervals.
 */
function valuesUnder(on: EventOnKpi, measure: Measure, effect: number, range: DayRange) {
  const { event, channel, asker, context } = on;
  const [plain, under]: [ValueById, ValueById] = [new Map(), new Map()];
  for (const own of restsOn(measure, context.measureById)) {
    const { id, formula } = own;
    const read = (name: string | null) =>
      context.values.reader(own, { ...asker, channel: name }).over(range.start, range.end);
    const made = (operands: ValueById): number | null =>
      formula === null ? read(channel) : formulaValue(formula, (of) => operands.get(of) ?? null);
    const value = made(plain);
    plain.set(id, value);
    const isPart = isMeant(event, own) && channel === null && isChannelPart(own);
    if (isMeant(event, own) && isAllOfIt(on)) under.set(id, value && value * (1 + effect));
    else if (formula !== null) under.set(id, made(under));
    else if (value === null || !isPart) under.set(id, value);
    else under.set(id, value + effect * (read(event.channel) ?? 0));
  }
  return { value: plain.get(measure.id) ?? null, under: under.get(measure.id) ?? null };
}

/** The event's effect on the KPI itself: of one on a channel or an operand the part it plays. */
function effectOf(on: EventOnKpi, { measure, judged }: Concerned): number | null {
  const { expectedEffect } = on.event;
  const { judgedIndex } = judged;
  const { start, end } = judged.intervals;
  if (expectedEffect === null || judgedIndex === -1) return null;
  const range = { start: start[0], end: end[judgedIndex] };
  const { value, under } = valuesUnder(on, measure, expectedEffect, range);
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
