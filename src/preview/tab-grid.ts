import { displayText } from './emulation/host/display-text.ts';
import { columnLetters } from './emulation/workbook/a1-notation.ts';
import { cellAt, lastColumn, lastRow } from './emulation/workbook/cells.ts';
import type { Cell, Tab, Workbook } from './emulation/workbook/workbook.ts';
import type { TabCell, TabView } from './page-api.ts';

const MOST_ROWS = 400;
const MOST_COLUMNS = 40;
const MOST_CHARACTERS = 300;

function kindOf({ value }: Cell): TabCell['kind'] {
  if (value === null) return 'blank';
  if (typeof value === 'number') return 'number';
  return typeof value === 'object' ? 'error' : 'text';
}

function toTabCell(cell: Cell | undefined, locale: string): TabCell {
  if (cell === undefined) return { text: '', kind: 'blank' };
  const text = displayText(cell.value, cell.format ?? null, locale);
  return {
    text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text,
    kind: kindOf(cell),
    ...(cell.style?.textFormat?.bold === true ? { isBold: true } : {}),
    ...(cell.note === undefined ? {} : { note: cell.note }),
  };
}

const isHidden = (tab: Tab, column: number): boolean =>
  tab.columnProperties[column]?.hidden === true;

/** The part of a tab that a person would see first, as it is displayed. */
export function tabGrid(workbook: Workbook, tab: Tab): TabView {
  const [rowCount, columnCount] = [lastRow(tab), lastColumn(tab)];
  const columns = Array.from({ length: Math.min(columnCount, MOST_COLUMNS) }, (_, at) => at).filter(
    (column) => !isHidden(tab, column),
  );
  const rows = Array.from({ length: Math.min(rowCount, MOST_ROWS) }, (_, row) => ({
    number: row + 1,
    cells: columns.map((column) => toTabCell(cellAt(tab, row, column), workbook.locale)),
  }));
  return {
    title: tab.title,
    columns: columns.map(columnLetters),
    rows,
    isCut: rowCount > MOST_ROWS || columnCount > MOST_COLUMNS,
  };
}
