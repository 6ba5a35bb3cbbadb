import { atLeast, nearlyEqual } from '../model/quantity.ts';
import { isPlannedLoss } from './explain-course.ts';
import { unitOnce } from './format-number.ts';
import { allKnown, type KpiView, type Writer } from './kpi-view.ts';

/** Something to hold, without a way to go. */
export const isHeld = ({ evaluation: { judgedAs } }: KpiView): boolean =>
  judgedAs === 'threshold' || judgedAs === 'range';

/** Between two values: a band to stay in, or a corridor to land in. */
const isBetween = ({ evaluation: { judgedAs } }: KpiView): boolean =>
  judgedAs === 'range' || judgedAs === 'corridor';

/** What a threshold is held against at the judged day: a target that changed counts from its day on. */
const askedByThen = ({ evaluation: { judgedAs, plan, target } }: KpiView): number | null =>
  judgedAs === 'threshold' ? (plan.value ?? target.value) : target.value;

/**
 * What is asked: "at least 60%", "40 to 50", "at most €30,000", or the target itself.
 *
 * @param write how a value is written, when not as always
 */
export function askedText(
  view: KpiView,
  { book, value }: Writer,
  write: (value: number) => string = value,
  target: number | null = view.evaluation.target.value,
): string | null {
  const { evaluation } = view;
  if (isBetween(view)) {
    const range = allKnown({ low: evaluation.rangeLow, high: evaluation.rangeHigh });
    return range === null ? null : book.between(...unitOnce(write(range.low), write(range.high)));
  }
  if (target === null) return null;
  if (evaluation.type === 'at_least') return book.atLeast(write(target));
  if (isPlannedLoss(view)) return book.lossAtMost(write(-target));
  if (evaluation.type === 'at_most' || evaluation.type === 'ceiling') {
    return book.atMost(write(target));
  }
  return write(target);
}

/** What the value is held against: the target, or the edge of the range that is nearer. */
function nearestAsked(view: KpiView, actual: number): number | null {
  const { rangeLow, rangeHigh } = view.evaluation;
  if (!isBetween(view)) return askedByThen(view);
  const edges = allKnown({ low: rangeLow, high: rangeHigh });
  if (edges === null) return null;
  return Math.abs(actual - edges.low) <= Math.abs(actual - edges.high) ? edges.low : edges.high;
}

/** The value and what is asked, so that two that differ do not look the same. */
export function askedBeside(
  view: KpiView,
  writer: Writer,
): { actual: string; asked: string } | null {
  const actual = view.evaluation.actual.value;
  if (actual === null) return null;
  const beside = (other: number) => writer.values(actual, other);
  const write = (value: number) => beside(value)[1];
  const asked = askedText(view, writer, write, askedByThen(view));
  const nearest = nearestAsked(view, actual);
  return asked === null || nearest === null ? null : { actual: beside(nearest)[0], asked };
}

/** Its target changed on the way, and the period as a whole is held against what was in force. */
const isAskedOnAverage = ({ evaluation }: KpiView): boolean => {
  const { judgedAs, family, plan, target } = evaluation;
  if (judgedAs !== 'threshold' || family !== 'average') return false;
  return plan.value !== null && target.value !== null && !nearlyEqual(plan.value, target.value);
};

/** How far outside, as finely as where it stands and what is asked; null inside, or where it is not known. */
export function outsideText(view: KpiView, writer: Writer): string | null {
  const { actual, distanceOutside } = view.evaluation;
  const outside = distanceOutside.value;
  if (outside === null || outside === 0) return null;
  const nearest = actual.value === null ? null : nearestAsked(view, actual.value);
  return actual.value === null || nearest === null
    ? writer.distance(outside)
    : writer.distanceBeside(outside, actual.value, nearest);
}

/** "58% where at least 60% is asked: 2 points too low, within the tolerance of 3 points". */
export function thresholdText(view: KpiView, writer: Writer): string | null {
  const { book, distance, distanceBeside } = writer;
  const { tolerance, status } = view.evaluation;
  const beside = askedBeside(view, writer);
  const outside = view.evaluation.distanceOutside.value;
  if (beside === null || outside === null) return null;
  const asked = isAskedOnAverage(view) ? book.askedOnAverage : book.asked;
  const figures = asked(beside.actual, beside.asked);
  const size = outsideText(view, writer);
  if (size === null || status === 'on_course') return `${figures}${book.met}`;
  const by = outside > 0 ? book.tooHigh : book.tooLow;
  const most = tolerance.value;
  if (most === null) return `${figures}${by(size)}`;
  const isWithin = status !== 'off_course' && atLeast(most, Math.abs(outside));
  const words = isWithin ? book.withinTolerance : book.beyondTolerance;
  const isTold = size !== distance(most) || nearlyEqual(Math.abs(outside), most);
  const write = (value: number) => distanceBeside(value, Math.abs(outside), most);
  return isTold
    ? `${figures}${by(size)}${words(distance(most))}`
    : `${figures}${by(write(outside))}${words(write(most))}`;
}
