import { colourOf, leadsTo } from './cell-look.ts';
import { displayText } from './emulation/host/display-text.ts';
import { columnLetters } from './emulation/workbook/a1-notation.ts';
import { cellAt, lastColumn, lastRow } from './emulation/workbook/cells.ts';
import { isTimeFormat } from './emulation/workbook/time-format.ts';
import type { Cell, Tab, Workbook } from './emulation/workbook/workbook.ts';
import type { TabCell, TabView } from './page-api.ts';
import { chartsOn } from './tab-charts.ts';

const MOST_ROWS = 400;
const MOST_COLUMNS = 40;
const MOST_CHARACTERS = 300;

function kindOf({ value }: Cell): TabCell['kind'] {
  if (value === null) return 'blank';
  if (typeof value === 'number') return 'number';
  return typeof value === 'object' ? 'error' : 'text';
}

/** What a person types to have this in the cell: a formula, every digit of a number, the rest as it shows. */
function typedText({ value, format, formula }: Cell, shown: string, locale: string): string {
  if (formula !== undefined) return formula;
  if (typeof value !== 'number' || isTimeFormat(format ?? '')) return shown;
  const isPercent = format?.includes('%') === true;
  const digits = displayText(isPercent ? +(value * 100).toPrecision(15) : value, null, locale);
  return isPercent ? `${digits}%` : digits;
}

function toTabCell(workbook: Workbook, tab: Tab, row: number, column: number): TabCell {
  const cell = cellAt(tab, row, column);
  if (cell === undefined) return { text: '', kind: 'blank' };
  const { locale } = workbook;
  const text = displayText(cell.value, cell.format ?? null, locale);
  const typed = typedText(cell, text, locale);
  const lead = leadsTo(workbook, cell.style?.textFormat?.link);
  return {
    ...(typed === text ? {} : { typed }),
    text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text,
    kind: kindOf(cell),
    ...(cell.style?.textFormat?.bold === true ? { isBold: true } : {}),
    ...colourOf(tab, row, column, text),
    ...(lead === undefined ? {} : { leadsTo: lead }),
    ...(cell.note === undefined ? {} : { note: cell.note }),
  };
}

const isHidden = (tab: Tab, column: number): boolean =>
  tab.columnProperties[column]?.hidden === true;

/** Where somebody goes on typing: rows below the last, and columns of a tab with nothing in it. */
const ROWS_BELOW = 12;
const FEWEST_COLUMNS = 8;

/** The part of a tab that a person would see first, as it is displayed. */
export function tabGrid(workbook: Workbook, tab: Tab, canType: boolean): TabView {
  const rowCount = lastRow(tab) + (canType ? ROWS_BELOW : 0);
  const columnCount = Math.max(lastColumn(tab), canType ? FEWEST_COLUMNS : 0);
  const columns = Array.from({ length: Math.min(columnCount, MOST_COLUMNS) }, (_, at) => at).filter(
    (column) => !isHidden(tab, column),
  );
  const rows = Array.from({ length: Math.min(rowCount, MOST_ROWS) }, (_, row) => ({
    number: row + 1,
    cells: columns.map((column) => toTabCell(workbook, tab, row, column)),
  }));
  return {
    title: tab.title,
    canType,
    columns: columns.map(columnLetters),
    rows,
    isCut: rowCount > MOST_ROWS || columnCount > MOST_COLUMNS,
    charts: chartsOn(workbook, tab),
  };
}
