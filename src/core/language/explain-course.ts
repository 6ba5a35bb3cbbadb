import { atLeast, type Quantity } from '../model/quantity.ts';
import { fallsShort, otherForecastText } from './explain-forecast.ts';
import { formatShareBeside, unitOnce } from './format-number.ts';
import {
  allKnown,
  isTotal,
  type KpiView,
  latenessText,
  signedSpeed,
  type Writer,
} from './kpi-view.ts';

/** "€90,000 of €100,000 planned (90%)": where it is on its way, without a stop. */
export function wayText(view: KpiView, writer: Writer): string | null {
  const { evaluation } = view;
  const figures = allKnown({ actual: evaluation.actual, plan: evaluation.plan });
  if (figures === null) return null;
  const { book, values } = writer;
  const words = isTotal(view) ? book.ofPlanned : book.againstPlanned;
  return words(...unitOnce(...values(figures.actual, figures.plan))) + paceText(view, writer);
}

function paceText({ evaluation, language, ...view }: KpiView, { book }: Writer): string {
  const pace = evaluation.paceIndex.value;
  if (pace === null) return '';
  const progress = evaluation.progress.value;
  if (pace < 0 || (progress !== null && progress < 0)) return book.wrongWay;
  const share = formatShareBeside(
    pace,
    [evaluation.atRiskFrom, evaluation.onCourseFrom, 1],
    language,
  );
  return isTotal({ evaluation, language, ...view }) ? ` (${share})` : book.shareOfChange(share);
}

/** A lag within tolerance is on course. */
export const isJustBehind = ({ evaluation }: KpiView): boolean =>
  evaluation.status === 'on_course' &&
  evaluation.judgedAs === 'way' &&
  evaluation.gap.value !== null &&
  !atLeast(evaluation.gap.value, 0);

/** "Arrival 10 Apr at the average pace so far, 10 days late."; and a forecast that says otherwise. */
export function arrivalText(view: KpiView, writer: Writer): string {
  return `${arrivalByPace(view, writer)}${otherForecastText(view, writer)}`;
}

function arrivalByPace(view: KpiView, writer: Writer): string {
  const { evaluation } = view;
  const { book, day } = writer;
  const { etaDay, etaReason, daysLate, judgedDay } = evaluation;
  // Under hold it may be there before it counts as achieved.
  const isThere = etaDay !== null && judgedDay !== null && etaDay <= judgedDay;
  const reachedDay = evaluation.reachedDay ?? (isThere ? etaDay : null);
  const late = (from: number) => {
    const lateness = daysLate.value ?? from - evaluation.periodDue;
    // Nobody is early or on time where the forecast, by another method, does not come that far.
    const isDoubted = evaluation.reachedDay === null && lateness <= 0 && fallsShort(view);
    return isDoubted ? '' : `, ${latenessText(lateness, writer)}`;
  };
  if (reachedDay !== null) return `${book.reachedOn(day(reachedDay))}${late(reachedDay)}.`;
  if (etaDay !== null) return `${book.arrival(day(etaDay))}${late(etaDay)}.`;
  return etaReason === 'NO_ETA' ||
    etaReason === 'BEYOND_HORIZON' ||
    etaReason === 'AWAITING_FIGURES'
    ? book.noArrival(book.reasons[etaReason])
    : '';
}

/**
 * Along a plan that bends, the rest of the way in a straight line may ask for more than what arrives
 * early, and for less than what arrives late.
 */
function isAgainstArrival({ evaluation }: KpiView): boolean {
  const { daysLate, speed, requiredSpeed, direction } = evaluation;
  const found = allKnown({ daysLate, speed, needed: requiredSpeed });
  if (found === null || direction === null || found.daysLate === 0) return false;
  const isQuickEnough = atLeast(direction * found.speed, direction * found.needed);
  return isQuickEnough === found.daysLate > 0;
}

/** "Needed: €17,100 a week, now €14,000."; now is the recent speed, never the average so far. */
function speedNeededText(view: KpiView, writer: Writer): string {
  const { requiredSpeed, recentSpeed, reachedDay } = view.evaluation;
  if (requiredSpeed.value === null || requiredSpeed.value === 0 || reachedDay !== null) return '';
  if (isAgainstArrival(view)) return '';
  const { book, per } = writer;
  const [needed, now] = speedTexts([requiredSpeed, recentSpeed], view, writer);
  return needed === null ? '' : `${book.needed(needed, per)}${now === null ? '' : book.now(now)}.`;
}

