import type { Day } from '../../model/calendar-date.ts';
import type { IntervalEvaluation, IntervalSignal } from '../../model/evaluation.ts';
import { cutTo, intervalLabel } from '../../model/period.ts';
import { known, knownOr, nearlyEqual, type Quantity, unknown } from '../../model/quantity.ts';
import { eventLabelsIn, eventsOf } from '../forecast/events.ts';
import { chanceToReach } from '../forecast/forecast-band.ts';
import type { ForecastPath } from '../forecast/forecast-path.ts';
import { actualAt, intervalActual } from '../judgement/actual.ts';
import { paceIndexOf } from '../judgement/pace-index.ts';
import { runningStatus } from '../judgement/status.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import { isOwnIntervalOnly, type KpiCase } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import { plannedOn } from '../target/target-versions.ts';

/** An irregular measure shows the rest of its period by month. */
function timelineIntervals({ judged, measure, period, context }: KpiCase): KpiInterval[] {
  if (measure.cadence !== 'irregular') return [...judged.intervals];
  const last = judged.intervals[judged.intervals.length - 1];
  const rest = { start: last === undefined ? period.start : last.end + 1, end: period.end };
  const months = context.calendar.over('month', rest).map((month) => {
    const own = cutTo(month, rest);
    return { ...own, whole: own, weight: 1, isClosed: false, hasValue: false };
  });
  return [...judged.intervals, ...months];
}

interface Forecasted {
  forecastToDate: Quantity;
  forecastLow: Quantity;
  forecastHigh: Quantity;
  probabilityToDate: Quantity;
}

const NOT_FORECAST: Forecasted = {
  forecastToDate: unknown('NOT_APPLICABLE'),
  forecastLow: unknown('NOT_APPLICABLE'),
  forecastHigh: unknown('NOT_APPLICABLE'),
  probabilityToDate: unknown('NOT_APPLICABLE'),
};

/** The cone: one point at the judged day, wider with every interval ahead. */
function forecastedAt(
  { definition, inForce }: KpiCase,
  path: ForecastPath,
  actual: number | null,
  interval: KpiInterval,
  stepsAhead: number,
): Forecasted {
  if (actual === null || stepsAhead < 0) return NOT_FORECAST;
  if (stepsAhead === 0) {
    const now = known(actual);
    return { ...NOT_FORECAST, forecastToDate: now, forecastLow: now, forecastHigh: now };
  }
  const value = path.valueAfter(stepsAhead);
  if (value === null) return NOT_FORECAST;
  const band = path.bandAfter(stepsAhead);
  const wanted = inForce.plan === null ? inForce.target : planAt(inForce.plan, interval.end);
  return {
    forecastToDate: known(value),
    forecastLow: knownOr(band?.low ?? null, 'NO_BAND'),
    forecastHigh: knownOr(band?.high ?? null, 'NO_BAND'),
    probabilityToDate:
      band === null || wanted === null || definition.direction === null
        ? unknown('NO_BAND')
        : known(chanceToReach(value, band.deviation, wanted, definition.direction)),
  };
}

type Aims = Pick<IntervalEvaluation, 'target' | 'rangeLow' | 'rangeHigh'>;

/** What is aimed at, the same in every interval. */
function aimsOf({ definition, inForce }: KpiCase): Aims {
  return {
    target: knownOr(inForce.target, 'NO_TARGET'),
    rangeLow: knownOr(definition.type === 'range' ? definition.low : null, 'NOT_APPLICABLE'),
    rangeHigh: knownOr(definition.type === 'range' ? definition.high : null, 'NOT_APPLICABLE'),
  };
}

/** What was planned for the interval, by the version in force. */
function plannedIn(
  { definition, inForce }: KpiCase,
  interval: KpiInterval,
  { target }: Aims,
): Pick<IntervalEvaluation, 'plan' | 'planToDate'> {
  const { plan } = inForce;
  if (plan === null) {
    const isStartless = plannedOn(definition, inForce, interval.end) === null;
    const planned = isStartless && target.value !== null ? unknown('NO_BASELINE') : target;
    return { plan: planned, planToDate: planned };
  }
  const toDate = planAt(plan, interval.end);
  const planToDate = known(toDate);
  return {
    plan:
      definition.family === 'total' ? known(toDate - planAt(plan, interval.start - 1)) : planToDate,
    planToDate,
  };
}

function lastYearOf(
  kpiCase: KpiCase,
  interval: KpiInterval,
  lastYearStart: Day | null,
): Pick<IntervalEvaluation, 'lastYear' | 'lastYearToDate'> {
  const { measure, reader, definition, context } = kpiCase;
  if (measure.cadence === 'irregular') {
    return { lastYear: unknown('NO_HISTORY'), lastYearToDate: unknown('NO_HISTORY') };
  }
  const pair = context.calendar.of(measure.cadence, interval.whole).lastYear;
  const firstDay = reader.firstDay();
  const isCounted = firstDay !== null && firstDay <= pair.end;
  const own = isCounted && reader.hasValueIn(pair) ? reader.over(pair) : null;
  const lastYear = knownOr(own, 'NO_HISTORY');
  const isToDate =
    definition.family === 'total' ||
    (definition.family === 'average' && !definition.isLine && !isOwnIntervalOnly(measure, context));
  const hasTotal = isToDate && own !== null && lastYearStart !== null;
  return {
    lastYear,
    lastYearToDate: hasTotal
      ? knownOr(reader.over({ start: lastYearStart, end: pair.end }), 'NO_HISTORY')
      : lastYear,
  };
}

