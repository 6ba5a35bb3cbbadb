import type { Measure } from '../../model/measure.ts';
import { CADENCES, type Cadence } from '../../model/period.ts';
import { ruleOf, valueOver } from './aggregations.ts';
import { countBeforeDay, type DaySeries, newestDay, rowsIn, sumIn } from './day-series.ts';
import type { ValueReader } from './value-reader.ts';

/** When a measure has rows at all, in any channel. */
export interface MeasuredRows {
  /** Ascending. */
  days: Int32Array;
  /** Their rhythm; null for a single day, which says nothing. */
  cadence: Cadence | null;
}

/** How many days before its end an interval of finer rows may still be unfinished. */
const LAST_DAYS_OF_AN_INTERVAL = 3;

const ORDER: readonly Cadence[] = [...CADENCES, 'irregular'];

/**
 * Reads the rows of one measure in one channel, or combined.
 *
 * @param cadence the rhythm it is read at: its own, or that of a formula
 */
export function readLeaf(
  measure: Measure,
  cadence: Cadence,
  series: DaySeries,
  rows: MeasuredRows,
): ValueReader {
  const { days } = series;
  const rule = ruleOf(measure);
  const newestRow = rows.days[rows.days.length - 1] ?? Number.NEGATIVE_INFINITY;
  const isFiner = rows.cadence !== null && ORDER.indexOf(rows.cadence) < ORDER.indexOf(cadence);
  const isZeroWhenMissing = measure.missing === 'zero';

  return {
    firstDay: days.length === 0 ? null : days[0],
    over: (start, end) =>
      valueOver(series, rule, start, end) ?? (isZeroWhenMissing && newestRow > start ? 0 : null),
    parts: (start, end) => {
      if (!rule.isMean) return null;
      const from = countBeforeDay(days, start);
      const to = countBeforeDay(days, end + 1);
      return from < to
        ? { numerator: sumIn(series, from, to), denominator: rowsIn(series, from, to) }
        : null;
    },
    hasValueIn: (start, end, ownEnd) => {
      if (isZeroWhenMissing && newestRow > ownEnd) return true;
      const from = countBeforeDay(days, start);
      if (from === days.length || days[from] > end) return false;
      return !isFiner || newestRow > ownEnd - LAST_DAYS_OF_AN_INTERVAL;
    },
    newestDay: (upTo) => newestDay(series, upTo),
    newestIn: (start, end) => {
      const at = countBeforeDay(days, end + 1) - 1;
      return at < 0 || days[at] < start ? null : rule.over(series, at, at + 1);
    },
    days: (start, end) => {
      const from = countBeforeDay(days, start);
      return Array.from(days.subarray(from, countBeforeDay(days, end + 1)));
    },
    isNeverNegative: () => series.value.every((value) => value >= 0),
  };
}
