import type { Measurements } from '../../model/measurements.ts';
import { type AggregationRule, add } from './aggregations.ts';
import { type DailyValues, rowStarts } from './day-series.ts';
import { withoutRounding } from './exact-sum.ts';
import { findCells, type MeasuredCells } from './measured-cells.ts';
import { findReplacedRows } from './replaced-rows.ts';

/** The values of one measure in one channel. */
export interface ChannelDays extends DailyValues {
  measureId: string;
  channel: string;
}

/**
 * All measurements folded to one value a day, measure and channel: one pass over typed columns,
 * whatever the number of KPIs. Nothing measured gives an empty list.
 *
 * @param ruleOf by position in the measurements' dictionary; null rows are left out.
 */
export function aggregateDays(
  measurements: Measurements,
  ruleOf: ReadonlyArray<AggregationRule | null>,
): ChannelDays[] {
  const rows = countedRows(measurements, ruleOf);
  const cells = findCells(rows);
  const replaced = findReplacedRows(rows, cells, ruleOf);
  const channelCount = rows.channels.length;
  const rules = cells.keys.map((key) => ruleOf[Math.floor(key / channelCount)]);
  const folded = (cells.isDense ? foldDense : foldSorted)(rows, cells, rules, replaced);
  const kept = keptRows(rows, cells, rules);
  return cells.keys.flatMap((key, slot) =>
    rules[slot] === null
      ? []
      : {
          measureId: rows.measureIds[Math.floor(key / channelCount)],
          channel: rows.channels[key % channelCount],
          ...folded[slot],
          rows: kept?.[slot] ?? null,
        },
  );
}

/** Where a row is not its value but what it says, such as one event. */
function countedRows(
  rows: Measurements,
  ruleOf: ReadonlyArray<AggregationRule | null>,
): Measurements {
  const rowValueOf = ruleOf.map((rule) => rule?.rowValue ?? null);
  if (rowValueOf.every((rowValue) => rowValue === null)) return rows;
  const value = Float64Array.from(rows.value);
  for (let row = 0; row < rows.rowCount; row++) {
    const rowValue = rowValueOf[rows.measure[row]];
    if (rowValue !== null) value[row] = rowValue(value[row]);
  }
  return { ...rows, value };
}

/** By slot the rows of measures that keep them, by day; null when none does. */
function keptRows(
  rows: Measurements,
  { slotOf }: MeasuredCells,
  rules: ReadonlyArray<AggregationRule | null>,
): Float64Array[] | null {
  if (!rules.some((rule) => rule?.keepsRows)) return null;
  const positions = rules.map((): number[] => []);
  const { measure, channel, channels, day, value, rowCount } = rows;
  for (let row = 0; row < rowCount; row++) {
    const slot = slotOf[measure[row] * channels.length + channel[row]];
    if (rules[slot]?.keepsRows) positions[slot].push(row);
  }
  return positions.map((own) =>
    Float64Array.from(
      own.sort((a, b) => day[a] - day[b]),
      (row) => value[row],
    ),
  );
}

/** Cells with a value and the number of rows of each, and by slot what else must be known. */
interface DenseCells {
  value: Float64Array;
  count: Int32Array;
  /** How many cells have rows. */
  filled: Int32Array;
  /** Σ|v| of each day; none where no row that adds up is negative. */
  sizes: Array<Float64Array | undefined>;
}

function foldDense(
  rows: Measurements,
  cells: MeasuredCells,
  rules: ReadonlyArray<AggregationRule | null>,
  replaced: Uint8Array | null,
): DailyValues[] {
  const { slotOf, keys, firstDay, dayCount } = cells;
  const channelCount = rows.channels.length;
  const value = new Float64Array(keys.length * dayCount);
  const count = new Int32Array(keys.length * dayCount);
  const filled = new Int32Array(keys.length);
  const folds = rules.map((rule) => rule?.fold ?? add);
  const isAdding = Uint8Array.from(folds, (fold) => (fold === add ? 1 : 0));
  const isSigned = new Uint8Array(keys.length);
  const { measure, channel, day, value: values, rowCount } = rows;
  const hasChannels = channelCount > 1;
  for (let row = 0; row < rowCount; row++) {
    if (replaced !== null && replaced[row] === 1) continue;
    const slot = slotOf[hasChannels ? measure[row] * channelCount + channel[row] : measure[row]];
    const cell = slot * dayCount + day[row] - firstDay;
    const before = count[cell];
    if (before === 0) filled[slot]++;
    if (isAdding[slot] === 1) {
      value[cell] += values[row];
      if (values[row] < 0) isSigned[slot] = 1;
    } else value[cell] = before === 0 ? values[row] : folds[slot](value[cell], values[row]);
    count[cell] = before + 1;
  }
  const sizes = isSigned.includes(1) ? denseSizes(rows, cells, isSigned, replaced) : [];
  return keys.map((_, slot) => filledDays({ value, count, filled, sizes }, slot, cells));
}

