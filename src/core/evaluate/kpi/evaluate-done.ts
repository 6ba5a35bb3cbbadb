import type { Day } from '../../model/calendar-date.ts';
import { type Issue, newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Milestone } from '../../model/milestone.ts';
import { known, unknown } from '../../model/quantity.ts';
import { isJudged, type StatusCode } from '../../model/status.ts';
import { meterAndCourse } from '../judgement/dial.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import { overrideInForce } from '../judgement/override.ts';
import { doneStop, isWithinWarning, warningDaysOf } from '../stops/done-stop.ts';
import { markNext } from '../stops/milestone-status.ts';
import type { EvaluationContext, KpiPart } from '../target/kpi-case.ts';
import { blankEvaluation, daysLeftOf, type KpiFigures } from './blank-evaluation.ts';

interface DoneRow {
  milestoneId: string | null;
  stop: string;
  day: Day;
  doneOn: Day | null;
}

/** What has to be done: the milestones, or without any the one dated value in Actuals. */
function rowsOf(
  { kpi, reader, calendar }: KpiPart<'kpi' | 'reader' | 'calendar'>,
  milestones: readonly Milestone[],
): DoneRow[] {
  if (milestones.length > 0) {
    return milestones.map(({ id, stop, day, doneOn }) => ({ milestoneId: id, stop, day, doneOn }));
  }
  const doneOn = reader.datedBy(kpi.start, calendar.today);
  return [{ milestoneId: null, stop: '', day: kpi.due, doneOn }];
}

function statusOf(kpi: Kpi, today: Day, due: Day, doneOn: Day | null): StatusCode {
  if (kpi.state === 'cancelled') return 'cancelled';
  if (kpi.state === 'paused') return 'paused';
  if (today <= kpi.start) return 'not_started';
  if (doneOn !== null) return 'achieved';
  if (today > due) return 'missed';
  return isWithinWarning(today, due, warningDaysOf(kpi)) ? 'at_risk' : 'on_course';
}

/**
 * A KPI that is done or not: achieved once all of its rows are, late when after the due date. Data,
 * staleness and "too early" do not apply (calculations.md §8).
 */
export function evaluateDone(
  kpiCase: KpiPart<'kpi' | 'measure' | 'reader' | 'aim' | 'thresholds' | 'settings' | 'calendar'>,
  { milestonesOf, actionsOf }: Pick<EvaluationContext, 'milestonesOf' | 'actionsOf'>,
): { figures: KpiFigures; issues: readonly Issue[] } {
  const { kpi, measure, aim, thresholds, settings, calendar } = kpiCase;
  const { today } = calendar;
  const rows = rowsOf(kpiCase, milestonesOf.get(kpi.id) ?? []);
  const isDone = ({ doneOn }: DoneRow) => doneOn !== null && doneOn <= today;
  const done = rows.filter(isDone);
  const lastDone = done.reduce((last, { doneOn }) => Math.max(last, doneOn ?? last), -Infinity);
  const doneOn = done.length === rows.length ? lastDone : null;
  // All of it is due when the last row is; without rows on the due date.
  const due = Math.max(...rows.map(({ day }) => day));
  const status = statusOf(kpi, today, due, doneOn);
  const share = done.length / rows.length;
  const kind = kindOf(aim);
  const index = isJudged(status)
    ? kind.courseIndex(aim, status, null, { thresholds, scale: null })
    : null;
  const figures: KpiFigures = {
    ...blankEvaluation(kpi, measure, settings, 'NOT_APPLICABLE'),
    status,
    statusByPlan: status,
    reason: status === 'not_started' ? 'NOT_STARTED' : null,
    isClosed: today > due,
    reachedDay: doneOn,
    etaDay: doneOn,
    daysLate: doneOn === null ? unknown('NO_ETA') : known(doneOn - due),
    daysLeft: daysLeftOf(kpi.due, today),
    ...meterAndCourse(index),
    score: known(share),
    override: overrideInForce(actionsOf.get(kpi.id) ?? [], today),
    milestones: markNext(rows.map((row) => doneStop(kpi, row, today))),
  };
  return { figures, issues: rows.flatMap((row) => futureIssue(kpi, row, today)) };
}

/** A day on which it will be done is no day on which it was. */
function futureIssue(kpi: Kpi, { doneOn }: DoneRow, today: Day): Issue[] {
  if (doneOn === null || doneOn <= today) return [];
  const details = { kpi: kpi.name, date: { day: doneOn } };
  return [newIssue('W_FUTURE', kpi.place, details, { kpiId: kpi.id })];
}
