import type { PlainCell } from './plain-table.ts';
import { keptCell, type Precision } from './precision.ts';
import type { RowBlocks } from './row-blocks.ts';
import type { Option, SegmentedColumn } from './segments.ts';
import {
  copyTeller,
  curveTeller,
  type Guesses,
  ruleTeller,
  STRETCH_COST,
  type Stretch,
  type Teller,
} from './stretch-tellers.ts';

/** What stands there is shorter than a number when it is one of few words. */
const WORD_COST = 0.4;

/** The most that is gained by telling rows otherwise than as they are; null when nothing is. */
function bestOf(tellers: readonly Teller[], row: number, costOfRow: number, least: number) {
  let best: Stretch | null = null;
  let gained = least;
  for (const tell of tellers) {
    const stretch = tell(row);
    if (stretch === null) continue;
    const gain = stretch.length * costOfRow - stretch.cost;
    if (gain <= gained) continue;
    best = stretch;
    gained = gain;
  }
  return best;
}

/** Grows as the stretches of a column are told. */
interface Draft {
  readonly options: Option[];
  readonly stretches: number[];
  readonly numbers: number[];
  readonly told: PlainCell[];
}

function tell(draft: Draft, { option, length, numbers }: Omit<Stretch, 'cost'>): void {
  const { options, stretches } = draft;
  let position = options.findIndex((known) => known.join() === option.join());
  if (position === -1) position = options.push(option) - 1;
  const isLonger = numbers.length === 0 && stretches[stretches.length - 2] === position;
  if (isLonger) stretches[stretches.length - 1] += length;
  else stretches.push(position, length);
  draft.numbers.push(...numbers);
}

const MOST_WORDS_SHARE = 0.3;

/** Few different ones are said once, and then by their position. */
function toldCells(told: readonly PlainCell[]): Pick<SegmentedColumn, 'v' | 'w'> {
  const positions = new Map<PlainCell, number>();
  const most = told.length * MOST_WORDS_SHARE;
  for (const cell of told) {
    if (positions.has(cell)) continue;
    if (positions.size + 1 > most) return { v: told };
    positions.set(cell, positions.size);
  }
  return { w: [...positions.keys()], v: told.map((cell) => positions.get(cell) ?? 0) };
}

export function encodeSegments(
  cells: readonly PlainCell[],
  guesses: Guesses,
  blocks: RowBlocks,
  precision: Precision,
): SegmentedColumn {
  const tellers = [
    ...guesses.rules.map((guess) => ruleTeller(cells, guess, precision)),
    copyTeller(cells, blocks),
    ...guesses.fits.map((guess) => curveTeller(cells, guess, blocks, precision)),
  ];
  const draft: Draft = { options: [], stretches: [], numbers: [], told: [] };
  const raw: Stretch = { option: ['raw'], length: 1, numbers: [], cost: 0 };
  let row = 0;
  let isRaw = false;
  while (row < cells.length) {
    const costOfRow = typeof cells[row] === 'number' ? 1 : WORD_COST;
    // A stretch of rows as they are that is broken off has to be taken up again.
    const best = bestOf(tellers, row, costOfRow, isRaw ? STRETCH_COST : 0);
    isRaw = best === null;
    tell(draft, best ?? raw);
    if (isRaw) draft.told.push(keptCell(cells[row], precision));
    row += best?.length ?? 1;
  }
  const { options, stretches, numbers, told } = draft;
  return { k: 'segments', o: options, s: stretches, n: numbers, ...toldCells(told) };
}
