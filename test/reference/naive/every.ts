import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Direction, ForecastMethod, Kpi } from '../../../src/core/model/kpi.ts';
import type { StatusCode } from '../../../src/core/model/status.ts';
import type { Book } from './book.ts';
import { type Interval, intervalsBetween } from './calendar.ts';
import { type Case, isClosed, isStale, judgedDay, openCase } from './case.ts';
import { define, isFault } from './definition.ts';
import { grownTarget, growthReference, subjectOf } from './growth.ts';
import { idleStatus, judgeCase, lacksTotal, openVersion, type Part } from './judged-case.ts';
import { invalid, publish, type ReferenceKpi, wholeKpi, without } from './kpi.ts';
import { shareInside } from './measure-rows.ts';
import { atLeast } from './numbers.ts';
import { overrideOf } from './override.ts';
import { planOf } from './plan.ts';
import type { Judgement } from './status.ts';
import { timelineOfCase } from './timeline.ts';
import { changesOf } from './versions.ts';
import { weightsOf } from './weights.ts';

/** A KPI's row for one of its periods: S, E and T of that period. */
function periodKpi(book: Book, kpi: Kpi, period: Interval, isFirst: boolean): Kpi {
  const { workspace } = book;
  const subject = subjectOf(book, kpi, kpi.start);
  const own = workspace.periodTargets.find(
    ({ kpiId, period: { start, end } }) =>
      kpiId === kpi.id && start === period.from && end === period.to,
  );
  // A level is asked the same of half a month; a total its share.
  const share = subject.family === 'total' ? shareInside(subject.reader, period) : 1;
  const scaled = (value: number | null) => (value === null ? null : value * share);
  return {
    ...kpi,
    every: null,
    start: period.start,
    due: period.end,
    target: scaled(own?.target ?? kpi.target),
    low: scaled(kpi.low),
    high: scaled(kpi.high),
    // The next ones start where the one before ended; what is kept does not start anywhere.
    lastTime: isFirst || subject.family === 'total' || kpi.type !== 'reach' ? kpi.lastTime : null,
  };
}

/** The book as one period of a KPI sees it: its own milestones, and no other periods' targets. */
function bookOf(book: Book, kpi: Kpi, { start, end }: Interval): Book {
  const { workspace } = book;
  const isInside = (kpiId: string, day: Day) => kpiId !== kpi.id || (start <= day && day <= end);
  return {
    ...book,
    workspace: {
      ...workspace,
      milestones: workspace.milestones.filter(({ kpiId, day }) => isInside(kpiId, day)),
      periodTargets: workspace.periodTargets.filter(({ kpiId }) => kpiId !== kpi.id),
    },
  };
}

interface Period {
  book: Book;
  kpi: Kpi;
  period: Interval;
  part: Part;
  kase: Case;
  judgement: Judgement;
}

/** The whole S..E, to find A, what is out of date and what is over. */
function wholeCase(book: Book, kpi: Kpi): Case | { error: string } {
  const tracked = define(book, { ...kpi, every: null, type: 'track', growth: null });
  if (isFault(tracked)) return tracked;
  return openCase(book, tracked, planOf(book.workspace, tracked, 0));
}

/** §1: the way of the whole, by which a period that starts beyond its target is told. */
function directionOf(book: Book, kpi: Kpi, first: Interval): Direction | null {
  if (kpi.declaredDirection !== null) return kpi.declaredDirection;
  const definition = define(
    bookOf(book, kpi, first),
    periodKpi(book, kpi, first, true),
    undefined,
    {
      since: kpi.start,
      beyond: null,
      startsAt: null,
    },
  );
  return isFault(definition) ? null : definition.direction;
}

/** §1: missed if one is missed, else no_data if one could not be judged; or by a stated share. */
function closedStatus({ closedRule }: Kpi, statuses: readonly StatusCode[]): StatusCode {
  const wanted = closedRule.kind === 'share' ? closedRule.share : 1;
  const met = statuses.filter((status) => status === 'achieved').length;
  const missed = statuses.filter((status) => status === 'missed').length;
  if (atLeast(met / statuses.length, wanted)) return 'achieved';
  return atLeast(1 - missed / statuses.length, wanted) ? 'no_data' : 'missed';
}

