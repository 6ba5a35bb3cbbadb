/** Where in the workbook something stands: a tab's name as it stands there, and a cell. */
export interface CellPlace {
  tab: string;
  /** A1 notation, such as C12; null when the finding is about the whole tab. */
  cell: string | null;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** C12, as cells are named in A1 notation; column and row count from 0. */
export const cellAddress = (column: number, row: number): string =>
  `${columnLetters(column)}${row + 1}`;

/** A tab's name as a range: quoted, because names may hold anything. */
export const tabRange = (title: string, cells = ''): string =>
  `'${title.replace(/'/g, "''")}'${cells === '' ? '' : `!${cells}`}`;

/** Row and column from 0 of a cell such as C12; null for anything else. */
export function cellPosition(cell: string): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d*)$/.exec(cell);
  if (match === null) return null;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
