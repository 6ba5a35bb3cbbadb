import type { Aggregation } from '../../model/measure.ts';
import type { Measurements } from '../../model/measurements.ts';
import { findCells, type MeasuredCells } from './measured-cells.ts';
import { findReplacedRows } from './replaced-rows.ts';

/**
 * The values of one measure in one channel, one entry a day that has a row, ascending. `value` is
 * the day's sum, newest, smallest or largest value by the aggregation; `count` its rows.
 */
export interface DailyValues {
  measureId: string;
  channel: string;
  days: Int32Array;
  value: Float64Array;
  count: Int32Array;
}

type Fold = 'add' | 'newest' | 'smallest' | 'largest';

const FOLD_OF: Record<Aggregation, Fold> = {
  sum: 'add',
  count: 'add',
  count_distinct: 'add',
  mean: 'add',
  last: 'newest',
  unique: 'newest',
  min: 'smallest',
  max: 'largest',
};

function foldRow(fold: Fold, before: number, isFirst: boolean, value: number): number {
  if (fold === 'add') return before + value;
  if (fold === 'newest' || isFirst) return value;
  return fold === 'smallest' ? Math.min(before, value) : Math.max(before, value);
}

/**
 * All measurements folded to one value a day, measure and channel: one pass over typed columns,
 * whatever the number of KPIs. Nothing measured gives an empty list.
 *
 * @param aggregationOf by position in the measurements' dictionary; null rows are left out.
 */
export function aggregateDays(
  rows: Measurements,
  aggregationOf: ReadonlyArray<Aggregation | null>,
): DailyValues[] {
  const cells = findCells(rows);
  const replaced = findReplacedRows(rows, cells, aggregationOf);
  const channelCount = rows.channels.length;
  const folds = cells.keys.map((key) => {
    const aggregation = aggregationOf[Math.floor(key / channelCount)];
    return aggregation === null ? null : FOLD_OF[aggregation];
  });
  const folded = (cells.isDense ? foldDense : foldSorted)(rows, cells, folds, replaced);
  return cells.keys
    .map((key, slot) => ({
      measureId: rows.measureIds[Math.floor(key / channelCount)],
      channel: rows.channels[key % channelCount],
      ...folded[slot],
    }))
    .filter((_, slot) => folds[slot] !== null);
}

type Folded = Pick<DailyValues, 'days' | 'value' | 'count'>;

/** Cells with a value and the number of rows of each, and by slot how many have rows. */
interface DenseCells {
  value: Float64Array;
  count: Int32Array;
  filled: Int32Array;
}

function foldDense(
  rows: Measurements,
  cells: MeasuredCells,
  folds: ReadonlyArray<Fold | null>,
  replaced: Uint8Array | null,
): Folded[] {
  const { slotOf, keys, firstDay, dayCount } = cells;
  const channelCount = rows.channels.length;
  const value = new Float64Array(keys.length * dayCount);
  const count = new Int32Array(keys.length * dayCount);
  const filled = new Int32Array(keys.length);
  const isAdding = Uint8Array.from(folds, (fold) => (fold === 'add' ? 1 : 0));
  const { measure, channel, day, value: values, rowCount } = rows;
  const hasChannels = channelCount > 1;
  for (let row = 0; row < rowCount; row++) {
    if (replaced !== null && replaced[row] === 1) continue;
    const slot = slotOf[hasChannels ? measure[row] * channelCount + channel[row] : measure[row]];
    const cell = slot * dayCount + day[row] - firstDay;
    const before = count[cell];
    if (before === 0) filled[slot]++;
    if (isAdding[slot] === 1) value[cell] += values[row];
    else value[cell] = foldRow(folds[slot] ?? 'newest', value[cell], before === 0, values[row]);
    count[cell] = before + 1;
  }
  return keys.map((_, slot) => filledDays({ value, count, filled }, slot, cells));
}

/** The days that have a row, out of a dense stretch of all days. */
function filledDays(
  { value, count, filled }: DenseCells,
  slot: number,
  { firstDay, dayCount }: MeasuredCells,
): Folded {
  const size = filled[slot];
  const days = new Int32Array(size);
  const own = { days, value: new Float64Array(size), count: new Int32Array(size) };
  const offset = slot * dayCount;
  for (let i = offset, at = 0; at < size; i++) {
    if (count[i] === 0) continue;
    days[at] = firstDay + i - offset;
    own.value[at] = value[i];
    own.count[at] = count[i];
    at++;
  }
  return own;
}

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
  folds: ReadonlyArray<Fold | null>,
  replaced: Uint8Array | null,
): Folded[] {
  const { order, start } = sortRowsByCell(rows, cells);
  return cells.keys.map((_, slot) => {
    const own = order.subarray(start[slot], start[slot + 1]);
    const counted = replaced === null ? own : own.filter((row) => replaced[row] === 0);
    return foldInOrder(rows, counted, folds[slot] ?? 'newest');
  });
}

/** Rows of one slot, ascending by day. */
function foldInOrder(rows: Measurements, order: Int32Array, fold: Fold): Folded {
  const days = new Int32Array(order.length);
  const value = new Float64Array(order.length);
  const count = new Int32Array(order.length);
  let last = -1;
  for (const row of order) {
    const isFirst = last === -1 || days[last] !== rows.day[row];
    if (isFirst) last++;
    days[last] = rows.day[row];
    value[last] = foldRow(fold, value[last], isFirst, rows.value[row]);
    count[last]++;
  }
  const size = last + 1;
  if (size === order.length) return { days, value, count };
  return { days: days.slice(0, size), value: value.slice(0, size), count: count.slice(0, size) };
}
