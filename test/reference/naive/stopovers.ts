import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { MilestoneStatusCode } from '../../../src/core/model/status.ts';
import type { Stop } from './asked-targets.ts';
import { type Case, judgedDay } from './case.ts';
import type { Definition } from './definition.ts';
import { atLeast, near } from './numbers.ts';
import { arrivalDay, expectedDay, reachedDay } from './speed-and-arrival.ts';
import { thresholds } from './status.ts';

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

/** For cadences coarser than a day a stopover is compared as the end of its interval. */
const comparedDay = ({ intervals, cadence }: Definition, day: Day): Day =>
  cadence === 'irregular'
    ? day
    : (intervals.find(({ start, end }) => start <= day && day <= end)?.end ?? day);

interface Judged {
  reached: Day | null;
  /** The expected day, also one that is past. */
  expected: Day | null;
  /** Days between the compared days. */
  leg: number;
}

/** §9: late as a share of the leg, by the KPI's own thresholds. */
function statusOf(kase: Case, stop: Stop, { reached, expected, leg }: Judged): MilestoneStatusCode {
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
  if (expected === null) return 'unknown';
  if (expected <= stop.day) return 'expected_on_time';
  const late = (expected - stop.day) / leg;
  const { onCourse, atRisk } = thresholds(kase);
  if (atLeast(1 / onCourse - 1, late)) return 'expected_on_time';
  return atLeast(1 / atRisk - 1, late) ? 'at_risk' : 'expected_late';
}

export function stopoversOf(kase: Case): ReferenceStop[] {
  const { definition, book, judged, actualAt } = kase;
  const { start, due, target, baseline, weightTo, type, asked } = definition;
  const actual = judged === null ? null : actualAt(judged);
  // More use is not an arrival.
  const hasArrival = type !== 'ceiling' && type !== 'corridor';
  const stops = asked.stops.filter(({ value, day }) => {
    const isEnd = type === 'reach' && day === due;
    return value === null || (hasArrival && !isEnd);
  });
  // A milestone with a value on E is the end itself.
  if (type === 'reach' && target !== null) {
    stops.push({ id: null, day: due, value: target, doneOn: null });
  }
  let previous = { day: start - 1, value: baseline };
  let isNextFound = false;
  const now = judgedDay(kase);
  return stops.map(({ id, day: typed, value, doneOn }) => {
    const day = value === null ? typed : comparedDay(definition, typed);
    const isDone = doneOn !== null && doneOn <= book.today;
    const reached = value === null ? (isDone ? doneOn : null) : reachedDay(kase, value);
    const expected = value === null ? null : expectedDay(kase, value);
    const eta = value === null ? reached : arrivalDay(kase, value);
    const leg = day - previous.day;
    const status = statusOf(kase, { id, day, value, doneOn }, { reached, expected, leg });
    const isNext = reached === null && !isNextFound;
    if (isNext) isNextFound = true;
    const left = now === null ? 0 : weightTo(day) - weightTo(now);
    const rise = value === null || previous.value === null ? 0 : value - previous.value;
    const toGo = value === null || actual === null ? null : reached !== null ? 0 : value - actual;
    const isOver = left <= 0 || near(left, 0);
    const result: ReferenceStop = {
      milestoneId: id,
      value,
      status,
      reachedDay: reached,
      etaDay: eta,
      isNext,
      daysLate: eta === null ? null : eta - day,
      valueToGo: toGo,
      requiredSpeed: toGo === null ? null : reached !== null ? 0 : isOver ? null : toGo / left,
      legProgress:
        actual === null || previous.value === null || near(rise, 0)
          ? null
          : (actual - previous.value) / rise,
    };
    previous = { day, value: value ?? previous.value };
    return result;
  });
}
