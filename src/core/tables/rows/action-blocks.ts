import { shortDate } from '../../language/format-date.ts';
import { formatChange } from '../../language/format-number.ts';
import { styleOf } from '../../language/kpi-view.ts';
import type { Action } from '../../model/workspace.ts';
import type { ActionBlock } from '../actions.ts';
import type { Results } from '../results.ts';

function actionText(action: Action, results: Results): string {
  const { book } = results;
  const { language, viewDay } = results.input;
  const style = styleOf(results.kpi(action.kpiId)?.measure ?? null, language);
  return book.action(
    action.owner,
    action.day === null ? '' : shortDate(action.day, viewDay, language),
    action.expectedEffect === null
      ? ''
      : book.expectedEffect(formatChange(action.expectedEffect, style)),
  );
}

export const actionBlocks = (results: Results): ActionBlock[] =>
  results.input.workspace.actions.map((action) => ({
    action,
    result: results.kpi(action.kpiId),
    text: actionText(action, results),
  }));
