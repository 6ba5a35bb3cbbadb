import type { Day } from '../../model/calendar-date.ts';
import type { Measurements } from '../../model/measurements.ts';

/**
 * The cells that measurements fall into: one for each day of each measure and channel that occurs.
 * The cell of a row is slot × dayCount + day − firstDay.
 */
export interface MeasuredCells {
  /** Slot of measure × channels + channel; −1 where nothing was measured. */
  slotOf: Int32Array;
  /** By slot: measure × channels + channel. */
  keys: number[];
  firstDay: Day;
  dayCount: number;
  /** False where a table of every cell would cost more than sorting the rows. */
  isDense: boolean;
}

/** Below it a table of every day is mostly empty memory. */
const LEAST_ROWS_PER_CELL = 0.25;

/** Which measure-channel pairs occur, and between which days. */
export function findCells(rows: Measurements): MeasuredCells {
  const channelCount = rows.channels.length;
  const slotOf = new Int32Array(rows.measureIds.length * channelCount).fill(-1);
  const keys: number[] = [];
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  const hasChannels = channelCount > 1;
  const { measure, channel, day, rowCount } = rows;
  for (let row = 0; row < rowCount; row++) {
    const key = hasChannels ? measure[row] * channelCount + channel[row] : measure[row];
    if (slotOf[key] === -1) {
      slotOf[key] = keys.length;
      keys.push(key);
    }
    if (day[row] < firstDay) firstDay = day[row];
    if (day[row] > lastDay) lastDay = day[row];
  }
  const dayCount = rowCount === 0 ? 0 : lastDay - firstDay + 1;
  const isDense = rowCount >= LEAST_ROWS_PER_CELL * keys.length * dayCount;
  return { slotOf, keys, firstDay, dayCount, isDense };
}
