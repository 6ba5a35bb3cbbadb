import { serialFromDay } from '../../core/model/calendar-date.ts';
import type { KpiEvaluation } from '../../core/model/evaluation.ts';
import { coursePoints, leadingKpi } from '../../core/tables/rows/course-points.ts';
import type { StoredChart } from '../hidden-tab/stored-data.ts';
import type { ComputedResults } from '../results/compute-results.ts';
import type { WrittenCell } from '../workbook-change.ts';

/** So many goals have a chart; those that went count too, as their charts are still there. */
export const MOST_CHARTS = 40;
/** Of one line: what a chart of this size shows, and what one write has room for. */
export const MOST_POINTS = 48;

/** What a chart of a goal shows, by day; null cells where there is nothing. */
export interface Course {
  readonly kpi: string;
  readonly isPercent: boolean;
  readonly points: ReadonlyArray<readonly [day: number, ...lines: readonly WrittenCell[]]>;
}

function leadingOf(goalId: string, { evaluation }: ComputedResults): KpiEvaluation | null {
  const goal = evaluation.goals.find((own) => own.goalId === goalId);
  return goal === undefined ? null : leadingKpi(goal, evaluation.kpis);
}

/** What the chart of a goal shows now; null where it has nothing to show. */
export function courseOf(goalId: string, results: ComputedResults): Course | null {
  const own = leadingOf(goalId, results);
  if (own === null) return null;
  const { kpis, measures } = results.workspace;
  const kpi = kpis.find(({ id }) => id === own.kpiId);
  return {
    kpi: kpi?.name ?? own.kpiId,
    isPercent: measures.find(({ id }) => id === kpi?.measureId)?.unit.kind === 'percent',
    points: coursePoints(own, MOST_POINTS).map(({ day, plan, actual, forecast }) => [
      serialFromDay(day),
      plan,
      actual,
      forecast,
    ]),
  };
}

/** Every goal with a chart, those that have none yet after the others. */
export function chartsOf(
  kept: readonly StoredChart[],
  results: ComputedResults,
): readonly StoredChart[] {
  const known = new Set(kept.map(({ goalId }) => goalId));
  const fresh = results.workspace.goals.filter(
    ({ id }) => !known.has(id) && leadingOf(id, results) !== null,
  );
  return [...kept, ...fresh.map(({ id }) => ({ goalId: id, isMade: false }))].slice(0, MOST_CHARTS);
}
