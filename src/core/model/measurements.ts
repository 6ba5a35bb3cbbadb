import type { Day } from './calendar-date.ts';

/** Cells with something in them that is no value of their measure, column by column. */
export interface UnreadableCells {
  readonly count: number;
  /** Positions in the dictionary of measures. */
  readonly measure: ArrayLike<number>;
  /** Positions in the dictionary of channels; -1 where the channel cannot be read. */
  readonly channel: ArrayLike<number>;
  /** The day of the row; where that is what cannot be read, the day of the row above it. */
  readonly day: ArrayLike<Day>;
}

/**
 * Every value of every Actuals tab, column by column, in sheet order. `measure` and `channel` hold
 * positions in the dictionaries; channel 0 is the blank one. A blank Value never gets here except
 * for `count`, where it is one event, a 1. Of `count distinct` a row is 1 where its value stands
 * first, on its earliest date, and 0 where it is repeated.
 */
export interface Measurements {
  rowCount: number;
  measureIds: readonly string[];
  /** First entry '' . */
  channels: readonly string[];
  /** Positions of the channels that are called Total, Totaal, All …; the blank one is not among them. */
  totalChannels: readonly number[];
  measure: ArrayLike<number>;
  channel: ArrayLike<number>;
  /** A row that names a period stands on its last day. */
  day: ArrayLike<Day>;
  /** Position in CADENCES of the period that a row names, 0 for a date; null where no row names one. */
  periodLength: ArrayLike<number> | null;
  value: ArrayLike<number>;
  /** Serial date-time at which a row was recorded; 0 where nothing was typed. */
  recordedAt: ArrayLike<number>;
  /** False when recordedAt is 0 in every row: then nobody has to look. */
  hasRecorded: boolean;
  unreadable: UnreadableCells;
}

export const NOTHING_UNREADABLE: UnreadableCells = { count: 0, measure: [], channel: [], day: [] };

export const NO_MEASUREMENTS: Measurements = {
  rowCount: 0,
  measureIds: [],
  channels: [''],
  totalChannels: [],
  measure: [],
  channel: [],
  day: [],
  periodLength: null,
  value: [],
  recordedAt: [],
  hasRecorded: false,
  unreadable: NOTHING_UNREADABLE,
};
