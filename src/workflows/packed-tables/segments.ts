import { FITS, type FitName } from './fits.ts';
import type { PlainCell } from './plain-table.ts';
import { RULES, type RuleName, type Sources } from './rules.ts';

/** How a stretch of rows is told: as they are, as rows before them, by a rule or by a curve. */
export type Option =
  | readonly ['raw']
  | readonly ['copy']
  | readonly [name: RuleName | FitName, ...from: string[]];

/** A column in stretches of rows. The letters are part of the stored layout (encoded-table.ts). */
export interface SegmentedColumn {
  readonly k: 'segments';
  readonly o: readonly Option[];
  /** Option and number of rows of each stretch. */
  readonly s: readonly number[];
  /** How many rows before each copied stretch, and the numbers of each curve. */
  readonly n: readonly number[];
  /** What stands in the rows told as they are, or where it stands in `w`. */
  readonly v: readonly PlainCell[];
  readonly w?: readonly PlainCell[];
}

export interface DecodeContext {
  readonly rowCount: number;
  readonly sources: (fields: readonly string[]) => Sources;
}

const isCurve = (name: string): name is FitName => name in FITS;

/** Writes the rows of one stretch; a cursor into the kept numbers moves along. */
function drawCurve(
  name: FitName,
  sources: Sources,
  numbers: readonly number[],
  [from, to]: readonly [number, number],
  cells: PlainCell[],
): void {
  const { predict } = FITS[name];
  for (let row = from; row < to; row += 1) cells[row] = predict(sources, numbers, from, row);
}

/** Small loops of their own, which are compiled before they have run for long. */
function copyRows(cells: PlainCell[], from: number, to: number, distance: number): void {
  for (let row = from; row < to; row += 1) cells[row] = cells[row - distance];
}

function tellRows(cells: PlainCell[], from: number, told: readonly PlainCell[]): void {
  for (let at = 0; at < told.length; at += 1) cells[from + at] = told[at];
}

export function decodeSegments(
  { o, s, n, v, w }: SegmentedColumn,
  { rowCount, sources }: DecodeContext,
): PlainCell[] {
  const told = w === undefined ? v : v.map((position) => w[Number(position)]);
  const cells: PlainCell[] = new Array(rowCount).fill(null);
  const sourcesOf = o.map(([, ...from]) => sources(from));
  let row = 0;
  let number = 0;
  let at = 0;
  for (let index = 0; index < s.length; index += 2) {
    const [name] = o[s[index]];
    const to = row + s[index + 1];
    if (name === 'raw') {
      tellRows(cells, row, told.slice(at, at + to - row));
      at += to - row;
    } else if (name === 'copy') {
      copyRows(cells, row, to, n[number]);
      number += 1;
    } else if (isCurve(name)) {
      const { size } = FITS[name];
      drawCurve(name, sourcesOf[s[index]], n.slice(number, number + size), [row, to], cells);
      number += size;
    } else {
      RULES[name](sourcesOf[s[index]], row, to, cells);
    }
    row = to;
  }
  return cells;
}