/** Where last year's total begins: the first day of what pairs with the first interval. */
function lastYearStartOf({ measure, judged, context }: KpiCase): Day | null {
  const first = judged.intervals[0];
  return first === undefined || measure.cadence === 'irregular'
    ? null
    : context.calendar.of(measure.cadence, first.whole).lastYear.start;
}

/** The value of an interval that is not closed yet but already has rows. */
function runningActual({ reader, context }: KpiCase, interval: KpiInterval): number | null {
  if (interval.start > context.today) return null;
  return reader.over({
    start: interval.whole.start,
    end: Math.min(interval.whole.end, context.today),
  });
}

function labelOf({ measure, context }: KpiCase, interval: KpiInterval): string {
  if (measure.cadence === 'irregular')
    return intervalLabel('day', { start: interval.end, end: interval.end }, context.cut);
  return context.calendar.of(measure.cadence, interval.whole).label;
}

/** Every interval of the period, with plan and forecast to the due date. */
export function timelineOf(
  kpiCase: KpiCase,
  path: ForecastPath,
  actual: number | null,
  signalOf: (interval: KpiInterval) => IntervalSignal | null,
): IntervalEvaluation[] {
  const { judged, context, definition, inForce, thresholds, kpi } = kpiCase;
  const events = eventsOf(kpiCase);
  const lastYearStart = lastYearStartOf(kpiCase);
  let stepsAhead = -1;
  const aims = aimsOf(kpiCase);
  // Quantities are shared wherever they are the same: three years of days are a thousand intervals.
  let previous = unknown('NO_DATA');
  return timelineIntervals(kpiCase).map((interval, i) => {
    if (i === judged.judgedIndex) stepsAhead = 0;
    else if (stepsAhead >= 0 && interval.weight > 0) stepsAhead++;
    const isJudged = i <= judged.judgedIndex;
    const own = interval.hasValue
      ? intervalActual(kpiCase, interval)
      : interval.isClosed
        ? null
        : runningActual(kpiCase, interval);
    const toDate = isJudged ? actualAt(kpiCase, i) : null;
    const isValued = isJudged && interval.hasValue && toDate !== null;
    const ownActual = knownOr(own, 'NO_DATA');
    const { plan, planToDate } = plannedIn(kpiCase, interval, aims);
    const ahead = forecastedAt(kpiCase, path, actual, interval, stepsAhead);
    const { lastYear, lastYearToDate } = lastYearOf(kpiCase, interval, lastYearStart);
    const { milestoneLabels, milestoneValue } = milestonesIn(kpiCase, interval);
    // Field by field: spreading seven parts into a thousand intervals takes longer than making them.
    const evaluation: IntervalEvaluation = {
      start: interval.start,
      end: interval.end,
      label: labelOf(kpiCase, interval),
      isComplete: interval.isClosed && interval.hasValue,
      isPartial:
        (interval.start <= context.today && interval.end >= context.today) ||
        interval.whole.start < interval.start ||
        interval.whole.end > interval.end,
      isFuture: interval.start > context.today,
      actual: ownActual,
      parts: own === null ? null : kpiCase.reader.parts(interval.whole),
      actualToDate: toDate === own ? ownActual : knownOr(toDate, 'NO_DATA'),
      target: aims.target,
      rangeLow: aims.rangeLow,
      rangeHigh: aims.rangeHigh,
      plan,
      planToDate,
      forecastToDate: ahead.forecastToDate,
      forecastLow: ahead.forecastLow,
      forecastHigh: ahead.forecastHigh,
      probabilityToDate: ahead.probabilityToDate,
      lastYear,
      lastYearToDate,
      previous,
      milestoneLabels,
      milestoneValue,
      eventLabels: events.length === 0 ? NO_LABELS : eventLabelsIn(events, interval),
      paceIndex:
        isValued && toDate !== null
          ? paceIndexOf(definition, inForce.plan, interval.end, toDate)
          : unknown('NO_DATA'),
      status:
        isValued && toDate !== null && kpi.state === 'active'
          ? runningStatus(
              definition,
              inForce.plan,
              inForce.target,
              interval.end,
              toDate,
              thresholds,
            )
          : null,
      signal: signalOf(interval),
      restatedFrom: restatedFrom(kpiCase, interval, own),
    };
    previous = ownActual;
    return evaluation;
  });
}

const NO_LABELS: readonly string[] = [];

const NO_MILESTONES: Pick<IntervalEvaluation, 'milestoneLabels' | 'milestoneValue'> = {
  milestoneLabels: NO_LABELS,
  milestoneValue: unknown('NOT_APPLICABLE'),
};

function milestonesIn(
  { milestones }: KpiCase,
  interval: KpiInterval,
): Pick<IntervalEvaluation, 'milestoneLabels' | 'milestoneValue'> {
  const isInside = ({ day }: { day: Day }) => day >= interval.start && day <= interval.end;
  if (!milestones.some(isInside)) return NO_MILESTONES;
  const inside = milestones.filter(isInside);
  const valued = inside.filter(({ value }) => value !== null);
  return {
    milestoneLabels: inside.map(({ stop }) => stop),
    milestoneValue: knownOr(valued[valued.length - 1]?.value ?? null, 'NOT_APPLICABLE'),
  };
}

/** What was stored when the interval closed, when that is not what is known now (§13). */
function restatedFrom(
  { kpi, context }: KpiCase,
  interval: KpiInterval,
  own: number | null,
): number | null {
  const stored = context.storedIntervalsOf.get(kpi.id)?.get(interval.start);
  if (stored === undefined || own === null) return null;
  return nearlyEqual(stored, own) ? null : stored;
}
