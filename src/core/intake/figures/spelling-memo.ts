/** A power of two, so that a slot is a few bits; far more than a workbook has names. */
const SLOT_COUNT = 4096;

/** What each spelling of a text means, found again in next to no time. */
export interface SpellingMemo {
  readonly meaningOf: Map<unknown, number>;
  readonly spellings: string[];
  readonly meanings: Int32Array;
}

export const newSpellingMemo = (): SpellingMemo => ({
  meaningOf: new Map(),
  spellings: new Array<string>(SLOT_COUNT).fill(''),
  meanings: new Int32Array(SLOT_COUNT),
});

/**
 * Every cell is a text of its own, even where a million rows repeat two hundred names, and a Map
 * must read all of a text to hash it. A few letters tell names apart just as well: they choose a
 * slot, and one comparison says whether the slot is right. Names that share a slot cost a hash.
 */
function slotOf(text: string): number {
  const { length } = text;
  const letters =
    text.charCodeAt(0) * 521 +
    text.charCodeAt(length >> 1) * 131 +
    text.charCodeAt(length - 2) * 31 +
    text.charCodeAt(length - 1) * 7;
  return (letters + length * 1031) & (SLOT_COUNT - 1);
}

/** The meaning of a cell that was noted before; undefined when it was not. */
export function recallSpelling(memo: SpellingMemo, cell: unknown): number | undefined {
  if (typeof cell !== 'string' || cell.length < 2) return memo.meaningOf.get(cell);
  const slot = slotOf(cell);
  if (memo.spellings[slot] === cell) return memo.meanings[slot];
  const meaning = memo.meaningOf.get(cell);
  if (meaning !== undefined) keepInSlot(memo, slot, cell, meaning);
  return meaning;
}

export function noteSpelling(memo: SpellingMemo, cell: unknown, meaning: number): void {
  memo.meaningOf.set(cell, meaning);
  if (typeof cell === 'string' && cell.length >= 2) keepInSlot(memo, slotOf(cell), cell, meaning);
}

function keepInSlot(memo: SpellingMemo, slot: number, spelling: string, meaning: number): void {
  memo.spellings[slot] = spelling;
  memo.meanings[slot] = meaning;
}
