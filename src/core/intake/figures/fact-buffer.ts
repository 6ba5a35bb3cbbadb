import type { CellPlace } from '../../model/issue.ts';
import type { Measurements } from '../../model/measurements.ts';
import { cellAddress } from '../cell-address.ts';
import type { SheetInput } from '../sheet-input.ts';

/** A run of facts that were read from one value column. */
interface FactSegment {
  readonly start: number;
  readonly sheet: SheetInput;
  readonly valueColumn: number;
}

/**
 * Facts while they are read: typed columns with room to grow, and where each fact stands. A fact
 * costs no object; only a column of a sheet does.
 */
export interface FactBuffer {
  length: number;
  measure: Int32Array;
  channel: Int32Array;
  day: Int32Array;
  value: Float64Array;
  recordedAt: Float64Array;
  hasRecorded: boolean;
  row: Int32Array;
  readonly segments: FactSegment[];
  /** Position of each channel by its normalised name; 0 is the blank one. */
  readonly channelIds: Map<string, number>;
  readonly channels: string[];
}

export function newFactBuffer(): FactBuffer {
  return {
    length: 0,
    measure: new Int32Array(0),
    channel: new Int32Array(0),
    day: new Int32Array(0),
    value: new Float64Array(0),
    recordedAt: new Float64Array(0),
    hasRecorded: false,
    row: new Int32Array(0),
    segments: [],
    channelIds: new Map([['', 0]]),
    channels: [''],
  };
}

/** Columns with an entry for every row of a tab, which nobody else needs any more. */
interface SpentColumns {
  readonly measure: Int32Array;
  readonly day: Int32Array;
}

/** Makes room for the facts of one more value column, at most `most` of them. */
export function startSegment(
  facts: FactBuffer,
  sheet: SheetInput,
  valueColumn: number,
  most: number,
  spent: SpentColumns | null,
): void {
  facts.segments.push({ start: facts.length, sheet, valueColumn });
  const needed = facts.length + most;
  if (needed <= facts.value.length) return;
  // Fresh memory costs more than all that is done with it. A fact never stands behind its row, so
  // the first facts may overwrite the very columns that they are read from.
  if (spent !== null && facts.length === 0) {
    facts.measure = spent.measure.subarray(0, most);
    facts.day = spent.day.subarray(0, most);
    facts.channel = new Int32Array(most);
    facts.row = new Int32Array(most);
    facts.value = new Float64Array(most);
    facts.recordedAt = new Float64Array(most);
    return;
  }
  const room = Math.max(needed, Math.floor(facts.value.length * 1.5));
  facts.measure = grownInts(facts.measure, room);
  facts.channel = grownInts(facts.channel, room);
  facts.day = grownInts(facts.day, room);
  facts.row = grownInts(facts.row, room);
  facts.value = grownFloats(facts.value, room);
  facts.recordedAt = grownFloats(facts.recordedAt, room);
}

function grownInts(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}

function grownFloats(from: Float64Array, length: number): Float64Array {
  const to = new Float64Array(length);
  to.set(from);
  return to;
}

function segmentOf(facts: FactBuffer, fact: number): FactSegment {
  let low = 0;
  let high = facts.segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (facts.segments[middle].start <= fact) low = middle;
    else high = middle - 1;
  }
  return facts.segments[low];
}

/** The cell that a fact's value stands in. */
export function placeOfFact(facts: FactBuffer, fact: number): CellPlace {
  const { sheet, valueColumn } = segmentOf(facts, fact);
  return { tab: sheet.name, cell: cellAddress(valueColumn, facts.row[fact]) };
}

/** Sheet, column and row of a fact's value, to look at the cell again. */
export function cellOfFact(facts: FactBuffer, fact: number) {
  const { sheet, valueColumn } = segmentOf(facts, fact);
  return { sheet, column: valueColumn, row: facts.row[fact] };
}

export function asMeasurements(facts: FactBuffer, measureIds: readonly string[]): Measurements {
  const { length } = facts;
  return {
    rowCount: length,
    measureIds,
    channels: facts.channels,
    measure: facts.measure.subarray(0, length),
    channel: facts.channel.subarray(0, length),
    day: facts.day.subarray(0, length),
    value: facts.value.subarray(0, length),
    recordedAt: facts.recordedAt.subarray(0, length),
    hasRecorded: facts.hasRecorded,
  };
}
