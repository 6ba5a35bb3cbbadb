import type { WorkspaceEvent } from '../../../src/core/model/workspace.ts';
import { measureOf } from './book.ts';
import type { Interval } from './calendar.ts';
import type { Case } from './case.ts';
import { calculate } from './formulas.ts';
import { type Subject, valueOver } from './measure-values.ts';
import { addsOverChannels } from './row-rules.ts';
import { subjectFor } from './weights.ts';

/** An event ahead, with its effect on the KPI itself. */
export interface OwnEvent extends Pick<WorkspaceEvent, 'from' | 'to'> {
  effect: number;
}

const PARTS_ADD_UP = ['sum', 'count', 'count_distinct', 'last'];

/** X so far, had the event lasted all along: through its own measure, an operand or a channel. */
function valueUnder(
  { book, definition }: Case,
  event: WorkspaceEvent & { expectedEffect: number },
  soFar: readonly Interval[],
): number | null {
  const { kpi, subject } = definition;
  const { since, weightOf, isByDays } = subject.reader;
  const subjectOn = (measureId: string, channel: string | null): Subject =>
    subjectFor(book, measureOf(book, measureId), { ...kpi, channel }, since, weightOf, isByDays);
  const under = (measureId: string): number | null => {
    const { formula, aggregation } = measureOf(book, measureId);
    const value = valueOver(subjectOn(measureId, kpi.channel), soFar);
    const isMeant = event.measureId === null || event.measureId === measureId;
    const isWhole = event.channel === null || event.channel === kpi.channel;
    if (isMeant && isWhole) return value === null ? null : value * (1 + event.expectedEffect);
    if (formula !== null) return calculate(formula, under);
    const isPart =
      isMeant &&
      kpi.channel === null &&
      PARTS_ADD_UP.includes(aggregation ?? '') &&
      addsOverChannels(measureOf(book, measureId));
    if (value === null || !isPart) return value;
    return (
      value + event.expectedEffect * (valueOver(subjectOn(measureId, event.channel), soFar) ?? 0)
    );
  };
  return under(kpi.measureId);
}

/** Events with an effect on the KPI: its own, or the part that what they hit played in it so far. */
export function eventsOn(kase: Case): OwnEvent[] {
  const { book, definition, judged } = kase;
  const { kpi, intervals } = definition;
  const soFar = intervals.slice(0, (judged ?? -1) + 1);
  return book.workspace.events.flatMap((event) => {
    const { from, to, expectedEffect, measureId, channel } = event;
    if (expectedEffect === null || (event.kpiId !== null && event.kpiId !== kpi.id)) return [];
    const isDirect =
      (measureId === null || measureId === kpi.measureId) &&
      (channel === null || channel === kpi.channel);
    if (isDirect) return [{ from, to, effect: expectedEffect }];
    const value = valueUnder(kase, { ...event, expectedEffect: 0 }, soFar);
    const under = valueUnder(kase, { ...event, expectedEffect }, soFar);
    return value === null || value === 0 || under === null
      ? []
      : [{ from, to, effect: under / value - 1 }];
  });
}
