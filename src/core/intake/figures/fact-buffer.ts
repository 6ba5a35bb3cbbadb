import { type CellPlace, cellAddress } from '../../model/a1-notation.ts';
import type { Measurements } from '../../model/measurements.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';

/** A run of facts that were read from one value column. */
interface FactSegment {
  readonly start: number;
  readonly sheet: SheetInput;
  readonly valueColumn: number;
}

/** Cells with something in them that is no value of their measure, in the columns of the model. */
interface UnreadableFacts {
  readonly measure: number[];
  readonly channel: number[];
  readonly day: number[];
}

/**
 * Facts while they are read: typed columns with room to grow, and where each fact stands. A fact
 * costs no object; only a column of a sheet does, and a gap two numbers.
 */
export interface FactBuffer {
  length: number;
  measure: Int32Array;
  channel: Int32Array;
  day: Int32Array;
  value: Float64Array;
  recordedAt: Float64Array;
  hasRecorded: boolean;
  /** Position in CADENCES of the period that a label named, 0 for a date; null without any label. */
  grain: Uint8Array | null;
  readonly unreadable: UnreadableFacts;
  readonly segments: FactSegment[];
  /** First fact and first row of each run of facts that stand below one another. */
  readonly runFacts: number[];
  readonly runRows: number[];
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
    grain: null,
    unreadable: { measure: [], channel: [], day: [] },
    segments: [],
    runFacts: [],
    runRows: [],
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
    facts.value = new Float64Array(most);
    facts.recordedAt = new Float64Array(most);
    return;
  }
  const room = Math.max(needed, Math.floor(facts.value.length * 1.5));
  facts.measure = grownInts(facts.measure, room);
  facts.channel = grownInts(facts.channel, room);
  facts.day = grownInts(facts.day, room);
  facts.value = grownFloats(facts.value, room);
  facts.recordedAt = grownFloats(facts.recordedAt, room);
  if (facts.grain !== null) facts.grain = grownBytes(facts.grain, room);
}

/** The lengths of periods of all facts there is room for; most workbooks name none. */
export function grainsOf(facts: FactBuffer): Uint8Array {
  facts.grain ??= new Uint8Array(facts.value.length);
  return facts.grain;
}

export function noteUnreadable(
  { unreadable }: FactBuffer,
  measure: number,
  channel: number,
  day: number,
): void {
  unreadable.measure.push(measure);
  unreadable.channel.push(channel);
  unreadable.day.push(day);
}

function grownBytes(from: Uint8Array, length: number): Uint8Array {
  const to = new Uint8Array(length);
  to.set(from);
  return to;
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

/** Leaves facts out, and keeps where each of the others stands. */
export function dropFacts(facts: FactBuffer, isDropped: Uint8Array): void {
  const rows = Int32Array.from({ length: facts.length }, (_, fact) => rowOfFact(facts, fact));
  const { measure, channel, day, value, recordedAt, grain, segments, runFacts, runRows } = facts;
  runFacts.length = 0;
  runRows.length = 0;
  let kept = 0;
  let next = 0;
  for (let fact = 0; fact < facts.length; fact++) {
    for (; next < segments.length && segments[next].start <= fact; next++) {
      segments[next] = { ...segments[next], start: kept };
    }
    if (isDropped[fact] === 1) continue;
    measure[kept] = measure[fact];
    channel[kept] = channel[fact];
    day[kept] = day[fact];
    value[kept] = value[fact];
    recordedAt[kept] = recordedAt[fact];
    if (grain !== null) grain[kept] = grain[fact];
    const isFirst = kept === 0 || segments[next - 1].start === kept;
    if (isFirst || rows[fact] !== rows[fact - 1] + 1 || isDropped[fact - 1] === 1) {
      runFacts.push(kept);
      runRows.push(rows[fact]);
    }
    kept++;
  }
  for (; next < segments.length; next++) segments[next] = { ...segments[next], start: kept };
  facts.length = kept;
}

/** Position of the last of `count` stretches, told by their first facts, that begins by the fact. */
function stretchOf(count: number, firstFact: (at: number) => number, fact: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstFact(middle) <= fact) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The row of the sheet that a fact stands in. */
export function rowOfFact({ runFacts, runRows }: FactBuffer, fact: number): number {
  const run = stretchOf(runFacts.length, (at) => runFacts[at], fact);
  return runRows[run] + fact - runFacts[run];
}

/** Sheet, column and row of a fact's value, to look at the cell again. */
export function cellOfFact(facts: FactBuffer, fact: number) {
  const { segments } = facts;
  const { sheet, valueColumn } =
    segments[stretchOf(segments.length, (at) => segments[at].start, fact)];
  return { sheet, column: valueColumn, row: rowOfFact(facts, fact) };
}

/** The cell that a fact's value stands in. */
export function placeOfFact(facts: FactBuffer, fact: number): CellPlace {
  const { sheet, column, row } = cellOfFact(facts, fact);
  return { tab: sheet.name, cell: cellAddress(column, row) };
}

/** @param totalChannels positions of the channels that are called a total */
export function asMeasurements(
  facts: FactBuffer,
  measureIds: readonly string[],
  totalChannels: readonly number[],
): Measurements {
  const { length, grain, unreadable } = facts;
  return {
    rowCount: length,
    measureIds,
    channels: facts.channels,
    totalChannels,
    measure: facts.measure.subarray(0, length),
    channel: facts.channel.subarray(0, length),
    day: facts.day.subarray(0, length),
    periodLength: grain === null ? null : grain.subarray(0, length),
    value: facts.value.subarray(0, length),
    recordedAt: facts.recordedAt.subarray(0, length),
    hasRecorded: facts.hasRecorded,
    unreadable: { count: unreadable.day.length, ...unreadable },
  };
}
