import {
  decodeColumn,
  type EncodedColumn,
  encodeConstant,
  encodePerBlock,
  encodeTranslated,
} from './column-encodings.ts';
import { dayFromCompactDate } from './compact-date.ts';
import { DERIVATIONS, TRANSLATIONS } from './derivations.ts';
import { FITTED } from './fits.ts';
import type { PlainCell, PlainTable } from './plain-table.ts';
import { FULL_PRECISION, type Precision } from './precision.ts';
import { blockLengths, type RowBlocks, rowBlocks } from './row-blocks.ts';
import type { Sources } from './rules.ts';
import { toRuns } from './runs.ts';
import { encodeSegments } from './segment-encoder.ts';
import type { Guesses } from './stretch-tellers.ts';

/** Version of the encoding: an older or newer text is not read, the table is made again. */
const ENCODING_VERSION = 1;

/** The first line of the text; each column is a line of its own, read when it is asked for. */
interface Header {
  readonly version: number;
  readonly rowCount: number;
  readonly fields: readonly string[];
  /** Lengths of the blocks, in runs. */
  readonly blocks: readonly number[];
}

function rememberedDays(): Sources['dayOf'] {
  const days = new Map<PlainCell, number>();
  return (cell) => {
    let day = days.get(cell);
    if (day === undefined) {
      day = dayFromCompactDate(cell);
      days.set(cell, day);
    }
    return day;
  };
}

interface ColumnReader {
  readonly cellsOf: (field: string) => readonly PlainCell[] | undefined;
  readonly sources: (fields: readonly string[]) => Sources;
}

/** Reads kept columns back, each once, with those that it follows from. */
function columnReader(
  rowCount: number,
  { starts, firstOf }: RowBlocks,
  keptColumn: (field: string) => EncodedColumn | undefined,
): ColumnReader {
  const decoded = new Map<string, readonly PlainCell[]>();
  const dayOf = rememberedDays();
  const sources = (fields: readonly string[]): Sources => ({
    columns: fields.map((field) => cellsOf(field) ?? []),
    firstOf,
    dayOf,
  });
  const cellsOf = (field: string): readonly PlainCell[] | undefined => {
    const known = decoded.get(field);
    const kept = known === undefined ? keptColumn(field) : undefined;
    if (kept === undefined) return known;
    const cells = decodeColumn(kept, { rowCount, starts, sources });
    decoded.set(field, cells);
    return cells;
  };
  return { cellsOf, sources };
}

/** Encodes what a field follows from before the field itself. */
function columnEncoder(table: PlainTable, blocks: RowBlocks, precision: Precision) {
  const kept = new Map<string, EncodedColumn>();
  const pending = new Set<string>();
  const reader = columnReader(table.rowCount, blocks, (field) => kept.get(field));

  /** Exactly what a later decoding will see; null when a field follows from itself. */
  function sourcesFor(fields: readonly string[]): Sources | null {
    const areKept = fields.every((field) => table.fields.includes(field) && isKept(field));
    return areKept ? reader.sources(fields) : null;
  }

  function isKept(field: string): boolean {
    if (!kept.has(field) && !pending.has(field)) {
      pending.add(field);
      kept.set(field, encode(field));
      pending.delete(field);
    }
    return kept.has(field);
  }

  function translated(field: string, cells: readonly PlainCell[]): EncodedColumn | null {
    const from = TRANSLATIONS[field];
    const words = from === undefined ? null : sourcesFor([from]);
    return words && encodeTranslated(cells, from, words.columns[0]);
  }

  function guessesFor(field: string): Guesses {
    const own = <Guess extends { field: string; from: readonly string[] }>(
      guesses: readonly Guess[],
    ) =>
      guesses.flatMap((guess) => {
        const sources = guess.field === field ? sourcesFor(guess.from) : null;
        return sources === null ? [] : [{ ...guess, sources }];
      });
    return { rules: own(DERIVATIONS), fits: own(FITTED) };
  }

  function encode(field: string): EncodedColumn {
    const cells = table.column(field) ?? [];
    return (
      encodeConstant(cells, precision) ??
      encodePerBlock(cells, blocks, precision) ??
      translated(field, cells) ??
      encodeSegments(cells, guessesFor(field), blocks, precision)
    );
  }

  return (field: string): EncodedColumn | undefined =>
    isKept(field) ? kept.get(field) : undefined;
}

/** The table as text: what repeats is said once, what follows from other columns not at all. */
export function encodeTable(table: PlainTable, precision = FULL_PRECISION): string {
  const { rowCount, fields } = table;
  const blocks = toRuns(blockLengths(table));
  const header: Header = { version: ENCODING_VERSION, rowCount, fields, blocks };
  const encode = columnEncoder(table, rowBlocks(blocks, rowCount), precision);
  // JSON breaks no lines of its own, and those in texts are escaped.
  return [header, ...fields.map(encode)].map((part) => JSON.stringify(part)).join('\n');
}

const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' &&
  value !== null &&
  Reflect.get(value, 'version') === ENCODING_VERSION &&
  Array.isArray(Reflect.get(value, 'fields'));

/** The table again, a column only when it is asked for; null for text of another version. */
export function decodeTable(text: string): PlainTable | null {
  const [first, ...lines] = text.split('\n');
  const header: unknown = JSON.parse(first);
  if (!isHeader(header)) return null;
  const { rowCount, fields, blocks } = header;
  const lineOf = new Map(fields.map((field, position) => [field, lines[position]]));
  const reader = columnReader(rowCount, rowBlocks(blocks, rowCount), (field) => {
    const line = lineOf.get(field);
    return line === undefined ? undefined : JSON.parse(line);
  });
  return { rowCount, fields, column: reader.cellsOf };
}
