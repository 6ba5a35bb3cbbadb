import type { Aggregation } from '../model/measure.ts';
import type { Measurements } from '../model/measurements.ts';
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

/** Row positions by slot, then day, then sheet order. */
function sortRowsByCell(
  rows: Measurements,
  { slotOf, firstDay, dayCount }: MeasuredCells,
): Int32Array {
  const channelCount = rows.channels.length;
  const cell = new Float64Array(rows.rowCount);
  for (let row = 0; row < rows.rowCount; row++) {
    const slot = slotOf[rows.measure[row] * channelCount + rows.channel[row]];
    cell[row] = slot * dayCount + rows.day[row] - firstDay;
  }
  return Int32Array.from({ length: rows.rowCount }, (_, row) => row).sort(
    (a, b) => cell[a] - cell[b] || a - b,
  );
}

function foldSorted(
  rows: Measurements,
  cells: MeasuredCells,
  folds: ReadonlyArray<Fold | null>,
  replaced: Uint8Array | null,
): Folded[] {
  const channelCount = rows.channels.length;
  const lists = cells.keys.map(() => ({
    days: [] as number[],
    value: [] as number[],
    count: [] as number[],
  }));
  for (const row of sortRowsByCell(rows, cells)) {
    if (replaced !== null && replaced[row] === 1) continue;
    const slot = cells.slotOf[rows.measure[row] * channelCount + rows.channel[row]];
    const list = lists[slot];
    const last = list.days.length - 1;
    if (last >= 0 && list.days[last] === rows.day[row]) {
      list.value[last] = foldRow(folds[slot] ?? 'newest', list.value[last], false, rows.value[row]);
      list.count[last]++;
    } else {
      list.days.push(rows.day[row]);
      list.value.push(rows.value[row]);
      list.count.push(1);
    }
  }
  return lists.map((list) => ({
    days: Int32Array.from(list.days),
    value: Float64Array.from(list.value),
    count: Int32Array.from(list.count),
  }));
}
