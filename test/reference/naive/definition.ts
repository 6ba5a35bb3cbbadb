import type { Day } from '../../../src/core/model/calendar-date.ts';
import type { Direction, Kpi, KpiKind, KpiType } from '../../../src/core/model/kpi.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import type { Cadence } from '../../../src/core/model/period.ts';
import { type Asked, askedOf } from './asked-targets.ts';
import { type Book, firstDayOf, measureOf, operandsOf } from './book.ts';
import { type Interval, intervalsBetween } from './calendar.ts';
import { rolesOf } from './channel-roles.ts';
import { subjectOf } from './growth.ts';
import { standingRows } from './measure-rows.ts';
import {
  type Family,
  familyOf,
  hasValue,
  levelBetween,
  type Subject,
  valueIn,
} from './measure-values.ts';
import { near } from './numbers.ts';
import { newestOf } from './row-rules.ts';
import { type Weights, weightsOf } from './weights.ts';

/** A corridor is a range on a total. */
type JudgedType = KpiType | 'corridor';

/** What a KPI is judged by, on a day: §§1–2. */
export interface Definition extends Weights {
  kpi: Kpi;
  measure: Measure;
  subject: Subject;
  type: JudgedType;
  family: Family;
  /** A ceiling of −T on −X, better when up. */
  isPlannedLoss: boolean;
  /** An average that grows or is brought down: judged per interval, on a line from B to T. */
  isLine: boolean;
  direction: Direction | null;
  cadence: Cadence;
  lag: number;
  grace: number | null;
  start: Day;
  due: Day;
  baseline: number | null;
  /** T, in force today; of a corridor High. */
  target: number | null;
  asked: Asked;
  intervals: readonly Interval[];
}

/** What leaves a KPI without a result. */
export interface Fault {
  error: string;
}

export const isFault = (found: Definition | Fault): found is Fault => 'error' in found;

const WAYS: readonly KpiKind[] = ['grow_to', 'bring_down_to', 'add_up_to'];

const GRACE: Record<Cadence, number | null> = {
  day: 3,
  week: 3,
  month: 10,
  quarter: 15,
  year: 30,
  irregular: null,
};

/** §2: the intervals of the cadence; what has no rhythm counts days, or else its values. */
function intervalsOf(subject: Subject, { start, due }: Kpi): readonly Interval[] {
  const { reader, measure, family } = subject;
  const all = intervalsBetween(reader.book.workspace, measure.cadence, start, due);
  if (measure.cadence !== 'irregular' || family === 'total') return all;
  return all.filter((day) => hasValue(subject, day));
}

/** §1, B of a level or a line without "Last time": the newest value before the interval of S. */
function valueBefore(subject: Subject, { start }: Kpi): number | null {
  const { reader, measure } = subject;
  const { book } = reader;
  const first = Math.min(...operandsOf(book, measure.id).map(({ id }) => firstDayOf(book, id)));
  if (!Number.isFinite(first)) return null;
  const [{ from }] = intervalsBetween(book.workspace, measure.cadence, start, start);
  const history = intervalsBetween(book.workspace, measure.cadence, first, from - 1);
  for (const interval of [...history].reverse()) {
    const value = valueIn(subject, interval);
    if (value !== null) return value;
  }
  return null;
}

/** §1: else the first value; of a level the very first one. */
function firstValue(subject: Subject, intervals: readonly Interval[], lag: number): number | null {
  const { reader, measure } = subject;
  for (const interval of intervals) {
    if (interval.end > reader.book.today - 1 - lag) return null;
    const value = valueIn(subject, interval);
    if (value === null) continue;
    if (measure.aggregation !== 'last' || measure.window !== null) return value;
    // Where the total has a row, its channels have none that counts.
    const rows = standingRows(reader.book, measure, reader.channel, interval.from, interval.to);
    const first = Math.min(...rows.map(({ day }) => day));
    const own = rows.filter(({ day }) => day === first);
    const isTotal = rolesOf(reader.book, measure).totals.includes(own[0].channel);
    return isTotal ? newestOf(own).value : levelBetween(subject, interval.from, first);
  }
  return null;
}

/** Is X that of one interval alone? */
export const isOfInterval = ({ isLine, measure }: Definition): boolean =>
  isLine || measure.window !== null || measure.aggregation === 'unique';

/** §1: added up over several intervals, people are counted more than once. */
export function addsUnique(book: Book, kpi: Kpi): boolean {
  const { aggregation, cadence } = measureOf(book, kpi.measureId);
  if (kpi.type !== 'reach' || kpi.kind !== 'add_up_to' || aggregation !== 'unique') return false;
  // Without a rhythm there may be a count on any day.
  if (cadence === 'irregular') return kpi.due > kpi.start;
  return intervalsOf(subjectOf(book, kpi, kpi.start), kpi).length > 1;
}

/** To grow or to bring down, also while nobody knows from where. */
const isOnItsWay = ({ type, kind, growth }: Kpi): boolean =>
  type === 'reach' || (type === 'track' && growth !== null && kind !== null && WAYS.includes(kind));

type Half = Omit<Definition, 'type' | 'direction' | 'isPlannedLoss'>;

