import type { ColumnId } from '../../layout/sheet-layout.ts';
import { cellAddress } from '../../model/a1-notation.ts';
import { grainNumber } from '../../model/period.ts';
import { readDate } from '../cell/read-date.ts';
import { readText } from '../cell/read-text.ts';
import type { FoundHeader } from '../rows/find-header.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { formatAt, isBlankCell, type SheetInput } from '../sheet/sheet-input.ts';
import type { FactBuffer } from './fact-buffer.ts';
import { newSpellingMemo, noteSpelling, recallSpelling } from './spelling-memo.ts';

/** Days below these are no days: the date cell was blank, or bad and reported. */
export const NO_DAY = -1_000_000;
export const BAD_DAY = NO_DAY - 1;

/** Serials of 1920 to 2199 go the short way; labels, compact dates and text are looked at. */
export const FIRST_SERIAL = 7306;
export const AFTER_LAST_SERIAL = 109575;
const SERIAL_OF_DAY_ZERO = 25569;

export type ActualsTab = FoundHeader<ColumnId<'actuals'>>;

/** A block of rows below a header. */
export interface RowBlock {
  readonly sheet: SheetInput;
  readonly firstRow: number;
  readonly rowCount: number;
  /** The header of a column, for sentences. */
  readonly headerOf: (column: number) => string;
}

export interface DecodedDays {
  /** By row from 0; NO_DAY or BAD_DAY where there is none. A period counts on its last day. */
  readonly days: Int32Array;
  /** How long a period each label named; null when every row names a day. */
  readonly grains: Uint8Array | null;
  readonly isLoading: boolean;
}

export function decodeDays(block: RowBlock, column: number, context: ReadContext): DecodedDays {
  const { sheet, firstRow, rowCount } = block;
  const cells = sheet.columns[column];
  const days = new Int32Array(rowCount);
  let grains: Uint8Array | null = null;
  let isLoading = false;
  const memo = new Map<unknown, { day: number; grain: number }>();
  for (let row = firstRow; row < rowCount; row++) {
    const cell = cells[row];
    if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < AFTER_LAST_SERIAL) {
      days[row] = Math.floor(cell) - SERIAL_OF_DAY_ZERO;
      continue;
    }
    if (isBlankCell(cell)) {
      days[row] = NO_DAY;
      continue;
    }
    const known = memo.get(cell) ?? decodeLabel(block, column, row, context);
    if (known.day !== BAD_DAY) memo.set(cell, known);
    else isLoading ||= isSourceLoading(cell);
    days[row] = known.day;
    if (known.grain > 0) {
      grains ??= new Uint8Array(rowCount);
      grains[row] = known.grain;
    }
  }
  return { days, grains, isLoading };
}

function isSourceLoading(cell: unknown): boolean {
  const reading = typeof cell === 'string' ? readText(cell) : null;
  return reading?.kind === 'bad';
}

function decodeLabel(
  { sheet, headerOf }: RowBlock,
  column: number,
  row: number,
  context: ReadContext,
): { day: number; grain: number } {
  const format = formatAt(sheet, column, row);
  const reading = readDate(sheet.columns[column][row], format, context.locale, context.cut);
  if (reading.kind === 'value') {
    return { day: reading.value.end, grain: grainNumber(reading.value.grain) };
  }
  if (reading.kind === 'bad') {
    const place = { tab: sheet.name, cell: cellAddress(column, row) };
    context.issues.addProblem(reading.problem, headerOf(column), place);
  }
  return { day: BAD_DAY, grain: 0 };
}

/** Positions in the dictionary of channels, by row; a channel is met by its first spelling. */
export function decodeChannels(
  { sheet, firstRow, rowCount, headerOf }: RowBlock,
  column: number,
  facts: FactBuffer,
  context: ReadContext,
): Int32Array {
  const cells = sheet.columns[column];
  const channels = new Int32Array(rowCount);
  const memo = newSpellingMemo();
  for (let row = firstRow; row < rowCount; row++) {
    const cell = cells[row];
    if (cell === '' || cell === undefined) continue;
    let channel = recallSpelling(memo, cell);
    if (channel === undefined) {
      const reading = readText(cell, formatAt(sheet, column, row));
      channel = reading.kind === 'value' ? channelId(facts, reading.value) : 0;
      if (reading.kind === 'bad') {
        channel = BAD_CHANNEL;
        const place = { tab: sheet.name, cell: cellAddress(column, row) };
        context.issues.addProblem(reading.problem, headerOf(column), place);
      } else noteSpelling(memo, cell, channel);
    }
    channels[row] = channel;
  }
  return channels;
}

/** A row with it is left out: its value belongs to a channel nobody can name. */
export const BAD_CHANNEL = -1;

function channelId(facts: FactBuffer, name: string): number {
  const key = normaliseText(name);
  const known = facts.channelIds.get(key);
  if (known !== undefined) return known;
  const id = facts.channels.length;
  facts.channelIds.set(key, id);
  facts.channels.push(name);
  return id;
}
