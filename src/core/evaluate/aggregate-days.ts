import type { Day } from '../model/calendar-date.ts';
import type { Aggregation } from '../model/measure.ts';
import type { Measurements } from '../model/measurements.ts';

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

/** Rows of one day, measure and channel that a later Recorded at has replaced are left out. */
const REPLACES: Record<Aggregation, boolean> = {
  sum: true,
  count: true,
  last: true,
  unique: true,
  mean: false,
  min: false,
  max: false,
};

/** Above this many cells the accumulators would cost more than sorting the rows. */
const MAX_DENSE_CELLS = 16_000_000;

interface Slots {
  /** Slot of measure × channels + channel; −1 where nothing was measured. */
  slotOf: Int32Array;
  keys: number[];
  firstDay: Day;
  dayCount: number;
}

/** Which measure-channel pairs occur, and between which days. */
function findSlots(rows: Measurements): Slots {
  const channelCount = rows.channels.length;
  const slotOf = new Int32Array(rows.measureIds.length * channelCount).fill(-1);
  const keys: number[] = [];
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  const { measure, channel, day, rowCount } = rows;
  for (let row = 0; row < rowCount; row++) {
    const key = measure[row] * channelCount + channel[row];
    if (slotOf[key] === -1) {
      slotOf[key] = keys.length;
      keys.push(key);
    }
    if (day[row] < firstDay) firstDay = day[row];
    if (day[row] > lastDay) lastDay = day[row];
  }
  return { slotOf, keys, firstDay, dayCount: rowCount === 0 ? 0 : lastDay - firstDay + 1 };
}

/**
 * Rows that count: of the recorded rows of one cell only the latest recorded, and for levels an
 * unrecorded one not at all beside a recorded one. Null when no row was recorded: all count.
 */
function findReplacedRows(
  rows: Measurements,
  aggregationOf: ReadonlyArray<Aggregation | null>,
): Uint8Array | null {
  const { recordedAt, rowCount, measure, channel, day } = rows;
  let first = 0;
  while (first < rowCount && recordedAt[first] === 0) first++;
  if (first === rowCount) return null;
  const latest = new Map<string, number>();
  const cellOf = (row: number) => `${measure[row]}|${channel[row]}|${day[row]}`;
  for (let row = first; row < rowCount; row++) {
    if (recordedAt[row] === 0) continue;
    const cell = cellOf(row);
    const before = latest.get(cell);
    if (before === undefined || recordedAt[row] > before) latest.set(cell, recordedAt[row]);
  }
  const replaced = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const aggregation = aggregationOf[measure[row]];
    if (aggregation === null || !REPLACES[aggregation]) continue;
    const newest = latest.get(cellOf(row));
    if (newest === undefined) continue;
    const isAdding = FOLD_OF[aggregation] === 'add';
    if (recordedAt[row] === 0 ? !isAdding : recordedAt[row] < newest) replaced[row] = 1;
  }
  return replaced;
}

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
  const slots = findSlots(rows);
  const replaced = findReplacedRows(rows, aggregationOf);
  const channelCount = rows.channels.length;
  const isDense = slots.keys.length * slots.dayCount <= MAX_DENSE_CELLS;
  const order = isDense ? null : sortRowsByCell(rows, slots);
  const folds = slots.keys.map((key) => {
    const aggregation = aggregationOf[Math.floor(key / channelCount)];
    return aggregation === null ? null : FOLD_OF[aggregation];
  });
  const folded =
    order === null
      ? foldDense(rows, slots, folds, replaced)
      : foldSorted(rows, slots, folds, replaced, order);
  return slots.keys
    .map((key, slot) => ({
      measureId: rows.measureIds[Math.floor(key / channelCount)],
      channel: rows.channels[key % channelCount],
      ...folded[slot],
    }))
    .filter((_, slot) => folds[slot] !== null);
}

type Folded = Pick<DailyValues, 'days' | 'value' | 'count'>;

function foldDense(
  rows: Measurements,
  { slotOf, keys, firstDay, dayCount }: Slots,
  folds: ReadonlyArray<Fold | null>,
  replaced: Uint8Array | null,
): Folded[] {
  const channelCount = rows.channels.length;
  const value = new Float64Array(keys.length * dayCount);
  const count = new Int32Array(keys.length * dayCount);
  const isAdding = Uint8Array.from(folds, (fold) => (fold === 'add' ? 1 : 0));
  const { measure, channel, day, value: values, rowCount } = rows;
  for (let row = 0; row < rowCount; row++) {
    if (replaced !== null && replaced[row] === 1) continue;
    const slot = slotOf[measure[row] * channelCount + channel[row]];
    const cell = slot * dayCount + day[row] - firstDay;
    if (isAdding[slot] === 1) value[cell] += values[row];
    else
      value[cell] = foldRow(folds[slot] ?? 'newest', value[cell], count[cell] === 0, values[row]);
    count[cell]++;
  }
  return keys.map((_, slot) => compact(value, count, slot * dayCount, dayCount, firstDay));
}

/** The days that have a row, out of a dense stretch of all days. */
function compact(
  value: Float64Array,
  count: Int32Array,
  offset: number,
  dayCount: number,
  firstDay: Day,
): Folded {
  let size = 0;
  for (let i = offset; i < offset + dayCount; i++) if (count[i] > 0) size++;
  const folded = {
    days: new Int32Array(size),
    value: new Float64Array(size),
    count: new Int32Array(size),
  };
  let at = 0;
  for (let i = 0; i < dayCount; i++) {
    if (count[offset + i] === 0) continue;
    folded.days[at] = firstDay + i;
    folded.value[at] = value[offset + i];
    folded.count[at] = count[offset + i];
    at++;
  }
  return folded;
}

/** Row positions by slot, then day, then sheet order. */
function sortRowsByCell(rows: Measurements, { slotOf, firstDay, dayCount }: Slots): Int32Array {
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
  { slotOf, keys }: Slots,
  folds: ReadonlyArray<Fold | null>,
  replaced: Uint8Array | null,
  order: Int32Array,
): Folded[] {
  const channelCount = rows.channels.length;
  const lists = keys.map(() => ({
    days: [] as number[],
    value: [] as number[],
    count: [] as number[],
  }));
  for (const row of order) {
    if (replaced !== null && replaced[row] === 1) continue;
    const slot = slotOf[rows.measure[row] * channelCount + rows.channel[row]];
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