/** Written alike; totals without a word for the direction unless one of them goes down. */
export function speedTexts(
  quantities: readonly Quantity[],
  view: KpiView,
  writer: Writer,
): Array<string | null> {
  const perDay = quantities.map(({ value }) => value);
  const texts = writer.speeds(perDay.map((speed) => speed ?? 0));
  const isPlain = isTotal(view) && perDay.every((speed) => speed === null || speed >= 0);
  return perDay.map((speed, at) => {
    if (speed === null) return null;
    return isPlain ? texts[at] : signedSpeed(texts[at], speed, writer);
  });
}

/** A way from baseline to target that is running: figures, arrival, speed. */
export function reachText(view: KpiView, writer: Writer): string | null {
  const way = wayText(view, writer);
  if (way === null) return null;
  const behind = isJustBehind(view) ? writer.book.justBehind : '';
  return [`${way}${behind}.`, arrivalText(view, writer), speedNeededText(view, writer)]
    .filter((part) => part !== '')
    .join(' ');
}

/** A loss that was planned: a ceiling on the other side of 0. */
export const isPlannedLoss = ({ evaluation: { judgedAs, direction } }: KpiView): boolean =>
  judgedAs === 'ceiling' && direction === 1;

/** A budget that is being used, or a loss: how much, what was planned, where it ends. */
export function ceilingText(view: KpiView, { book, value, distance, day }: Writer) {
  const { evaluation } = view;
  const figures = allKnown({ actual: evaluation.actual, target: evaluation.target });
  if (figures === null) return null;
  const isLoss = isPlannedLoss(view);
  const side = isLoss ? -1 : 1;
  const [used, most] = [side * figures.actual, side * figures.target];
  const words = isLoss
    ? { passed: book.lossPassed, used: used < 0 ? book.earned : book.lost }
    : { passed: book.ceilingPassed, used: book.used };
  if (!atLeast(most, used)) {
    return `${words.passed(value(used), value(most), distance(used - most))}.`;
  }
  const plan = evaluation.plan.value;
  if (plan === null) return `${book.ofTarget(value(figures.actual), value(figures.target))}.`;
  const forecast = evaluation.forecast.value.value;
  const endsAt = (at: number) => (isLoss && at < 0 ? book.lossOf(value(-at)) : value(at));
  const end =
    forecast === null ? '' : ` ${book.headingFor(endsAt(forecast), day(evaluation.periodDue))}`;
  return `${words.used(value(isLoss ? Math.abs(used) : used), value(side * plan), value(most))}.${end}`;
}

/** Whether a corridor is forecast to hold, by another method than the pace so far perhaps: in a year with a season. */
export function endsInside({ forecast, rangeLow, rangeHigh }: KpiView['evaluation']): boolean {
  const found = allKnown({ end: forecast.value, low: rangeLow, high: rangeHigh });
  return found !== null && atLeast(found.end, found.low) && atLeast(found.high, found.end);
}

/** A total on its way to a corridor: as planned, too fast or too slow, and where it ends. */
export function corridorText({ evaluation }: KpiView, { book, value, distance }: Writer) {
  const { actual, gap, rangeLow, rangeHigh, forecast } = evaluation;
  const figures = allKnown({ actual, gap, low: rangeLow, high: rangeHigh });
  if (figures === null) return null;
  const { low, high } = figures;
  const now = value(figures.actual);
  if (!atLeast(high, figures.actual)) {
    return `${book.corridorPassed(now, value(high), distance(figures.actual - high))}.`;
  }
  if (figures.gap === 0) return `${book.inCorridor(now, value(low), value(high))}.`;
  const isFast = figures.gap > 0;
  const end = forecast.value.value;
  const edge = isFast ? book.atMost(value(high)) : book.atLeast(value(low));
  const heading = end === null ? '' : book.headingOf(value(end), edge);
  const by = isFast ? book.moreThanPlanned : book.lessThanPlanned;
  const verdict = endsInside(evaluation) ? '' : isFast ? book.tooFast : book.tooSlow;
  return `${by(now, distance(figures.gap))}${verdict}${heading}.`;
}
