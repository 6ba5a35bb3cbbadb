import { type CellPlace, cellAddress } from '../../model/a1-notation.ts';
import { isReckonable } from '../../model/quantity.ts';
import type { CellLocale } from '../cell/cell-locale.ts';
import {
  type CellProblem,
  type CellReading,
  problemOf,
  read,
  shown,
} from '../cell/cell-reading.ts';
import { currencyNamed, isOfCurrency } from '../cell/number-text.ts';
import { readNumber } from '../cell/read-number.ts';
import { readText } from '../cell/read-text.ts';
import { saidYesOrNo } from '../cell/read-yes-no.ts';
import type { ReadContext } from '../rows/read-context.ts';
import {
  type FormatClass,
  formatAt,
  isBlankCell,
  type SheetInput,
  signAt,
} from '../sheet/sheet-input.ts';
import {
  BAD_CHANNEL,
  type DecodedDays,
  NO_DAY,
  PASSED_DAY,
  type RowBlock,
} from './decode-columns.ts';
import { type FactBuffer, grainsOf, noteUnreadable, startSegment } from './fact-buffer.ts';
import { isNoFigure, isSumOf, notePassed } from './lines-passed.ts';
import {
  type MeasureDictionary,
  noteEventText,
  noteUnread,
  numberOfValue,
  READS_DIFFERENT_VALUE,
  READS_EVENT,
  READS_NUMBER,
} from './measure-dictionary.ts';
import { readFigure, toldOf } from './read-figure.ts';
import type { TabStyles } from './tab-style.ts';

/** What the other columns of a tab say of each row. */
export interface RowFacts {
  readonly days: DecodedDays;
  readonly dateColumn: number;
  /** A row of what is counted is one event, also without a value; in a wide tab it is only a row. */
  readonly blankIsEvent: boolean;
  /** A row of what is counted that has no date has not happened yet: an open ticket. */
  readonly undatedIsOpen: boolean;
  /** Code of the currency that a column of the tab names for each row, '' for none; null without. */
  readonly currencies: readonly string[] | null;
  readonly channels: Int32Array | null;
  readonly moments: Float64Array | null;
}

