import type { PlainCell } from './plain-table.ts';
import { keptCell, type Precision } from './precision.ts';
import type { RowBlocks } from './row-blocks.ts';
import { type DecodeContext, decodeSegments, type SegmentedColumn } from './segments.ts';

/** One kept column. The letters are part of the stored layout (encoded-table.ts). */
export type EncodedColumn =
  | { readonly k: 'constant'; readonly v: PlainCell }
  | { readonly k: 'per_block'; readonly v: readonly PlainCell[] }
  /** Each value of another column, in order of appearance, in other words. */
  | { readonly k: 'translated'; readonly f: string; readonly v: readonly PlainCell[] }
  | SegmentedColumn;

export function encodeConstant(
  cells: readonly PlainCell[],
  precision: Precision,
): EncodedColumn | null {
  const first = cells.length === 0 ? null : cells[0];
  return cells.every((cell) => cell === first)
    ? { k: 'constant', v: keptCell(first, precision) }
    : null;
}

/** Null where a block says more than one thing, or where every row is a block. */
export function encodePerBlock(
  cells: readonly PlainCell[],
  { starts, firstOf }: RowBlocks,
  precision: Precision,
): EncodedColumn | null {
  if (starts.length > cells.length) return null;
  if (cells.some((cell, row) => cell !== cells[firstOf[row]])) return null;
  return {
    k: 'per_block',
    v: [...starts.subarray(0, -1)].map((row) => keptCell(cells[row], precision)),
  };
}

const MOST_TRANSLATIONS_SHARE = 0.5;

export function encodeTranslated(
  cells: readonly PlainCell[],
  from: string,
  words: readonly PlainCell[],
): EncodedColumn | null {
  const translations = new Map<PlainCell, PlainCell>();
  const most = cells.length * MOST_TRANSLATIONS_SHARE;
  for (let row = 0; row < cells.length; row += 1) {
    const known = translations.get(words[row]);
    if (known === undefined) translations.set(words[row], cells[row]);
    else if (known !== cells[row]) return null;
    if (translations.size > most) return null;
  }
  return { k: 'translated', f: from, v: [...translations.values()] };
}

function decodeTranslated(words: readonly PlainCell[], values: readonly PlainCell[]): PlainCell[] {
  const translations = new Map<PlainCell, PlainCell>();
  return words.map((word) => {
    let translation = translations.get(word);
    if (translation === undefined) {
      translation = values[translations.size];
      translations.set(word, translation);
    }
    return translation;
  });
}

function spread(values: readonly PlainCell[], starts: Int32Array, rowCount: number): PlainCell[] {
  const cells: PlainCell[] = new Array(rowCount).fill(null);
  values.forEach((value, block) => {
    cells.fill(value, starts[block], starts[block + 1]);
  });
  return cells;
}

export function decodeColumn(
  column: EncodedColumn,
  context: DecodeContext & { readonly starts: Int32Array },
): readonly PlainCell[] {
  switch (column.k) {
    case 'constant':
      return new Array<PlainCell>(context.rowCount).fill(column.v);
    case 'per_block':
      return spread(column.v, context.starts, context.rowCount);
    case 'translated':
      return decodeTranslated(context.sources([column.f]).columns[0], column.v);
    case 'segments':
      return decodeSegments(column, context);
  }
}
