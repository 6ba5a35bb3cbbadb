import { cellAddress } from '../../model/a1-notation.ts';
import { isReckonable } from '../../model/quantity.ts';
import type { CellReading } from '../cell/cell-reading.ts';
import { readDuration } from '../cell/read-duration.ts';
import { readNumber } from '../cell/read-number.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { formatAt, isBlankCell, type SheetInput } from '../sheet/sheet-input.ts';
import { BAD_CHANNEL, BAD_DAY, type DecodedDays, NO_DAY, type RowBlock } from './decode-columns.ts';
import { type FactBuffer, startSegment } from './fact-buffer.ts';
import type { MeasureDictionary } from './measure-dictionary.ts';

/** What the other columns of a tab say of each row. */
export interface RowFacts {
  readonly days: DecodedDays;
  readonly dateColumn: number;
  /** A row of what is counted is one event, also without a value; in a wide tab it is only a row. */
  readonly blankIsEvent: boolean;
  readonly channels: Int32Array | null;
  readonly moments: Float64Array | null;
}

/** Where values go, and who hears of it. */
export interface FactSink {
  readonly facts: FactBuffer;
  readonly dictionary: MeasureDictionary;
  readonly context: ReadContext;
}

/**
 * Reads one value column. `measures` holds the measure's position of every row, or one position
 * for all; rows outside `mask` are passed over. A number on a day of a measure takes the short
 * way; everything else is looked at.
 */
export function decodeValues(
  block: RowBlock,
  valueColumn: number,
  measures: Int32Array | number,
  rows: RowFacts,
  sink: FactSink,
  mask: Uint8Array | null = null,
): void {
  const { sheet, firstRow, rowCount } = block;
  const { facts } = sink;
  const { coarsestGrain, finestGrain } = sink.dictionary;
  // A column of measures belongs to a long tab, whose only value column this is.
  const spent = typeof measures === 'number' ? null : { measure: measures, day: rows.days.days };
  startSegment(facts, sheet, valueColumn, Math.max(0, rowCount - firstRow), spent);
  const values: readonly unknown[] = sheet.columns[valueColumn] ?? [];
  const { days, grains } = rows.days;
  const { channels, moments } = rows;
  const isDate = dateFormatted(sheet, valueColumn);
  const { measure, channel, day, value, recordedAt } = facts;
  let length = facts.length;
  let nextRow = -1;
  const failed: number[] = [];
  for (let row = firstRow; row < rowCount; row++) {
    if (mask !== null && mask[row] === 0) continue;
    const position = typeof measures === 'number' ? measures : measures[row];
    const cell = values[row];
    let number: number;
    if (typeof cell === 'number' && isReckonable(cell) && !isDate?.(row)) number = cell;
    else {
      const read =
        position < 0
          ? null
          : readOddValue(block, valueColumn, row, position, sink, failed, rows.blankIsEvent);
      if (read === null) continue;
      number = read;
    }
    if (position < 0) continue;
    if (days[row] <= NO_DAY) {
      if (days[row] !== BAD_DAY) reportBlank(block, rows.dateColumn, row, sink.context);
      continue;
    }
    const channelId = channels === null ? 0 : channels[row];
    if (channelId === BAD_CHANNEL) continue;
    measure[length] = position;
    if (channelId !== 0) channel[length] = channelId;
    day[length] = days[row];
    value[length] = number;
    if (moments !== null && moments[row] !== 0) {
      recordedAt[length] = moments[row];
      facts.hasRecorded = true;
    }
    if (row !== nextRow) {
      facts.runFacts.push(length);
      facts.runRows.push(row);
    }
    nextRow = row + 1;
    length++;
    const grain = grains === null ? 0 : grains[row];
    if (grain > coarsestGrain[position]) coarsestGrain[position] = grain;
    if (grain < finestGrain[position]) finestGrain[position] = grain;
  }
  const read = measure.subarray(facts.length, length);
  facts.length = length;
  for (const position of failed) {
    if (!read.includes(position)) sink.dictionary.isLoading[position] = 1;
  }
}

/** Whether a row's value became a date; null when none can have, which is nearly always. */
function dateFormatted(sheet: SheetInput, column: number): ((row: number) => boolean) | null {
  const format = sheet.formats?.[column];
  if (format === undefined) return null;
  if (!/^date/.test(format.usual) && format.except === undefined) return null;
  return (row) => /^date/.test(formatAt(sheet, column, row));
}

export function reportBlank(
  { sheet, headerOf }: RowBlock,
  column: number,
  row: number,
  context: ReadContext,
): void {
  const place = { tab: sheet.name, cell: cellAddress(column, row) };
  context.issues.addProblem({ code: 'E_BLANK', details: {} }, headerOf(column), place);
}

/**
 * A value that is not a plain number: null when it is missing or, with its issue, bad. An import
 * that failed leaves nothing but its error, so an error between numbers is that cell's alone:
 * `failed` collects the measures to look at once the column is read.
 */
function readOddValue(
  { sheet, headerOf }: RowBlock,
  column: number,
  row: number,
  position: number,
  { dictionary, context }: FactSink,
  failed: number[],
  blankIsEvent: boolean,
): number | null {
  const cell = sheet.columns[column]?.[row];
  if (isBlankCell(cell)) return blankIsEvent && dictionary.isCount[position] === 1 ? 1 : null;
  const format = formatAt(sheet, column, row);
  const isDuration = dictionary.measures[position].unit.kind === 'duration';
  const reading: CellReading<number> = isDuration
    ? readDuration(cell, format, context.locale)
    : readNumber(cell, format, context.locale);
  if (reading.kind === 'value') return reading.value;
  if (reading.kind === 'bad') {
    if (reading.problem.code === 'SOURCE_LOADING') dictionary.isLoading[position] = 1;
    else if (isFailedImport(reading.problem.code, cell) && !failed.includes(position)) {
      failed.push(position);
    }
    const place = { tab: sheet.name, cell: cellAddress(column, row) };
    context.issues.addProblem(reading.problem, headerOf(column), place);
  }
  return null;
}

/** An import that is under way, or that failed: #REF! is how IMPORTRANGE says so. */
export const isFailedImport = (code: string, cell: unknown): boolean =>
  code === 'SOURCE_LOADING' || (code === 'E_CELL_ERROR' && String(cell).trim() === '#REF!');
