import type { CellValue, GridRectangle } from '../workbook/workbook.ts';
import { type Emulates, stateOf } from './emulated-object.ts';
import { notEmulated, platformError } from './host-bridge.ts';
import {
  columnsIn,
  RANGE,
  type RangeState,
  rowsIn,
  SHEET,
  type SheetState,
} from './range-state.ts';
import { applyBatch, type CellParts, gridRange, readParts } from './workbook-access.ts';

/** Every part of a range's cells, so that a move takes all of a cell along. */
const PARTS = ['value', 'formula', 'format', 'note', 'validation', 'style'] as const;

type WholeCell = Pick<CellParts, (typeof PARTS)[number]>;

function wholeCells(range: RangeState): WholeCell[][] {
  const parts = readParts(range, range.rectangle, PARTS);
  return parts.value.map((row, at) =>
    row.map((value, column) => ({
      value,
      formula: parts.formula[at]?.[column] ?? null,
      format: parts.format[at]?.[column] ?? null,
      note: parts.note[at]?.[column] ?? null,
      validation: parts.validation[at]?.[column] ?? null,
      style: parts.style[at]?.[column] ?? null,
    })),
  );
}

function enteredValue({ value, formula }: WholeCell): object {
  if (formula !== null) return { userEnteredValue: { formulaValue: formula } };
  if (value === null) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  const stringValue = typeof value === 'string' ? value : value.error;
  return { userEnteredValue: { stringValue } };
}

function cellData(cell: WholeCell): object {
  const { format, note, validation, style } = cell;
  const numberFormat = format === null ? {} : { numberFormat: { pattern: format } };
  return {
    ...enteredValue(cell),
    userEnteredFormat: { ...style, ...numberFormat },
    ...(note !== null && { note }),
    ...(validation !== null && { dataValidation: validation }),
  };
}

function writeCells(
  target: SheetState,
  rectangle: GridRectangle,
  cells: readonly (readonly WholeCell[])[],
  fields: string,
): void {
  const rows = cells.map((row) => ({ values: row.map(cellData) }));
  const range = gridRange(target.sheetId, rectangle);
  applyBatch(target.id, [{ updateCells: { range, rows, fields } }]);
}

/** [known] Numbers before text before booleans before blanks, in both directions blanks last. */
function rank(value: CellValue): number {
  if (value === null) return 3;
  return typeof value === 'number' ? 0 : typeof value === 'boolean' ? 2 : 1;
}

function compared(one: CellValue, other: CellValue): number {
  const ranks = rank(one) - rank(other);
  if (ranks !== 0) return ranks;
  if (typeof one === 'string' && typeof other === 'string') return one.localeCompare(other);
  return Number(one) - Number(other);
}

interface SortColumn {
  readonly column: number;
  readonly ascending?: boolean;
}

const sortColumns = (spec: unknown): SortColumn[] =>
  (Array.isArray(spec) ? spec : [spec]).map((one) =>
    typeof one === 'number' ? { column: one } : (one as SortColumn),
  );

/** [recorded live] Columns count from the sheet's first, not the range's. */
function sort(range: RangeState, spec: unknown): RangeState {
  const columns = sortColumns(spec);
  const sorted = wholeCells(range).sort((one, other) => {
    for (const { column, ascending = true } of columns) {
      const at = column - 1 - range.rectangle.startColumn;
      const [left = null, right = null] = [one[at]?.value, other[at]?.value];
      const order = compared(left, right);
      const blank = left === null || right === null;
      if (order !== 0) return ascending || blank ? order : -order;
    }
    return 0;
  });
  writeCells(range, range.rectangle, sorted, 'userEnteredValue,userEnteredFormat');
  return range;
}

/** [recorded live] The first of rows that are the same stays; what follows moves up. */
function removeDuplicates(range: RangeState, columns?: number[]): RangeState {
  const seen = new Set<string>();
  const kept = wholeCells(range).filter((row) => {
    const compare = columns?.map((column) => row[column - 1 - range.rectangle.startColumn]) ?? row;
    const key = JSON.stringify(compare.map((cell) => cell?.value ?? null));
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  writeCells(range, range.rectangle, kept, 'userEnteredValue');
  return {
    ...range,
    rectangle: { ...range.rectangle, endRow: range.rectangle.startRow + kept.length },
  };
}

/** The rectangle of the source's size, and whole multiples of it, at the destination. */
function spread(source: RangeState, target: GridRectangle): { rows: number; columns: number } {
  const wide = target.endColumn - target.startColumn;
  const high = target.endRow - target.startRow;
  return {
    // [recorded live] A smaller destination does not cut the copy off; a larger one repeats it.
    rows: rowsIn(source) * Math.max(1, Math.floor(high / rowsIn(source))),
    columns: columnsIn(source) * Math.max(1, Math.floor(wide / columnsIn(source))),
  };
}

const CONTENT = 'userEnteredValue';
const EVERYTHING = 'userEnteredValue,userEnteredFormat,note,dataValidation';

function copyCells(
  source: RangeState,
  target: SheetState & { readonly rectangle: GridRectangle },
  fields: string,
  asValues: boolean,
): void {
  const cells = wholeCells(source).map((row) =>
    row.map((cell) => (asValues ? { ...cell, formula: null } : cell)),
  );
  const { rows, columns } = spread(source, target.rectangle);
  const repeated = Array.from({ length: rows }, (_row, at) =>
    Array.from({ length: columns }, (_cell, column): WholeCell => {
      // SAFETY: both indexes are taken modulo the source's own size.
      return cells[at % cells.length]?.[column % columnsIn(source)] as WholeCell;
    }),
  );
  const { startRow, startColumn } = target.rectangle;
  const rectangle = {
    startRow,
    startColumn,
    endRow: startRow + rows,
    endColumn: startColumn + columns,
  };
  writeCells(target, rectangle, repeated, fields);
}

function copyTo(source: RangeState, destination: unknown, options: unknown = {}): void {
  const target = stateOf<RangeState>(RANGE, destination);
  if (target === null) throw notEmulated('copyTo something else than a Range');
  const only = (name: string) => Reflect.get(Object(options), name) === true;
  if (only('formatOnly')) copyCells(source, target, 'userEnteredFormat', false);
  else if (only('contentsOnly')) copyCells(source, target, CONTENT, true);
  else copyCells(source, target, EVERYTHING, false);
}

function copyValuesToRange(source: RangeState, sheet: unknown, ...corners: number[]): void {
  const target =
    typeof sheet === 'number'
      ? { id: source.id, sheetId: sheet }
      : stateOf<SheetState>(SHEET, sheet);
  if (target === null) throw platformError('Range not found');
  const [column = 1, columnEnd = column, row = 1, rowEnd = row] = corners;
  const rectangle = {
    startColumn: column - 1,
    endColumn: columnEnd,
    startRow: row - 1,
    endRow: rowEnd,
  };
  copyCells(source, { ...target, rectangle }, CONTENT, true);
}

/** Moving and copying whole cells. */
export const rangeRearrangers = {
  sort,
  copyTo,
  copyValuesToRange,
} satisfies Emulates<GoogleAppsScript.Spreadsheet.Range, RangeState>;

/** Gives the range that is left; range.ts makes it an object. */
export const withoutDuplicates = removeDuplicates;
