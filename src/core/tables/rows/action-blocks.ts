import { shortDate } from '../../language/format-date.ts';
import { formatChange, formatShare } from '../../language/format-number.ts';
import { styleOf } from '../../language/kpi-view.ts';
import type { ActionEvaluation } from '../../model/evaluation.ts';
import type { Action } from '../../model/workspace.ts';
import type { ActionBlock } from '../actions.ts';
import type { Results } from '../results.ts';

/** Who, when, how sure, what was expected and what came of it; and the note. */
function actionText(
  action: Action,
  evaluation: ActionEvaluation | null,
  { book, kpi, input }: Results,
): string {
  const { language, viewDay } = input;
  const style = styleOf(kpi(action.kpiId)?.measure ?? null, language);
  const ifKnown = (value: number | null | undefined, say: (value: number) => string): string =>
    value === null || value === undefined ? '' : say(value);
  const signal = evaluation?.effect.signal ?? null;
  const parts = [
    action.owner,
    ifKnown(action.day, (day) => shortDate(day, viewDay, language)),
    ifKnown(action.confidence, (share) => book.howSure(formatShare(share, language))),
    ifKnown(action.expectedEffect, (effect) => book.expectedEffect(formatChange(effect, style))),
    ifKnown(evaluation?.effect.measured.value, (effect) => {
      const measured = book.measuredEffect(formatChange(effect, style));
      if (signal === null) return measured;
      return signal.rule === null ? book.noMoreThanUsual(measured) : book.moreThanUsual(measured);
    }),
  ];
  return [parts.filter((part) => part !== '').join(', '), action.note]
    .filter((part) => part !== '')
    .join(': ');
}

export function actionBlocks(results: Results): ActionBlock[] {
  const { workspace, evaluation } = results.input;
  const evaluationOf = new Map(evaluation.actions.map((own) => [own.actionId, own]));
  return workspace.actions.map((action) => {
    const own = evaluationOf.get(action.id) ?? null;
    return {
      action,
      evaluation: own,
      result: results.kpi(action.kpiId),
      text: actionText(action, own, results),
    };
  });
}