const judged = (
  half: Half,
  type: JudgedType,
  direction: Direction | null,
  isPlannedLoss = false,
): Definition => ({ ...half, type, direction, isPlannedLoss });

/** §1, what a target on a total means. */
function defineTotal(half: Half, target: number): Definition | Fault {
  const { type, kind, declaredDirection } = half.kpi;
  if (target < 0) {
    if (kind === 'bring_down_to') return judged(half, 'reach', -1);
    if (type === 'at_most') return { error: 'E_DIR' };
    if (declaredDirection === -1 && type !== 'ceiling') return { error: 'E_DIR' };
    return judged(half, 'ceiling', 1, true);
  }
  if (type === 'at_most' || type === 'ceiling') return judged(half, 'ceiling', -1);
  if (near(target, 0)) {
    return declaredDirection === -1 ? judged(half, 'at_most', -1) : judged(half, 'at_least', 1);
  }
  if (type === 'reach' && declaredDirection === -1) return judged(half, 'ceiling', -1);
  return judged(half, 'reach', 1);
}

/** §1, a level or a line on its way; where it stands at its target already it is to stay there. */
function defineReach(half: Half, target: number, beyond: Direction | null): Definition | Fault {
  const { baseline, kpi } = half;
  const { declaredDirection } = kpi;
  if (baseline === null) return judged(half, 'reach', declaredDirection);
  const kept = (direction: Direction | null) =>
    direction === -1 ? judged(half, 'at_most', -1) : judged(half, 'at_least', 1);
  if (near(baseline, target)) return kept(beyond ?? declaredDirection);
  const direction = target > baseline ? 1 : -1;
  const wanted = beyond ?? declaredDirection;
  if (wanted === null || wanted === direction) return judged(half, 'reach', direction);
  return beyond === null ? { error: 'E_DIR' } : kept(beyond);
}

/** What a period of a KPI with Every takes from the whole of it. */
export interface Around {
  /** S of the whole. */
  since: Day;
  /** The way of the whole: a period that starts beyond T is to stay there. */
  beyond: Direction | null;
  /** Where the period before ended; null for the first one. */
  startsAt: number | null;
}

/** How a KPI is judged, with its target as typed or grown; `target`: of another version. */
export function define(
  book: Book,
  kpi: Kpi,
  target?: number,
  around: Around = { since: kpi.start, beyond: null, startsAt: null },
): Definition | Fault {
  const measure = measureOf(book, kpi.measureId);
  const family = familyOf(book, measure, kpi.kind);
  if (kpi.errors.length > 0) return { error: kpi.errors[0] };
  if (kpi.type !== 'done' && family === null) return { error: 'E_FORMULA_MIX' };
  const subject = subjectOf(book, kpi, around.since);
  const weights = weightsOf(book, kpi, around.since);
  if (kpi.type !== 'done' && !(weights.weightTo(kpi.due) > 0)) return { error: 'E_CAL' };
  const asked = askedOf(book.workspace, kpi, family ?? 'average', weights, book.today);
  const intervals = intervalsOf(subject, kpi);
  const half: Half = {
    ...weights,
    kpi,
    measure,
    subject,
    family: family ?? 'average',
    isLine: family === 'average' && isOnItsWay(kpi),
    cadence: measure.cadence,
    lag: measure.dataLagDays,
    grace: measure.graceDays ?? GRACE[measure.cadence],
    start: kpi.start,
    due: kpi.due,
    baseline: kpi.type === 'reach' ? (around.startsAt ?? kpi.lastTime) : kpi.lastTime,
    target: target ?? asked.target,
    asked,
    intervals,
  };
  const isCountedOnce = measure.aggregation === 'unique' && kpi.kind === 'add_up_to';
  if (family === 'total' || kpi.type === 'ceiling' || isCountedOnce) half.baseline = 0;
  else if (kpi.type === 'reach') {
    half.baseline ??= valueBefore(subject, kpi) ?? firstValue(subject, intervals, half.lag);
  }
  if (kpi.type === 'done') return judged(half, 'done', kpi.declaredDirection);
  if (addsUnique(book, kpi)) return { error: 'E_UNIQUE_PERIOD' };
  if (asked.error !== null) return { error: asked.error };
  return defineType(half, around.beyond);
}

function defineType(half: Half, beyond: Direction | null): Definition | Fault {
  const { kpi, family, target } = half;
  if (kpi.type === 'track') return judged(half, 'track', kpi.declaredDirection);
  if (kpi.type === 'range') return defineRange(half);
  if (target === null) return { error: 'E_NO_TARGET' };
  if (family === 'total') return defineTotal(half, target);
  if (kpi.type === 'reach') return defineReach(half, target, beyond);
  return judged(half, kpi.type, kpi.type === 'at_least' ? 1 : -1);
}

/** §4, §8: on a total a range is a corridor between two plans. */
function defineRange(half: Half): Definition | Fault {
  const { low, high } = half.kpi;
  if (low === null || high === null || low >= high) return { error: 'E_RANGE' };
  if (half.family !== 'total') return judged(half, 'range', half.kpi.declaredDirection);
  return low < 0 ? { error: 'E_RANGE' } : judged({ ...half, target: high }, 'corridor', null);
}
