import { cellAt } from '../../workbook/cells.ts';
import { type MaskTree, masked } from '../../workbook/fields-mask.ts';
import type { DimensionProperties, GridRectangle, Tab, Workbook } from '../../workbook/workbook.ts';
import { cellData, fieldsAskedFor } from './cell-data.ts';

/** What a cell looks like, whatever it holds; a note is told apart where it is read. */
const LOOKS = ['note', 'userEnteredFormat', 'effectiveFormat'];

/** A member of an answer that is left out when its list is empty, as the API does. */
export const given = <T>(name: string, list: readonly T[]): object =>
  list.length > 0 ? { [name]: list } : {};

/** What a mask asks below this path; null when it does not go there. */
export function below(mask: MaskTree, path: readonly string[]): MaskTree | null {
  if (Object.keys(mask).length === 0 || '*' in mask) return {};
  const [name, ...deeper] = path;
  if (name === undefined) return mask;
  const members = mask[name];
  return members === undefined ? null : below(members, deeper);
}

function dimensionMetadata(
  list: readonly (DimensionProperties | undefined)[],
  start: number,
  end: number,
  size: number,
): object[] {
  return Array.from({ length: end - start }, (_place, at) => {
    const { pixelSize = size, hidden = false } = list[start + at] ?? {};
    return { pixelSize, ...(hidden && { hiddenByUser: true }) };
  });
}

/** A row or cell without anything that was asked for, and no member of its own ever. */
const NOTHING = {};
const hasNothing = (member: object) => member === NOTHING || Object.keys(member).length === 0;

/** [assumed] Cells that say nothing, and rows of such cells, are left out at the end. */
function withoutEmptyEnd(list: object[]): object[] {
  let length = list.length;
  while (length > 0 && hasNothing(list[length - 1] ?? NOTHING)) length -= 1;
  list.length = length;
  return list;
}

/** The rows of a rectangle, as far as cells there say anything that was asked for. */
function rowDataOf(
  { locale }: Workbook,
  tab: Tab,
  { startRow, endRow, startColumn, endColumn }: GridRectangle,
  mask: MaskTree,
): object[] {
  const fields = fieldsAskedFor(mask);
  const isOnlyLooks = fields.every((field) => LOOKS.includes(field));
  const looks = new Map<string | undefined, object>();
  /** A whole workbook has a handful of looks, so each is put together once. */
  const dataAt = (row: number, column: number): object => {
    const cell = cellAt(tab, row, column);
    if (cell === undefined) return NOTHING;
    const isPlain = isOnlyLooks && cell.note === undefined && cell.style === undefined;
    const known = isPlain ? looks.get(cell.format) : undefined;
    if (known !== undefined) return known;
    const data = Object(masked(cellData({ tab, row, column, locale }, fields), mask));
    const seen = hasNothing(data) ? NOTHING : data;
    if (isPlain) looks.set(cell.format, seen);
    return seen;
  };
  const rows: object[] = [];
  for (let row = startRow; row < Math.min(endRow, tab.rows.length); row += 1) {
    const width = Math.min(endColumn, tab.rows[row]?.length ?? 0);
    const cells: object[] = [];
    for (let column = startColumn; column < width; column += 1) {
      cells.push(dataAt(row, column));
    }
    const values = withoutEmptyEnd(cells);
    rows.push(values.length === 0 ? NOTHING : { values });
  }
  return withoutEmptyEnd(rows);
}

/** One range's cells, from its corner, as a mask on the data asks; [documented] offsets of zero are left out. */
export function gridData(
  workbook: Workbook,
  tab: Tab,
  rectangle: GridRectangle,
  mask: MaskTree,
): object {
  const { startRow, startColumn, endRow, endColumn } = rectangle;
  const cells = below(mask, ['rowData', 'values']);
  return {
    ...(startRow > 0 && { startRow }),
    ...(startColumn > 0 && { startColumn }),
    ...given('rowData', cells === null ? [] : rowDataOf(workbook, tab, rectangle, cells)),
    ...(below(mask, ['rowMetadata']) !== null && {
      rowMetadata: dimensionMetadata(tab.rowProperties, startRow, endRow, 21),
    }),
    ...(below(mask, ['columnMetadata']) !== null && {
      columnMetadata: dimensionMetadata(tab.columnProperties, startColumn, endColumn, 100),
    }),
  };
}
