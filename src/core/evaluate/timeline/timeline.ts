import type { Day } from '../../model/calendar-date.ts';
import type { Numbers, Timeline } from '../../model/evaluation.ts';
import { cutTo, intervalLabel } from '../../model/period.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import { eventLabelsIn, eventsOf } from '../forecast/events.ts';
import type { ForecastPath } from '../forecast/forecast-path.ts';
import { actualAt, intervalActual } from '../judgement/actual.ts';
import { kindOf } from '../judgement/kinds/kinds.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import type { IntervalSignal } from '../signal/signal.ts';
import { planOf, targetOf } from '../target/aim.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import { changeColumns, lastYearColumns } from './comparison-columns.ts';
import { forecastColumns } from './forecast-columns.ts';

type Intervals = readonly KpiInterval[];

/** An irregular measure shows the rest of its period by month. */
function timelineIntervals({ judged, measure, period, context }: KpiCase): Intervals {
  if (measure.cadence !== 'irregular') return judged.intervals;
  const last = judged.intervals[judged.intervals.length - 1];
  const rest = { start: last === undefined ? period.start : last.end + 1, end: period.end };
  const months = context.calendar.over('month', rest).map((month) => {
    const own = cutTo(month, rest);
    return { ...own, whole: own, weight: 1, isClosed: false, hasValue: false };
  });
  return [...judged.intervals, ...months];
}

function labelOf({ measure, context }: KpiCase, interval: KpiInterval): string {
  if (measure.cadence === 'irregular')
    return intervalLabel('day', { start: interval.end, end: interval.end }, context.cut);
  return context.calendar.of(measure.cadence, interval.whole).label;
}

const isPartial = ({ context }: KpiCase, { start, end, whole }: KpiInterval): boolean =>
  (start <= context.today && end >= context.today) || whole.start < start || whole.end > end;

/** Of the interval alone; of one that is not closed yet what its rows come to so far. */
function ownActual(kpiCase: KpiCase, interval: KpiInterval): number | null {
  if (interval.hasValue) return intervalActual(kpiCase, interval);
  const { reader, context } = kpiCase;
  if (interval.isClosed || interval.start > context.today) return null;
  return reader.over({
    start: interval.whole.start,
    end: Math.min(interval.whole.end, context.today),
  });
}

function actualColumns(
  kpiCase: KpiCase,
  intervals: Intervals,
): Pick<Timeline, 'actual' | 'actualToDate' | 'parts'> {
  const { judged, reader } = kpiCase;
  const actual = intervals.map((interval) => ownActual(kpiCase, interval));
  const parts = intervals.map(({ whole }, i) => (actual[i] === null ? null : reader.parts(whole)));
  const hasParts =
    actual.some((own) => own !== null) &&
    actual.every((own, i) => own === null || parts[i] !== null);
  return {
    actual,
    actualToDate: intervals.map((_, i) => (i <= judged.judgedIndex ? actualAt(kpiCase, i) : null)),
    parts: hasParts
      ? {
          numerator: parts.map((own) => own?.numerator ?? null),
          denominator: parts.map((own) => own?.denominator ?? null),
        }
      : null,
  };
}

type Planned = Pick<Timeline, 'plan' | 'planToDate' | 'target' | 'rangeLow' | 'rangeHigh'>;

/** What is aimed at, and what was planned for each interval, by the version in force. */
function plannedColumns({ definition, aim }: KpiCase, intervals: Intervals): Planned {
  const plan = planOf(aim);
  const constant = (value: number | null): Numbers => intervals.map(() => value);
  const kind = kindOf(aim);
  const planToDate = intervals.map(({ end }) => kind.plannedOn(aim, end));
  return {
    target: constant(targetOf(aim)),
    rangeLow: constant(aim.judgedAs === 'range' ? aim.low : null),
    rangeHigh: constant(aim.judgedAs === 'range' ? aim.high : null),
    planToDate,
    plan:
      plan === null || definition.family !== 'total'
        ? planToDate
        : intervals.map(({ start, end }) => planAt(plan, end) - planAt(plan, start - 1)),
  };
}

