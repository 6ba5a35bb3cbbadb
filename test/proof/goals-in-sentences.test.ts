import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { adviseKpi } from '../../src/core/language/advise-kpi.ts';
import { inSentence } from '../../src/core/language/kpi-view.ts';
import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Evaluation, GoalEvaluation } from '../../src/core/model/evaluation.ts';
import type { StatusCode } from '../../src/core/model/status.ts';
import type { Language, Workspace } from '../../src/core/model/workspace.ts';
import { workbookOf } from '../reference/random-workbook.ts';
import { type ServedTable, servedTable } from '../support/served-table.ts';

/** KOERS_AGREEMENT_RUNS=10000 reads the sentences of ten thousand workbooks. */
const WORKBOOKS = Number(process.env.KOERS_AGREEMENT_RUNS ?? 200);

/** How a reader takes the counts of a goal apart. */
const COUNTS: Readonly<Record<Language, { kpis: RegExp; goals: RegExp; rest: RegExp }>> = {
  en: {
    kpis: /(\d+) of (\d+) KPIs? on course((?:, \d+ [a-z ]+)*)\./,
    goals: /(\d+) of (\d+) sub-goals? on course((?:, \d+ [a-z ]+)*)\./,
    rest: /, (\d+) (at risk|off course|missed|not judged)/g,
  },
  nl: {
    kpis: /(\d+) van (\d+) KPI(?:’s)? op koers((?:, \d+ [a-z ]+)*)\./,
    goals: /(\d+) van (\d+) subdoelstelling(?:en)? op koers((?:, \d+ [a-z ]+)*)\./,
    rest: /, (\d+) (bij te sturen|uit koers|niet gehaald|niet beoordeeld)/g,
  },
};
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: ['at risk', 'off course', 'missed', 'not judged'],
  nl: ['bij te sturen', 'uit koers', 'niet gehaald', 'niet beoordeeld'],
};
const CRITICAL: Readonly<Record<Language, RegExp>> = { en: /is critical\./, nl: /is kritiek\./ };
const LOW_SHARE: Readonly<Record<Language, RegExp>> = {
  en: /Only (\d+)% of the weight can be judged/,
  nl: /Pas (\d+)% van het gewicht is te beoordelen/,
};
/** Where something below it is worse than its own KPIs. */
const BELOW = /^(?:See to the sub-goal|Kijk eerst naar de subdoelstelling) "/;
/** What nobody is told who has something to do. */
const ALL_IS_WELL = /keep this course|houd deze koers|set the next target|volgende streefwaarde/i;

/** Good, all, at risk, off course, missed, and what is not judged. */
function countsOf(statuses: readonly StatusCode[]): number[] {
  const count = (...codes: StatusCode[]) => statuses.filter((own) => codes.includes(own)).length;
  const [good, atRisk, off, missed] = [
    count('on_course', 'achieved'),
    count('at_risk'),
    count('off_course'),
    count('missed'),
  ];
  return [
    good,
    statuses.length,
    atRisk,
    off,
    missed,
    statuses.length - good - atRisk - off - missed,
  ];
}

/** The same as a sentence says it; all 0 where it says nothing. */
function toldIn(text: string, pattern: RegExp, language: Language): number[] {
  const found = pattern.exec(text);
  if (found === null) return [0, 0, 0, 0, 0, 0];
  const rest = new Map(
    [...found[3].matchAll(COUNTS[language].rest)].map(([, count, word]) => [word, Number(count)]),
  );
  return [
    Number(found[1]),
    Number(found[2]),
    ...WORDS[language].map((word) => rest.get(word) ?? 0),
  ];
}

function viewIn(
  workspace: Workspace,
  evaluation: Evaluation,
  kpiId: string,
  language: Language,
  today: Day,
) {
  const kpi = workspace.kpis.find(({ id }) => id === kpiId);
  const own = evaluation.kpis.find((one) => one.kpiId === kpiId);
  if (kpi === undefined || own === undefined) throw new Error(`no ${kpiId}`);
  const measure = workspace.measures.find(({ id }) => id === kpi.measureId) ?? null;
  return { kpi, measure, evaluation: own, issues: [], language, viewDay: today };
}

