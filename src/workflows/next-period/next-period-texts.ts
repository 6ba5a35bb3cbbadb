import { fullDate } from '../../core/language/format-date.ts';
import { NEXT_PERIOD_WORDS } from '../../core/language/sheet-languages.ts';
import type { Goal } from '../../core/model/goal.ts';
import type { DayRange, YearCut } from '../../core/model/period.ts';
import type { Language } from '../../core/model/workspace.ts';
import { followingPeriod } from './following-period.ts';
import type { Candidates, NextKpi } from './plan-next-period.ts';

/** A dialog has room for so many lines. */
const MOST_LINES = 25;

const periodText = ({ start, end }: DayRange, language: Language): string =>
  `${fullDate(start, language)} – ${fullDate(end, language)}`;

/** What can be chosen, numbered, with the period that each would get. */
export function questionText({ open, followed }: Candidates, cut: YearCut, language: Language) {
  const words = NEXT_PERIOD_WORDS[language];
  const lines = open.slice(0, MOST_LINES).map(({ kpi, isOver }, at) => {
    const { range } = followingPeriod({ start: kpi.start, end: kpi.due }, cut);
    const note = isOver ? '' : words.stillRuns;
    return `${at + 1}. ${kpi.name} → ${periodText(range, language)}${note}`;
  });
  const rest = open.length - lines.length;
  return [
    words.which,
    ...lines,
    ...(rest > 0 ? [words.andMore(rest)] : []),
    ...words.followed(followed),
    words.rules,
  ].join('\n');
}

/** What was started, and what is left for the person to fill in. */
export function summaryText(
  plan: readonly NextKpi[],
  { followed }: Candidates,
  goals: readonly Goal[],
  language: Language,
): string {
  const words = NEXT_PERIOD_WORDS[language];
  const because = (reason: NextKpi['blankBecause']): string[] =>
    plan.flatMap(({ name, blankBecause }) => (blankBecause === reason ? [name] : []));
  const blank = [...because('open'), ...because('no_value')];
  const yearEarlier = because('year_earlier');
  // What decides a goal is the person's choice: the old KPI may well have been what it was for.
  const decided = goals.flatMap(({ name, outcomeKpiId }) => {
    const next = plan.find(({ old }) => old.id === outcomeKpiId);
    return next === undefined ? [] : [words.stillDecides(name, next.old.name, next.name)];
  });
  const grows = plan.some(({ old }) => old.growth !== null);
  return [
    words.started,
    ...plan.map(({ name, following }) => `• ${name}: ${periodText(following.range, language)}`),
    ...(blank.length === 0 ? [] : [words.lastTimeBlank(blank.join(', '))]),
    ...(yearEarlier.length === 0 ? [] : [words.fromYearEarlier(yearEarlier.join(', '))]),
    words.targetsCopied,
    ...(grows ? [words.growthKept] : []),
    ...decided,
    ...words.followed(followed),
  ].join('\n');
}
