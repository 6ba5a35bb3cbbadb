import { cellAddress } from '../../model/a1-notation.ts';
import { grainNumber } from '../../model/period.ts';
import { readDate } from '../cell/read-date.ts';
import type { LabelledPeriod } from '../cell/read-period.ts';
import { type FoundHeader, findHeader, soughtColumns } from '../rows/find-header.ts';
import type { AcrossHeader, PeriodHeader } from '../rows/period-headers.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { cellAt, isBlankCell, rowCountOf, type SheetInput } from '../sheet/sheet-input.ts';
import { decodeChannels, type RowBlock } from './decode-columns.ts';
import { decodeValues, type FactSink } from './decode-values.ts';
import { positionOfName } from './measure-dictionary.ts';
import { decodeMeasures } from './read-long-tab.ts';
import { beginsLikeTotal } from './total-names.ts';

/** No other column of such a tab says anything of a value. */
const ALONE = { blankIsEvent: false, undatedIsOpen: false, currencies: null, moments: null };

/** A row that is of no measure. */
const NO_ROW = -1;

/** A tab with a name in each row and a period over each column, as a block of rows. */
export interface AcrossTab extends FoundHeader<'measure' | 'channel'> {
  readonly periods: readonly PeriodHeader[];
}

export function acrossTab(sheet: SheetInput, { headerRow, periods }: AcrossHeader): AcrossTab {
  const columns = soughtColumns('actuals').flatMap((column) =>
    column.id === 'measure' || column.id === 'channel' ? { ...column, id: column.id } : [],
  );
  const known = findHeader(sheet, columns, (row) => row === headerRow);
  return {
    sheet,
    headerRow,
    rowCount: rowCountOf(sheet),
    columnOf: known?.columnOf ?? {},
    repeated: [],
    periods,
  };
}

/** The figures of an Actuals tab with periods across: a measure in each row, or its months down. */
export function readActualsAcross(tab: AcrossTab, block: RowBlock, sink: FactSink): void {
  const down = partsDown(tab, sink.context);
  if (down !== null) {
    const measure = measureAbove(tab, sink);
    if (measure !== null) readParts(tab, block, down, measure, sink);
    return;
  }
  const names = tab.columnOf.measure ?? firstText(tab);
  const measures = decodeMeasures(block, names, undefined, sink, (name) => !beginsLikeTotal(name));
  readPeriods(tab, block, measures, tab.columnOf.channel, sink);
}

/** The rows of a source with periods across, by what any cell left of the periods says. */
export interface AskedRows {
  /** '' for every row, each a channel. */
  readonly names: readonly string[];
  readonly channelColumn: number | undefined;
}

/** The figures of one measure in the rows of `mask`; false when no row at all has its name. */
export function readSourceAcross(
  tab: AcrossTab,
  block: RowBlock,
  position: number,
  { names, channelColumn }: AskedRows,
  mask: Uint8Array | null,
  sink: FactSink,
): boolean {
  const down = partsDown(tab, sink.context);
  if (down !== null) {
    const passed = down.map((part, row) => (mask === null || mask[row] === 1 ? part : null));
    readParts(tab, block, passed, position, sink);
    return true;
  }
  const keys = names.map(normaliseText);
  const isNamed = (row: number) =>
    namesOf(tab, row).some((name) => keys.includes(normaliseText(name)));
  const rows = Array.from({ length: tab.rowCount }, (_, row) => row);
  const below = rows.filter((row) => row > tab.headerRow);
  const named = below.filter(isNamed);
  const isChannelRow = (row: number) =>
    namesOf(tab, row).length > 0 && !namesOf(tab, row).some(beginsLikeTotal);
  const asked =
    named.length === 0 && channelColumn !== undefined ? below.filter(isChannelRow) : named;
  const measures = new Int32Array(tab.rowCount).fill(NO_ROW);
  for (const row of asked) if (mask === null || mask[row] === 1) measures[row] = position;
  readPeriods(tab, block, measures, channelColumn, sink);
  return asked.length > 0;
}

/** What a row is of each year, "jan" of 2026; null for a row that is no part of a year. */
type PartsDown = readonly (((year: string) => LabelledPeriod | null) | null)[];

