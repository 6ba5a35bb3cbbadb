import { type Day, dayFromIsoDate } from '../../core/model/calendar-date.ts';
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

/** The value of each interval as first seen closed; what changed later does not overwrite it. */
export function withIntervals(
  intervals: readonly StoredInterval[],
  evaluation: Evaluation,
): StoredInterval[] {
  const stored = new Map<string, Map<Day, StoredInterval>>();
  for (const interval of intervals) {
    const ofKpi = stored.get(interval.kpiId) ?? new Map<Day, StoredInterval>();
    stored.set(interval.kpiId, ofKpi.set(interval.start, interval));
  }
  return evaluation.kpis.flatMap((kpi) => {
    const known = stored.get(kpi.kpiId);
    return closedIntervals(kpi)
      .slice(-MOST_INTERVALS)
      .map((interval) => known?.get(interval.start) ?? interval);
  });
}

/** Two dates, as 2025-01-01/2025-03-31 has them. */
function periodIn(text: string): { start: Day; end: Day } | null {
  const days = (text.match(/\d{4}-\d{2}-\d{2}/g) ?? []).map(dayFromIsoDate);
  const [start, end] = days;
  return days.length !== 2 || start === null || end === null ? null : { start, end };
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
  const fixed = evaluation.kpis.flatMap(({ kpiId, reference, referencePeriod }) => {
    const period = periodIn(referencePeriod);
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
