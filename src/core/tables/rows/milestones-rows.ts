import { explainMilestone, stopName } from '../../language/explain-milestone.ts';
import { valueText } from '../../language/kpi-texts.ts';
import { sentencesIn } from '../../language/languages.ts';
import type { MilestoneEvaluation } from '../../model/evaluation.ts';
import { MILESTONE_STATUS_CODES, type MilestoneStatusCode } from '../../model/status.ts';
import { type Cells, columnsFrom, countCell, dateCell, figuresOf, numberOf } from '../cells.ts';
import { figureCells, inDisplayUnit } from '../display-unit.ts';
import type { KpiResult, Results } from '../results.ts';
import { kpiCells } from './kpi-cells.ts';
import { MILESTONE_SYMBOLS } from './status-symbols.ts';

interface MilestoneRow {
  readonly result: KpiResult;
  readonly milestone: MilestoneEvaluation;
  /** One for all KPIs of the stop under one goal. */
  readonly stopId: string;
  /** By day within the goal, from 1. */
  readonly stopOrder: number;
}

const LATE: readonly MilestoneStatusCode[] = ['overdue', 'expected_late', 'reached_late'];

const routeOf = ({ kpi }: KpiResult): string => kpi.goalId ?? kpi.id;

/** A due date without a name is a stop of its own KPI. */
function stopIdOf(result: KpiResult, { stop }: MilestoneEvaluation): string {
  const name = stop.trim().toLowerCase().replace(/\s+/g, ' ');
  return name === '' ? `${routeOf(result)}/${result.kpi.id}/due` : `${routeOf(result)}/${name}`;
}

type Unordered = Omit<MilestoneRow, 'stopOrder'>;

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

function rowsOf({ kpis }: Results): MilestoneRow[] {
  const rows = kpis.flatMap((result) =>
    result.evaluation.milestones.map((milestone) => ({
      result,
      milestone,
      stopId: stopIdOf(result, milestone),
    })),
  );
  const orders = stopOrders(rows);
  return rows.map((row) => ({ ...row, stopOrder: orders.get(row.stopId) ?? 0 }));
}

const FIGURES = figureCells<MilestoneRow>(({ result }) => result, {
  milestone_value: ({ milestone }) => milestone.value,
  milestone_value_to_go: ({ milestone }) => numberOf(milestone.valueToGo),
});

function requiredSpeed({ milestone, result }: MilestoneRow): number | null {
  const perDay = numberOf(milestone.requiredSpeed);
  return inDisplayUnit(
    perDay === null ? null : perDay * result.evaluation.daysPerSpeedUnit,
    result.measure,
  );
}

function ownCells({ input }: Results): Cells<MilestoneRow> {
  const book = sentencesIn(input.language);
  const nameOf = ({ milestone }: MilestoneRow) => stopName(milestone, { book });
  return {
    stop_id: ({ stopId }) => stopId,
    stop: nameOf,
    milestone: (row) => `${row.result.kpi.name}: ${nameOf(row)}`,
    milestone_date: ({ milestone }) => dateCell(milestone.day),
    milestone_eta_date: ({ milestone }) => dateCell(milestone.etaDay),
    milestone_reached_date: ({ milestone }) => dateCell(milestone.reachedDay),
    milestone_status: ({ milestone }) => milestone.status,
    milestone_status_label: ({ milestone }) => book.milestoneStatuses[milestone.status],
    milestone_status_symbol: ({ milestone }) => MILESTONE_SYMBOLS[milestone.status],
    milestone_value_text: ({ milestone, result }) => valueText(result.view, milestone.value),
    milestone_text: ({ milestone, result }) => explainMilestone(milestone, result.view),
    is_next: ({ milestone }) => milestone.isNext,
    ...figuresOf(({ milestone }: MilestoneRow) => milestone, {
      milestone_days_late: 'daysLate',
      milestone_leg_progress: 'legProgress',
    }),
    milestone_required_speed: requiredSpeed,
    milestone_order: ({ milestone }) => milestone.order + 1,
    milestone_status_order: ({ milestone }) => MILESTONE_STATUS_CODES.indexOf(milestone.status) + 1,
    stop_order: ({ stopOrder }) => stopOrder,
    milestone_count: () => 1,
    milestone_reached_count: ({ milestone }) => countCell(milestone.reachedDay !== null),
    milestone_late_count: ({ milestone }) => countCell(LATE.includes(milestone.status)),
  };
}

/** One row per KPI and stopover, the due date last. */
export const milestonesColumns = columnsFrom(
  rowsOf,
  (results): Cells<MilestoneRow> => ({
    ...kpiCells<MilestoneRow>(results, ({ result }) => result),
    ...FIGURES,
    ...ownCells(results),
  }),
);
