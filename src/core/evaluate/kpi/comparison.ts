import type { Day } from '../../model/calendar-date.ts';
import type { Comparison, KpiEvaluation } from '../../model/evaluation.ts';
import type { HistoryRow } from '../../model/record.ts';
import { type StatusCode, statusScore } from '../../model/status.ts';
import type { EvaluationContext } from '../target/kpi-case.ts';

type Known = Pick<KpiEvaluation, 'kpiId' | 'status' | 'progress' | 'paceIndex' | 'forecast'>;

const difference = (later: number | null, earlier: number | null): number | null =>
  later === null || earlier === null ? null : later - earlier;

function changeSince(before: HistoryRow, now: Known): Comparison {
  return {
    before,
    statusChange: difference(statusScore(now.status), statusScore(before.status)),
    progressChange: difference(now.progress.value, before.progress),
    paceChange: difference(now.paceIndex.value, before.paceIndex),
    forecastChange: difference(now.forecast.value.value, before.forecast),
  };
}

function statusSince(
  kept: readonly HistoryRow[],
  status: StatusCode,
  { calendar: { today }, record }: EvaluationContext,
): Day | null {
  if (kept.length === 0) return record.isTodayKept ? today : null;
  let since = today;
  for (let at = kept.length - 1; at >= 0 && kept[at].status === status; at--) {
    since = kept[at].day;
  }
  return since;
}

/** What was published of a KPI before, and what changed since. */
export function compareWithPast(
  now: Known,
  context: EvaluationContext,
): Pick<KpiEvaluation, 'comparison' | 'statusSince'> {
  const { workspace, record, historyOf } = context;
  const { today } = context.calendar;
  const known = historyOf.get(now.kpiId) ?? [];
  // What an earlier run of this day left is about to be replaced.
  const kept = record.isTodayKept ? known.filter(({ day }) => day < today) : known;
  const latest = today - workspace.settings.compareWithDays;
  const earlier = kept.filter(({ day }) => day <= latest);
  const before = earlier[earlier.length - 1];
  return {
    comparison: before === undefined ? null : changeSince(before, now),
    statusSince: statusSince(kept, now.status, context),
  };
}
