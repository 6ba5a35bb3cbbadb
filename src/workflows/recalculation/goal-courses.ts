import { serialFromDay } from '../../core/model/calendar-date.ts';
import type { KpiEvaluation } from '../../core/model/evaluation.ts';
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

const hasPlan = ({ timeline }: KpiEvaluation): boolean =>
  timeline.planToDate.some((value) => value !== null);

/** The KPI that decides the goal, else the first one with a plan, else the first one there is. */
function leadingKpi(goalId: string, { evaluation }: ComputedResults): KpiEvaluation | null {
  const goal = evaluation.goals.find((own) => own.goalId === goalId);
  if (goal === undefined) return null;
  const ids = goal.outcomeKpiId === null ? goal.kpiIds : [goal.outcomeKpiId, ...goal.kpiIds];
  const kpis = ids.flatMap((id) => evaluation.kpis.find(({ kpiId }) => kpiId === id) ?? []);
  const drawn = kpis.filter(({ timeline }) => timeline.end.length > 1);
  return drawn.find(hasPlan) ?? drawn[0] ?? null;
}

/** Evenly thinned, with the last interval and the one that was judged last among them. */
function chosenIntervals({ timeline: { end }, judgedDay }: KpiEvaluation): number[] {
  const last = end.length - 1;
  const step = Math.ceil(end.length / (MOST_POINTS - 1));
  return Array.from(end, (_, at) => at).filter(
    (at) => (last - at) % step === 0 || end[at] === judgedDay,
  );
}

/** What the chart of a goal shows now; null where it has nothing to show. */
export function courseOf(goalId: string, results: ComputedResults): Course | null {
  const own = leadingKpi(goalId, results);
  if (own === null) return null;
  const { kpis, measures } = results.workspace;
  const kpi = kpis.find(({ id }) => id === own.kpiId);
  const { end, planToDate, actualToDate, forecastToDate } = own.timeline;
  return {
    kpi: kpi?.name ?? own.kpiId,
    isPercent: measures.find(({ id }) => id === kpi?.measureId)?.unit.kind === 'percent',
    points: chosenIntervals(own).map((at) => [
      serialFromDay(end[at]),
      planToDate[at],
      // What came in since the judged day is not whole yet.
      own.judgedDay !== null && end[at] <= own.judgedDay ? actualToDate[at] : null,
      forecastToDate[at],
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
    ({ id }) => !known.has(id) && leadingKpi(id, results) !== null,
  );
  return [...kept, ...fresh.map(({ id }) => ({ goalId: id, isMade: false }))].slice(0, MOST_CHARTS);
}
