import { inEveryLanguage } from '../../language/cell-words.ts';
import type { ColumnId } from '../../layout/sheet-layout.ts';
import { cellAddress } from '../../model/a1-notation.ts';
import { grainNumber } from '../../model/period.ts';
import type { CellLocale } from '../cell/cell-locale.ts';
import { type CellProblem, problemOf, shown } from '../cell/cell-reading.ts';
import { currencyNamed } from '../cell/number-text.ts';
import { NUMERIC_DATE, readDate } from '../cell/read-date.ts';
import type { LabelledYear } from '../cell/read-period.ts';
import { readText } from '../cell/read-text.ts';
import type { FoundHeader } from '../rows/find-header.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { normaliseHeader, normaliseText } from '../sheet/normalise-text.ts';
import { formatAt, isBlankCell, type SheetInput } from '../sheet/sheet-input.ts';
import type { FactBuffer } from './fact-buffer.ts';
import { joinedDates } from './joined-dates.ts';
import { isNoFigure, notePassed } from './lines-passed.ts';
import { newSpellingMemo, noteSpelling, recallSpelling } from './spelling-memo.ts';

/** Days below these are no days: the date cell was blank, bad and reported, or the line no figure. */
export const NO_DAY = -1_000_000;
const BAD_DAY = NO_DAY - 1;
export const PASSED_DAY = NO_DAY - 2;

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
  /** The first and the last row with a day. */
  readonly firstDated: number;
  readonly lastDated: number;
  /** Rows of which it was told that a figure lacks its date. */
  readonly undated: Set<number>;
  /** By row from 0; NO_DAY or BAD_DAY where there is none. A period counts on its last day. */
  readonly days: Int32Array;
  /** How long a period each label named; null when every row names a day. */
  readonly grains: Uint8Array | null;
  readonly isLoading: boolean;
}

export function decodeDays(block: RowBlock, column: number, context: ReadContext): DecodedDays {
  const { sheet, firstRow, rowCount } = block;
  const cells = joinedDates(block, column) ?? sheet.columns[column];
  const days = new Int32Array(rowCount);
  let grains: Uint8Array | null = null;
  let isLoading = false;
  let lastDated = -1;
  const memo = new Map<unknown, { day: number; grain: number }>();
  for (let row = firstRow; row < rowCount; row++) {
    context.goOn();
    const cell = cells[row];
    if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < AFTER_LAST_SERIAL) {
      days[row] = Math.floor(cell) - SERIAL_OF_DAY_ZERO;
      lastDated = row;
      continue;
    }
    if (isBlankCell(cell)) {
      days[row] = NO_DAY;
      continue;
    }
    const known = memo.get(cell) ?? decodeLabel(block, { column, row, cell }, context);
    if (known.day > NO_DAY) {
      memo.set(cell, known);
      lastDated = row;
    }
    if (known.day === BAD_DAY) isLoading ||= isSourceLoading(cell);
    days[row] = known.day;
    if (known.grain > 0) {
      grains ??= new Uint8Array(rowCount);
      grains[row] = known.grain;
    }
  }
  tellDateOrders(block, column, memo, context);
  const firstDated = days.findIndex((day, row) => row >= firstRow && day > NO_DAY);
  return { days, grains, isLoading, firstDated, lastDated, undated: new Set() };
}

/** One column with 13/02/2026 and 02/14/2026: each can be one day only, and somebody mixed two files. */
function tellDateOrders(
  { sheet, headerOf }: RowBlock,
  column: number,
  memo: ReadonlyMap<unknown, unknown>,
  { issues }: ReadContext,
): void {
  const firstWith = (at: 1 | 3) =>
    [...memo.keys()].find(
      (cell): cell is string =>
        typeof cell === 'string' && Number(NUMERIC_DATE.exec(cell.trim())?.[at]) > 12,
    );
  const dayFirst = firstWith(1);
  const monthFirst = dayFirst === undefined ? undefined : firstWith(3);
  if (dayFirst === undefined || monthFirst === undefined) return;
  const addressOf = (cell: string) => cellAddress(column, sheet.columns[column].indexOf(cell));
  issues.add(
    'W_DATE_ORDERS',
    { tab: sheet.name, cell: addressOf(monthFirst) },
    {
      received: shown(monthFirst),
      column: headerOf(column),
      other: shown(dayFirst),
      otherCell: addressOf(dayFirst),
    },
  );
}

function isSourceLoading(cell: unknown): boolean {
  const reading = typeof cell === 'string' ? readText(cell) : null;
  return reading?.kind === 'bad';
}

function decodeLabel(
  block: RowBlock,
  { column, row, cell }: { column: number; row: number; cell: unknown },
  { issues, locale, cut, ...context }: ReadContext,
): { day: number; grain: number } {
  const { sheet, headerOf } = block;
  const reading = readDate(cell, formatAt(sheet, column, row), locale, cut);
  const tell = (problem: CellProblem) =>
    issues.addProblem(problem, headerOf(column), {
      tab: sheet.name,
      cell: cellAddress(column, row),
    });
  if (reading.kind === 'value') {
    const { end, grain } = reading.value;
    if (isOwnOrder(cell, locale, cut)) {
      tell(problemOf('I_DATE_STYLE', { received: shown(cell), date: { day: end } }));
    }
    return { day: end, grain: grainNumber(grain) };
  }
  if (reading.kind === 'bad') {
    const { code } = reading.problem;
    const isNoDate = code === 'E_DATE' || code === 'E_PERIOD_YEAR';
    if (isNoDate && isNoFigure(block, column, row)) {
      notePassed(block, column, row, { issues, locale, cut, ...context });
      return { day: PASSED_DAY, grain: 0 };
    }
    tell(reading.problem);
  }
  return { day: BAD_DAY, grain: 0 };
}

/** A date that only this tab's own way of writing makes clear. */
function isOwnOrder(cell: unknown, { usual }: CellLocale, cut: LabelledYear): boolean {
  const reading = usual === undefined ? null : readDate(cell, 'general', usual, cut);
  return reading?.kind === 'bad';
}

const CURRENCY_HEADERS: ReadonlySet<string> = new Set(
  inEveryLanguage(({ currencyColumns }) => currencyColumns).map(normaliseHeader),
);

/** The column that says in which currency each row is; -1 without one. */
export const currencyColumn = ({ sheet, headerOf }: RowBlock): number =>
  sheet.columns.findIndex((_, column) => CURRENCY_HEADERS.has(normaliseHeader(headerOf(column))));

/** By row the code that the column of currencies names, '' for none; null where there is none. */
export function decodeCurrencies(block: RowBlock): string[] | null {
  const cells = block.sheet.columns[currencyColumn(block)];
  return cells === undefined ? null : cells.map((cell) => currencyNamed(String(cell ?? '')) ?? '');
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
