import { nearlyEqual } from '../model/quantity.ts';
import { isPlannedLoss, speedTexts } from './explain-course.ts';
import { forecastEndText } from './explain-forecast.ts';
import { askedBeside, askedText, isHeld } from './explain-threshold.ts';
import { formatChance, unitOnce } from './format-number.ts';
import { allKnown, isTotal, type KpiView, type Writer, writerFor } from './kpi-view.ts';

/** Ahead or behind in words, never a bare sign; null without a plan. */
export function gapText(view: KpiView): string | null {
  const writer = writerFor(view);
  const { book } = writer;
  const { gap, judgedAs, actual, plan } = view.evaluation;
  if (gap.value === null) return null;
  const isCorridor = judgedAs === 'corridor';
  const isWay = judgedAs === 'way' || judgedAs === 'ceiling' || isCorridor;
  if (nearlyEqual(gap.value, 0)) return isWay ? book.onPlan : book.met;
  const beside = allKnown({ actual, plan });
  const size =
    beside === null
      ? writer.distance(gap.value)
      : writer.distanceBeside(gap.value, beside.actual, beside.plan);
  // Of what is spent, less is ahead; said as more or less, nobody has to think twice.
  if (judgedAs === 'ceiling') return gap.value > 0 ? book.belowPlan(size) : book.abovePlan(size);
  // Of a corridor more is too fast, and less too slow.
  if (isCorridor) return gap.value > 0 ? book.abovePlan(size) : book.belowPlan(size);
  if (isWay) return gap.value > 0 ? book.aheadOfPlan(size) : book.behindPlan(size);
  return gap.value > 0 ? book.toSpare(size) : book.short(size);
}

/** Where it stands; 8.45 beside "at least 8.50" does not read as 8.5. */
export function actualText(view: KpiView): string | null {
  const writer = writerFor(view);
  const beside = isHeld(view) ? askedBeside(view, writer) : null;
  return beside === null ? valueText(view, view.evaluation.actual.value) : beside.actual;
}

/** What is asked today, written as finely as where it stands. */
export function targetText(view: KpiView): string | null {
  const writer = writerFor(view);
  const { actual } = view.evaluation;
  if (!isHeld(view) || actual.value === null) return askedText(view, writer);
  const stands = actual.value;
  return askedText(view, writer, (value) => writer.values(stands, value)[1]);
}

/** "€14,000 a week, needed €17,100" */
export function speedText(view: KpiView): string | null {
  const writer = writerFor(view);
  const { speed, requiredSpeed, judgedAs, isClosed } = view.evaluation;
  // Of a ceiling that is passed nothing may be used any more, which is no speed.
  const isPassed =
    judgedAs === 'ceiling' &&
    requiredSpeed.value !== null &&
    (isPlannedLoss(view) ? -requiredSpeed.value : requiredSpeed.value) < 0;
  const speeds = isPassed || requiredSpeed.value === 0 ? [speed] : [speed, requiredSpeed];
  const [now, needed = null] = speedTexts(speeds, view, writer);
  if (now === null) return null;
  const { book, per } = writer;
  if (needed === null) return (isClosed ? book.speedOver : book.speed)(now, per);
  const limit = judgedAs === 'ceiling' ? book.speedAllowed(needed) : book.speedNeeded(needed);
  return `${book.speed(now, per)}${limit}`;
}

/** Of what is spent the chance is not to pass the ceiling; of all else to reach the target. */
const chanceWords = ({ evaluation }: KpiView, { book }: Writer) =>
  evaluation.judgedAs === 'ceiling'
    ? book.chanceWithin
    : evaluation.judgedAs === 'corridor'
      ? book.chanceInside
      : book.chance;

/** "€180,000 on 31 Mar (average pace), 80% band €170,000 to €190,000; chance of the target 3%" */
export function forecastText(view: KpiView): string | null {
  const writer = writerFor(view);
  const { book, value } = writer;
  const { forecast, isClosed, status } = view.evaluation;
  const end = forecastEndText(view, writer);
  // What is over is no forecast, and of a total without a target nobody foresees the end.
  if (end === null || isClosed || (status === 'tracked' && isTotal(view))) return null;
  const limits = allKnown({ low: forecast.low, high: forecast.high });
  const [low, high] = limits === null ? ['', ''] : [value(limits.low), value(limits.high)];
  const band = low === high ? '' : book.band(...unitOnce(low, high));
  const { probability } = forecast;
  const chance =
    probability.value === null
      ? ''
      : chanceWords(view, writer)(formatChance(probability.value, view.language));
  return `${end}${band}${chance}`;
}

/** Any value of the KPI with its unit. */
export function valueText(view: KpiView, value: number | null): string | null {
  return value === null ? null : writerFor(view).value(value);
}

/** "Outside the normal variation, favourable" */
export function signalText(view: KpiView): string | null {
  const { book } = writerFor(view);
  const signal = view.evaluation.signal;
  if (signal === null || signal.rule === null) return null;
  const favour = signal.isFavourable === null ? '' : `, ${book.isFavourable(signal.isFavourable)}`;
  return `${book.signals[signal.rule]}${favour}`;
}
