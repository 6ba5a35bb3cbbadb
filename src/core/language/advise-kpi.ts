import { atLeast, type ReasonCode } from '../model/quantity.ts';
import type { StatusCode } from '../model/status.ts';
import { describeIssue } from './describe-issue.ts';
import { endsInside, isJustBehind, isPlannedLoss } from './explain-course.ts';
import { fallsShort, neededOfForeseen } from './explain-forecast.ts';
import { outsideText } from './explain-threshold.ts';
import { wayOutOf } from './explain-way-out.ts';
import { formatShare } from './format-number.ts';
import { isTotal, type KpiView, type Writer, writerFor } from './kpi-view.ts';
import { noneRead } from './remarks.ts';

type Advise = (view: KpiView, writer: Writer) => string | null;

function steer(view: KpiView, writer: Writer): string {
  const { evaluation } = view;
  const { judgedAs, requiredSpeed, distanceOutside } = evaluation;
  if (judgedAs === 'done') return writer.book.adviseFinish(writer.day(evaluation.due));
  if (judgedAs === 'ceiling') return spendLess(view, writer);
  if (judgedAs === 'corridor') return steerInto(view, writer);
  const needed = requiredSpeed.value;
  if (judgedAs === 'way' && needed !== null && needed !== 0)
    return changePace(view, writer, needed);
  const outside = distanceOutside.value;
  const distance = outsideText(view, writer);
  if (outside === null || distance === null) return writer.book.adviseAction;
  return outside > 0 ? writer.book.adviseLower(distance) : writer.book.adviseRaise(distance);
}

/** "Aim for €17,100 a week, 8.5% more than foreseen, or change the plan." */
function changePace(view: KpiView, { book, speeds, per }: Writer, needed: number): string {
  const times = neededOfForeseen(view);
  if (times === 'beyond') return book.adviseBeyond;
  const [size] = speeds([Math.abs(needed)]);
  const isPlain = isTotal(view) && needed > 0;
  const words = isPlain ? book.adviseSpeed : needed > 0 ? book.adviseUp : book.adviseDown;
  if (times !== null && atLeast(1, times)) return `${words(size, per)}${book.adviseForeseen}`;
  const more = times === null ? '' : book.adviseMore(formatShare(times - 1, view.language));
  return `${words(size, per)}${more}${book.adviseOrPlan}`;
}

function spendLess(view: KpiView, { book, speeds, per, day }: Writer): string {
  const { distanceOutside, requiredSpeed, periodDue } = view.evaluation;
  const isLoss = isPlannedLoss(view);
  if (distanceOutside.value !== null && distanceOutside.value !== 0) {
    return isLoss ? book.adviseLossPassed : book.adviseCeilingPassed;
  }
  if (requiredSpeed.value === null) return book.adviseAction;
  const [most] = speeds([Math.abs(requiredSpeed.value)]);
  return (isLoss ? book.adviseLoss : book.adviseCeiling)(most, per, day(periodDue));
}

/** Towards the corridor, from whichever side. */
function steerInto({ evaluation }: KpiView, { book }: Writer): string {
  const { flags, gap } = evaluation;
  if (flags.includes('CEILING_PASSED')) return book.adviseCeilingPassed;
  if (endsInside(evaluation)) return book.adviseForecastInside;
  return gap.value !== null && gap.value > 0 ? book.adviseSlower : book.adviseFaster;
}

/** Less than an even chance. */
const isUnlikely = ({ evaluation }: KpiView): boolean =>
  (evaluation.forecast.probability.value ?? 1) < 0.5;

/** A course is kept only where the forecast comes to what is asked. */
const hold: Advise = (view, { book, day }) => {
  const { judgedAs, due, forecast } = view.evaluation;
  if (judgedAs === 'done') return book.adviseFinish(day(due));
  if (fallsShort(view)) {
    if (judgedAs === 'ceiling' && !isPlannedLoss(view)) return book.adviseForecastOver;
    const isBetween = judgedAs === 'range' || judgedAs === 'corridor';
    return isBetween || isPlannedLoss(view) ? book.adviseForecastOutside : book.adviseForecast;
  }
  if (isUnlikely(view)) return book.adviseChance;
  const isUnknown = forecast.value.value === null;
  return isUnknown || isJustBehind(view) ? book.adviseWatch : book.adviseHold;
};

const nameOf = ({ measure, kpi }: KpiView): string => measure?.name ?? kpi.name;

/** What to do about the finding that keeps it from being judged; null when none does. */
function fixOf(reason: ReasonCode | null, { issues, language }: KpiView): string | null {
  const cause = issues.find(({ code }) => code === reason || code === `W_${reason}`);
  return cause === undefined ? null : describeIssue(cause, language).fix || null;
}

const ADVISE: Readonly<Record<StatusCode, Advise>> = {
  off_course: steer,
  at_risk: steer,
  on_course: hold,
  // What starts anew each period has its next target already.
  achieved: ({ kpi, evaluation }, { book }) =>
    kpi.every === null || evaluation.isClosed ? book.adviseNext : null,
  missed: ({ evaluation }, { book }) =>
    evaluation.judgedAs === 'done' ? book.adviseNewDate : book.adviseLearn,
  stale: (view, { book, day }) =>
    view.evaluation.judgedDay === null
      ? book.adviseEnter(nameOf(view))
      : book.adviseEnterAfter(nameOf(view), day(view.evaluation.judgedDay)),
  no_data: (view, { book }) => {
    const { reason } = view.evaluation;
    if (reason === 'DIVISION_BY_ZERO') return null;
    if (reason === 'INCOMPLETE') return book.adviseEnterMissing(nameOf(view));
    return fixOf(reason, view) ?? book.adviseEnter(nameOf(view));
  },
  invalid: ({ issues, language }) => {
    const cause = issues.find((issue) => issue.severity === 'error');
    return cause === undefined ? null : describeIssue(cause, language).fix || null;
  },
  too_early: () => null,
  not_started: () => null,
  tracked: () => null,
  paused: () => null,
  cancelled: () => null,
};

/** What to do now and, off its course, what would still be in time; null when nothing is to say. */
export function adviseKpi(view: KpiView): string | null {
  const writer = writerFor(view);
  if (noneRead(view) !== null) return writer.book.adviseRepair;
  const advice = ADVISE[view.evaluation.status](view, writer);
  const wayOut = wayOutOf(view);
  return advice === null || wayOut === null ? advice : `${advice} ${wayOut}`;
}
