import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Direction, Kpi, KpiType } from '../../src/core/model/kpi.ts';
import type { Cadence } from '../../src/core/model/period.ts';
import { type Interval, intervalsBetween, monthOf, weekdayOf } from './naive-calendar.ts';
import {
  type Book,
  familyOf,
  hasValue,
  measureOf,
  operandsOf,
  rowsIn,
  valueOver,
} from './naive-rows.ts';
import { lastYearWeights } from './reference-last-year.ts';

/** What a KPI is judged by, on a day: §§1–2. */
export interface Definition {
  kpi: Kpi;
  type: KpiType;
  family: 'total' | 'level' | 'average';
  /** An average that grows or is brought down: judged per interval, on a line from B to T. */
  isLine: boolean;
  direction: Direction | null;
  cadence: Cadence;
  lag: number;
  grace: number | null;
  start: Day;
  due: Day;
  baseline: number | null;
  target: number | null;
  intervals: readonly Interval[];
  /** Scaled weight of a day, also after E. */
  weightOf: (day: Day) => number;
  /** W(d) */
  weightTo: (day: Day) => number;
}

export const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
export const atLeast = (a: number, b: number): boolean => a > b || near(a, b);
export const above = (a: number, b: number): boolean => a > b && !near(a, b);

const GRACE: Record<Cadence, number | null> = {
  day: 3,
  week: 3,
  month: 10,
  quarter: 15,
  year: 30,
  irregular: null,
};

function rawWeight(book: Book, kpi: Kpi, day: Day): number {
  const { dayWeights } = kpi;
  if (dayWeights.kind !== 'calendar') return 1;
  const calendar = book.workspace.calendars.find(({ name }) => name === dayWeights.calendarName);
  if (calendar === undefined) return 1;
  const date = calendar.dates.find((entry) => entry.day === day);
  if (date !== undefined) return date.weight;
  const weekday = calendar.weekdays.find((entry) => entry.weekday === weekdayOf(day));
  const month = calendar.months.find((entry) => entry.month === monthOf(day));
  return (weekday?.weight ?? 1) * (month?.weight ?? 1);
}

function weights(book: Book, kpi: Kpi): Pick<Definition, 'weightOf' | 'weightTo'> {
  const known = new Map<Day, number>();
  const isLastYears = kpi.dayWeights.kind === 'last_year';
  const lastYears = lastYearWeights(book, kpi);
  const raw = (day: Day): number => {
    const weight = known.get(day) ?? (isLastYears ? lastYears(day) : rawWeight(book, kpi, day));
    known.set(day, weight);
    return weight;
  };
  let sum = 0;
  let count = 0;
  for (let day = kpi.start; day <= kpi.due; day++) {
    const weight = raw(day);
    sum += weight;
    if (weight > 0) count++;
  }
  const scale = sum > 0 ? count / sum : 0;
  const weightOf = (day: Day) => raw(day) * scale;
  // W of S, S + 1, …, as far as it was asked for.
  const upTo: number[] = [];
  const weightTo = (day: Day): number => {
    for (let next = kpi.start + upTo.length; next <= day; next++) {
      upTo.push((upTo[upTo.length - 1] ?? 0) + weightOf(next));
    }
    return day < kpi.start ? 0 : upTo[day - kpi.start];
  };
  return { weightOf, weightTo };
}

/** The days with a row, for a measure without rhythm; else the intervals of its cadence. */
function intervalsOf(book: Book, kpi: Kpi, cadence: Cadence): readonly Interval[] {
  const all = intervalsBetween(book.workspace, cadence, kpi.start, kpi.due);
  if (cadence !== 'irregular') return all;
  return all.filter(
    (day) =>
      hasValue(book, kpi.measureId, kpi.channel, day) &&
      operandsOf(book, kpi.measureId).some(
        ({ id }) => rowsIn(book, id, kpi.channel, day).length > 0,
      ),
  );
}

