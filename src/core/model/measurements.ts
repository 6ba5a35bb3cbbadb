import type { Day } from './calendar-date.ts';

/**
 * Every value of every Actuals tab, column by column, in sheet order. `measure` and `channel` hold
 * positions in the dictionaries; channel 0 is the blank one, the total. A blank Value never gets
 * here except for `count`, where it is one event.
 */
export interface Measurements {
  rowCount: number;
  measureIds: readonly string[];
  /** First entry '' . */
  channels: readonly string[];
  measure: ArrayLike<number>;
  channel: ArrayLike<number>;
  day: ArrayLike<Day>;
  value: ArrayLike<number>;
  /** Serial date-time at which a row was recorded; 0 where nothing was typed. */
  recordedAt: ArrayLike<number>;
  /** False when recordedAt is 0 in every row: then nobody has to look. */
  hasRecorded: boolean;
}

export const NO_MEASUREMENTS: Measurements = {
  rowCount: 0,
  measureIds: [],
  channels: [''],
  measure: [],
  channel: [],
  day: [],
  value: [],
  recordedAt: [],
  hasRecorded: false,
};
