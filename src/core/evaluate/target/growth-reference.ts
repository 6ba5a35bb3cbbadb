import type { MeasureFamily } from '../../model/evaluation.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import { atLeast } from '../../model/quantity.ts';
import type { FrozenBaseline } from '../../model/record.ts';
import { type CalendarFacts, yearEarlier } from '../period/calendar-facts.ts';
import { hasWeight } from '../period/day-weights.ts';
import { wholeInterval } from '../period/intervals.ts';
import type { Asker, ValueReader } from '../values/value-reader.ts';
import type { KpiPart } from './kpi-case.ts';

/** What a KPI grows from, and is compared with. */
export interface GrowthReference {
  /** B_ref; null where it is not known, or not all there. */
  readonly reference: number | null;
  /** Where it was read; null when it was typed or there is none. */
  readonly referencePeriod: DayRange | null;
}

interface Referring {
  readonly kpi: Kpi;
  readonly measure: Measure;
  readonly family: MeasureFamily;
  readonly reader: ValueReader;
  readonly asker: Asker;
  readonly calendar: CalendarFacts;
  readonly frozen: FrozenBaseline | null;
  /** Its value is that of one interval alone. */
  readonly isOneInterval: boolean;
}

const NONE: GrowthReference = { reference: null, referencePeriod: null };

/** Half a year as reference makes any year grow. */
const LEAST_SHARE_OF_INTERVALS = 0.9;

type Read = Pick<Referring, 'measure' | 'family' | 'reader' | 'asker' | 'calendar'>;

/**
 * Over, with a value in 90 % of its intervals of weight > 0, of all of them where none has any; what
 * has neither rhythm nor sum lacks none.
 */
export function isComplete(
  { measure, family, reader, asker, calendar }: Read,
  range: DayRange,
): boolean {
  if (range.end >= calendar.today || reader.firstDay === null) return false;
  const { cadence } = measure;
  if (cadence === 'irregular' && family !== 'total') {
    return reader.days(range.start, range.end).length > 0;
  }
  const { start, end } = calendar.intervals(cadence === 'irregular' ? 'day' : cadence, range);
  const all = start.map((day, i) => ({ start: day, end: end[i] }));
  // Last year's weights say nothing of the year before it.
  const weighing = asker.isByDays ? all : all.filter((own) => hasWeight(own, asker.weightOf));
  const counted = weighing.length === 0 ? all : weighing;
  const held = counted.filter((own) => reader.hasValueIn(own.start, own.end));
  return atLeast(held.length / counted.length, LEAST_SHARE_OF_INTERVALS);
}

/** By the measure's own aggregation; of what is of one interval alone the last one. */
function valueOver(read: Read, { start, end }: DayRange, isOneInterval: boolean): number | null {
  const { measure, reader, calendar } = read;
  return reader.over(isOneInterval ? wholeInterval(measure, end, calendar).start : start, end);
}

/** B_ref: the cell Last time, else what was frozen on first use, else X one year earlier (§12). */
export function findReference(referring: Referring): GrowthReference {
  const { kpi, frozen, measure, reader, calendar } = referring;
  if (kpi.lastTime !== null) return { reference: kpi.lastTime, referencePeriod: null };
  if (frozen !== null) {
    const { value, periodStart: start, periodEnd: end } = frozen;
    return { reference: value, referencePeriod: { start, end } };
  }
  const range = yearEarlier(measure.cadence, { start: kpi.start, end: kpi.due }, calendar);
  const value = isComplete(referring, range) ? reader.over(range.start, range.end) : null;
  return value === null ? NONE : { reference: value, referencePeriod: range };
}

/**
 * The reference's own value over the same part of its period, so that like stands against like: of a
 * total to the paired day, the whole only after the close. A typed one has the course of last year,
 * scaled to it. Null where that is not known (calculations.md §12).
 */
export function referenceToDate({
  kpi,
  measure,
  reader,
  asker,
  reading,
  definition,
  judged,
  calendar,
}: KpiPart<
  'kpi' | 'measure' | 'reader' | 'asker' | 'reading' | 'definition' | 'judged' | 'calendar'
>): number | null {
  const { reference, referencePeriod, family } = definition;
  const { judgedDay } = judged;
  if (judged.isClosed || reference === null || judgedDay === null) return reference;
  const isTyped = referencePeriod === null;
  if (family !== 'total' && isTyped) return reference;
  const read = { measure, family, reader, asker, calendar };
  const all = yearEarlier(measure.cadence, { start: kpi.start, end: kpi.due }, calendar);
  const { end } = yearEarlier(measure.cadence, { start: kpi.start, end: judgedDay }, calendar);
  const soFar = valueOver(read, { start: all.start, end }, reading.isByInterval);
  if (!isTyped) return soFar;
  const whole = isComplete(read, all) ? valueOver(read, all, false) : null;
  return soFar === null || whole === null || whole === 0 ? null : (reference * soFar) / whole;
}
