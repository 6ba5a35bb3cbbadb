import type { Signal } from '../../model/evaluation.ts';
import type { DayRange } from '../../model/period.ts';
import { intervalActual } from '../judgement/actual.ts';
import type { DayWeight } from '../period/day-weights.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import { planOf } from '../target/aim.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import { planAt } from '../target/plan.ts';
import { type IntervalSignal, latestSignal, type SignalPoint, signalsOf } from './signal.ts';

/** An interval of a measure's history. */
export interface HistoryPoint {
  /** First day of the whole interval. */
  start: number;
  value: SignalPoint;
}

const hasWeight = (interval: DayRange, weightOf: DayWeight): boolean => {
  for (let day = interval.start; day <= interval.end; day++) if (weightOf(day) > 0) return true;
  return false;
};

/** Totals with last year's shape move with the season: the deviation from their plan is judged. */
const isSeasonal = ({ kpi, definition, aim }: KpiCase): boolean =>
  definition.family === 'total' && kpi.dayWeights.kind === 'last_year' && planOf(aim) !== null;

function deviations(kpiCase: KpiCase): HistoryPoint[] {
  const { judged, aim } = kpiCase;
  const plan = planOf(aim);
  if (plan === null) return [];
  return judged.intervals
    .slice(0, judged.judgedIndex + 1)
    .filter(({ weight }) => weight > 0)
    .map((interval) => {
      const value = interval.hasValue ? intervalActual(kpiCase, interval) : null;
      const planned = planAt(plan, interval.end) - planAt(plan, interval.start - 1);
      return { start: interval.whole.start, value: value === null ? null : value - planned };
    });
}

/** The measure's whole history, in whole intervals that count, up to the judged one. */
export function historyPoints(kpiCase: KpiCase): HistoryPoint[] {
  const { measure, reader, judged, period, context, kpi } = kpiCase;
  const firstDay = reader.firstDay();
  if (firstDay === null || judged.judgedIndex === -1) return [];
  const last = judged.intervals[judged.judgedIndex].whole.end;
  if (measure.cadence === 'irregular') {
    return reader.days({ start: firstDay, end: last }).map((day) => ({
      start: day,
      value: reader.over({ start: day, end: day }),
    }));
  }
  const isEveryDay = kpi.dayWeights.kind === 'every_day';
  const intervals = context.calendar.over(measure.cadence, { start: firstDay, end: last });
  const counted = isEveryDay
    ? intervals
    : intervals.filter((interval) => hasWeight(interval, period.weightOf));
  return counted.map((interval) => ({
    start: interval.start,
    value: reader.hasValueIn(interval) ? valueIn(kpiCase, interval) : null,
  }));
}

function valueIn({ definition, reader }: KpiCase, interval: DayRange): number | null {
  if (definition.family !== 'level') return reader.over(interval);
  const newest = reader.newest(interval.end);
  return newest !== null && newest.day >= interval.start ? newest.value : null;
}

/** Change or noise at the latest point, and what an interval of the timeline is marked with. */
export interface KpiSignals {
  signal: Signal | null;
  /** The limits and the broken rule at an interval; null where there are none. */
  at: (interval: KpiInterval) => IntervalSignal | null;
}

export function signalsOfKpi(kpiCase: KpiCase, history: readonly HistoryPoint[]): KpiSignals {
  const { measure, definition } = kpiCase;
  const points = isSeasonal(kpiCase) ? deviations(kpiCase) : history;
  const signals = signalsOf(points.map(({ value }) => value));
  const byStart = new Map<number, IntervalSignal>();
  points.forEach(({ start }, i) => {
    const signal = signals[i];
    if (signal !== null) byStart.set(start, signal);
  });
  const isIrregular = measure.cadence === 'irregular';
  return {
    signal: latestSignal(signals, definition.direction),
    at: ({ whole, end }) => byStart.get(isIrregular ? end : whole.start) ?? null,
  };
}
