import type { Day } from '../../src/core/model/calendar-date.ts';
import type { MilestoneStatusCode } from '../../src/core/model/status.ts';
import { arrivalDay, reachedDay } from './reference-arrival.ts';
import { type Case, judgedDay } from './reference-case.ts';
import { type Definition, near } from './reference-definition.ts';

export interface ReferenceStop {
  milestoneId: string | null;
  value: number | null;
  status: MilestoneStatusCode;
  reachedDay: Day | null;
  etaDay: Day | null;
  isNext: boolean;
  daysLate: number | null;
  valueToGo: number | null;
  requiredSpeed: number | null;
  legProgress: number | null;
}

interface Stop {
  id: string | null;
  day: Day;
  value: number | null;
  doneOn: Day | null;
}

/** For cadences coarser than a day a stopover counts as the end of its interval. */
const endOf = ({ intervals, cadence }: Definition, day: Day): Day =>
  cadence === 'irregular'
    ? day
    : (intervals.find(({ start, end }) => start <= day && day <= end)?.end ?? day);

function statusOf(reached: Day | null, eta: Day | null, stop: Stop, leg: number, kase: Case) {
  if (reached !== null) {
    if (reached < stop.day) return 'reached_early';
    return reached === stop.day ? 'reached_on_time' : 'reached_late';
  }
  const { today } = kase.book;
  if (stop.value === null) {
    if (today > stop.day) return 'overdue';
    const window = kase.definition.kpi.warnDays ?? 14;
    return today > stop.day - window ? 'at_risk' : 'expected_on_time';
  }
  const judged = judgedDay(kase);
  if (judged !== null && judged >= stop.day) return 'overdue';
  if (eta === null) return 'unknown';
  if (eta <= stop.day) return 'expected_on_time';
  return (eta - stop.day) * 10 <= leg ? 'at_risk' : 'expected_late';
}

export function milestonesOf(kase: Case): ReferenceStop[] {
  const { definition, book, judged, actualAt } = kase;
  const { kpi, start, due, target, baseline, weightTo } = definition;
  const actual = judged === null ? null : actualAt(judged);
  const stops: Stop[] = book.workspace.milestones
    .filter(
      ({ kpiId, value }) => kpiId === kpi.id && !(definition.type === 'ceiling' && value !== null),
    )
    .sort((a, b) => a.day - b.day)
    .map(({ id, day, value, doneOn }) => ({ id, day, value, doneOn }));
  if (definition.type === 'reach' && target !== null)
    stops.push({ id: null, day: due, value: target, doneOn: null });
  let previous = { day: start - 1, value: baseline };
  let isNextFound = false;
  return stops.map(({ id, day: typed, value, doneOn }) => {
    const day = value === null ? typed : endOf(definition, typed);
    const stop = { id, day, value, doneOn };
    const isDone = doneOn !== null && doneOn <= book.today;
    const reached = value === null ? (isDone ? doneOn : null) : reachedDay(kase, value);
    const eta = value === null ? reached : arrivalDay(kase, value);
    const status = statusOf(reached, eta, stop, day - previous.day, kase);
    const isNext = reached === null && !isNextFound;
    if (isNext) isNextFound = true;
    const now = judgedDay(kase);
    const left = now === null ? 0 : weightTo(day) - weightTo(now);
    const leg = value === null || previous.value === null ? 0 : value - previous.value;
    const result: ReferenceStop = {
      milestoneId: id,
      value,
      status,
      reachedDay: reached,
      etaDay: eta,
      isNext,
      daysLate: eta === null ? null : eta - day,
      valueToGo: value === null || actual === null ? null : reached !== null ? 0 : value - actual,
      requiredSpeed:
        value === null || actual === null
          ? null
          : reached !== null
            ? 0
            : left <= 0 || near(left, 0)
              ? null
              : (value - actual) / left,
      legProgress:
        actual === null || previous.value === null || near(leg, 0)
          ? null
          : (actual - previous.value) / leg,
    };
    previous = { day, value: value ?? previous.value };
    return result;
  });
}
