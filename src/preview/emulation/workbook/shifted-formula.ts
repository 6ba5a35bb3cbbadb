import { columnIndex, columnLetters } from './a1-notation.ts';

/** A text, a quoted tab name, a cell, or a name that only looks like one (LOG10, A1B). */
const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(])/g;

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/**
 * A formula as it reads some rows further down and columns to the right: references move along,
 * unless a $ holds them; one that leaves the grid becomes #REF!.
 */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(PARTS, (whole, fixedColumn, letters, fixedRow, digits) => {
    if (letters === undefined) return whole;
    const column = columnIndex(letters) + (fixedColumn === '$' ? 0 : columns);
    const row = Number(digits) - 1 + (fixedRow === '$' ? 0 : rows);
    if (row < 0 || column < 0 || row >= MOST_ROWS || column >= MOST_COLUMNS) return '#REF!';
    return `${fixedColumn}${columnLetters(column)}${fixedRow}${row + 1}`;
  });
}