/** §1, Every: judged on the period that holds A, as a KPI of its own. */
function everyKpi(book: Book, kpi: Kpi, every: Interval[], method: ForecastMethod | null) {
  const whole = wholeCase(book, kpi);
  if ('error' in whole) return invalid(kpi, whole.error);
  if (lacksTotal(book, kpi)) return invalid(kpi, 'E_CHANNELS');
  let direction = directionOf(book, kpi, every[0]);
  const day = Math.max(judgedDay(whole) ?? kpi.start, every[0].start);
  const periods: Period[] = [];
  let startsAt: number | null = null;
  for (const period of every) {
    const isFirst = period === every[0];
    const own = bookOf(book, kpi, period);
    const ownKpi = periodKpi(book, kpi, period, isFirst);
    const told = {
      until: Math.min(day, period.end),
      isOver: day >= period.end || isClosed(whole),
    };
    const part = { since: kpi.start, beyond: isFirst ? null : direction, startsAt, told };
    const changes = changesOf(own, kpi).filter(({ effectiveFrom }) => effectiveFrom <= period.end);
    const kase = openVersion(own, ownKpi, changes, part);
    if ('error' in kase) return invalid(kpi, kase.error);
    // Before there is a figure to start from there is no way to tell.
    if (kase.definition.baseline !== null) direction ??= kase.definition.direction;
    if (kase.judged !== null) startsAt = kase.actualAt(kase.judged) ?? startsAt;
    if (period.start <= day || isClosed(whole)) {
      periods.push({ book: own, kpi: ownKpi, period, part, kase, judgement: judgeCase(kase) });
    }
  }
  const present = periods.filter(({ period }) => period.start <= day).at(-1) ?? periods[0];
  return publishEvery(book, kpi, whole, { present, periods }, method);
}

function publishEvery(
  book: Book,
  kpi: Kpi,
  whole: Case,
  { present, periods }: { present: Period; periods: readonly Period[] },
  method: ForecastMethod | null,
): ReferenceKpi {
  const idle = idleStatus(book, kpi);
  const wholeJudgement = whole.judged === null || isStale(whole) ? judgeCase(whole) : null;
  const isOver = isClosed(whole);
  const over = periods.filter(({ kase }) => isClosed(kase));
  let judgement = wholeJudgement ?? present.judgement;
  if (isOver && wholeJudgement === null) {
    judgement = {
      status: closedStatus(
        kpi,
        over.map((one) => one.judgement.status),
      ),
      reason: null,
    };
  }
  if (idle !== null) judgement = { status: idle, reason: null };
  const changes = changesOf(present.book, kpi);
  const reference = growthReference(book, present.kpi, kpi.start);
  const found =
    whole.judged === null
      ? {
          ...without(kpi, judgement.status, judgement.reason),
          override: overrideOf(book, kpi.id),
          kase: { ...present.kase, judged: null },
        }
      : publish(
          present.book,
          present.kase,
          judgement,
          reference,
          method,
          changes,
          present.part,
          idle ?? present.judgement.status,
        );
  const counted = over.map((one) => one.judgement.status);
  const met = counted.filter((status) => status === 'achieved').length;
  return {
    ...found,
    isClosed: isOver,
    timeline: periods.flatMap(({ kase }) => timelineOfCase(kase)),
    every: { met, judged: met + counted.filter((status) => status === 'missed').length },
  };
}

/** A KPI on a day. `method`: the forecast to give, where the engine chose another than the default. */
export function referenceKpi(
  book: Book,
  kpi: Kpi,
  method: ForecastMethod | null = null,
): ReferenceKpi {
  const { every } = kpi;
  const isCounted = kpi.type !== 'track' && kpi.type !== 'done';
  if (every === null || !isCounted || kpi.errors.length > 0) return wholeKpi(book, kpi, method);
  const { weightTo } = weightsOf(book, kpi, kpi.start);
  // Of a period without weight nothing is asked.
  const periods = intervalsBetween(book.workspace, every, kpi.start, kpi.due).filter(
    ({ start, end }) => weightTo(end) > weightTo(start - 1),
  );
  if (periods.length === 0) return invalid(kpi, 'E_CAL');
  const reference = growthReference(book, kpi);
  return everyKpi(book, { ...kpi, target: grownTarget(kpi, reference) }, periods, method);
}