/** A second look at the rows of measures that have negative ones: how much their days add up. */
function denseSizes(
  { measure, channel, channels, day, value, rowCount }: Measurements,
  { slotOf, keys, firstDay, dayCount }: MeasuredCells,
  isSigned: Uint8Array,
  replaced: Uint8Array | null,
): DenseCells['sizes'] {
  const sizes = keys.map((_, slot) =>
    isSigned[slot] === 1 ? new Float64Array(dayCount) : undefined,
  );
  for (let row = 0; row < rowCount; row++) {
    const own = sizes[slotOf[measure[row] * channels.length + channel[row]]];
    if (own === undefined || (replaced !== null && replaced[row] === 1)) continue;
    own[day[row] - firstDay] += Math.abs(value[row]);
  }
  return sizes;
}

/** The days that have a row, out of a dense stretch of all days. */
function filledDays(
  { value, count, filled, sizes }: DenseCells,
  slot: number,
  { firstDay, dayCount }: MeasuredCells,
): DailyValues {
  const length = filled[slot];
  const sizeOf = sizes[slot];
  const own = newDays(length, sizeOf !== undefined);
  const offset = slot * dayCount;
  for (let i = offset, at = 0; at < length; i++) {
    if (count[i] === 0) continue;
    own.days[at] = firstDay + i - offset;
    own.value[at] = value[i];
    own.count[at] = count[i];
    if (own.size !== null && sizeOf !== undefined) {
      own.size[at] = sizeOf[i - offset];
      own.value[at] = withoutRounding(value[i], own.size[at]);
    }
    at++;
  }
  return own;
}

const newDays = (length: number, hasSizes: boolean): DailyValues => ({
  days: new Int32Array(length),
  value: new Float64Array(length),
  count: new Int32Array(length),
  size: hasSizes ? new Float64Array(length) : null,
  rows: null,
});

/** Row positions by slot, then day, then sheet order, and where those of each slot begin. */
function sortRowsByCell(
  { measure, channel, day, channels, rowCount }: Measurements,
  { slotOf, keys }: MeasuredCells,
): { order: Int32Array; start: Int32Array } {
  const slotAt = (row: number) => slotOf[measure[row] * channels.length + channel[row]];
  const start = new Int32Array(keys.length + 1);
  for (let row = 0; row < rowCount; row++) start[slotAt(row) + 1]++;
  for (let slot = 0; slot < keys.length; slot++) start[slot + 1] += start[slot];
  const order = new Int32Array(rowCount);
  const next = start.slice();
  for (let row = 0; row < rowCount; row++) order[next[slotAt(row)]++] = row;
  for (let slot = 0; slot < keys.length; slot++) {
    const own = order.subarray(start[slot], start[slot + 1]);
    const isAscending = own.every((row, i) => i === 0 || day[own[i - 1]] <= day[row]);
    if (!isAscending) own.sort((a, b) => day[a] - day[b] || a - b);
  }
  return { order, start };
}

function foldSorted(
  rows: Measurements,
  cells: MeasuredCells,
  rules: ReadonlyArray<AggregationRule | null>,
  replaced: Uint8Array | null,
): DailyValues[] {
  const { order, start } = sortRowsByCell(rows, cells);
  return cells.keys.map((_, slot) => {
    const own = order.subarray(start[slot], start[slot + 1]);
    const counted = replaced === null ? own : own.filter((row) => replaced[row] === 0);
    return foldInOrder(rows, counted, rules[slot]?.fold ?? add);
  });
}

/** Rows of one slot, ascending by day. */
function foldInOrder(
  rows: Measurements,
  order: Int32Array,
  fold: AggregationRule['fold'],
): DailyValues {
  const isSigned = fold === add && order.some((row) => rows.value[row] < 0);
  const folded = newDays(order.length, isSigned);
  const { days, value, count, size } = folded;
  let last = -1;
  for (const row of order) {
    const isFirst = last === -1 || days[last] !== rows.day[row];
    if (isFirst) last++;
    days[last] = rows.day[row];
    value[last] = isFirst ? rows.value[row] : fold(value[last], rows.value[row]);
    count[last]++;
    if (size !== null) size[last] += Math.abs(rows.value[row]);
  }
  if (size !== null) for (let i = 0; i <= last; i++) value[i] = withoutRounding(value[i], size[i]);
  return last + 1 === order.length ? folded : firstDays(folded, last + 1);
}

/** The first so many of the days. */
export const firstDays = (
  { days, value, count, size, rows }: DailyValues,
  length: number,
): DailyValues => ({
  days: days.subarray(0, length),
  value: value.subarray(0, length),
  count: count.subarray(0, length),
  size: size === null ? null : size.subarray(0, length),
  rows: rows === null ? null : rows.subarray(0, rowStarts(count)[length]),
});
