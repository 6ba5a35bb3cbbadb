import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { adviseKpi } from '../../src/core/language/advise-kpi.ts';
import { explainKpi } from '../../src/core/language/explain-kpi.ts';
import type { Day } from '../../src/core/model/calendar-date.ts';
import type { KpiEvaluation } from '../../src/core/model/evaluation.ts';
import type { Language, Workspace } from '../../src/core/model/workspace.ts';
import { workbookOf } from '../reference/random-workbook.ts';

/** KOERS_AGREEMENT_RUNS=10000 reads the sentences of ten thousand workbooks. */
const WORKBOOKS = Number(process.env.KOERS_AGREEMENT_RUNS ?? 200);

/** The words by which a sentence says something that a field says too. */
const WORDS: Readonly<Record<Language, Record<string, RegExp>>> = {
  en: {
    early: /\d days? early/i,
    keep: /keep this course/i,
    nothingNeeded: /nothing needs to change/i,
    more: /([\d,.]+)% more/i,
    behind: /behind course/i,
  },
  nl: {
    early: /\d dag(en)? (te vroeg|eerder)/i,
    keep: /houd deze koers/i,
    nothingNeeded: /hoeft nog niets/i,
    more: /([\d.,]+)% meer/i,
    behind: /achter op koers/i,
  },
};

interface Told {
  evaluation: KpiEvaluation;
  today: Day;
  language: Language;
  /** Explanation and advice. */
  text: string;
}

const RUNNING: readonly string[] = ['on_course', 'at_risk', 'off_course'];

const says = ({ language, text }: Told, what: string): boolean => WORDS[language][what].test(text);

/** Does the forecast come to the target, or stay below the ceiling? Null when nothing is foreseen. */
function isForeseen({ evaluation }: Told): boolean | null {
  const { forecast, target, direction } = evaluation;
  if (forecast.value.value === null || target.value === null || direction === null) return null;
  const short = direction * (target.value - forecast.value.value);
  return short <= 1e-9 * Math.max(1, Math.abs(target.value));
}

const chanceOf = ({ evaluation }: Told): number | null => evaluation.forecast.probability.value;

/** As written in either language: 1,234.5 and 1.234,5. */
function numberIn(text: string, language: Language): number {
  const plain =
    language === 'en' ? text.replace(/,/g, '') : text.replace(/\./g, '').replace(',', '.');
  return Number(plain);
}

/** What was reached in the figures arrived when it was; anything else is still to come. */
const isPast = (day: Day | null, { judgedDay }: KpiEvaluation, today: Day): boolean =>
  day !== null && day > (judgedDay ?? day) && day <= today;

/**
 * Decided before the due date: it ended or came there, no day is left that counts, or what is there
 * already is more than the target and nothing takes it back (calculations.md §7).
 */
function isDecided({ evaluation }: Told): boolean {
  const { isClosed, reachedDay, status, forecast, family, actual, elapsed, target } = evaluation;
  if (isClosed || reachedDay !== null || ['achieved', 'missed'].includes(status)) return true;
  if (evaluation.flags.includes('CEILING_PASSED')) return true;
  if (forecast.low.value !== null && forecast.low.value === forecast.high.value) return true;
  // Of an average the days that are over count for their part, at the least.
  const part = family === 'total' ? 1 : family === 'average' ? (elapsed.value ?? 0) : 0;
  const stays = (actual.value ?? 0) * part;
  return part > 0 && target.value !== null && stays >= target.value;
}

/** Invariant 19 of calculations.md: what cannot stand beside each other. */
const CONTRADICTIONS: Readonly<Record<string, (told: Told) => boolean>> = {
  '"early" beside a forecast that falls short': (told) =>
    RUNNING.includes(told.evaluation.status) && says(told, 'early') && isForeseen(told) === false,
  '"keep this course" on the way past a ceiling, or short of the target': (told) =>
    says(told, 'keep') && isForeseen(told) === false,
  '"keep this course" with a chance below a half': (told) =>
    says(told, 'keep') && (chanceOf(told) ?? 1) < 0.5,
  '"nothing needs to change" with a chance below a half': (told) =>
    says(told, 'nothingNeeded') && (chanceOf(told) ?? 1) < 0.5,
  '"more" beside an arrival on time and a forecast that is enough': (told) =>
    says(told, 'more') && (told.evaluation.daysLate.value ?? 1) <= 0 && isForeseen(told) === true,
  'more than 300% more': (told) => {
    const found = WORDS[told.language].more.exec(told.text);
    return found !== null && numberIn(found[1], told.language) > 300;
  },
  '"behind" beside on course': (told) =>
    told.evaluation.status === 'on_course' && says(told, 'behind'),
  'an arrival that is past and not reached': ({ evaluation, today }) =>
    // The present period of Every may be reached while the whole is out of date.
    evaluation.reachedDay === null && isPast(evaluation.etaDay, evaluation, today),
  'a milestone expected in the past': ({ evaluation, today }) =>
    evaluation.milestones.some(({ etaDay }) => isPast(etaDay, evaluation, today)),
  'fuel below nothing': ({ evaluation }) =>
    evaluation.fuel.some(
      ({ index, daysLeft, nextStopIndex }) =>
        (index.value ?? 0) < 0 || (daysLeft.value ?? 0) < 0 || (nextStopIndex.value ?? 0) < 0,
    ),
  'that money came back, or a loss, as if it were spent': ({ evaluation, text }) => {
    const { judgedAs, direction, actual } = evaluation;
    const isBelow = judgedAs === 'ceiling' && direction === -1 && (actual.value ?? 0) <= -0.005;
    return isBelow && RUNNING.includes(evaluation.status) && !/[-−]/.test(text);
  },
  'certainty before it is decided': (told) => {
    const chance = chanceOf(told);
    return !isDecided(told) && (chance === 0 || chance === 1);
  },
};

function toldIn({ kpis, measures }: Workspace, today: Day, kpi: KpiEvaluation, language: Language) {
  const own = kpis.find(({ id }) => id === kpi.kpiId);
  if (own === undefined) throw new Error(`no ${kpi.kpiId}`);
  const view = {
    kpi: own,
    measure: measures.find(({ id }) => id === own.measureId) ?? null,
    evaluation: kpi,
    issues: [],
    language,
    viewDay: today,
  };
  const text = `${explainKpi(view)} ${adviseKpi(view) ?? ''}`;
  return { evaluation: kpi, today, language, text };
}

test.each(Object.entries(CONTRADICTIONS))('19 no KPI says %s', (_, isContradiction) => {
  let read = 0;
  for (let seed = 0; seed < WORKBOOKS; seed++) {
    const { workspace, today } = workbookOf(seed);
    for (const kpi of evaluateWorkspace(workspace, today).kpis) {
      for (const language of ['en', 'nl'] as const) {
        const told = toldIn(workspace, today, kpi, language);
        read++;
        if (isContradiction(told)) expect({ seed, kpi: kpi.kpiId, text: told.text }).toBeNull();
      }
    }
  }
  expect(read).toBeGreaterThan(2 * WORKBOOKS);
});
