import { atLeast } from '../model/quantity.ts';
import type { StatusCode } from '../model/status.ts';
import { describeIssue } from './describe-issue.ts';
import { arrivalText, ceilingText, corridorText, reachText, wayText } from './explain-course.ts';
import { askedBeside, isHeld, thresholdText } from './explain-threshold.ts';
import { formatShareBeside, unitOnce } from './format-number.ts';
import {
  asSentence,
  isTotal,
  type KpiView,
  latenessText,
  type Writer,
  writerFor,
} from './kpi-view.ts';
import { noneRead, remarks, unreadableText } from './remarks.ts';

type Explain = (view: KpiView, writer: Writer) => string;

/** The figures that a colour rests on, as of the judged day. */
function figuresText(view: KpiView, writer: Writer): string | null {
  const { judgedAs } = view.evaluation;
  if (judgedAs === 'ceiling') return ceilingText(view, writer);
  if (judgedAs === 'corridor') return corridorText(view, writer);
  if (!isHeld(view)) return reachText(view, writer);
  const text = thresholdText(view, writer);
  return text === null ? null : `${text}.`;
}

function running(view: KpiView, writer: Writer): string {
  const { book, day } = writer;
  const { judgedDay, judgedAs } = view.evaluation;
  if (judgedAs === 'done') return notDone(view, writer);
  const figures = figuresText(view, writer);
  if (figures === null || judgedDay === null) return `${book.statuses[view.evaluation.status]}.`;
  return `${book.judgedTo(day(judgedDay))}${figures}`;
}

function notDone({ evaluation }: KpiView, { book, day, days }: Writer): string {
  const left = evaluation.daysLeft.value ?? 0;
  return evaluation.status === 'missed'
    ? book.wasDue(day(evaluation.due))
    : book.notDone(day(evaluation.due), days(left));
}

/** "€170,000 of €200,000", "52, the target was 40 to 50". */
function endText(view: KpiView, writer: Writer): string | null {
  const beside = askedBeside(view, writer);
  if (beside === null) return null;
  const isPlainTotal = isTotal(view) && view.evaluation.judgedAs === 'way';
  const { ofTarget, targetWas } = writer.book;
  const { actual, asked } = beside;
  return isPlainTotal ? ofTarget(...unitOnce(actual, asked)) : targetWas(actual, asked);
}

function achieved(view: KpiView, writer: Writer): string {
  const { book, day, value } = writer;
  const { judgedAs, reachedDay, due, isClosed, actual, progress } = view.evaluation;
  if (judgedAs === 'done') {
    if (reachedDay === null) return book.done;
    return `${book.doneOn(day(reachedDay))}${latenessText(reachedDay - due, writer)}.`;
  }
  // Touched, and fallen back below it before the end: "90 of 100: achieved" explains nothing.
  const isBelow = progress.value !== null && !atLeast(progress.value, 1);
  if (reachedDay !== null && (!isClosed || isBelow)) {
    const now = actual.value === null ? '' : ` ${book.nowAt(value(actual.value))}`;
    return `${arrivalText(view, writer)}${now}`;
  }
  return ended(view, writer, book.achieved);
}

function ended(view: KpiView, writer: Writer, verdict: string): string {
  const { book, day } = writer;
  const end = endText(view, writer);
  if (end === null) return `${book.statuses[view.evaluation.status]}.`;
  // Of what starts anew each period it is the present one that ended.
  const { isClosed, judgedDay, due } = view.evaluation;
  const ended = isClosed ? due : (judgedDay ?? due);
  return `${book.ended(day(ended))}${end}${verdict}`;
}

function missed(view: KpiView, writer: Writer): string {
  return view.evaluation.judgedAs === 'done'
    ? notDone(view, writer)
    : ended(view, writer, writer.book.missed);
}