/** What its sentences say otherwise than its own figures and those of its KPIs. */
function faultsOf(
  goal: GoalEvaluation,
  { explanation, advice }: { explanation: string; advice: string },
  statuses: { kpis: readonly StatusCode[]; goals: readonly StatusCode[] },
  adviceOf: (kpiId: string) => string | null,
  language: Language,
): string[] {
  const faults: string[] = [];
  const isSame = (what: string, told: unknown, found: unknown) => {
    if (JSON.stringify(told) !== JSON.stringify(found)) {
      faults.push(`${what}: said ${JSON.stringify(told)}, is ${JSON.stringify(found)}`);
    }
  };
  const { kpis, goals } = COUNTS[language];
  isSame('its KPIs', toldIn(explanation, kpis, language), countsOf(statuses.kpis));
  isSame('its sub-goals', toldIn(explanation, goals, language), countsOf(statuses.goals));
  isSame('a critical one', CRITICAL[language].test(explanation), goal.criticalKpiId !== null);
  const share = LOW_SHARE[language].exec(explanation);
  if (share !== null) {
    isSame('the share', Number(share[1]), Math.round((goal.judgedShare.value ?? 0) * 100));
    if (goal.outcomeKpiId === null) isSame('beside a low share', goal.status, 'no_data');
  }
  const all = [...statuses.kpis, ...statuses.goals];
  const isGood = (status: StatusCode) => status === 'on_course' || status === 'achieved';
  const isBad = (status: StatusCode) => ['at_risk', 'off_course', 'missed'].includes(status);
  if (all.every(isGood)) isSame('all are on course', isBad(goal.status), false);
  if (['off_course', 'missed'].includes(goal.status)) {
    isSame('all is well', ALL_IS_WELL.test(advice), false);
  }
  const worst = goal.worstKpiId === null ? null : adviceOf(goal.worstKpiId);
  if (goal.outcomeKpiId === null && advice !== '') {
    const isBelow = BELOW.test(advice) && statuses.goals.some((status) => !isGood(status));
    isSame('its advice', isBelow || advice.endsWith(inSentence(worst ?? '?')), true);
  }
  return faults;
}

test('19 what is said of a goal is what its KPIs and sub-goals come to, in both languages', () => {
  let read = 0;
  let counted = 0;
  for (let seed = 0; seed < WORKBOOKS; seed++) {
    const { workspace, today } = workbookOf(seed);
    if (workspace.goals.length === 0) continue;
    const evaluation = evaluateWorkspace(workspace, today);
    const statusOf = new Map(evaluation.kpis.map(({ kpiId, status }) => [kpiId, status]));
    for (const language of ['en', 'nl'] as const) {
      const table: ServedTable = servedTable('goals', {
        workspace,
        evaluation,
        issues: [],
        language,
        recalculation: null,
        history: [],
        viewDay: today,
      });
      evaluation.goals.forEach((goal) => {
        const at = table.columns.goal_id.indexOf(goal.goalId);
        const own = workspace.kpis.filter(({ goalId }) => goalId === goal.goalId);
        const below = workspace.goals.filter(({ parentGoalId }) => parentGoalId === goal.goalId);
        const statuses = {
          kpis: own.map(({ id }) => statusOf.get(id) ?? 'invalid'),
          goals: below.map(
            ({ id }) => evaluation.goals.find(({ goalId }) => goalId === id)?.status ?? 'invalid',
          ),
        };
        const texts = {
          explanation: String(table.columns.goal_explanation[at] ?? ''),
          advice: String(table.columns.goal_advice[at] ?? ''),
        };
        const adviceOf = (kpiId: string) =>
          adviseKpi(viewIn(workspace, evaluation, kpiId, language, today));
        const faults = faultsOf(goal, texts, statuses, adviceOf, language);
        if (faults.length > 0) expect({ seed, goal: goal.goalId, ...texts, faults }).toBeNull();
        read++;
        if (/\d/.test(texts.explanation)) counted++;
      });
    }
  }
  expect(read).toBeGreaterThan(WORKBOOKS);
  expect(counted).toBeGreaterThan(0.8 * read);
});