/** Below years across, the months, quarters or weeks down the side; null where there are none. */
function partsDown(
  { sheet, headerRow, rowCount, periods }: AcrossTab,
  { locale, cut }: ReadContext,
): PartsDown | null {
  if (periods[0].period.grain !== 'year') return null;
  for (const column of sheet.columns.slice(0, periods[0].column)) {
    const parts = Array.from({ length: rowCount }, (_, row) => {
      const label = row > headerRow && typeof column[row] === 'string' ? String(column[row]) : '';
      if (label === '' || /\d{4}/.test(label)) return null;
      const periodIn = (year: string) => {
        const reading = readDate(`${label.trim()} ${year}`, 'general', locale, cut);
        return reading.kind === 'value' ? reading.value : null;
      };
      const { grain = 'year' } = periodIn(yearOf(sheet, headerRow, periods[0])) ?? {};
      return grain === 'year' || grain === 'day' ? null : periodIn;
    });
    if (parts.filter((part) => part !== null).length > 1) return parts;
  }
  return null;
}

const yearOf = (sheet: SheetInput, headerRow: number, { column }: PeriodHeader): string =>
  String(cellAt(sheet, column, headerRow)).trim();

/** The measure whose name stands in the corner, or above it; else a finding. */
function measureAbove(
  { sheet, headerRow, periods }: AcrossTab,
  { dictionary, context }: FactSink,
): number | null {
  for (let row = headerRow; row >= 0; row--) {
    for (const cells of sheet.columns) {
      const position = positionOfName(dictionary, String(cells[row] ?? ''));
      if (position >= 0) return position;
    }
  }
  const corner = cellAddress(Math.max(0, periods[0].column - 1), headerRow);
  context.issues.add('E_ACROSS_MEASURE', { tab: sheet.name, cell: corner }, {});
  return null;
}

function readParts(
  { sheet, headerRow, rowCount, periods }: AcrossTab,
  block: RowBlock,
  down: PartsDown,
  position: number,
  sink: FactSink,
): void {
  for (const header of periods) {
    const year = yearOf(sheet, headerRow, header);
    const whole = Array.from({ length: rowCount }, (_, row) => down[row]?.(year) ?? null);
    const days = {
      days: Int32Array.from(whole, (period) => period?.end ?? 0),
      grains: Uint8Array.from(whole, (period) => (period === null ? 0 : grainNumber(period.grain))),
      isLoading: false,
      firstDated: 0,
      lastDated: rowCount - 1,
      undated: new Set<number>(),
    };
    const { column } = header;
    const rows = { days, dateColumn: column, ...ALONE, channels: null };
    const measures = Int32Array.from(whole, (period) => (period === null ? NO_ROW : position));
    decodeValues(block, column, measures, rows, sink);
  }
}

/** The texts left of the first period. */
export function namesOf({ sheet, periods }: AcrossTab, row: number): string[] {
  return sheet.columns.slice(0, periods[0].column).flatMap((column) => {
    const cell = column[row];
    return typeof cell === 'string' && !isBlankCell(cell) ? cell.trim() : [];
  });
}

/** The first column left of the periods that holds text below its header. */
function firstText({ sheet, headerRow, periods }: AcrossTab): number {
  const found = sheet.columns
    .slice(0, periods[0].column)
    .findIndex((column) =>
      column.slice(headerRow + 1).some((cell) => typeof cell === 'string' && cell.trim() !== ''),
    );
  return Math.max(0, found);
}

function readPeriods(
  { periods, rowCount }: AcrossTab,
  block: RowBlock,
  measures: Int32Array,
  channelColumn: number | undefined,
  sink: FactSink,
): void {
  const channels =
    channelColumn === undefined
      ? null
      : decodeChannels(block, channelColumn, sink.facts, sink.context);
  for (const { column, period } of periods) {
    const days = {
      days: new Int32Array(rowCount).fill(period.end),
      grains: new Uint8Array(rowCount).fill(grainNumber(period.grain)),
      isLoading: false,
      firstDated: 0,
      lastDated: rowCount - 1,
      undated: new Set<number>(),
    };
    const rows = { days, dateColumn: column, ...ALONE, channels };
    // A value column may overwrite the measures of its rows.
    decodeValues(block, column, measures.slice(), rows, sink);
  }
}
