import { atLeast } from '../model/quantity.ts';
import { allKnown, type KpiView, type Writer } from './kpi-view.ts';

/**
 * A forecast that is not the target does not read as it: 8.45 of 8.5.
 *
 * "€180,000 on 31 Mar (average pace, with Road works)"
 */
export function forecastEndText({ evaluation }: KpiView, writer: Writer): string | null {
  const { book, value, values, day } = writer;
  const { method, value: end, bentBy } = evaluation.forecast;
  const target = evaluation.target.value;
  if (end.value === null || method === null) return null;
  const shown = target === null ? value(end.value) : values(end.value, target)[0];
  const words = book.methods[method];
  const how = bentBy.length === 0 ? words : book.withEvents(words, bentBy.join(', '));
  return book.forecast(shown, day(evaluation.periodDue), how);
}

/** What is forecast ends on the wrong side of the target or the ceiling, or outside two limits. */
export function fallsShort({ evaluation }: KpiView): boolean {
  const { forecast, target, direction, rangeLow, rangeHigh } = evaluation;
  const inside = allKnown({ end: forecast.value, low: rangeLow, high: rangeHigh });
  if (inside !== null) return !atLeast(inside.end, inside.low) || !atLeast(inside.high, inside.end);
  const ends = allKnown({ end: forecast.value, target });
  if (direction === null || ends === null) return false;
  return !atLeast(direction * ends.end, direction * ends.target);
}

/** From here on a change of pace is another plan, and its figure would mean nothing. */
const MOST_TIMES_FORESEEN = 3;

/**
 * κ = (T − X)/(F − X): what is still needed, as so many times what is foreseen. "beyond" where that
 * is more than three times, or nothing is foreseen; null without a forecast or a target
 * (calculations.md §6).
 */
export function neededOfForeseen({ evaluation }: KpiView): number | 'beyond' | null {
  const { actual, target, forecast, direction } = evaluation;
  const found = allKnown({ actual, target, end: forecast.value });
  if (found === null || direction === null) return null;
  const foreseen = direction * (found.end - found.actual);
  if (atLeast(0, foreseen)) return 'beyond';
  const times = (direction * (found.target - found.actual)) / foreseen;
  return atLeast(MOST_TIMES_FORESEEN, times) ? times : 'beyond';
}

/**
 * What a forecast by another method than the pace so far, or bent by events, says of the due date;
 * null without one, and when it is reached or over.
 */
function forecastVerdict({ evaluation }: KpiView): 'enough' | 'short' | null {
  const { judgedAs, direction, reachedDay, forecast, isClosed } = evaluation;
  const ends = allKnown({ value: forecast.value, target: evaluation.target });
  const isByPace = forecast.method === 'run_rate' && forecast.bentBy.length === 0;
  if (judgedAs !== 'way' || direction === null || ends === null || isByPace) return null;
  if (reachedDay !== null || isClosed) return null;
  return atLeast(direction * ends.value, direction * ends.target) ? 'enough' : 'short';
}

/** The same where the arrival, which goes by the pace, tells another story. */
function otherVerdict(view: KpiView): 'enough' | 'short' | null {
  const { etaDay, etaReason, daysLate, periodDue } = view.evaluation;
  const isNever = etaReason === 'NO_ETA' || etaReason === 'BEYOND_HORIZON';
  if (etaDay === null && !isNever) return null;
  const isInTime = etaDay !== null && (daysLate.value ?? etaDay - periodDue) <= 0;
  const verdict = forecastVerdict(view);
  return isInTime === (verdict === 'enough') ? null : verdict;
}

/** "The forecast is €197,000 on 31 Mar (trend and season), €3,000 short of the target." */
export function otherForecastText(view: KpiView, writer: Writer): string {
  const verdict = otherVerdict(view);
  const end = forecastEndText(view, writer);
  if (verdict === null || end === null) return '';
  const { book, distance } = writer;
  const { forecast, target } = view.evaluation;
  const missing = (target.value ?? 0) - (forecast.value.value ?? 0);
  const words = verdict === 'enough' ? book.forecastEnough : book.short(distance(missing));
  return ` ${book.forecastSays(end)}, ${words}.`;
}
