import type { StatusCode } from '../model/status.ts';
import { describeIssue } from './describe-issue.ts';
import { isJustBehind, isPlannedLoss, speedTexts } from './explain-course.ts';
import { forecastVerdict } from './explain-forecast.ts';
import { wayOutOf } from './explain-way-out.ts';
import { formatShare } from './format-number.ts';
import { type KpiView, type Writer, writerFor } from './kpi-view.ts';

type Advise = (view: KpiView, writer: Writer) => string | null;

function steer(view: KpiView, writer: Writer): string {
  const { evaluation } = view;
  const { judgedAs, requiredSpeed, distanceOutside } = evaluation;
  if (judgedAs === 'done') return writer.book.adviseFinish(writer.day(evaluation.due));
  if (judgedAs === 'ceiling') return spendLess(view, writer);
  if (judgedAs === 'corridor') return steerInto(view, writer);
  const needed = requiredSpeed.value;
  if (judgedAs === 'way' && needed !== null && needed !== 0) return changePace(view, writer);
  const outside = distanceOutside.value;
  if (outside === null || outside === 0) return writer.book.adviseAction;
  const distance = writer.distance(outside);
  return outside > 0 ? writer.book.adviseLower(distance) : writer.book.adviseRaise(distance);
}

function changePace(view: KpiView, writer: Writer): string {
  const { book, per } = writer;
  const { requiredSpeed, speedFactor } = view.evaluation;
  const [needed] = speedTexts([requiredSpeed], view, writer);
  if (needed === null) return book.adviseAction;
  const factor = speedFactor.value;
  const more =
    factor === null || factor <= 1 ? '' : book.adviseMore(formatShare(factor - 1, view.language));
  return `${book.adviseSpeed(needed, per)}${more}${book.adviseOrPlan}`;
}

function spendLess(view: KpiView, { book, speeds, per, day }: Writer): string {
  const { distanceOutside, requiredSpeed, due } = view.evaluation;
  const isLoss = isPlannedLoss(view);
  if (distanceOutside.value !== null && distanceOutside.value !== 0) {
    return isLoss ? book.adviseLossPassed : book.adviseCeilingPassed;
  }
  if (requiredSpeed.value === null) return book.adviseAction;
  const [most] = speeds([Math.abs(requiredSpeed.value)]);
  return (isLoss ? book.adviseLoss : book.adviseCeiling)(most, per, day(due));
}

/** Towards the corridor, from whichever side. */
function steerInto({ evaluation: { flags, gap } }: KpiView, { book }: Writer): string {
  if (flags.includes('CEILING_PASSED')) return book.adviseCeilingPassed;
  return gap.value !== null && gap.value > 0 ? book.adviseSlower : book.adviseFaster;
}

const hold: Advise = (view, { book, day }) => {
  if (view.evaluation.judgedAs === 'done') return book.adviseFinish(day(view.evaluation.due));
  if (forecastVerdict(view) === 'short') return book.adviseForecast;
  return isJustBehind(view) ? book.adviseWatch : book.adviseHold;
};

const nameOf = ({ measure, kpi }: KpiView): string => measure?.name ?? kpi.name;

const ADVISE: Readonly<Record<StatusCode, Advise>> = {
  off_course: steer,
  at_risk: steer,
  on_course: hold,
  achieved: (_, { book }) => book.adviseNext,
  missed: ({ evaluation }, { book }) =>
    evaluation.judgedAs === 'done' ? book.adviseNewDate : book.adviseLearn,
  stale: (view, { book, day }) =>
    view.evaluation.judgedDay === null
      ? book.adviseEnter(nameOf(view))
      : book.adviseEnterAfter(nameOf(view), day(view.evaluation.judgedDay)),
  no_data: (view, { book }) =>
    view.evaluation.reason === 'DIVISION_BY_ZERO' ? null : book.adviseEnter(nameOf(view)),
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
  const advice = ADVISE[view.evaluation.status](view, writerFor(view));
  const wayOut = wayOutOf(view);
  return advice === null || wayOut === null ? advice : `${advice} ${wayOut}`;
}
