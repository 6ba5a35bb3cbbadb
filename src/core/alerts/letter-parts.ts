import { BOARD_WORDS } from '../language/board-words.ts';
import { fullDate } from '../language/format-date.ts';
import { formatShare } from '../language/format-number.ts';
import { inSentence } from '../language/kpi-view.ts';
import { LETTER_WORDS } from '../language/letter-words.ts';
import type { KpiEvaluation } from '../model/evaluation.ts';
import type { StatusCode } from '../model/status.ts';
import type { LetterItem, LetterLink, LetterStatus, LetterWay } from '../model/told.ts';
import { isWebAddress } from '../model/web-address.ts';
import type { GoalResult, KpiResult, Results } from '../tables/results.ts';
import { coursePoints, leadingKpi } from '../tables/rows/course-points.ts';
import { STATUS_SYMBOLS } from '../tables/status-symbols.ts';

/** More in one section nobody reads; the rest is counted. */
const MOST_ITEMS = 10;

export const wordsOf = ({ input }: Results) => LETTER_WORDS[input.language];

const statusIn = (code: StatusCode, { book }: Results): LetterStatus => ({
  code,
  mark: STATUS_SYMBOLS[code],
  word: book.statuses[code],
});

/** A status as it stands inside a sentence. */
export const statusWord = (code: StatusCode, { book }: Results): string =>
  inSentence(book.statuses[code]);

function wayTo(actual: number, plan: number | null, { input }: Results): LetterWay {
  const { language } = input;
  const [done, planned] = [actual, plan].map((share) =>
    share === null ? null : formatShare(share, language),
  );
  return { actual, plan, text: BOARD_WORDS[language].wayOf(done ?? '', planned) };
}

/** Null where there is no way to go. */
function wayOfKpi(
  { judgedAs, baseline, target, plan, progress }: KpiEvaluation,
  results: Results,
): LetterWay | null {
  if (judgedAs !== 'way' || progress.value === null) return null;
  const [from, to] = [baseline.value ?? 0, target.value];
  const planned =
    plan.value === null || to === null || to === from ? null : (plan.value - from) / (to - from);
  return wayTo(progress.value, planned, results);
}

/** As wide as a mail: more points nobody sees. */
const MOST_POINTS = 40;

/** What a picture shows of a KPI; nothing where there are no two intervals to draw a line between. */
function courseOf(
  evaluation: KpiEvaluation | null,
  name: string,
  { input }: Results,
): Pick<LetterItem, 'course'> {
  const points = evaluation === null ? [] : coursePoints(evaluation, MOST_POINTS);
  const values = points
    .flatMap(({ plan, actual, forecast }) => [plan, actual, forecast])
    .filter((value): value is number => value !== null);
  if (points.length < 2 || values.length < 2) return {};
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const height = (value: number | null): number | null => {
    if (value === null) return null;
    return high === low ? 50 : Math.round(((value - low) / (high - low)) * 100);
  };
  const { language } = input;
  const [from, to] = [points[0], points[points.length - 1]].map(({ day }) =>
    fullDate(day, language),
  );
  return {
    course: {
      plan: points.map(({ plan }) => height(plan)),
      actual: points.map(({ actual }) => height(actual)),
      forecast: points.map(({ forecast }) => height(forecast)),
      text: LETTER_WORDS[language].course(name, from, to),
    },
  };
}

const said = (texts: readonly (string | null)[]): string[] =>
  texts.filter((text): text is string => text !== null && text !== '');

/** A KPI with these lines; without any, with its explanation and what to do. */
export const kpiItem = (
  { kpi, evaluation, texts }: KpiResult,
  results: Results,
  lines: readonly string[] = [],
): LetterItem => ({
  status: statusIn(evaluation.status, results),
  title: kpi.name,
  url: results.urlOf(kpi.place),
  lines: said([...lines, texts.explanation(), texts.advice()]),
  way: wayOfKpi(evaluation, results),
  ...courseOf(evaluation, kpi.name, results),
});

export const goalItem = ({ goal, evaluation, texts }: GoalResult, results: Results): LetterItem => {
  const progress = evaluation?.progress.value ?? null;
  const leading =
    evaluation === null ? null : leadingKpi(evaluation, results.input.evaluation.kpis);
  const name = results.kpi(leading?.kpiId ?? null)?.kpi.name ?? '';
  return {
    status: evaluation === null ? null : statusIn(evaluation.status, results),
    title: goal.name,
    url: results.urlOf(goal.place),
    lines: said([texts.explanation()]),
    way: progress === null ? null : wayTo(progress, null, results),
    ...courseOf(leading, name, results),
  };
};

export const textItem = (title: string, url: string, lines: readonly string[]): LetterItem => ({
  status: null,
  title,
  url,
  lines,
  way: null,
});

/** A section with as many items as people read; none for one without items. */
export function section(title: string, items: readonly LetterItem[], results: Results) {
  if (items.length === 0) return [];
  const rest = items.length - MOST_ITEMS;
  const more = rest > 0 ? [textItem(wordsOf(results).more(rest), '', [])] : [];
  return [{ title, items: [...items.slice(0, MOST_ITEMS), ...more] }];
}

/** To the workbook and, where they are typed and are web addresses, to the board and the report. */
export function linksOf(results: Results): LetterLink[] {
  const { workbook, settings } = results.input.workspace;
  const words = wordsOf(results);
  return [
    { text: words.openWorkbook, url: workbook.url },
    { text: words.openBoard, url: settings.boardLink },
    { text: words.openReport, url: settings.reportLink },
  ].filter(({ url }) => isWebAddress(url));
}
