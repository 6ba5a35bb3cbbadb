import type { MilestoneEvaluation } from '../../model/evaluation.ts';
import type { StopoversBlock } from '../milestones.ts';
import type { KpiResult, Results } from '../results.ts';

const routeOf = ({ kpi }: KpiResult): string => kpi.goalId ?? kpi.id;

/** A due date without a name is a stop of its own KPI. */
function stopIdOf(result: KpiResult, { stop }: MilestoneEvaluation): string {
  const name = stop.trim().toLowerCase().replace(/\s+/g, ' ');
  return name === '' ? `${routeOf(result)}/${result.kpi.id}/due` : `${routeOf(result)}/${name}`;
}

interface Unordered {
  readonly result: KpiResult;
  readonly milestone: MilestoneEvaluation;
  readonly stopId: string;
}

/** Rank of every stop on its route; a stop of several KPIs is as late as its latest. */
function stopOrders(rows: readonly Unordered[]): Map<string, number> {
  const dayOf = new Map<string, number>();
  const routeOfStop = new Map<string, string>();
  for (const { stopId, milestone, result } of rows) {
    dayOf.set(stopId, Math.max(dayOf.get(stopId) ?? milestone.day, milestone.day));
    routeOfStop.set(stopId, routeOf(result));
  }
  const byDay = [...dayOf].sort(([, one], [, other]) => one - other);
  const passed = new Map<string, number>();
  return new Map(
    byDay.map(([stopId]) => {
      const route = routeOfStop.get(stopId) ?? stopId;
      const order = (passed.get(route) ?? 0) + 1;
      passed.set(route, order);
      return [stopId, order];
    }),
  );
}

export function stopoverBlocks({ kpis }: Results): StopoversBlock[] {
  const blocks = kpis.map((result) => ({
    result,
    stops: result.evaluation.milestones.map((milestone) => ({
      result,
      milestone,
      stopId: stopIdOf(result, milestone),
    })),
  }));
  const orders = stopOrders(blocks.flatMap(({ stops }) => stops));
  return blocks.map(({ result, stops }) => ({
    result,
    stops: stops.map(({ milestone, stopId }) => ({
      milestone,
      stopId,
      stopOrder: orders.get(stopId) ?? 0,
    })),
  }));
}
