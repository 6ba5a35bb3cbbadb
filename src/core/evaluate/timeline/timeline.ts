import type { Day } from '../../model/calendar-date.ts';
import type { Numbers, Timeline } from '../../model/evaluation.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';

import type { ForecastPath } from '../forecast/forecast-path.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import { dayNamed, type Intervals, type Spans } from '../period/intervals.ts';
import { type KpiChart, pointsOn } from '../signal/kpi-chart.ts';
import { type Aim, planOf, targetOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import { changeColumns } from './changes.ts';
import { forecastColumns } from './forecast-columns.ts';
import type { Happening } from './happenings.ts';
import { labelColumns } from './label-columns.ts';
import { lastYearColumns } from './last-year-columns.ts';

/** What passes through intervals. */
type Passing = KpiPart<
  | 'kpi'
  | 'measure'
  | 'reader'
  | 'reading'
  | 'definition'
  | 'aim'
  | 'period'
  | 'judged'
  | 'actuals'
  | 'milestones'
  | 'thresholds'
  | 'calendar'
>;

/** What is shown of a KPI besides its own numbers. */
export interface Surroundings {
  readonly path: ForecastPath;
  /** X at A */
  readonly actual: number | null;
  readonly chart: KpiChart;
  readonly happenings: readonly Happening[];
  /** Values kept when an interval closed, by its first day. */
  readonly stored: ReadonlyMap<Day, number>;
}

/** The intervals that are shown, and what is known of each. */
interface Shown {
  intervals: Intervals;
  weight: readonly number[];
  hasValue: readonly boolean[];
  own: Numbers;
  toDate: Numbers;
}

const stretched = <Item>(items: readonly Item[], count: number, item: Item): readonly Item[] => [
  ...items,
  ...new Array<Item>(count).fill(item),
];

/** An irregular measure shows the rest of its period by month. */
function shownIntervals({ period, judged, actuals, reader, calendar }: Passing): Shown {
  const { rhythm, intervals, weight, hasValue } = judged;
  if (rhythm !== 'irregular') return { intervals, weight, hasValue, ...actuals };
  const last = intervals.end[intervals.end.length - 1] ?? period.start - 1;
  const rest = { start: last + 1, end: period.end };
  const months = calendar.intervals('month', rest);
  const { today } = calendar;
  const count = months.end.length;
  return {
    intervals: dayNamed(
      [...intervals.start, ...months.start],
      [...intervals.end, ...months.end],
      calendar,
    ),
    weight: stretched(weight, count, 1),
    hasValue: stretched(hasValue, count, false),
    own: [
      ...actuals.own,
      ...months.start.map((start, i) =>
        start > today ? null : reader.over(start, Math.min(months.end[i], today)),
      ),
    ],
    toDate: stretched(actuals.toDate, count, null),
  };
}

/** Null where values add up as they are, or not at all. */
function partsOf({ reader }: Passing, { start, end }: Spans, own: Numbers): Timeline['parts'] {
  const numerator: Array<number | null> = [];
  const denominator: Array<number | null> = [];
  let isEmpty = true;
  for (let i = 0; i < own.length; i++) {
    const parts = own[i] === null ? null : reader.parts(start[i], end[i]);
    if (own[i] !== null && parts === null) return null;
    if (parts !== null) isEmpty = false;
    numerator.push(parts?.numerator ?? null);
    denominator.push(parts?.denominator ?? null);
  }
  return isEmpty ? null : { numerator, denominator };
}

type Planned = Pick<Timeline, 'plan' | 'planToDate' | 'target' | 'rangeLow' | 'rangeHigh'>;

/** The band to stay in; of a corridor its two plans to date. */
function edgeColumns(
  aim: Aim,
  end: readonly Day[],
  none: Numbers,
): Pick<Timeline, 'rangeLow' | 'rangeHigh'> {
  if (aim.judgedAs === 'range') {
    return { rangeLow: end.map(() => aim.low), rangeHigh: end.map(() => aim.high) };
  }
  if (aim.judgedAs !== 'corridor') return { rangeLow: none, rangeHigh: none };
  const planned = end.map((day) => planAt(aim.share, day));
  return {
    rangeLow: planned.map((share) => share * aim.low),
    rangeHigh: planned.map((share) => share * aim.high),
  };
}

/** What is aimed at, and what was planned for each interval, by the version in force. */
function plannedColumns({ definition, aim }: Passing, { start, end }: Spans, none: Numbers) {
  const plan = planOf(aim);
  const target = targetOf(aim);
  const planToDate = end.map((day) => kindOf(aim).plannedOn(aim, day));
  const planned: Planned = {
    // What a threshold asks is what was in force; of a way the target is the one of now.
    target:
      aim.judgedAs === 'threshold' ? planToDate : target === null ? none : end.map(() => target),
    ...edgeColumns(aim, end, none),
    planToDate,
    plan:
      plan === null || definition.family !== 'total'
        ? planToDate
        : end.map((day, i) => planAt(plan, day) - planAt(plan, start[i] - 1)),
  };
  return planned;
}

/** As judged at the end of every interval that has a value. */
function judgedColumns(
  { judged, aim, thresholds, kpi }: Passing,
  { intervals, hasValue, toDate }: Shown,
): Pick<Timeline, 'paceIndex' | 'status'> {
  const kind = kindOf(aim);
  const paceIndex: Array<number | null> = [];
  const status: Array<StatusCode | null> = [];
  intervals.end.forEach((day, i) => {
    const actual = i <= judged.judgedIndex && hasValue[i] ? toDate[i] : null;
    const at = actual === null ? null : { since: kpi.start, day, actual };
    paceIndex.push(at === null ? null : kind.paceIndex(aim, at).value);
    const isStatusKnown = at !== null && kpi.state === 'active';
    status.push(isStatusKnown ? kind.statusAt(aim, at, thresholds) : null);
  });
  return { paceIndex, status };
}

function signalColumns(
  chart: KpiChart,
  days: readonly Day[],
): Pick<Timeline, 'signalValue' | 'centreLine' | 'lowerLimit' | 'upperLimit'> {
  const { value, limits } = chart;
  const points = pointsOn(chart, days);
  return {
    signalValue: points.map((at) => value[at] ?? null),
    centreLine: points.map((at) => limits[at]?.centre ?? null),
    lowerLimit: points.map((at) => limits[at]?.lower ?? null),
    upperLimit: points.map((at) => limits[at]?.upper ?? null),
  };
}

/** What was stored when an interval closed, where that is not what is known now (§13). */
const restatedFrom = (stored: Surroundings['stored'], { start }: Spans, actual: Numbers): Numbers =>
  start.map((day, i) => {
    const before = stored.get(day);
    const own = actual[i];
    return before === undefined || own === null || nearlyEqual(before, own) ? null : before;
  });

/** Whether any interval that closed has another value now than was stored then. */
export function isRestated(passing: Passing, stored: Surroundings['stored']): boolean {
  if (stored.size === 0) return false;
  const { intervals, own } = shownIntervals(passing);
  return restatedFrom(stored, intervals, own).some((before) => before !== null);
}

/** Every interval of the period, with plan and forecast to the due date. */
export function timelineOf(passing: Passing, surroundings: Surroundings): Timeline {
  const { path, actual, chart, happenings, stored } = surroundings;
  const shown = shownIntervals(passing);
  const { intervals, own } = shown;
  const { start, end, label, isPartial, isFuture, whole } = intervals;
  /** Shared by all columns that are empty: three years of days have a dozen of them. */
  const none: Numbers = end.map(() => null);
  const flags = { isComplete: shown.hasValue, isPartial };
  // What comes when it comes has no pair.
  const pairs = passing.measure.cadence === 'irregular' ? null : intervals.lastYear;
  const lastYear = lastYearColumns(passing, pairs, none);
  const isIrregular = passing.judged.rhythm === 'irregular';
  return {
    start,
    end,
    label,
    ...flags,
    isFuture,
    actual: own,
    actualToDate: shown.toDate,
    parts: partsOf(passing, intervals, own),
    ...plannedColumns(passing, intervals, none),
    ...forecastColumns(passing, intervals, shown.weight, path, actual),
    ...lastYear,
    ...changeColumns(flags, own, lastYear.lastYear, none),
    ...labelColumns(intervals, passing.milestones, happenings, none),
    ...judgedColumns(passing, shown),
    ...signalColumns(chart, isIrregular ? end : whole.start),
    restatedFrom: stored.size === 0 ? none : restatedFrom(stored, intervals, own),
  };
}

/** Of a KPI of which no interval is known. */
export const NO_TIMELINE: Timeline = {
  start: [],
  end: [],
  label: [],
  isComplete: [],
  isPartial: [],
  isFuture: [],
  actual: [],
  actualToDate: [],
  plan: [],
  planToDate: [],
  target: [],
  rangeLow: [],
  rangeHigh: [],
  forecastToDate: [],
  forecastLow: [],
  forecastHigh: [],
  probabilityToDate: [],
  lastYear: [],
  lastYearToDate: [],
  previous: [],
  changeOnPrevious: [],
  differenceOnLastYear: [],
  changeOnLastYear: [],
  milestoneLabels: [],
  milestoneValue: [],
  eventLabels: [],
  paceIndex: [],
  status: [],
  signalValue: [],
  centreLine: [],
  lowerLimit: [],
  upperLimit: [],
  parts: null,
  restatedFrom: [],
};
