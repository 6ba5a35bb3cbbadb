import type { UnreadCells } from '../model/measure.ts';
import { nearlyEqual } from '../model/quantity.ts';
import type { StatusCode } from '../model/status.ts';
import { formatShare, formatShareBeside } from './format-number.ts';
import { inSentence, type KpiView, type Writer } from './kpi-view.ts';
import { sentencesIn } from './languages.ts';

/** Version 1 beside the target in force, when that is another one. */
function firstTargetText({ evaluation, language }: KpiView, { book, values }: Writer): string[] {
  const { versionOne, target } = evaluation;
  if (versionOne.target.value === null || target.value === null) return [];
  if (nearlyEqual(versionOne.target.value, target.value)) return [];
  const first = book.firstTarget(values(versionOne.target.value, target.value)[0]);
  const { progress, status } = versionOne;
  const stand = [
    ...(progress.value === null ? [] : [book.ofTheWay(formatShare(progress.value, language))]),
    ...(status === null ? [] : [inSentence(book.statuses[status])]),
  ];
  return [`${first}${stand.length === 0 ? '' : `: ${stand.join(', ')}`}.`];
}

/** The value that was written down at the close, beside what is known now. */
function restatedText({ evaluation, closedAs }: KpiView, { book, values }: Writer): string[] {
  const now = evaluation.actual.value;
  if (!closedAs || closedAs.value === null || now === null) return [];
  if (nearlyEqual(closedAs.value, now)) return [];
  const status = inSentence(book.statuses[closedAs.status]);
  return [book.restatedSinceClose(status, ...values(closedAs.value, now))];
}

const SIGNALLED: readonly StatusCode[] = [
  'on_course',
  'at_risk',
  'off_course',
  'too_early',
  'tracked',
];

/** "Outside the normal variation: better than usual." */
function signalRemark({ evaluation, language }: KpiView): string[] {
  const { signal, status } = evaluation;
  if (signal === null || signal.rule === null || !SIGNALLED.includes(status)) return [];
  const book = sentencesIn(language);
  const { better, worse } = book.thanUsual;
  const favour = signal.isFavourable === null ? '' : signal.isFavourable ? better : worse;
  return [`${book.signals[signal.rule]}${favour}.`];
}

/** "Met in 2 of 3 months." */
function recordText({ evaluation, kpi }: KpiView, { book }: Writer): string[] {
  const { periodsMet: met, periodsJudged: judged, intervalsMet, cadence } = evaluation;
  if (intervalsMet !== null && intervalsMet.judged > 0) {
    const periods = book.periods[cadence === 'irregular' ? 'day' : cadence];
    return [book.periodsMet(String(intervalsMet.met), periods(String(intervalsMet.judged)))];
  }
  if (kpi.every === null || met === null || judged === null || judged === 0) return [];
  return [book.periodsMet(String(met), book.periods[kpi.every](String(judged)))];
}

/** Nothing at all could be read of the measure, though figures stand there. */
export const noneRead = ({ measure, kpi, evaluation }: KpiView): UnreadCells | null =>
  kpi.state === 'active' && WAITING.includes(evaluation.status) ? (measure?.unread ?? null) : null;

const WAITING: readonly StatusCode[] = ['no_data', 'too_early', 'stale', 'tracked'];

/** "3 days could not be read." Said first, since nothing after it is worth more. */
export function unreadableText(view: KpiView, { book }: Writer): string[] {
  const { evaluation, kpi, measure } = view;
  const none = noneRead(view);
  if (none !== null) {
    const { tab, cell } = none.place;
    const place = cell === null ? tab : `${tab}!${cell}`;
    return [book.noneRead(measure?.name ?? kpi.name, none.count, place)];
  }
  const { unreadableCount: count, cadence } = evaluation;
  if (count === 0 || kpi.state !== 'active') return [];
  const periods = cadence === 'irregular' ? 'day' : cadence;
  return [book.unreadable(book.periods[periods](String(count)))];
}

/** What must be said beside the explanation of a status. */
export function remarks(view: KpiView, writer: Writer): string[] {
  const { evaluation, language } = view;
  const { book, day } = writer;
  const { flags, coverage, override, status } = evaluation;
  const found: string[] = [];
  if (flags.includes('INCOMPLETE') && status !== 'no_data' && coverage.value !== null) {
    found.push(book.incomplete(formatShareBeside(coverage.value, [1], language)));
  }
  found.push(...recordText(view, writer));
  if (flags.includes('GOALPOST')) found.push(book.goalpost);
  found.push(
    ...firstTargetText(view, writer),
    ...restatedText(view, writer),
    ...signalRemark(view),
  );
  if (override !== null) {
    const label = inSentence(book.statuses[override.status]);
    const why = override.reason === '' ? '' : ` (${override.reason})`;
    found.push(`${book.override(label, override.author, day(override.until))}${why}.`);
  }
  return found;
}
