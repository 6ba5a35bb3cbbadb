import type { GridRectangle } from '../workbook/workbook.ts';
import { cellData, type HeldCell, partsOfFields } from './sheets-cell-data.ts';
import { readParts, type TabFacts, type WorkbookFacts } from './workbook-access.ts';

/** A member of an answer that is left out when its list is empty, as the API does. */
export const given = <T>(name: string, list: readonly T[]): object =>
  list.length > 0 ? { [name]: list } : {};

type DimensionList = TabFacts['columnProperties'];

function dimensionMetadata(
  list: DimensionList,
  start: number,
  end: number,
  size: number,
): object[] {
  return Array.from({ length: end - start }, (_place, at) => {
    const { pixelSize = size, hidden = false } = list[start + at] ?? {};
    return { pixelSize, ...(hidden && { hiddenByUser: true }) };
  });
}

/** [assumed] Cells that say nothing, and rows of such cells, are left out at the end. */
function withoutEmptyEnd(list: readonly object[], isEmpty: (member: object) => boolean): object[] {
  let length = list.length;
  while (length > 0 && isEmpty(list[length - 1] ?? {})) length -= 1;
  return list.slice(0, length);
}

const hasNothing = (member: object) => Object.keys(member).length === 0;

/** One cell with the parts that were read; all others as in an empty cell. */
function heldCell(
  parts: Readonly<Record<string, unknown[][]>>,
  wanted: readonly string[],
  row: number,
  column: number,
): HeldCell {
  const cell: Record<string, unknown> = {
    value: null,
    entered: null,
    format: null,
    note: null,
    validation: null,
    style: null,
  };
  for (const part of wanted) cell[part] = parts[part]?.[row]?.[column] ?? null;
  // SAFETY: the host answers each part with values of that part.
  return cell as unknown as HeldCell;
}

/** The rows of a rectangle, as far as cells there say anything that was asked for. */
function rowDataOf(
  caller: string,
  facts: WorkbookFacts,
  tab: TabFacts,
  rectangle: GridRectangle,
  fields: readonly string[],
): object[] {
  const held = {
    ...rectangle,
    endRow: Math.max(rectangle.startRow, Math.min(rectangle.endRow, tab.heldRows)),
    endColumn: Math.max(rectangle.startColumn, Math.min(rectangle.endColumn, tab.heldColumns)),
  };
  const place = { id: facts.id, sheetId: tab.sheetId };
  const wanted = partsOfFields(fields);
  const parts: Record<string, unknown[][]> =
    wanted.length === 0 ? {} : readParts(place, held, wanted, caller);
  const width = held.endColumn - held.startColumn;
  const rows = Array.from({ length: held.endRow - held.startRow }, (_row, at) => {
    const cells = Array.from({ length: width }, (_cell, column) =>
      cellData(heldCell(parts, wanted, at, column), fields, facts.locale),
    );
    const values = withoutEmptyEnd(cells, hasNothing);
    return values.length === 0 ? {} : { values };
  });
  return withoutEmptyEnd(rows, hasNothing);
}

/** One range's cells, from its corner; [documented] offsets of zero are left out. */
export function gridData(
  caller: string,
  facts: WorkbookFacts,
  tab: TabFacts,
  rectangle: GridRectangle,
  fields: readonly string[],
): object {
  const { startRow, startColumn, endRow, endColumn } = rectangle;
  return {
    ...(startRow > 0 && { startRow }),
    ...(startColumn > 0 && { startColumn }),
    ...given('rowData', rowDataOf(caller, facts, tab, rectangle, fields)),
    rowMetadata: dimensionMetadata(tab.rowProperties, startRow, endRow, 21),
    columnMetadata: dimensionMetadata(tab.columnProperties, startColumn, endColumn, 100),
  };
}
