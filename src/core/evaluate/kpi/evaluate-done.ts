import type { Day } from '../../model/calendar-date.ts';
import { newIssue } from '../../model/issue.ts';
import { known, unknown } from '../../model/quantity.ts';
import { isJudged, type StatusCode } from '../../model/status.ts';
import { onCourse } from '../judgement/course.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import { overrideInForce } from '../judgement/override.ts';
import { doneStatus, isWithinWarning, markNext, warningDaysOf } from '../stops/milestone-status.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { blankEvaluation, daysLeftOf, type KpiFigures } from './blank-evaluation.ts';

interface DoneRow {
  milestoneId: string | null;
  stop: string;
  day: Day;
  doneOn: Day | null;
}

/** What has to be done: the milestones, or without any the one dated value in Actuals. */
function rowsOf({ kpi, reader, context }: KpiCase): DoneRow[] {
  const own = context.milestonesOf.get(kpi.id) ?? [];
  if (own.length > 0) {
    return own.map(({ id, stop, day, doneOn }) => ({ milestoneId: id, stop, day, doneOn }));
  }
  const [firstDay] = reader.days({ start: kpi.start, end: context.today });
  return [{ milestoneId: null, stop: '', day: kpi.due, doneOn: firstDay ?? null }];
}

function statusOf(kpiCase: KpiCase, due: Day, doneOn: Day | null): StatusCode {
  const { kpi, context } = kpiCase;
  const { today } = context;
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
export function evaluateDone(kpiCase: KpiCase): KpiFigures {
  const { kpi, measure, context, aim, thresholds, issues } = kpiCase;
  const { today, workspace } = context;
  const rows = rowsOf(kpiCase);
  const isDone = ({ doneOn }: DoneRow) => doneOn !== null && doneOn <= today;
  for (const { doneOn } of rows) {
    if (doneOn === null || doneOn <= today) continue;
    const details = { kpi: kpi.name, date: { day: doneOn } };
    issues.push(newIssue('W_FUTURE', kpi.place, details, { kpiId: kpi.id }));
  }
  const done = rows.filter(isDone);
  const lastDone = done.reduce((last, { doneOn }) => Math.max(last, doneOn ?? last), -Infinity);
  const doneOn = done.length === rows.length ? lastDone : null;
  // All of it is due when the last row is; without rows on the due date.
  const due = Math.max(...rows.map(({ day }) => day));
  const status = statusOf(kpiCase, due, doneOn);
  const share = done.length / rows.length;
  const kind = kindOf(aim);
  const index = isJudged(status) ? kind.courseIndex(aim, status, null, null) : null;
  const milestones = markNext(
    rows.map((row) => ({
      milestoneId: row.milestoneId,
      stop: row.stop,
      kpiId: kpi.id,
      day: row.day,
      value: null,
      status: doneStatus(row.doneOn, row.day, today, warningDaysOf(kpi)),
      reachedDay: isDone(row) ? row.doneOn : null,
      etaDay: isDone(row) ? row.doneOn : null,
      daysLate: isDone(row) ? known((row.doneOn ?? row.day) - row.day) : unknown('NO_ETA'),
      valueToGo: unknown('NOT_APPLICABLE'),
      requiredSpeed: unknown('NOT_APPLICABLE'),
      legProgress: unknown('NOT_APPLICABLE'),
    })),
  );
  return {
    ...blankEvaluation(kpi, measure, workspace.settings, 'NOT_APPLICABLE'),
    status,
    statusByPlan: status,
    reason: status === 'not_started' ? 'NOT_STARTED' : null,
    isClosed: today > due,
    reachedDay: doneOn,
    etaDay: doneOn,
    daysLate: doneOn === null ? unknown('NO_ETA') : known(doneOn - due),
    daysLeft: daysLeftOf(kpi.due, today),
    ...onCourse(index, kind.isPaced, thresholds),
    score: known(share),
    override: overrideInForce(workspace.actions, kpi.id, today),
    milestones,
  };
}
