import type { GoalEvaluation } from '../model/evaluation.ts';
import { STATUS_CODES, type StatusCode } from '../model/status.ts';
import type { Language } from '../model/workspace.ts';
import { adviseKpi } from './advise-kpi.ts';
import { wayOutOf } from './explain-way-out.ts';
import { formatShare } from './format-number.ts';
import { inSentence, type KpiView } from './kpi-view.ts';
import { sentencesIn } from './languages.ts';

type Counts = GoalEvaluation['counts'];

export interface GoalView {
  readonly evaluation: GoalEvaluation;
  readonly outcomeKpi: KpiView | null;
  readonly worstKpi: KpiView | null;
  /** A critical KPI that alone makes it off course; absent when none does. */
  readonly criticalKpi?: KpiView | null;
  /** The sub-goal that is worse than its own KPIs; absent when none is. */
  readonly worseSubGoal?: string | null;
  readonly language: Language;
}

const NAMED: readonly StatusCode[] = ['at_risk', 'off_course', 'missed'];

/** ", 1 at risk, 1 off course, 1 not judged" */
function restText(counts: Counts, all: number, language: Language): string {
  const book = sentencesIn(language);
  const named = NAMED.filter((status) => counts[status] > 0);
  const judged = named.reduce((sum, status) => sum + counts[status], goodOf(counts));
  const parts = named.map((status) =>
    book.goalCount(String(counts[status]), inSentence(book.statuses[status])),
  );
  if (all > judged) parts.push(book.goalWaiting(String(all - judged)));
  return parts.join('');
}

const allOf = (counts: Counts): number => STATUS_CODES.reduce((sum, code) => sum + counts[code], 0);

const goodOf = (counts: Counts): number => counts.on_course + counts.achieved;

/** "2 of 5 KPIs on course, 1 at risk. 0 of 1 sub-goal on course, 1 off course." */
function countsText({ evaluation, language }: GoalView): string {
  const book = sentencesIn(language);
  const { counts, subGoalCounts, kpiIds } = evaluation;
  return [
    { words: book.goalCounts, counts, all: kpiIds.length },
    { words: book.subGoalCounts, counts: subGoalCounts, all: allOf(subGoalCounts) },
  ]
    .filter(({ all }) => all > 0)
    .map(
      ({ words, counts: own, all }) =>
        `${words(String(goodOf(own)), String(all))}${restText(own, all, language)}.`,
    )
    .join(' ');
}

/** Why a goal has its status. */
export function explainGoal(view: GoalView): string {
  const { evaluation, outcomeKpi, criticalKpi = null, language } = view;
  const book = sentencesIn(language);
  if (evaluation.kpiIds.length === 0 && allOf(evaluation.subGoalCounts) === 0) return book.noKpis;
  const decides =
    outcomeKpi === null
      ? ''
      : `${book.outcomeDecides(
          outcomeKpi.kpi.name,
          inSentence(book.statuses[outcomeKpi.evaluation.status]),
        )} `;
  const share = evaluation.judgedShare.value;
  // Where nothing is judged the counts have said so.
  const isTold = share === null || share === 0 || share >= 0.5;
  const low = isTold ? '' : book.goalLowShare(formatShare(share, language));
  const critical = criticalKpi === null ? '' : ` ${book.goalCritical(criticalKpi.kpi.name)}`;
  return `${decides}${countsText(view)}${critical}${low}`;
}

/**
 * What would still bring the outcome to its target, else what to do about the KPI that needs
 * attention first, or the sub-goal; null when there is nothing to say.
 */
export function adviseGoal(view: GoalView): string | null {
  const { outcomeKpi, worstKpi, worseSubGoal = null, language } = view;
  const wayOut = outcomeKpi === null ? null : wayOutOf(outcomeKpi);
  if (wayOut !== null) return wayOut;
  if (worseSubGoal !== null) return sentencesIn(language).goalAdviceBelow(worseSubGoal);
  const advice = worstKpi === null ? null : adviseKpi(worstKpi);
  return worstKpi === null || advice === null
    ? null
    : sentencesIn(language).goalAdvice(worstKpi.kpi.name, inSentence(advice));
}
