import type { Day } from '../../model/calendar-date.ts';
import { measuresIn } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import {
  type Cadence,
  type DayRange,
  intervalContaining,
  type RegularCadence,
  type YearCut,
} from '../../model/period.ts';
import type { Workspace } from '../../model/workspace.ts';
import { aggregateDays, type DailyValues } from './aggregate-days.ts';
import { combineChannels, NO_DAYS } from './combine-channels.ts';
import { countRows } from './count-rows.ts';
import {
  countBeforeDay,
  type DaySeries,
  daySeries,
  hasRowIn,
  meanParts,
  newestDay,
  valueOver,
} from './day-series.ts';
import { formulaValue } from './formula-value.ts';
import { isRatioOfTotals } from './measure-family.ts';
import { rowCadence } from './row-cadence.ts';

interface RatioParts {
  numerator: number;
  denominator: number;
}

/** Reads one measure, in one channel or as a whole, over any range of days. */
export interface ValueReader {
  /** By the measure's own aggregation or formula; null when an operand has nothing there. */
  over(range: DayRange): number | null;
  /**
   * What a mean or a ratio of totals is made of, so that several intervals can be added; null for
   * everything that adds up as it is, or not at all.
   */
  parts(range: DayRange): RatioParts | null;
  /**
   * Whether a whole interval of the cadence counts as filled in (calculations.md §2).
   *
   * @param end its last day in the period of the KPI, when that ends earlier
   */
  hasValueIn(interval: DayRange, end?: Day): boolean;
  /** The newest day up to the given one with a value of every operand; null when there is none. */
  newestDay(upTo: Day): Day | null;
  /** No value is dated before this day; null when there is none at all. */
  firstDay(): Day | null;
  /** The newest value up to the day and the day it was dated at, for levels. */
  newest(upTo: Day): { day: Day; value: number } | null;
  /** The days that have a row of every operand, ascending: the points of an irregular measure. */
  days(range: DayRange): readonly Day[];
  /** True when no row is negative; of a formula, when it is not in any of the intervals. */
  isNeverNegative(intervals: readonly DayRange[]): boolean;
}

/** Why a measure has no total: its channels cannot be added. */
interface MeasureFault {
  code: 'E_CHANNELS' | 'E_UNIQUE';
  measure: Measure;
}

/** All values of the workbook, aggregated once and read by many KPIs. */
export interface Values {
  reader(measure: Measure, channel: string | null): ValueReader;
  /** Faults of the measure or of its operands, for the measure as a whole. */
  faults(measure: Measure, channel: string | null): MeasureFault[];
  /** Channels with values, without the blank one, in order of first appearance. */
  channelsOf(measure: Measure): string[];
  /** Series of one measure's own rows, or null for a formula. */
  leaf(measure: Measure, channel: string | null): DaySeries;
}

const UNITS_THAT_DO_NOT_ADD = new Set([
  'percent',
  'points',
  'duration',
  'seconds',
  'minutes',
  'hours',
  'days',
]);

/** Whether a total over several channels exists (calculations.md §3). */
export function addsOverChannels(measure: Measure): boolean {
  if (measure.addsUpOverChannels !== null) return measure.addsUpOverChannels;
  if (measure.aggregation === 'unique') return false;
  return measure.aggregation !== 'last' || !UNITS_THAT_DO_NOT_ADD.has(measure.unit.kind);
}

const combiningCadence = (measure: Measure): RegularCadence =>
  measure.cadence === 'irregular' ? 'day' : measure.cadence;

/**
 * @param lastVisibleDay rows dated later are not known yet: today
 */
