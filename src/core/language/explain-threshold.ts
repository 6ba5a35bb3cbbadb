import { atLeast, nearlyEqual } from '../model/quantity.ts';
import { rangeTexts } from './format-number.ts';
import { allKnown, type KpiView, type Writer } from './kpi-view.ts';

/** Something to hold, without a way to go. */
export const isThreshold = ({ evaluation: { type, baseline, target } }: KpiView): boolean =>
  type === 'at_least' ||
  type === 'at_most' ||
  type === 'range' ||
  // Target and baseline are one value.
  (type === 'reach' &&
    baseline.value !== null &&
    target.value !== null &&
    nearlyEqual(baseline.value, target.value));

/**
 * What is asked: "at least 60 %", "40 to 50", "at most € 30,000", or the target itself.
 *
 * @param write how a value is written, when not as always
 */
export function askedText(
  { evaluation }: KpiView,
  { book, value }: Writer,
  write: (value: number) => string = value,
): string | null {
  if (evaluation.type === 'range') {
    const range = allKnown({ low: evaluation.rangeLow, high: evaluation.rangeHigh });
    return range === null ? null : book.between(...rangeTexts(write(range.low), write(range.high)));
  }
  const target = evaluation.target.value;
  if (target === null) return null;
  if (evaluation.type === 'at_least') return book.atLeast(write(target));
  if (evaluation.type === 'at_most' || evaluation.type === 'ceiling') {
    return book.atMost(write(target));
  }
  return write(target);
}

/** The value and what is asked, so that two that differ do not look the same. */
export function askedBeside(
  view: KpiView,
  writer: Writer,
): { actual: string; asked: string } | null {
  const { actual } = view.evaluation;
  if (actual.value === null) return null;
  const own = actual.value;
  const beside = (other: number) => writer.values(own, other);
  const asked = askedText(view, writer, (value) => beside(value)[1]);
  if (asked === null) return null;
  const target = view.evaluation.target.value;
  const isRange = view.evaluation.type === 'range' || target === null;
  return { actual: isRange ? writer.value(own) : beside(target)[0], asked };
}

/** How far the value is outside what is asked: above 0 too high, below 0 too low, 0 inside. */
export function distanceFromAsked({ evaluation }: KpiView): number | null {
  const actual = evaluation.actual.value;
  if (actual === null) return null;
  const target = evaluation.target.value;
  const isUpward = evaluation.direction === 1 || evaluation.type === 'at_least';
  const low = evaluation.type === 'range' ? evaluation.rangeLow.value : isUpward ? target : null;
  const high = evaluation.type === 'range' ? evaluation.rangeHigh.value : isUpward ? null : target;
  if (low === null && high === null) return null;
  if (low !== null && !atLeast(actual, low)) return actual - low;
  return high !== null && !atLeast(high, actual) ? actual - high : 0;
}

/** "58 %, at least 60 % asked: 2 points too low, within the tolerance of 3 points". */
export function thresholdText(view: KpiView, writer: Writer): string | null {
  const { book, distance } = writer;
  const { tolerance, status } = view.evaluation;
  const beside = askedBeside(view, writer);
  const outside = distanceFromAsked(view);
  if (beside === null || outside === null) return null;
  const figures = book.asked(beside.actual, beside.asked);
  if (outside === 0 || status === 'on_course') return `${figures}${book.met}`;
  const size = distance(outside);
  const verdict = outside > 0 ? book.tooHigh(size) : book.tooLow(size);
  if (tolerance.value === null) return `${figures}${verdict}`;
  const isWithin = status !== 'off_course' && atLeast(tolerance.value, Math.abs(outside));
  const words = isWithin ? book.withinTolerance : book.beyondTolerance;
  return `${figures}${verdict}${words(distance(tolerance.value))}`;
}
