import type { Day } from '../../model/calendar-date.ts';
import type { Measure } from '../../model/measure.ts';
import type { Measurements } from '../../model/measurements.ts';
import { CADENCES, type Cadence, type DayRange } from '../../model/period.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import { ruleOf, valueOver } from './aggregations.ts';
import { type CutTotal, cutTotal } from './cut-interval.ts';
import { countBeforeDay, newestDay, rowsIn, sumIn } from './day-series.ts';
import { withoutRounding } from './exact-sum.ts';
import { firstDayOf, type MeasureRows, newestDayOf } from './measure-rows.ts';
import { hasDayIn, isAmong, type StandingRows } from './standing-rows.ts';
import type { Asker, ValueReader } from './value-reader.ts';

/** How many days before its end an interval of finer rows may still be unfinished. */
const LAST_DAYS_OF_AN_INTERVAL = 3;

const ORDER: readonly Cadence[] = [...CADENCES, 'irregular'];

/** What the rows of a measure are read from. */
export interface LeafSource {
  readonly measure: Measure;
  /** The rhythm they are read at: the measure's own, or that of a formula. */
  readonly cadence: Cadence;
  readonly rows: MeasureRows;
  readonly standing: StandingRows;
  readonly measurements: Measurements;
  readonly calendar: CalendarFacts;
}

/** The intervals in which no row means 0: those that begin after one day and end by another (§2). */
export interface SilentSpan {
  readonly after: Day;
  readonly upTo: Day;
  /** It reaches back before the first row, for the one who asks. */
  readonly isSince: boolean;
}

const isIrregularTotal = (measure: Measure): boolean =>
  measure.cadence === 'irregular' && ruleOf(measure).family === 'total';

/** When no row of a measure means that nothing happened. */
export function silentSpan(
  measure: Measure,
  rows: MeasureRows,
  { since }: Pick<Asker, 'since'>,
  { today }: CalendarFacts,
): SilentSpan {
  const first = firstDayOf(rows);
  const lastClosed = today - 1 - measure.dataLagDays;
  const isKnown = measure.missing === 'nothing';
  // Without a rhythm nothing is late: once it has begun no row means that nothing happened.
  const hasBegun = isIrregularTotal(measure) && first <= lastClosed;
  const isZero = measure.missing === 'zero' && !isIrregularTotal(measure);
  const none = { after: Number.POSITIVE_INFINITY, upTo: Number.NEGATIVE_INFINITY, isSince: false };
  if (!isKnown && !hasBegun && !isZero) return none;
  const isFromStart = isKnown || hasBegun || measure.isMissingTyped;
  const isSince = isFromStart && since <= first;
  return {
    after: isSince ? since - 1 : first,
    upTo: isKnown || hasBegun ? lastClosed : rows.aliveUpTo - 1,
    isSince,
  };
}

