import { explainChange } from '../../language/explain-change.ts';
import { sentencesIn } from '../../language/sentence-book.ts';
import type { Day } from '../../model/calendar-date.ts';
import type { HistoryRow } from '../../model/record.ts';
import { statusScore } from '../../model/status.ts';
import { type Cells, dateCell, differenceOf, numberOf } from '../cells.ts';
import { inDisplayUnit } from '../display-unit.ts';
import type { KpiResult, Results } from '../results.ts';

/** What was published when the report compares with: the newest day kept at least so long ago. */
export function previousRow({ history }: KpiResult, { input }: Results): HistoryRow | null {
  const latest = input.viewDay - input.workspace.settings.compareWithDays;
  const earlier = history.filter(({ day }) => day <= latest);
  return earlier[earlier.length - 1] ?? null;
}

/** First day kept of the run of days with the status of now; null while nothing is kept. */
function statusSince({ history, evaluation }: KpiResult, viewDay: Day): Day | null {
  if (history.length === 0) return null;
  let since = viewDay;
  for (let at = history.length - 1; at >= 0; at -= 1) {
    if (history[at].status !== evaluation.status) break;
    since = history[at].day;
  }
  return since;
}

/** What changed since the day compared with. */
export function comparisonCells(results: Results): Cells<KpiResult> {
  const { language, viewDay } = results.input;
  const before = (result: KpiResult) => previousRow(result, results);
  return {
    status_since: (result) => dateCell(statusSince(result, viewDay)),
    previous_view_date: (result) => dateCell(before(result)?.day ?? null),
    previous_status_label: (result) => {
      const row = before(result);
      return row === null ? null : sentencesIn(language).statuses[row.status];
    },
    changed_text: (result) => {
      const row = before(result);
      return row === null ? null : explainChange(result.view, row);
    },
    status_change: (result) => {
      const row = before(result);
      const earlier = row === null ? null : statusScore(row.status);
      return differenceOf(statusScore(result.evaluation.status), earlier);
    },
    pace_change: (result) =>
      differenceOf(numberOf(result.evaluation.paceIndex), before(result)?.paceIndex ?? null),
    progress_change: (result) =>
      differenceOf(numberOf(result.evaluation.progress), before(result)?.progress ?? null),
    forecast_change: (result) =>
      inDisplayUnit(
        differenceOf(numberOf(result.evaluation.forecast.value), before(result)?.forecast ?? null),
        result.measure,
      ),
  };
}