/** Levels and lines without "Last time": the newest value dated before S, else the first one. */
function baselineOf(book: Book, kpi: Kpi, cadence: Cadence): number | null {
  const operands = operandsOf(book, kpi.measureId).map(({ id }) => id);
  const days = operands.flatMap((id) => book.rowsOf(id)).map(({ day }) => day);
  if (days.length === 0) return null;
  const isLevel = familyOf(book, kpi.measureId) === 'level';
  const read = (interval: Interval) =>
    isLevel || hasValue(book, kpi.measureId, kpi.channel, interval)
      ? valueOver(book, kpi.measureId, kpi.channel, [interval])
      : null;
  const history = intervalsBetween(book.workspace, cadence, Math.min(...days), kpi.start);
  for (const interval of [...history].reverse()) {
    const counted = rowsIn(book, kpi.measureId, kpi.channel, interval).map(({ day }) => day);
    const earlier = counted.filter((day) => day < kpi.start);
    // Of a level what is dated before S; of a line whole intervals before S only.
    if (isLevel ? earlier.length === 0 : interval.to >= kpi.start) continue;
    const value = read({ ...interval, to: isLevel ? Math.max(...earlier) : interval.to });
    if (value !== null) return value;
  }
  for (const interval of intervalsOf(book, kpi, cadence)) {
    const counted = rowsIn(book, kpi.measureId, kpi.channel, interval).map(({ day }) => day);
    if (isLevel && counted.length === 0) continue;
    if (!isLevel && interval.end > book.today - 1 - lagOf(book, kpi)) break;
    // Of a level the first value itself, of a line the first interval's.
    const value = read({ ...interval, to: isLevel ? Math.min(...counted) : interval.to });
    if (value !== null) return value;
  }
  return null;
}

const lagOf = (book: Book, kpi: Kpi): number => measureOf(book, kpi.measureId).dataLagDays;

/** Null: the KPI is invalid. */
export function define(book: Book, kpi: Kpi, target: number | null): Definition | null {
  const measure = measureOf(book, kpi.measureId);
  const family = familyOf(book, kpi.measureId);
  const { weightOf, weightTo } = weights(book, kpi);
  const isValid = kpi.errors.length === 0 && (kpi.type === 'done' || weightTo(kpi.due) > 0);
  if (!isValid) return null;
  const base = {
    kpi,
    family,
    cadence: measure.cadence,
    lag: measure.dataLagDays,
    grace: measure.graceDays ?? GRACE[measure.cadence],
    start: kpi.start,
    due: kpi.due,
    intervals: intervalsOf(book, kpi, measure.cadence),
    weightOf,
    weightTo,
    isLine: false,
    target,
  };
  const isLine = family === 'average' && kpi.type === 'reach';
  let baseline = kpi.lastTime;
  if (family === 'total' || kpi.type === 'ceiling') baseline = 0;
  else if (kpi.type === 'reach') baseline ??= baselineOf(book, kpi, measure.cadence);
  if (kpi.type === 'track' || kpi.type === 'done' || kpi.type === 'range') {
    return { ...base, type: kpi.type, direction: kpi.declaredDirection, baseline };
  }
  if (target === null) return null;
  if (family === 'total') return defineTotal({ ...base, baseline }, target);
  if (kpi.type !== 'reach') {
    return { ...base, type: kpi.type, direction: kpi.type === 'at_least' ? 1 : -1, baseline };
  }
  return defineReach({ ...base, baseline, isLine }, target);
}

type Half = Omit<Definition, 'type' | 'direction'>;

function defineTotal(base: Half, target: number): Definition | null {
  const { type, declaredDirection } = base.kpi;
  const wanted = type === 'at_most' ? -1 : type === 'at_least' ? 1 : declaredDirection;
  if (type === 'ceiling' || wanted === -1) return { ...base, type: 'ceiling', direction: -1 };
  if (near(target, 0)) return { ...base, type: 'at_least', direction: 1 };
  if (target > 0) return { ...base, type: 'reach', direction: 1 };
  return wanted === 1 ? null : { ...base, type: 'ceiling', direction: -1 };
}

function defineReach(base: Half, target: number): Definition | null {
  const { declaredDirection } = base.kpi;
  if (base.baseline === null) {
    return { ...base, type: 'reach', direction: declaredDirection };
  }
  if (near(base.baseline, target)) {
    return declaredDirection === -1
      ? { ...base, type: 'at_most', direction: -1 }
      : { ...base, type: 'at_least', direction: 1 };
  }
  const direction = target > base.baseline ? 1 : -1;
  if (declaredDirection !== null && declaredDirection !== direction) return null;
  return { ...base, type: 'reach', direction };
}
