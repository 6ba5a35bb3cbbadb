import { explainChange } from '../../language/explain-change.ts';
import { sentencesIn } from '../../language/languages.ts';
import { type Cells, dateCell } from '../cells.ts';
import { inDisplayUnit } from '../display-unit.ts';
import type { KpiResult, Results } from '../results.ts';

/** What changed since the day compared with. */
export function comparisonCells({ input }: Results): Cells<KpiResult> {
  const { statuses } = sentencesIn(input.language);
  const comparisonOf = ({ evaluation }: KpiResult) => evaluation.comparison;
  return {
    status_since: ({ evaluation }) => dateCell(evaluation.statusSince),
    previous_view_date: (result) => dateCell(comparisonOf(result)?.before.day ?? null),
    previous_status_label: (result) => {
      const comparison = comparisonOf(result);
      return comparison === null ? null : statuses[comparison.before.status];
    },
    changed_text: (result) => {
      const comparison = comparisonOf(result);
      return comparison === null ? null : explainChange(result.view, comparison);
    },
    status_change: (result) => comparisonOf(result)?.statusChange ?? null,
    pace_change: (result) => comparisonOf(result)?.paceChange ?? null,
    progress_change: (result) => comparisonOf(result)?.progressChange ?? null,
    forecast_change: (result) =>
      inDisplayUnit(comparisonOf(result)?.forecastChange ?? null, result.measure),
  };
}