export function readValues(workspace: Workspace, cut: YearCut, lastVisibleDay: Day): Values {
  const measureById = new Map(workspace.measures.map((measure) => [measure.id, measure]));
  const rows = workspace.measurements;
  const daily = new Map<string, DailyValues[]>();
  const aggregationOf = rows.measureIds.map((id) => measureById.get(id)?.aggregation ?? null);
  for (const all of aggregateDays(countRows(rows, aggregationOf), aggregationOf)) {
    const values = knownBy(all, lastVisibleDay);
    if (values.days.length === 0) continue;
    const list = daily.get(values.measureId);
    if (list === undefined) daily.set(values.measureId, [values]);
    else list.push(values);
  }
  const channelRows = (measure: Measure): DailyValues[] => daily.get(measure.id) ?? [];

  const series = new Map<string, DaySeries>();
  const leaf = (measure: Measure, channel: string | null): DaySeries => {
    const key = JSON.stringify([measure.id, channel]);
    const before = series.get(key);
    if (before !== undefined) return before;
    const aggregation = measure.aggregation ?? 'sum';
    const own = channelRows(measure);
    const blank = own.find((values) => values.channel === '') ?? null;
    const named = own.filter((values) => values.channel !== '');
    const isTotalOnly = named.length > 1 && !addsOverChannels(measure);
    const days =
      channel === null
        ? combineChannels(
            blank,
            isTotalOnly ? [] : named,
            aggregation,
            combiningCadence(measure),
            cut,
          )
        : (own.find((values) => values.channel === channel) ?? NO_DAYS);
    const made = daySeries(days, aggregation);
    series.set(key, made);
    return made;
  };

  const leafReaders = new Map<string, ValueReader>();
  const leafReader = (measure: Measure, channel: string | null, cadence: Cadence): ValueReader => {
    const key = JSON.stringify([measure.id, channel, cadence]);
    const before = leafReaders.get(key);
    if (before !== undefined) return before;
    const rowDays = daysWithRows(channelRows(measure));
    const made = readLeaf({ ...measure, cadence }, leaf(measure, channel), rowDays, cut);
    leafReaders.set(key, made);
    return made;
  };

  // Of a formula the operands are read at its own rhythm: half a month of visits is no month.
  const readerAt = (measure: Measure, channel: string | null, cadence: Cadence): ValueReader => {
    if (measure.formula === null) return leafReader(measure, channel, cadence);
    const operands = new Map<string, ValueReader>();
    for (const id of measuresIn(measure.formula)) {
      const operand = measureById.get(id);
      if (operand !== undefined) operands.set(id, readerAt(operand, channel, cadence));
    }
    return readFormula(measure, operands, isRatioOfTotals(measure, measureById));
  };
  const reader = (measure: Measure, channel: string | null): ValueReader =>
    readerAt(measure, channel, measure.cadence);

  const faults = (measure: Measure, channel: string | null): MeasureFault[] => {
    if (measure.formula !== null) {
      return measuresIn(measure.formula).flatMap((id) => {
        const operand = measureById.get(id);
        return operand === undefined ? [] : faults(operand, channel);
      });
    }
    const own = channelRows(measure);
    const isSummed = channel === null && !own.some((values) => values.channel === '');
    return isSummed && own.length > 1 && !addsOverChannels(measure)
      ? [{ code: 'E_CHANNELS', measure }]
      : [];
  };

  const channelsOf = (measure: Measure): string[] => {
    if (measure.formula !== null) {
      const lists = measuresIn(measure.formula).map((id) => {
        const operand = measureById.get(id);
        return operand === undefined ? [] : channelsOf(operand);
      });
      return (lists[0] ?? []).filter((name) => lists.every((list) => list.includes(name)));
    }
    return channelRows(measure)
      .map((values) => values.channel)
      .filter((name) => name !== '');
  };

  return { reader, faults, channelsOf, leaf };
}

/** Rows up to the day: what is dated later is not known yet. */
function knownBy(values: DailyValues, lastDay: Day): DailyValues {
  const size = countBeforeDay(values.days, lastDay + 1);
  if (size === values.days.length) return values;
  return {
    ...values,
    days: values.days.subarray(0, size),
    value: values.value.subarray(0, size),
    count: values.count.subarray(0, size),
  };
}

/** Every day with a row of any channel, ascending. */
function daysWithRows(channels: readonly DailyValues[]): Int32Array {
  if (channels.length === 1) return channels[0].days;
  const days = new Set(channels.flatMap((values) => Array.from(values.days)));
  return Int32Array.from(days).sort();
}

/** How many days before its end an interval of finer rows may still be unfinished. */
const LAST_DAYS_OF_AN_INTERVAL = 3;

