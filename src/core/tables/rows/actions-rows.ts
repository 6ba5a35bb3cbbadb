import { shortDate } from '../../language/format-date.ts';
import { formatChange } from '../../language/format-number.ts';
import { styleOf } from '../../language/kpi-view.ts';
import { sentencesIn } from '../../language/languages.ts';
import type { Action } from '../../model/workspace.ts';
import { type Cells, columnsFrom, countCell, dateCell, emptyCells } from '../cells.ts';
import { figureCells } from '../display-unit.ts';
import type { Results } from '../results.ts';
import { cellUrl } from './cell-url.ts';
import { kpiCells } from './kpi-cells.ts';

/** "Anna, 1 Mar, expected effect € 5,000" */
function actionText(action: Action, results: Results): string {
  const { language, viewDay } = results.input;
  const book = sentencesIn(language);
  const style = styleOf(results.kpi(action.kpiId)?.measure ?? null, language);
  return book.action(
    action.owner,
    action.day === null ? '' : shortDate(action.day, viewDay, language),
    action.expectedEffect === null
      ? ''
      : book.expectedEffect(formatChange(action.expectedEffect, style)),
  );
}

function statusLabel({ overrideStatus, statusText }: Action, { input }: Results): string {
  return overrideStatus === null
    ? statusText
    : sentencesIn(input.language).statuses[overrideStatus];
}

/** One row per action. */
export const actionsColumns = columnsFrom(
  ({ input }) => input.workspace.actions,
  (results): Cells<Action> => ({
    ...kpiCells<Action>(results, ({ kpiId }) => results.kpi(kpiId)),
    ...figureCells<Action>(
      ({ kpiId }) => ({
        measure: results.kpi(kpiId)?.measure ?? null,
        currency: results.input.workspace.settings.currency,
      }),
      { expected_effect: ({ expectedEffect }) => expectedEffect },
    ),
    ...emptyCells('measured_effect', 'effect_difference'),
    action_id: ({ id }) => id,
    action: ({ name }) => name,
    action_phase: ({ phase }) => phase,
    action_date: ({ day }) => dateCell(day),
    action_owner: ({ owner }) => owner,
    action_channel: ({ channel }) => channel,
    action_resource: ({ resource }) => resource,
    effect_date: ({ effectDay }) => dateCell(effectDay),
    cause: ({ cause }) => cause,
    decision: ({ decision }) => decision,
    action_status_label: (action) => statusLabel(action, results),
    action_text: (action) => actionText(action, results),
    action_url: ({ place }) => cellUrl(place, results.input),
    confidence: ({ confidence }) => confidence,
    action_count: () => 1,
    overdue_count: ({ phase, day }) =>
      countCell(phase === 'plan' && day !== null && day < results.input.viewDay),
  }),
);
