import type { Day } from '../../model/calendar-date.ts';
import type { GoalEvaluation, KpiEvaluation } from '../../model/evaluation.ts';

/** The end of an interval: what was planned by then, what there was, what is foreseen; null where unknown. */
export interface CoursePoint {
  readonly day: Day;
  readonly plan: number | null;
  readonly actual: number | null;
  readonly forecast: number | null;
}

const hasPlan = ({ timeline }: KpiEvaluation): boolean =>
  timeline.planToDate.some((value) => value !== null);

/**
 * The KPI that a goal is drawn by: the one that decides it, else the first one with a plan, else the
 * first one there is; null where none has two intervals.
 */
export function leadingKpi(
  { outcomeKpiId, kpiIds }: GoalEvaluation,
  kpis: readonly KpiEvaluation[],
): KpiEvaluation | null {
  const ids = outcomeKpiId === null ? kpiIds : [outcomeKpiId, ...kpiIds];
  const own = ids.flatMap((id) => kpis.find(({ kpiId }) => kpiId === id) ?? []);
  const drawn = own.filter(({ timeline }) => timeline.end.length > 1);
  return drawn.find(hasPlan) ?? drawn[0] ?? null;
}

/**
 * The course of a KPI from its start to its end, evenly thinned to at most so many points, the last
 * interval and the one that was judged last among them.
 */
export function coursePoints({ timeline, judgedDay }: KpiEvaluation, most: number): CoursePoint[] {
  const { end, planToDate, actualToDate, forecastToDate } = timeline;
  const step = Math.ceil(end.length / (most - 1));
  return end.flatMap((day, at) => {
    const isChosen = (end.length - 1 - at) % step === 0 || day === judgedDay;
    if (!isChosen) return [];
    // What came in since the judged day is not whole yet.
    const isJudged = judgedDay !== null && day <= judgedDay;
    return [
      {
        day,
        plan: planToDate[at],
        actual: isJudged ? actualToDate[at] : null,
        forecast: forecastToDate[at],
      },
    ];
  });
}