function readLeaf(
  measure: Measure,
  series: DaySeries,
  rowDays: Int32Array,
  cut: YearCut,
): ValueReader {
  const cadence = measure.cadence;
  const newestRow = rowDays[rowDays.length - 1] ?? Number.NEGATIVE_INFINITY;
  const hasRowAfter = (day: Day) => newestRow > day;
  const rows = rowCadence(rowDays, cut);
  const order = ['day', 'week', 'month', 'quarter', 'year', 'irregular'];
  const isFiner = rows !== null && order.indexOf(rows) < order.indexOf(cadence);
  const isZeroWhenMissing = measure.missing === 'zero';

  return {
    over: (range) => {
      const value = valueOver(series, range);
      if (value !== null) return value;
      return isZeroWhenMissing && hasRowAfter(range.start) ? 0 : null;
    },
    parts: (range) => (measure.aggregation === 'mean' ? meanParts(series, range) : null),
    hasValueIn: (interval, end = interval.end) => {
      if (isZeroWhenMissing && hasRowAfter(end)) return true;
      if (!hasRowIn(series, interval)) return false;
      return !isFiner || newestRow > end - LAST_DAYS_OF_AN_INTERVAL;
    },
    newestDay: (upTo) => newestDay(series, upTo),
    firstDay: () => (series.days.length === 0 ? null : series.days[0]),
    newest: (upTo) => {
      const day = newestDay(series, upTo);
      if (day === null) return null;
      const value = valueOver(series, { start: day, end: day });
      return value === null ? null : { day, value };
    },
    days: ({ start, end }) => {
      const from = countBeforeDay(series.days, start);
      return Array.from(series.days.subarray(from, countBeforeDay(series.days, end + 1)));
    },
    isNeverNegative: () => series.value.every((value) => value >= 0),
  };
}

function readFormula(
  measure: Measure,
  operands: ReadonlyMap<string, ValueReader>,
  hasAddingParts: boolean,
): ValueReader {
  const formula = measure.formula;
  const readers = [...operands.values()];
  const over = (range: DayRange): number | null =>
    formula === null ? null : formulaValue(formula, (id) => operands.get(id)?.over(range) ?? null);
  const commonDays = (range: DayRange): readonly Day[] => {
    const [first = [], ...others] = readers.map((reader) => reader.days(range));
    const sets = others.map((days) => new Set(days));
    return first.filter((day) => sets.every((days) => days.has(day)));
  };
  const newestCommonDay = (upTo: Day): Day | null => {
    let newest: Day | null = readers.length === 0 ? null : upTo;
    for (const reader of readers) {
      const day = reader.newestDay(upTo);
      newest = newest === null || day === null ? null : Math.min(newest, day);
    }
    return newest;
  };
  const partsOf = (range: DayRange): RatioParts | null => {
    if (formula?.kind !== 'binary' || formula.operator !== '/' || !hasAddingParts) return null;
    const read = (id: string) => operands.get(id)?.over(range) ?? null;
    const numerator = formulaValue(formula.left, read);
    const denominator = formulaValue(formula.right, read);
    return numerator === null || denominator === null ? null : { numerator, denominator };
  };
  return {
    over,
    parts: partsOf,
    hasValueIn: (interval, end) =>
      readers.length > 0 && readers.every((reader) => reader.hasValueIn(interval, end)),
    newestDay: newestCommonDay,
    // An operand without a row may be 0, so the first row of any is the earliest there can be.
    firstDay: () => {
      const firsts = readers.flatMap((reader) => reader.firstDay() ?? []);
      const isWhole = readers.length > 0 && firsts.length === readers.length;
      return isWhole ? Math.min(...firsts) : null;
    },
    newest: (upTo) => {
      const day = newestCommonDay(upTo);
      if (day === null) return null;
      const value = over({ start: day, end: day });
      return value === null ? null : { day, value };
    },
    days: commonDays,
    isNeverNegative: (intervals) => intervals.every((interval) => (over(interval) ?? 0) >= 0),
  };
}

/** The whole interval of the measure's cadence that holds the day; irregular: the day itself. */
export const wholeInterval = (measure: Measure, day: Day, cut: YearCut): DayRange =>
  intervalContaining(combiningCadence(measure), day, cut);
