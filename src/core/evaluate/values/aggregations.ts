import type { Day } from '../../model/calendar-date.ts';
import type { MeasureFamily } from '../../model/evaluation.ts';
import type { Aggregation, Measure, Unit } from '../../model/measure.ts';
import {
  countBeforeDay,
  type DaySeries,
  largestIn,
  newestIn,
  quantileIn,
  rowsIn,
  smallestIn,
  sumIn,
} from './day-series.ts';

/** One value and those before it as one. */
export type Fold = (before: number, value: number) => number;

/** Everything that follows from how the values of a measure become one. */
export interface AggregationRule {
  /** In a formula a total has degree 1, a level and an average 0 (calculations.md §1). */
  readonly family: MeasureFamily;
  /** What a row says whose value is not what counts; null: its value. */
  readonly rowValue: ((value: number) => number) | null;
  /** Rows of one day and channel; those that add up are told by this very function. */
  readonly fold: Fold;
  /** Every single row is kept, because the folded value of a day does not say enough. */
  readonly keepsRows: boolean;
  /** Whether a later Recorded at leaves out the recorded rows before it, all others, or none. */
  readonly replaces: 'recorded' | 'all' | 'none';
  /** Several channels: their values of a day, or of each its newest, added up. */
  readonly merge: 'fold' | 'add_newest';
  /** Whether a total over channels exists, unless Measures says otherwise (§3). */
  readonly addsOverChannels: (unit: Unit) => boolean;
  /** A channel is a part of the whole. */
  readonly hasParts: boolean;
  /** Over days with at least one row: positions in the series, from up to to. */
  readonly over: (series: DaySeries, from: number, to: number) => number;
  /** Over several stretches it is Σ of the values ÷ their number. */
  readonly isMean: boolean;
  /** A value is valid only in its own interval: several of them have none together. */
  readonly isOneInterval: boolean;
}

export const add: Fold = (before, value) => before + value;
const replace: Fold = (_, value) => value;

const ALWAYS = () => true;
const NEVER = () => false;

const UNITS_THAT_DO_NOT_ADD: ReadonlySet<Unit['kind']> = new Set([
  'percent',
  'points',
  'duration',
  'seconds',
  'minutes',
  'hours',
  'days',
]);

const TOTAL: AggregationRule = {
  family: 'total',
  rowValue: null,
  fold: add,
  keepsRows: false,
  replaces: 'recorded',
  merge: 'fold',
  addsOverChannels: ALWAYS,
  hasParts: true,
  over: sumIn,
  isMean: false,
  isOneInterval: false,
};

const AVERAGE: AggregationRule = {
  ...TOTAL,
  family: 'average',
  replaces: 'none',
  hasParts: false,
};

const LEVEL: AggregationRule = {
  ...TOTAL,
  family: 'level',
  fold: replace,
  replaces: 'all',
  merge: 'add_newest',
  addsOverChannels: ({ kind }) => !UNITS_THAT_DO_NOT_ADD.has(kind),
  over: newestIn,
};

/** A row is one, whatever number stands in it; a row of 0 only proves that somebody looked. */
const COUNT: AggregationRule = { ...TOTAL, rowValue: (value) => (value === 0 ? 0 : 1) };

/** The value below which a share of the rows lies. */
const quantile = (share: number): AggregationRule => ({
  ...AVERAGE,
  keepsRows: true,
  over: (series, from, to) => quantileIn(series, from, to, share),
});

/** Every aggregation; a new one is a record here, or it does not compile. */
export const AGGREGATION_RULES: { readonly [A in Aggregation]: AggregationRule } = {
  sum: TOTAL,
  count: COUNT,
  count_distinct: COUNT,
  last: LEVEL,
  mean: {
    ...AVERAGE,
    over: (series, from, to) => sumIn(series, from, to) / rowsIn(series, from, to),
    isMean: true,
  },
  median: quantile(0.5),
  p90: quantile(0.9),
  p95: quantile(0.95),
  min: { ...AVERAGE, fold: Math.min, over: smallestIn },
  max: { ...AVERAGE, fold: Math.max, over: largestIn },
  unique: {
    ...LEVEL,
    family: 'average',
    addsOverChannels: NEVER,
    hasParts: false,
    isOneInterval: true,
  },
};

/** The value of the days from start to end; null when no row lies in them. */
export function valueOver(
  series: DaySeries,
  { over }: AggregationRule,
  start: Day,
  end: Day,
): number | null {
  const from = countBeforeDay(series.days, start);
  const to = countBeforeDay(series.days, end + 1);
  return from < to ? over(series, from, to) : null;
}

/** How the rows of a measure become one value; one that a formula computes has none. */
export const ruleOf = ({ aggregation }: Measure): AggregationRule =>
  AGGREGATION_RULES[aggregation ?? 'sum'];

/** Whether a total over several channels exists (calculations.md §3). */
export const addsOverChannels = (measure: Measure): boolean =>
  measure.addsUpOverChannels ?? ruleOf(measure).addsOverChannels(measure.unit);

/** Whether the value of a channel is a part of the whole measure's. */
export const isChannelPart = (measure: Measure): boolean =>
  ruleOf(measure).hasParts && addsOverChannels(measure);
