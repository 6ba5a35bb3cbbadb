import { type Interval, intervalsBetween } from './calendar.ts';
import { type Case, hasWeight, judgedDay } from './case.ts';
import { eventsOn, type OwnEvent } from './events.ts';
import { near } from './numbers.ts';

/** Intervals after A that weigh; without a rhythm or a sum there are none to come. */
export function intervalsAhead({ definition, judged, book }: Case): Interval[] {
  const { cadence, family, intervals, due } = definition;
  if (cadence === 'irregular' && family !== 'total') return [];
  if (cadence !== 'irregular') {
    return intervals.slice((judged ?? 0) + 1).filter((one) => hasWeight(definition, one));
  }
  const day = judged === null ? definition.start - 1 : intervals[judged].end;
  return intervalsBetween(book.workspace, 'day', day + 1, due).filter((one) =>
    hasWeight(definition, one),
  );
}

/** What is expected at the end of every interval ahead: along the plan, else along the weights, to F. */
export function pathTo(kase: Case, forecast: number): number[] {
  const { definition, plan, judged, actualAt } = kase;
  const day = judgedDay(kase) ?? 0;
  const actual = judged === null ? 0 : (actualAt(judged) ?? 0);
  const { weightTo, due, type } = definition;
  const isWay = type === 'reach' || type === 'ceiling' || type === 'corridor';
  const now = plan.at(day);
  const end = plan.at(due);
  const isAlongPlan = isWay && now !== null && end !== null && !near(now, end);
  return intervalsAhead(kase).map((interval, i, ahead) => {
    if (i === ahead.length - 1) return forecast;
    const share = isAlongPlan
      ? ((plan.at(interval.end) ?? 0) - now) / (end - now)
      : (weightTo(interval.end) - weightTo(day)) / (weightTo(due) - weightTo(day));
    return actual + (forecast - actual) * share;
  });
}

/** −20 % over half of the days leaves 90 %. */
function factorIn(events: readonly OwnEvent[], { start, end }: Interval): number {
  let factor = 1;
  for (const { from, to, effect } of events) {
    let days = 0;
    for (let day = start; day <= end; day++) if (from <= day && day <= to) days++;
    factor *= 1 + (effect * days) / (end - start + 1);
  }
  return factor;
}

/**
 * What a path comes to under the events ahead: of a total every interval adds so much less or more;
 * anything else is so much less or more in that interval only.
 *
 * @param path at the end of every interval ahead
 * @param start at A
 */
export function bentEnd(kase: Case, path: readonly number[], start: number): number {
  const events = eventsOn(kase);
  const factors = intervalsAhead(kase).map((interval) => factorIn(events, interval));
  const last = path.length - 1;
  if (kase.definition.family !== 'total') return last < 0 ? start : path[last] * factors[last];
  return path.reduce(
    (sum, value, i) => sum + (value - (i === 0 ? start : path[i - 1])) * factors[i],
    start,
  );
}
