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
