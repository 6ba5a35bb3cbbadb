/** What may leave in a table: nothing else. */
export type Cell = string | number | boolean | null;

/** What a column says of one block of rows: one cell for all of them, or a cell for each. */
export type Part = Cell | readonly Cell[];

const isList = (part: Part): part is readonly Cell[] => Array.isArray(part);

/** The same of one cell, or of each. */
export const mapPart = (part: Part, change: (cell: Cell) => Cell): Part =>
  isList(part) ? part.map(change) : change(part);

/** The cells of a block. */
export const cellsOfPart = (part: Part, length: number): readonly Cell[] =>
  isList(part) ? part : new Array<Cell>(length).fill(part);

/** How many lists are joined in one call: a call takes only so many. */
const MOST_JOINED = 5000;

function joined(lists: readonly Part[]): Cell[] {
  if (lists.length <= MOST_JOINED) return ([] as Cell[]).concat(...lists);
  const half = Math.ceil(lists.length / 2);
  return joined(lists.slice(0, half)).concat(joined(lists.slice(half)));
}

/** The cells of all blocks in one list. */
export const cellsOfParts = (parts: readonly Part[], lengths: readonly number[]): Cell[] =>
  joined(
    parts.map((part, block) => (lengths[block] === 1 ? part : cellsOfPart(part, lengths[block]))),
  );

/** Blank text is missing, and so is a number that is none. Negative zero is zero. */
function cleanCell(cell: Cell): Cell {
  if (typeof cell === 'number') return cell - cell === 0 ? cell + 0 : null;
  return cell === '' ? null : cell;
}

/**
 * What says the same of every row says it once. Lists of numbers come from the evaluation, which
 * knows no number that is none.
 */
export function cleanPart(part: Part, isText: boolean): Part {
  if (!isList(part)) return cleanCell(part);
  const [first] = part;
  if (part.every((cell) => cell === first)) return cleanCell(first);
  return isText && part.includes('') ? part.map(cleanCell) : part;
}
