import { type Cell, cellsOfPart, type Part } from '../../core/tables/part.ts';
import { decodeList, encodeList, type Precision } from './list-text.ts';

/** Columns in blocks of rows; what they are of is not known here. */
export interface Blocks {
  /** Rows of each block. */
  readonly lengths: readonly number[];
  readonly ids: readonly string[];
  /** A part for each block; undefined for a column that is not there. */
  part(id: string): readonly Part[] | undefined;
}

/** Version of the text: an older or newer one is not read here (hidden-tab/first-layout.ts). */
const VERSION = 2;

/** How a column is kept: one cell for all rows, a line with one for each block, or a line a part. */
type Column =
  | { readonly all: Cell }
  | { readonly each: number }
  /** Each as the distance from the line before. */
  | { readonly lines: readonly number[] };

/** The first line; those after it are the different parts of columns, each once. */
interface Header {
  readonly version: number;
  /** What the columns are of. */
  readonly about: Readonly<Record<string, string>>;
  /** Rows of a block, how many such blocks, and so on. */
  readonly lengths: readonly number[];
  readonly columns: Readonly<Record<string, Column>>;
}

/** value, how often, value, how often … */
function toRuns(values: readonly number[]): number[] {
  const runs: number[] = [];
  for (const value of values) {
    if (value === runs[runs.length - 2]) runs[runs.length - 1] += 1;
    else runs.push(value, 1);
  }
  return runs;
}

function fromRuns(runs: readonly number[]): number[] {
  const values: number[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    for (let count = runs[at + 1]; count > 0; count -= 1) values.push(runs[at]);
  }
  return values;
}

const isCell = (part: Part): part is Cell => !Array.isArray(part);

function areSame(one: readonly Cell[], other: readonly Cell[]): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at === one.length;
}

/** A number for a cell, the same for the same. */
const signOf = (cell: Cell): number =>
  typeof cell === 'number' ? (cell * 1_000_003) | 0 : typeof cell === 'string' ? cell.length : -1;

/** Lists that differ in this are different; those that do not must be looked through. */
function glance(cells: readonly Cell[]): number {
  const { length } = cells;
  const ends = Math.imul(signOf(cells[0]), 31) + signOf(cells[length - 1]);
  return Math.imul(Math.imul(ends, 31) + signOf(cells[length >> 1]), 31) + length;
}

/** What is said of several blocks, or by several columns, is written once. */
function lineWriter(precision: Precision) {
  const lines: string[] = [];
  const byPart = new Map<Part, number>();
  const alike = new Map<number, (readonly Cell[])[]>();
  const lineOf = (part: Part): number => {
    const known = byPart.get(part) ?? lineOfEqual(part);
    const line = known ?? lines.push(encodeList(part, precision));
    byPart.set(part, line);
    return line;
  };
  const lineOfEqual = (part: Part): number | undefined => {
    if (isCell(part)) return undefined;
    const key = glance(part);
    const others = alike.get(key);
    const same = others?.find((other) => areSame(part, other));
    if (same !== undefined) return byPart.get(same);
    if (others === undefined) alike.set(key, [part]);
    else others.push(part);
    return undefined;
  };
  return { lines, lineOf };
}

function encodeColumn(parts: readonly Part[], lineOf: (part: Part) => number): Column {
  if (parts.every(isCell)) {
    const [first = null] = parts;
    return parts.every((cell) => cell === first) ? { all: first } : { each: lineOf(parts) };
  }
  let before = 0;
  return {
    lines: parts.map((part) => {
      const line = lineOf(part);
      const distance = line - before;
      before = line;
      return distance;
    }),
  };
}

/** As text of plain lines: JSON breaks no lines of its own, and those in texts are escaped. */
export function encodeBlocks(
  blocks: Blocks,
  about: Header['about'] = {},
  precision: Precision = 'exact',
): string {
  const { lines, lineOf } = lineWriter(precision);
  const columns = blocks.ids.map(
    (id) => [id, encodeColumn(blocks.part(id) ?? [], lineOf)] as const,
  );
  const header: Header = {
    version: VERSION,
    about,
    lengths: toRuns(blocks.lengths),
    columns: Object.fromEntries(columns),
  };
  return [JSON.stringify(header), ...lines].join('\n');
}

function decodeColumn(
  column: Column,
  blockCount: number,
  partAt: (line: number) => Part,
): readonly Part[] {
  if ('all' in column) return new Array<Part>(blockCount).fill(column.all);
  if ('each' in column) return cellsOfPart(partAt(column.each), blockCount);
  let line = 0;
  return column.lines.map((distance) => {
    line += distance;
    return partAt(line);
  });
}

const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'version') === VERSION;

/** The blocks again, a column only when it is asked for; null for text of another version. */
export function decodeBlocks(text: string): (Blocks & Pick<Header, 'about'>) | null {
  const lines = text.split('\n');
  const header: unknown = JSON.parse(lines[0]);
  if (!isHeader(header)) return null;
  const lengths = fromRuns(header.lengths);
  const columns = new Map(Object.entries(header.columns));
  const parts = new Map<number, Part>();
  const partAt = (line: number): Part => {
    let part = parts.get(line);
    if (part === undefined) {
      part = decodeList(lines[line]);
      parts.set(line, part);
    }
    return part;
  };
  const decoded = new Map<string, readonly Part[]>();
  return {
    about: header.about,
    lengths,
    ids: [...columns.keys()],
    part: (id) => {
      const column = columns.get(id);
      const known = decoded.get(id);
      if (known !== undefined || column === undefined) return known;
      const found = decodeColumn(column, lengths.length, partAt);
      decoded.set(id, found);
      return found;
    },
  };
}
