import { grainNumber } from '../../model/period.ts';
import { type FoundHeader, findHeader, soughtColumns } from '../rows/find-header.ts';
import type { AcrossHeader, PeriodHeader } from '../rows/period-headers.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { isBlankCell, rowCountOf, type SheetInput } from '../sheet/sheet-input.ts';
import { decodeChannels, type RowBlock } from './decode-columns.ts';
import { decodeValues, type FactSink } from './decode-values.ts';
import { decodeMeasures } from './read-long-tab.ts';
import { beginsLikeTotal } from './total-names.ts';

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

/** The figures of an Actuals tab with periods across: a measure in each row. */
export function readActualsAcross(tab: AcrossTab, block: RowBlock, sink: FactSink): void {
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

/** The figures of one measure; false when no row has its name. */
export function readSourceAcross(
  tab: AcrossTab,
  block: RowBlock,
  position: number,
  { names, channelColumn }: AskedRows,
  sink: FactSink,
): boolean {
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
  for (const row of asked) measures[row] = position;
  readPeriods(tab, block, measures, channelColumn, sink);
  return asked.length > 0;
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
    const rows = { days, dateColumn: column, blankIsEvent: false, channels, moments: null };
    // A value column may overwrite the measures of its rows.
    decodeValues(block, column, measures.slice(), rows, sink);
  }
}
