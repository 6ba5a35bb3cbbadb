import type { GridRectangle } from './workbook.ts';

/** A range as written: a missing bound is open ("A5:C" ends at the last row). */
export interface OpenRectangle {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export interface WrittenRange {
  /** Absent: the first (or active) tab. */
  readonly tab?: string;
  readonly rectangle: OpenRectangle;
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

/** A → 0, Z → 25, AA → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function parseCorner(text: string): Corner | null {
  // [recorded live] R1C1 is accepted next to A1, in any case, with or without $.
  const byNumber = /^R(\d+)C(\d+)$/i.exec(text);
  if (byNumber !== null) {
    return { row: Number(byNumber[1]) - 1, column: Number(byNumber[2]) - 1 };
  }
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d+)?$/.exec(text);
  if (match === null || (match[1] === undefined && match[2] === undefined)) return null;
  return {
    row: match[2] === undefined ? undefined : Number(match[2]) - 1,
    column: match[1] === undefined ? undefined : columnIndex(match[1]),
  };
}

function lowest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}

/** The end bound: open when only one corner names this dimension ("A5:C" has no last row). */
function pastHighest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  return Math.max(one, other) + 1;
}

/** "B2", "A:C", "2:5", "A5:C", "$aa$11", "R1C1:R2C2"; null when it is none of these. */
export function parseRectangle(text: string): OpenRectangle | null {
  const [first = '', second, ...more] = text.trim().split(':');
  if (more.length > 0) return null;
  const start = parseCorner(first);
  if (start === null) return null;
  if (second === undefined) {
    if (start.row === undefined || start.column === undefined) return null;
    return parseRectangle(`${first}:${first}`);
  }
  const end = parseCorner(second);
  if (end === null || start.row === -1 || end.row === -1) return null;
  return {
    startRow: lowest(start.row, end.row),
    endRow: pastHighest(start.row, end.row),
    startColumn: lowest(start.column, end.column),
    endColumn: pastHighest(start.column, end.column),
  };
}

function unquoted(name: string): string {
  const quoted = /^'((?:[^']|'')*)'$/.exec(name);
  return quoted === null ? name : (quoted[1] ?? '').replace(/''/g, "'");
}

/** "Tab!A1:B2", "'My tab'!A:A", "A1", or a tab's bare name; null when it cannot be read. */
export function parseRange(text: string, tabNames: readonly string[]): WrittenRange | null {
  const bang = text.lastIndexOf('!');
  if (bang < 0) {
    const rectangle = parseRectangle(text);
    if (rectangle !== null) return { rectangle };
    const tab = unquoted(text);
    return tabNames.includes(tab) ? { tab, rectangle: {} } : null;
  }
  const tab = unquoted(text.slice(0, bang));
  const rectangle = parseRectangle(text.slice(bang + 1));
  return rectangle === null || !tabNames.includes(tab) ? null : { tab, rectangle };
}

/** The rectangle with open bounds closed by the grid's size. */
export function closedRectangle(
  open: OpenRectangle,
  grid: { readonly rowCount: number; readonly columnCount: number },
): GridRectangle {
  return {
    startRow: open.startRow ?? 0,
    endRow: open.endRow ?? grid.rowCount,
    startColumn: open.startColumn ?? 0,
    endColumn: open.endColumn ?? grid.columnCount,
  };
}

/** "B2" or "A1:C9". */
export function a1Of(rectangle: GridRectangle): string {
  const first = `${columnLetters(rectangle.startColumn)}${rectangle.startRow + 1}`;
  const last = `${columnLetters(rectangle.endColumn - 1)}${rectangle.endRow}`;
  return first === last ? first : `${first}:${last}`;
}

/** [recorded live] "5:7" or "D:F" for whole rows or columns; null when the bounds are closed. */
export function wholeA1Of({
  startRow,
  endRow,
  startColumn,
  endColumn,
}: OpenRectangle): string | null {
  if (startColumn === undefined && startRow !== undefined && endRow !== undefined) {
    return `${startRow + 1}:${endRow}`;
  }
  if (startRow !== undefined || startColumn === undefined || endColumn === undefined) return null;
  return `${columnLetters(startColumn)}:${columnLetters(endColumn - 1)}`;
}

/** Open bounds stay open, as in the platform's error texts: "A1001:B", "AA1:2". */
export function openA1Of(open: OpenRectangle): string {
  const first = `${columnLetters(open.startColumn ?? 0)}${(open.startRow ?? 0) + 1}`;
  const letters = open.endColumn === undefined ? '' : columnLetters(open.endColumn - 1);
  const last = `${letters}${open.endRow ?? ''}`;
  return last === '' || last === first ? first : `${first}:${last}`;
}

/** [recorded live] A name that is more than letters, digits and _ comes back between quotes. */
export function quotedTabName(title: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && parseRectangle(title) === null;
  return plain ? title : `'${title.replace(/'/g, "''")}'`;
}

/** "Actuals!C2": one cell, as a person names it. */
export function placeIn(
  { title }: { readonly title: string },
  row: number,
  column: number,
): string {
  return `${quotedTabName(title)}!${columnLetters(column)}${row + 1}`;
}
