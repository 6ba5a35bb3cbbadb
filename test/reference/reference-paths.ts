import type { ForecastMethod } from '../../src/core/model/kpi.ts';
import type { WorkspaceEvent } from '../../src/core/model/workspace.ts';
import type { Interval } from './naive-calendar.ts';
import { type Case, hasWeight, judgedDay } from './reference-case.ts';
import { near } from './reference-definition.ts';

/** Intervals after A that weigh; without a rhythm there are none to come. */
export const intervalsAhead = ({ definition, judged }: Case): Interval[] =>
  definition.cadence === 'irregular'
    ? []
    : definition.intervals.slice((judged ?? 0) + 1).filter((one) => hasWeight(definition, one));

/** What is expected at the end of every interval ahead: along the plan, else along the weights. */
function pathTo(kase: Case, forecast: number): number[] {
  const { definition, plan, judged, actualAt } = kase;
  const day = judgedDay(kase) ?? 0;
  const actual = judged === null ? 0 : (actualAt(judged) ?? 0);
  const { weightTo, due, type, target } = definition;
  const isWay = type === 'reach' || type === 'ceiling';
  const now = plan.at(day);
  const isAlongPlan = isWay && now !== null && target !== null && !near(now, target);
  return intervalsAhead(kase).map(({ end }) => {
    const share = isAlongPlan
      ? ((plan.at(end) ?? 0) - now) / (target - now)
      : (weightTo(end) - weightTo(day)) / (weightTo(due) - weightTo(day));
    return actual + (forecast - actual) * share;
  });
}

/** Its own, its measure's, its channel's, or everybody's; without an effect it is only told. */
function eventsOf({ book, definition: { kpi } }: Case): WorkspaceEvent[] {
  return book.workspace.events.filter(
    ({ kpiId, measureId, channel, expectedEffect }) =>
      expectedEffect !== null &&
      (channel === null || channel === kpi.channel) &&
      (kpiId === null || kpiId === kpi.id) &&
      (kpiId !== null || measureId === null || measureId === kpi.measureId),
  );
}

/** −20 % over half of the days leaves 90 %. */
function factorIn(events: readonly WorkspaceEvent[], { start, end }: Interval): number {
  let factor = 1;
  for (const { from, to, expectedEffect } of events) {
    let days = 0;
    for (let day = start; day <= end; day++) if (from <= day && day <= to) days++;
    factor *= 1 + ((expectedEffect ?? 0) * days) / (end - start + 1);
  }
  return factor;
}

/**
 * A forecast under the events ahead: of a total every interval adds so much less or more; anything
 * else is so much less or more in that interval only.
 */
export function bentForecast(kase: Case, forecast: number, method: ForecastMethod): number {
  const events = eventsOf(kase);
  const ahead = intervalsAhead(kase);
  const { definition, judged, actualAt } = kase;
  if (events.length === 0 || ahead.length === 0 || judged === null) return forecast;
  const actual = actualAt(judged) ?? 0;
  const path = method === 'level' ? ahead.map(() => actual) : pathTo(kase, forecast);
  const factors = ahead.map((interval) => factorIn(events, interval));
  if (definition.family !== 'total') return path[path.length - 1] * factors[factors.length - 1];
  return path.reduce(
    (sum, value, i) => sum + (value - (i === 0 ? actual : path[i - 1])) * factors[i],
    actual,
  );
}