/** Where values go, and who hears of it. */
export interface FactSink {
  readonly facts: FactBuffer;
  readonly dictionary: MeasureDictionary;
  readonly context: ReadContext;
  readonly styles: TabStyles;
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
  const { reads } = sink.dictionary;
  // A column of measures belongs to a long tab, whose only value column this is.
  const spent = typeof measures === 'number' ? null : { measure: measures, day: rows.days.days };
  startSegment(facts, sheet, valueColumn, Math.max(0, rowCount - firstRow), spent);
  const values: readonly unknown[] = sheet.columns[valueColumn] ?? [];
  const { days, grains } = rows.days;
  const { channels, moments } = rows;
  const isOddFormat = oddlyFormatted(sheet, valueColumn);
  const showsMoney = sheet.formats?.[valueColumn]?.currency !== undefined;
  const { measure, channel, day, value, recordedAt } = facts;
  let length = facts.length;
  let nextRow = -1;
  let dayAbove = NO_DAY;
  const failed: number[] = [];
  for (let row = firstRow; row < rowCount; row++) {
    sink.context.goOn();
    const rowDay = days[row];
    const isDated = rowDay > NO_DAY;
    if (isDated) dayAbove = rowDay;
    else if (rowDay === PASSED_DAY) continue;
    if (mask !== null && mask[row] === 0) continue;
    const position = typeof measures === 'number' ? measures : measures[row];
    if (position < 0) continue;
    const cell = values[row];
    if (rowDay === NO_DAY && isOutside(block, row, rows, sink.context)) continue;
    const foreign = foreignCurrency(rows.currencies?.[row], position, sink);
    const isPlain =
      typeof cell === 'number' &&
      foreign === null &&
      isReckonable(cell) &&
      reads[position] !== READS_DIFFERENT_VALUE &&
      !isOddFormat?.(row);
    const number = isPlain
      ? cell
      : foreign !== null && !isBlankCell(cell)
        ? refuseCurrency(block, { column: valueColumn, row, ...foreign }, sink)
        : readOddValue(block, valueColumn, row, position, sink, failed, rows.blankIsEvent);
    if (number === null) continue;
    const isBad = Number.isNaN(number);
    if (showsMoney && isPlain) noteSign(sink.dictionary, position, sheet, valueColumn, row);
    if (isBad || rowDay < NO_DAY) {
      const at = isBad ? valueColumn : rows.dateColumn;
      const cellOf = () => ({ tab: sheet.name, cell: cellAddress(at, row) });
      noteUnread(sink.dictionary, position, cellOf);
    }
    const channelId = channels === null ? 0 : channels[row];
    if (!isDated) {
      const isNumber = isPlain || (reads[position] === READS_NUMBER && !isBad);
      const isOpen = rows.undatedIsOpen && reads[position] !== READS_NUMBER;
      if (rowDay === NO_DAY && !isBad) reportUndated(block, row, rows, isOpen, sink.context);
      if (isNumber && dayAbove > NO_DAY) noteUnreadable(facts, position, channelId, dayAbove);
      continue;
    }
    if (isBad || channelId === BAD_CHANNEL) {
      noteUnreadable(facts, position, channelId, rowDay);
      continue;
    }
    measure[length] = position;
    if (channelId !== 0) channel[length] = channelId;
    day[length] = rowDay;
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
    const grain = grains === null ? 0 : grains[row];
    if (grain !== 0) grainsOf(facts)[length] = grain;
    length++;
  }
  const added = measure.subarray(facts.length, length);
  facts.length = length;
  for (const position of failed) {
    if (!added.includes(position)) sink.dictionary.isLoading[position] = 1;
  }
}

/** An amount without a unit is of the currency that its cell shows. */
function noteSign(
  { currencies }: MeasureDictionary,
  position: number,
  sheet: SheetInput,
  column: number,
  row: number,
): void {
  if (currencies[position] !== undefined) return;
  const sign = signAt(sheet, column, row);
  const code = sign === null ? null : currencyNamed(sign);
  if (code !== null) currencies[position] = code;
}

/** A line without a date that nobody misses: an empty one, or one that adds up the others. */
function isOutside(
  block: RowBlock,
  row: number,
  { days: { days, firstDated, lastDated }, dateColumn }: RowFacts,
  context: ReadContext,
): boolean {
  const beyond = Math.max(firstDated - row, row - lastDated);
  const isSum =
    isNoFigure(block, dateColumn, row) ||
    (beyond > 0 &&
      isSumOf(block.sheet, row, beyond, (at) => at >= block.firstRow && days[at] > NO_DAY));
  if (isSum) notePassed(block, dateColumn, row, context);
  return isSum;
}

/** A figure without a date, told once a row however many measures stand in it. */
function reportUndated(
  { sheet, headerOf }: RowBlock,
  row: number,
  { days, dateColumn }: RowFacts,
  isOpen: boolean,
  { issues }: ReadContext,
): void {
  if (days.undated.has(row)) return;
  days.undated.add(row);
  const place = { tab: sheet.name, cell: cellAddress(dateColumn, row) };
  const code = isOpen ? 'W_UNDATED_ROWS' : 'E_UNDATED';
  issues.addProblem({ code, details: {} }, headerOf(dateColumn), place);
}

/** The currency of a row and that of its measure, where the one is no amount of the other. */
function foreignCurrency(
  currency: string | undefined,
  position: number,
  { dictionary }: FactSink,
): { currency: string; asked: string } | null {
  const { unit } = dictionary.measures[position];
  if (currency === undefined || currency === '' || unit.kind !== 'currency') return null;
  return isOfCurrency(currency, unit.currency) ? null : { currency, asked: unit.currency };
}

