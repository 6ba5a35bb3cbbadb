import type { NextPeriodWords } from '../workflow-words.ts';

export const nextPeriod: NextPeriodWords = {
  title: 'Start next period',
  which: 'Which KPIs go on, on the same measures?',
  stillRuns: ' (not over yet)',
  andMore: (count) => `… and ${count} more: type a name`,
  rules: 'Type numbers (1, 3-5), a name, or "all"; blank: those that are over. Targets and milestones are copied; growth is kept and its target follows from it.',
  nothing: 'No KPI is over or half way, so there is nothing to continue yet.',
  noneOver: 'No period is over yet. Type the numbers of the KPIs to start all the same.',
  unknown: (text) => `"${text}" is not in the list. Nothing was changed.`,
  changed: (kpis) => `Meanwhile somebody changed: ${kpis}. Nothing was written; start the next period again.`,
  started: 'Started, below the others in the tabs of KPIs and milestones:',
  lastTimeBlank: (kpis) => `Last time is blank, because the KPI before is not closed: ${kpis}. Fill it in when it is.`,
  fromYearEarlier: (kpis) => `Grows from the same period a year earlier: ${kpis}.`,
  targetsCopied: 'Targets and milestones are those of last time: check them.',
  growthKept: 'Growth is kept; its target and the values of its milestones are blank.',
  stillDecides: (goal, old, next) => `${old} still decides the goal "${goal}". If ${next} should, choose it there as Outcome KPI.`,
  followed: (pairs) => pairs.map(({ kpi, by }) => `Skipped: ${kpi.name} is already followed by ${by.name}.`),
};
