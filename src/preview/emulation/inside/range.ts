import { a1Of, wholeA1Of } from '../workbook/a1-notation.ts';
import type { GridRectangle } from '../workbook/workbook.ts';
import { type Emulates, emulatedObject } from './emulated-object.ts';
import { filterObject } from './filter.ts';
import { checkArguments, notEmulated, platformError } from './host-bridge.ts';
import { rangeReaders } from './range-read.ts';
import { rangeRearrangers, withoutDuplicates } from './range-rearrange.ts';
import { columnsIn, RANGE, type RangeState, refuseOutside, rowsIn, tabOf } from './range-state.ts';
import { protectRange, rangeWriters } from './range-write.ts';
import { select } from './selection.ts';
import { sheetObject } from './sheet.ts';
import { applyBatch, gridRange, readParts } from './workbook-access.ts';

function moved(range: RangeState, rectangle: GridRectangle): unknown {
  const { id, sheetId } = range;
  return rangeObject({ id, sheetId, rectangle: refuseOutside(rectangle, tabOf(range)) });
}

function offset(range: RangeState, ...args: number[]): unknown {
  const [rows = 0, columns = 0, height = rowsIn(range), width = columnsIn(range)] = args;
  const startRow = range.rectangle.startRow + rows;
  const startColumn = range.rectangle.startColumn + columns;
  return moved(range, {
    startRow,
    startColumn,
    endRow: startRow + height,
    endColumn: startColumn + width,
  });
}

function getCell(range: RangeState, row: number, column: number): unknown {
  if (row < 1 || column < 1 || row > rowsIn(range) || column > columnsIn(range)) {
    // [seen] A cell must lie in its range.
    throw platformError('Cell reference out of range');
  }
  return offset(range, row - 1, column - 1, 1, 1);
}

const STEPS: Record<string, readonly [number, number]> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/**
 * Ctrl+arrow: to the end of the filled stretch, or over the gap to the next filled cell;
 * [recorded live] to the grid's edge when there is none.
 */
function getNextDataCell(range: RangeState, direction: unknown): unknown {
  const step = STEPS[String(direction)];
  if (step === undefined) throw notEmulated(`getNextDataCell(${String(direction)})`);
  const tab = tabOf(range);
  const grid = { startRow: 0, startColumn: 0, endRow: tab.rowCount, endColumn: tab.columnCount };
  const { value } = readParts(range, grid, ['value']);
  let { startRow: row, startColumn: column } = range.rectangle;
  const isFilled = (down: number, right: number) => (value[down]?.[right] ?? null) !== null;
  const onGrid = () => value[row + step[0]]?.[column + step[1]] !== undefined;
  const advance = () => {
    row += step[0];
    column += step[1];
  };
  const inStretch = isFilled(row, column) && isFilled(row + step[0], column + step[1]);
  if (inStretch) while (onGrid() && isFilled(row + step[0], column + step[1])) advance();
  else
    do advance();
    while (onGrid() && !isFilled(row, column));
  const lastRow = Math.min(Math.max(row, 0), tab.rowCount - 1);
  const lastColumn = Math.min(Math.max(column, 0), tab.columnCount - 1);
  return moved(range, {
    startRow: lastRow,
    startColumn: lastColumn,
    endRow: lastRow + 1,
    endColumn: lastColumn + 1,
  });
}

function createFilter(range: RangeState): unknown {
  // [recorded live]
  if (tabOf(range).filter !== undefined) {
    throw platformError("You can't create a filter in a sheet that already has a filter.");
  }
  const filter = { range: gridRange(range.sheetId, range.rectangle) };
  applyBatch(range.id, [{ setBasicFilter: { filter } }]);
  return filterObject(range);
}

const shape = {
  getA1Notation: ({ rectangle, open = {} }) => wholeA1Of(open) ?? a1Of(rectangle),
  getRow: ({ rectangle }) => rectangle.startRow + 1,
  getColumn: ({ rectangle }) => rectangle.startColumn + 1,
  getLastRow: ({ rectangle }) => rectangle.endRow,
  getLastColumn: ({ rectangle }) => rectangle.endColumn,
  getRowIndex: ({ rectangle }) => rectangle.startRow + 1,
  getNumRows: rowsIn,
  getNumColumns: columnsIn,
  getHeight: rowsIn,
  getWidth: columnsIn,
  getGridId: ({ sheetId }) => sheetId,
  getSheet: ({ id, sheetId }) => sheetObject({ id, sheetId }),
  getCell: (range, ...args: [number, number]) => {
    checkArguments(`${RANGE}.getCell`, args, ['number', 'number']);
    return getCell(range, ...args);
  },
  offset: (range, ...args: number[]) => {
    checkArguments(
      `${RANGE}.offset`,
      args,
      ['number', 'number'],
      ['number', 'number', 'number'],
      ['number', 'number', 'number', 'number'],
    );
    return offset(range, ...args);
  },
  getNextDataCell,
  createFilter,
  removeDuplicates: (range, columns?: number[]) => rangeObject(withoutDuplicates(range, columns)),
  protect: protectRange,
  activate: (range) => {
    select(range);
    return range;
  },
} satisfies Emulates<GoogleAppsScript.Spreadsheet.Range, RangeState>;

const members = { ...rangeReaders, ...rangeWriters, ...rangeRearrangers, ...shape };

export function rangeObject(state: RangeState): unknown {
  return emulatedObject(RANGE, members, state);
}