/** NaN, with the finding of an amount that its row says is of another currency. */
function refuseCurrency(
  { sheet, headerOf }: RowBlock,
  amount: { column: number; row: number; currency: string; asked: string },
  { context }: FactSink,
): number {
  const { column, row, currency, asked } = amount;
  const received = `${shown(sheet.columns[column]?.[row])} ${currency}`;
  const place = { tab: sheet.name, cell: cellAddress(column, row) };
  const problem = problemOf('E_CURRENCY', { received, currency: asked });
  context.issues.addProblem(problem, headerOf(column), place);
  return Number.NaN;
}

const SHOWS_TIME = /^(?:date|time|duration)/;

/** Whether a row's value shows a date or a time; null when none can, which is nearly always. */
function oddlyFormatted(sheet: SheetInput, column: number): ((row: number) => boolean) | null {
  const format = sheet.formats?.[column];
  if (format === undefined) return null;
  if (!SHOWS_TIME.test(format.usual) && format.except === undefined) return null;
  return (row) => SHOWS_TIME.test(formatAt(sheet, column, row));
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
 * A value that is not a plain number: null when it is missing, NaN when it is bad, with its issue.
 * An import that failed leaves nothing but its error, so an error between numbers is that cell's
 * alone: `failed` collects the measures to look at once the column is read.
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
  const reads = dictionary.reads[position];
  if (isBlankCell(cell)) return blankIsEvent && reads === READS_EVENT ? 1 : null;
  const format = formatAt(sheet, column, row);
  const place = () => ({ tab: sheet.name, cell: cellAddress(column, row) });
  const reading = readValue(cell, format, position, dictionary, context, place);
  const tell = (problem: CellProblem | null) => {
    if (problem !== null) context.issues.addProblem(problem, headerOf(column), place());
  };
  if (reading.kind === 'value') {
    if (reads !== READS_DIFFERENT_VALUE) tell(toldOf(cell, format, reading.value, context.locale));
    return reading.value;
  }
  if (reading.kind === 'blank') {
    tell(problemOf('I_BLANK_MARK', { received: shown(cell) }));
    return null;
  }
  tell(reading.problem);
  if (reading.problem.code === 'SOURCE_LOADING') {
    dictionary.isLoading[position] = 1;
    return null;
  }
  if (isFailedImport(reading.problem.code, cell) && !failed.includes(position)) {
    failed.push(position);
  }
  return Number.NaN;
}

function readValue(
  cell: unknown,
  format: FormatClass,
  position: number,
  dictionary: MeasureDictionary,
  { locale }: ReadContext,
  place: () => CellPlace,
): CellReading<number> {
  const reads = dictionary.reads[position];
  if (reads === READS_NUMBER) return readFigure(cell, format, position, dictionary, locale);
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  return reads === READS_EVENT
    ? readEvent(cell, text.value, position, dictionary, locale, place)
    : read(numberOfValue(dictionary, position, text.value));
}

/** What is counted is an event, whatever is said of it; only a 0, a "no" and an unticked box are none. */
function readEvent(
  cell: unknown,
  text: string,
  position: number,
  dictionary: MeasureDictionary,
  locale: CellLocale,
  place: () => CellPlace,
): CellReading<number> {
  const said = saidYesOrNo(cell);
  if (said !== null) return read(said ? 1 : 0);
  if (typeof cell === 'number') return read(1);
  const number = readNumber(cell, 'general', locale);
  if (number.kind === 'value') return number;
  noteEventText(dictionary, position, text, place);
  return read(1);
}

/** An import that is under way, or that failed: #REF! is how IMPORTRANGE says so. */
export const isFailedImport = (code: string, cell: unknown): boolean =>
  code === 'SOURCE_LOADING' || (code === 'E_CELL_ERROR' && String(cell).trim() === '#REF!');
