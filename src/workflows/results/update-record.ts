import type { Day } from '../../core/model/calendar-date.ts';
import type { Evaluation, KpiEvaluation } from '../../core/model/evaluation.ts';
import type {
  CloseSnapshot,
  FrozenBaseline,
  HistoryRow,
  StoredInterval,
} from '../../core/model/record.ts';
import type { Workspace } from '../../core/model/workspace.ts';

/** What was published about every KPI on the day of the evaluation. */
export const historyOf = (evaluation: Evaluation): HistoryRow[] =>
  evaluation.kpis.map((kpi) => ({
    day: evaluation.today,
    kpiId: kpi.kpiId,
    status: kpi.status,
    actual: kpi.actual.value,
    target: kpi.target.value,
    plan: kpi.plan.value,
    progress: kpi.progress.value,
    paceIndex: kpi.paceIndex.value,
    forecast: kpi.forecast.value.value,
    low: kpi.forecast.low.value,
    high: kpi.forecast.high.value,
    probability: kpi.forecast.probability.value,
  }));

function versionInForce(workspace: Workspace, { kpiId, due }: KpiEvaluation): number {
  const changes = workspace.targetChanges.filter(
    (change) => change.kpiId === kpiId && change.effectiveFrom <= due,
  );
  return changes.length + 1;
}

/** How KPIs ended: written once, the first time one is closed and achieved or missed. */
export function withSnapshots(
  snapshots: readonly CloseSnapshot[],
  workspace: Workspace,
  evaluation: Evaluation,
): CloseSnapshot[] {
  const known = new Set(snapshots.map(({ kpiId }) => kpiId));
  const ended = evaluation.kpis.filter(
    ({ kpiId, isClosed, status }) =>
      isClosed && (status === 'achieved' || status === 'missed') && !known.has(kpiId),
  );
  return [
    ...snapshots,
    ...ended.map((kpi) => ({
      kpiId: kpi.kpiId,
      day: evaluation.today,
      value: kpi.actual.value,
      status: kpi.status,
      version: versionInForce(workspace, kpi),
    })),
  ];
}

/** Restated figures are looked for in as many closed intervals of a KPI, the newest ones. */
const MOST_INTERVALS = 60;

function closedIntervals({ kpiId, timeline }: KpiEvaluation): StoredInterval[] {
  const { start, isComplete, isPartial, actual } = timeline;
  return actual.flatMap((value, at) =>
    isComplete[at] && !isPartial[at] && value !== null ? [{ kpiId, start: start[at], value }] : [],
  );
}

/** KPIs that are gone keep as many together: enough for rows that are cut and put back. */
const MOST_OF_MISSING = 6_000;

const byStart = (a: StoredInterval, b: StoredInterval): number => a.start - b.start;

/** What is known of a KPI, unless its year is cut otherwise now: then nothing can be compared. */
function stillComparable(
  known: readonly StoredInterval[],
  { start }: KpiEvaluation['timeline'],
): readonly StoredInterval[] {
  const starts = new Set(start);
  const isInside = (day: Day) => day >= start[0] && day <= start[start.length - 1];
  return known.every((own) => starts.has(own.start) || !isInside(own.start)) ? known : [];
}

/**
 * The value of each interval as first seen closed; what changed later does not overwrite it. One
 * that has no value now, and a KPI that is not there or cannot be read, keep theirs: taking a figure
 * away for one run must not make it new.
 */
export function withIntervals(
  intervals: readonly StoredInterval[],
  evaluation: Evaluation,
): StoredInterval[] {
  const stored = new Map<string, StoredInterval[]>();
  for (const interval of intervals) {
    const ofKpi = stored.get(interval.kpiId);
    if (ofKpi === undefined) stored.set(interval.kpiId, [interval]);
    else ofKpi.push(interval);
  }
  const present = evaluation.kpis.flatMap((kpi) => {
    const known = stillComparable(stored.get(kpi.kpiId) ?? [], kpi.timeline);
    stored.delete(kpi.kpiId);
    const starts = new Set(known.map(({ start }) => start));
    const added = closedIntervals(kpi).filter(({ start }) => !starts.has(start));
    return [...known, ...added].sort(byStart).slice(-MOST_INTERVALS);
  });
  const missing = [...stored.values()].flat();
  return [...present, ...missing.sort(byStart).slice(-MOST_OF_MISSING)];
}

/** The reference of a growth target, fixed with its period the first time it is used. */
export function withBaselines(
  baselines: readonly FrozenBaseline[],
  workspace: Workspace,
  evaluation: Evaluation,
): FrozenBaseline[] {
  const known = new Set(baselines.map(({ kpiId }) => kpiId));
  const growing = new Set(
    workspace.kpis.filter(({ growth }) => growth !== null).map(({ id }) => id),
  );
  const fixed = evaluation.kpis.flatMap(({ kpiId, reference, referencePeriod: period }) => {
    if (!growing.has(kpiId) || known.has(kpiId) || reference.value === null || period === null) {
      return [];
    }
    return [
      {
        kpiId,
        value: reference.value,
        periodStart: period.start,
        periodEnd: period.end,
        day: evaluation.today,
      },
    ];
  });
  return [...baselines, ...fixed];
}
