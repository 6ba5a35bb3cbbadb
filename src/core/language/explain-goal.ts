import type { GoalEvaluation } from '../model/evaluation.ts';
import type { StatusCode } from '../model/status.ts';
import type { Language } from '../model/workspace.ts';
import { adviseKpi } from './advise-kpi.ts';
import { wayOutOf } from './explain-way-out.ts';
import { formatShare } from './format-number.ts';
import { inSentence, type KpiView } from './kpi-view.ts';
import { sentencesIn } from './sentence-book.ts';

export interface GoalView {
  readonly evaluation: GoalEvaluation;
  readonly outcomeKpi: KpiView | null;
  readonly worstKpi: KpiView | null;
  readonly language: Language;
}

const NAMED: readonly StatusCode[] = ['at_risk', 'off_course', 'missed'];

/** "2 of 5 KPIs on course, 1 at risk, 1 off course, 1 not judged." */
function countsText({ evaluation, language }: GoalView): string {
  const book = sentencesIn(language);
  const { counts, kpiIds } = evaluation;
  const good = counts.on_course + counts.achieved;
  const named = NAMED.filter((status) => counts[status] > 0);
  const judged = named.reduce((sum, status) => sum + counts[status], good);
  const parts = named.map((status) =>
    book.goalCount(String(counts[status]), inSentence(book.statuses[status])),
  );
  const waiting = kpiIds.length - judged;
  if (waiting > 0) parts.push(book.goalWaiting(String(waiting)));
  return `${book.goalCounts(String(good), String(kpiIds.length))}${parts.join('')}.`;
}

/** Why a goal has its status. */
export function explainGoal(view: GoalView): string {
  const { evaluation, outcomeKpi, language } = view;
  const book = sentencesIn(language);
  if (evaluation.kpiIds.length === 0) return book.noKpis;
  const decides =
    outcomeKpi === null
      ? ''
      : `${book.outcomeDecides(
          outcomeKpi.kpi.name,
          inSentence(book.statuses[outcomeKpi.evaluation.status]),
        )} `;
  const share = evaluation.judgedShare.value;
  const low = share === null || share >= 0.5 ? '' : book.goalLowShare(formatShare(share, language));
  return `${decides}${countsText(view)}${low}`;
}

/**
 * What would still bring the outcome to its target, else what to do about the KPI that needs
 * attention first; null when there is nothing to say.
 */
export function adviseGoal({ outcomeKpi, worstKpi, language }: GoalView): string | null {
  const wayOut = outcomeKpi === null ? null : wayOutOf(outcomeKpi);
  if (wayOut !== null) return wayOut;
  const advice = worstKpi === null ? null : adviseKpi(worstKpi);
  return worstKpi === null || advice === null
    ? null
    : sentencesIn(language).goalAdvice(worstKpi.kpi.name, advice);
}