/** As judged at the end of every interval that has a value. */
function judgedColumns(
  { judged, aim, thresholds, kpi }: KpiCase,
  intervals: Intervals,
  actualToDate: Numbers,
): Pick<Timeline, 'paceIndex' | 'status'> {
  const kind = kindOf(aim);
  const valueAt = (i: number) =>
    i <= judged.judgedIndex && intervals[i].hasValue ? actualToDate[i] : null;
  return {
    paceIndex: intervals.map(({ end }, i) => {
      const value = valueAt(i);
      return value === null ? null : kind.paceIndex(aim, { day: end, actual: value }).value;
    }),
    status: intervals.map(({ end }, i) => {
      const value = kpi.state === 'active' ? valueAt(i) : null;
      return value === null ? null : kind.statusAt(aim, { day: end, actual: value }, thresholds);
    }),
  };
}

const NO_LABELS: readonly string[] = [];

function labelColumns(
  kpiCase: KpiCase,
  intervals: Intervals,
): Pick<Timeline, 'milestoneLabels' | 'milestoneValue' | 'eventLabels'> {
  const events = eventsOf(kpiCase);
  const stopsIn = ({ start, end }: KpiInterval) =>
    kpiCase.milestones.filter(({ day }) => day >= start && day <= end);
  const stops = kpiCase.milestones.length === 0 ? null : intervals.map(stopsIn);
  return {
    milestoneLabels: intervals.map((_, i) =>
      stops === null || stops[i].length === 0 ? NO_LABELS : stops[i].map(({ stop }) => stop),
    ),
    milestoneValue: intervals.map((_, i) => {
      const valued = stops === null ? [] : stops[i].filter(({ value }) => value !== null);
      return valued[valued.length - 1]?.value ?? null;
    }),
    eventLabels: intervals.map((interval) =>
      events.length === 0 ? NO_LABELS : eventLabelsIn(events, interval),
    ),
  };
}

function signalColumns(
  intervals: Intervals,
  signalOf: (interval: KpiInterval) => IntervalSignal | null,
): Pick<Timeline, 'signalValue' | 'centreLine' | 'lowerLimit' | 'upperLimit'> {
  const signals = intervals.map(signalOf);
  return {
    signalValue: signals.map((signal) => signal?.value ?? null),
    centreLine: signals.map((signal) => signal?.centre ?? null),
    lowerLimit: signals.map((signal) => signal?.lower ?? null),
    upperLimit: signals.map((signal) => signal?.upper ?? null),
  };
}

/** What was stored when an interval closed, where that is not what is known now (§13). */
function restatedFrom({ kpi, context }: KpiCase, intervals: Intervals, actual: Numbers): Numbers {
  const stored: ReadonlyMap<Day, number> | undefined = context.storedIntervalsOf.get(kpi.id);
  return intervals.map(({ start }, i) => {
    const before = stored?.get(start);
    const own = actual[i];
    return before === undefined || own === null || nearlyEqual(before, own) ? null : before;
  });
}

/** Every interval of the period, with plan and forecast to the due date. */
export function timelineOf(
  kpiCase: KpiCase,
  path: ForecastPath,
  actual: number | null,
  signalOf: (interval: KpiInterval) => IntervalSignal | null,
): Timeline {
  const { context } = kpiCase;
  const intervals = timelineIntervals(kpiCase);
  const flags = {
    isComplete: intervals.map(({ isClosed, hasValue }) => isClosed && hasValue),
    isPartial: intervals.map((interval) => isPartial(kpiCase, interval)),
  };
  const actuals = actualColumns(kpiCase, intervals);
  const lastYear = lastYearColumns(kpiCase, intervals);
  return {
    start: intervals.map(({ start }) => start),
    end: intervals.map(({ end }) => end),
    label: intervals.map((interval) => labelOf(kpiCase, interval)),
    ...flags,
    isFuture: intervals.map(({ start }) => start > context.today),
    ...actuals,
    ...plannedColumns(kpiCase, intervals),
    ...forecastColumns(kpiCase, intervals, path, actual),
    ...lastYear,
    ...changeColumns(flags, actuals.actual, lastYear.lastYear),
    ...labelColumns(kpiCase, intervals),
    ...judgedColumns(kpiCase, intervals, actuals.actualToDate),
    ...signalColumns(intervals, signalOf),
    restatedFrom: restatedFrom(kpiCase, intervals, actuals.actual),
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
