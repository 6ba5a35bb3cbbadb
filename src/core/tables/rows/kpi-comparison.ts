import type { Day } from '../../model/calendar-date.ts';
import type { HistoryRow } from '../../model/record.ts';
import type { KpiResult, Results } from '../results.ts';

/** What was published when the report compares with: the newest day kept at least so long ago. */
export function previousRow({ history }: KpiResult, { input }: Results): HistoryRow | null {
  const latest = input.viewDay - input.workspace.settings.compareWithDays;
  const earlier = history.filter(({ day }) => day <= latest);
  return earlier[earlier.length - 1] ?? null;
}

/** First day kept of the run of days with the status of now; null while nothing is kept. */
export function statusSince({ history, evaluation }: KpiResult, viewDay: Day): Day | null {
  if (history.length === 0) return null;
  let since = viewDay;
  for (let at = history.length - 1; at >= 0; at -= 1) {
    if (history[at].status !== evaluation.status) break;
    since = history[at].day;
  }
  return since;
}
