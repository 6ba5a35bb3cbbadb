import type { Cell } from '../../core/tables/part.ts';

/**
 * Columns as the first version of Koers kept them. Result tables of that version are not read but
 * computed again; months of history and closed intervals cannot be, so that these are read for ever.
 */
type FirstColumn =
  | { readonly k: 'constant'; readonly v: Cell }
  | { readonly k: 'per_block'; readonly v: readonly Cell[] }
  | {
      readonly k: 'segments';
      /** What rows may be: as they are told, those so many rows before, or those of a column. */
      readonly o: readonly (readonly [how: string, field?: string])[];
      /** Position in `o` and number of rows of each stretch. */
      readonly s: readonly number[];
      /** How many rows before. */
      readonly n: readonly number[];
      /** The cells that are told, or their positions in `w`. */
      readonly v: readonly Cell[];
      readonly w?: readonly Cell[];
    };

interface FirstHeader {
  readonly version: 1;
  readonly rowCount: number;
  readonly fields: readonly string[];
  /** Rows of a block, how many such blocks, and so on. */
  readonly blocks: readonly number[];
}

type ReadColumn = (field: string) => readonly Cell[];

function blockCells(values: readonly Cell[], runs: readonly number[]): Cell[] {
  const lengths: number[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    for (let count = runs[at + 1]; count > 0; count -= 1) lengths.push(runs[at]);
  }
  return lengths.flatMap((length, block) => new Array<Cell>(length).fill(values[block]));
}

function stretchCells(
  { o, s, n, v, w }: Extract<FirstColumn, { k: 'segments' }>,
  column: ReadColumn,
): Cell[] {
  const told = w === undefined ? v : v.map((position) => w[Number(position)]);
  const cells: Cell[] = [];
  let next = 0;
  let copies = 0;
  for (let at = 0; at < s.length; at += 2) {
    const [how, field = ''] = o[s[at]];
    const distance = how === 'copy' ? n[copies] : 0;
    if (how === 'copy') copies += 1;
    for (let count = s[at + 1]; count > 0; count -= 1) {
      if (how === 'raw') {
        cells.push(told[next]);
        next += 1;
      } else {
        cells.push(how === 'copy' ? cells[cells.length - distance] : column(field)[cells.length]);
      }
    }
  }
  return cells;
}

/** Columns row by row; null for text of another version. */
export function decodeFirstLayout(text: string): { rowCount: number; column: ReadColumn } | null {
  const [first, ...lines] = text.split('\n');
  // SAFETY: only Koers writes these cells; their hash has been checked.
  const header = JSON.parse(first) as FirstHeader;
  if (header.version !== 1) return null;
  const { rowCount, fields, blocks } = header;
  const column: ReadColumn = (field) => {
    const at = fields.indexOf(field);
    // What came later was not kept then.
    if (at === -1) return new Array<Cell>(rowCount).fill(null);
    // SAFETY: as above.
    const kept = JSON.parse(lines[at]) as FirstColumn;
    if (kept.k === 'constant') return new Array<Cell>(rowCount).fill(kept.v);
    return kept.k === 'per_block' ? blockCells(kept.v, blocks) : stretchCells(kept, column);
  };
  return { rowCount, column };
}