/** The figures without arrival: what was known when it went out of date, or is known so early. */
function bareFigures(view: KpiView, writer: Writer): string | null {
  const { judgedAs, actual } = view.evaluation;
  if (judgedAs === 'way') {
    const way = wayText(view, writer);
    return way === null ? null : `${way}.`;
  }
  return judgedAs === 'done' || actual.value === null ? null : figuresText(view, writer);
}

function stale(view: KpiView, writer: Writer): string {
  const { book, day } = writer;
  const { judgedDay } = view.evaluation;
  const figures = bareFigures(view, writer);
  return judgedDay === null || figures === null
    ? book.outOfDateOnly
    : `${book.outOfDate(day(judgedDay))}${figures}`;
}

function tooEarly(view: KpiView, writer: Writer): string {
  const { book, day } = writer;
  const { judgedDay, reason, firstResultDay } = view.evaluation;
  if (reason === 'FIRST_INTERVAL' && firstResultDay !== null) {
    return book.firstResult(day(firstResultDay));
  }
  const figures = judgedDay === null ? null : bareFigures(view, writer);
  return judgedDay === null || figures === null
    ? book.tooEarly.trim()
    : `${book.tooEarly}${book.upTo(day(judgedDay))}${figures}`;
}

function noData({ evaluation, measure, kpi, language }: KpiView, { book, day }: Writer): string {
  const { reason, coverage, dataThroughDay, start } = evaluation;
  if (reason === null || reason === 'NO_DATA') {
    const name = measure?.name ?? kpi.name;
    return dataThroughDay !== null && dataThroughDay < start
      ? book.noValuesSince(name, day(start), day(dataThroughDay))
      : book.noValues(name);
  }
  if (reason === 'INCOMPLETE' && coverage.value !== null) {
    return book.missingValues(formatShareBeside(coverage.value, [1], language));
  }
  return book.noData(book.reasons[reason]);
}

/** The cause and the cell of what made it invalid. */
function invalid({ issues, language }: KpiView, { book }: Writer): string {
  const cause = issues.find((issue) => issue.severity === 'error');
  if (cause === undefined) return book.invalidUnknown;
  const { text } = describeIssue(cause, language);
  const { tab, cell } = cause.place;
  return book.invalid(`${asSentence(text)} (${cell === null ? tab : `${tab}!${cell}`})`);
}

function tracked({ evaluation, measure }: KpiView, { book, value, day }: Writer): string {
  const { latestValue, latestDay, actual, judgedDay, family } = evaluation;
  // A level and a count of people are of one interval; the rest is what the period came to.
  const isOfOneInterval = family === 'level' || measure?.aggregation === 'unique';
  if (!isOfOneInterval && actual.value !== null && judgedDay !== null) {
    return book.trackedTo(value(actual.value), day(judgedDay));
  }
  const shown = latestValue.value ?? actual.value;
  const on = latestDay ?? judgedDay;
  return shown === null || on === null ? book.trackedOnly : book.trackedAt(value(shown), day(on));
}

const EXPLAIN: Readonly<Record<StatusCode, Explain>> = {
  on_course: running,
  at_risk: running,
  off_course: running,
  achieved,
  missed,
  stale,
  no_data: noData,
  invalid,
  too_early: tooEarly,
  not_started: ({ evaluation }, { book, day }) => book.startsOn(day(evaluation.start)),
  tracked,
  paused: (_, { book }) => book.paused,
  cancelled: (_, { book }) => book.cancelled,
};

/**
 * Why a KPI has its status, with the numbers of the formula: "Judged to 14 Feb: €90,000 of
 * €100,000 planned (90%). Arrival 10 Apr at the average pace so far, 10 days late. Needed:
 * €17,100 a week, now €14,000."
 */
export function explainKpi(view: KpiView): string {
  const writer = writerFor(view);
  if (noneRead(view) !== null) return unreadableText(view, writer).join(' ');
  return [
    ...unreadableText(view, writer),
    EXPLAIN[view.evaluation.status](view, writer),
    ...remarks(view, writer),
  ].join(' ');
}
