import { cutIntoChunks } from '../packed-tables/chunks.ts';
import type { ReadCell } from '../ports.ts';
import type { WrittenCell } from '../workbook-change.ts';

/**
 * The hidden tab is two bands of rows side by side:
 *
 *   A section | B key   | C text  |   | E month | F text
 *   layout    |         | 1       |   | 2026-01 | …
 *   register  |         | {…}     |   | 2026-02 | …
 *   table     | kpis    | …       |   | 2026-02 | …
 *
 * A text too long for a cell goes on in the next row of the same section and key. The left band is
 * written whole by every run; of the right one, the history, only the current month.
 */
export const RESULT_COLUMNS = { first: 0, count: 3 };
export const HISTORY_COLUMNS = { first: 4, count: 2 };
export const DATA_COLUMN_COUNT = 6;

/** A cell holds 50,000 characters. */
const CELL_CHARACTERS = 50_000;

/** Section and key, '' where a section has no keys, to text. */
export interface DataBlock {
  readonly section: string;
  readonly key: string;
  readonly text: string;
}

export interface MonthBlock {
  readonly month: string;
  readonly text: string;
  /** Its first row on the tab. */
  readonly row: number;
  readonly rowCount: number;
}

const textOf = (cell: ReadCell): string =>
  cell === null || cell === undefined ? '' : String(cell);

export function blockRows(blocks: readonly DataBlock[]): WrittenCell[][] {
  return blocks.flatMap(({ section, key, text }) =>
    cutIntoChunks(text, CELL_CHARACTERS).map((chunk) => [section, key, chunk]),
  );
}

export function readBlocks(columns: ReadonlyArray<readonly ReadCell[]>): DataBlock[] {
  const [sections = [], keys = [], texts = []] = columns.slice(RESULT_COLUMNS.first);
  const blocks: { section: string; key: string; text: string }[] = [];
  for (let row = 0; row < sections.length; row += 1) {
    const section = textOf(sections[row]);
    const key = textOf(keys[row]);
    if (section === '') continue;
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last.section === section && last.key === key) {
      last.text += textOf(texts[row]);
    } else {
      blocks.push({ section, key, text: textOf(texts[row]) });
    }
  }
  return blocks;
}

export const monthRows = (month: string, text: string): WrittenCell[][] =>
  cutIntoChunks(text, CELL_CHARACTERS).map((chunk) => [month, chunk]);

export function readMonths(columns: ReadonlyArray<readonly ReadCell[]>): MonthBlock[] {
  const [months = [], texts = []] = columns.slice(HISTORY_COLUMNS.first);
  const blocks: { month: string; text: string; row: number; rowCount: number }[] = [];
  for (let row = 0; row < months.length; row += 1) {
    const month = textOf(months[row]);
    if (month === '') continue;
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last.month === month && last.row + last.rowCount === row) {
      last.text += textOf(texts[row]);
      last.rowCount += 1;
    } else {
      blocks.push({ month, text: textOf(texts[row]), row, rowCount: 1 });
    }
  }
  return blocks;
}