/** Reads the rows of one measure, in one channel or as a whole. */
export function readLeaf(source: LeafSource, asker: Asker, isWhole: boolean): ValueReader {
  const { measure, cadence, rows, standing, measurements, calendar } = source;
  const { series, unreadable } = standing;
  const { days } = series;
  const rule = ruleOf(measure);
  const silent = silentSpan(measure, rows, asker, calendar);
  const firstRow = firstDayOf(rows);
  const newestRow = newestDayOf(rows);
  const isFiner = rows.cadence !== null && ORDER.indexOf(rows.cadence) < ORDER.indexOf(cadence);
  const mayBeUnfinished = isFiner && measure.missing !== 'nothing' && !isIrregularTotal(measure);
  const isDaily = cadence === 'day' || cadence === 'irregular';
  const isByDay = isDaily || (rule.family === 'total' && !isWhole);
  const hasShares = !isDaily && isByDay && measure.aggregation === 'sum';
  const { parts: allParts, added } = rows.roles;
  const isTotalOnly = asker.channel === null && added.length < allParts.length;
  const holding = (day: Day): DayRange =>
    isDaily ? { start: day, end: day } : calendar.holding(cadence, day);
  const shareOf = shareInside(asker);

  const cut = (whole: DayRange, part: DayRange): CutTotal =>
    isAmong(unreadable, whole.start)
      ? { value: null, cutRows: [] }
      : cutTotal(
          measurements,
          rows,
          { channel: asker.channel, cadence, whole, part },
          shareOf(part, whole),
        );

  const isSilent = (start: Day, end: Day): boolean => {
    if (start <= silent.after || end > silent.upTo) return false;
    const whole = holding(start);
    if (isAmong(unreadable, whole.start)) return false;
    return !isTotalOnly || !allParts.some((part) => hasDayIn(part, whole));
  };

  /** Whether any interval of a stretch without a row is known to be 0: the newest tells. */
  const hasSilence = (start: Day, end: Day): boolean => {
    for (let last = Math.min(end, silent.upTo); last >= start && last > silent.after; ) {
      const interval = holding(last);
      if (isSilent(Math.max(start, interval.start), Math.min(end, interval.end))) return true;
      last = interval.start - 1;
    }
    return false;
  };

  /** A sum over a stretch that may cut the intervals at its ends. */
  const overCut = (start: Day, end: Day): number | null => {
    const first = holding(start);
    const last = holding(end);
    const isCutFirst = first.start < start || (first.end > end && first.start === last.start);
    const isCutLast = last.end > end && last.start !== first.start;
    if (!isCutFirst && !isCutLast) return valueOver(series, rule, start, end);
    const found = [
      isCutFirst ? cut(first, { start, end: Math.min(end, first.end) }).value : null,
      valueOver(series, rule, isCutFirst ? first.end + 1 : start, isCutLast ? last.start - 1 : end),
      isCutLast ? cut(last, { start: last.start, end }).value : null,
    ].filter((value) => value !== null);
    const size = found.reduce((all, value) => all + Math.abs(value), 0);
    const sum = found.reduce((all, value) => all + value, 0);
    return found.length === 0 ? null : withoutRounding(sum, size);
  };

  const widened = (start: Day, end: Day): DayRange =>
    isByDay
      ? { start, end }
      : {
          start: days.length === 0 || start < days[0] ? start : holding(start).start,
          end: holding(end).end,
        };

  const firstStart = days.length === 0 ? Number.NEGATIVE_INFINITY : holding(days[0]).start;
  const rowsOver = (start: Day, end: Day): number | null => {
    if (hasShares) return overCut(Math.max(start, firstStart), end);
    const whole = widened(start, end);
    return valueOver(series, rule, whole.start, whole.end);
  };

  return {
    firstDay: Number.isFinite(firstRow) ? firstRow : null,
    over: (start, end) => rowsOver(start, end) ?? (hasSilence(start, end) ? 0 : null),
    parts: (start, end) => {
      if (!rule.isMean) return null;
      const whole = widened(start, end);
      const from = countBeforeDay(days, whole.start);
      const to = countBeforeDay(days, whole.end + 1);
      return from < to
        ? { numerator: sumIn(series, from, to), denominator: rowsIn(series, from, to) }
        : null;
    },
    hasValueIn: (start, end) => {
      const isThere = hasShares
        ? rowsOver(start, end) !== null
        : hasDayIn(series, widened(start, end));
      if (!isThere) return isSilent(start, end);
      return !mayBeUnfinished || newestRow > end - LAST_DAYS_OF_AN_INTERVAL;
    },
    hasRowsIn(start, end) {
      return this.hasValueIn(start, end);
    },
    isUnreadableIn: (start) => isAmong(unreadable, holding(start).start),
    unreadableDays: (start, end) =>
      unreadable.start.filter((day, i) => day <= end && unreadable.end[i] >= start),
    isWindowOpenIn: () => false,
    cutRowsIn: (start, end) => {
      const whole = holding(start);
      const isCut = hasShares && (whole.start < start || whole.end > end);
      return isCut ? cut(whole, { start, end }).cutRows : [];
    },
    newestDay: (upTo) => newestDay(series, upTo),
    newestIn: (start, end) => {
      const at = countBeforeDay(days, end + 1) - 1;
      return at < 0 || days[at] < start ? null : rule.over(series, at, at + 1);
    },
    days: (start, end) => daysIn(days, start, end),
    datedBy: (start, end) => daysIn(standing.days, start, end)[0] ?? null,
    isNeverNegative: () => series.value.every((value) => value >= 0),
  };
}

const daysIn = (days: Int32Array, start: Day, end: Day): Day[] =>
  Array.from(days.subarray(countBeforeDay(days, start), countBeforeDay(days, end + 1)));

/** The share of a calendar interval's weight that lies in a part of it; of its days where none weighs. */
const shareInside =
  ({ weightOf, isByDays }: Asker) =>
  (part: DayRange, whole: DayRange): number => {
    const weightIn = ({ start, end }: DayRange): number => {
      let sum = 0;
      for (let day = start; day <= end; day++) sum += weightOf(day);
      return sum;
    };
    const total = isByDays ? 0 : weightIn(whole);
    if (total > 0) return weightIn(part) / total;
    return (part.end - part.start + 1) / (whole.end - whole.start + 1);
  };
