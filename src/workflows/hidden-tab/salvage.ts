import { contentHash } from '../packed-tables/chunks.ts';
import type { Compression, ReadCell } from '../ports.ts';
import { type DataBlock, readBlocks } from './data-cells.ts';
import { monthOf, unpackMonth } from './kept-months.ts';
import { isWholeMonth, monthHashes } from './memory.ts';
import { KEPT_SECTIONS, type KeptSection, storedDataOf } from './read-stored-data.ts';
import type { StoredData } from './stored-data.ts';

interface SalvagedMonth {
  readonly month: string;
  readonly text: string;
}

/** What is whole among damaged cells, and what is not. */
export interface Salvage {
  readonly stored: StoredData;
  readonly months: readonly SalvagedMonth[];
  readonly lost: readonly KeptSection[];
  /** Null when even the list of months is lost. */
  readonly lostMonths: readonly string[] | null;
}

type Columns = ReadonlyArray<readonly ReadCell[]>;

const isSection = (cell: ReadCell): boolean => KEPT_SECTIONS.some((section) => section === cell);

/** The left band, wherever inserted columns have moved it. */
function foundBlocks(columns: Columns): DataBlock[] {
  const first = columns.findIndex((cells) => cells.some(isSection));
  return first === -1 ? [] : readBlocks(columns.slice(first));
}

const STARTS_MONTH = /^[0-9a-z]+:/;

/** Packed months in a column, those that go on in the next cells too. */
function monthTexts(cells: readonly ReadCell[]): string[] {
  const texts: string[] = [];
  cells.forEach((cell, at) => {
    if (typeof cell !== 'string' || !STARTS_MONTH.test(cell)) return;
    let text = cell;
    for (let next = at + 1; !isWholeMonth(text) && next < cells.length; next += 1) {
      const more = cells[next];
      if (typeof more !== 'string' || more === '' || STARTS_MONTH.test(more)) break;
      text += more;
    }
    if (isWholeMonth(text)) texts.push(text);
  });
  return texts;
}

/** Each month by the days in it, whatever stands beside it. */
function foundMonths(columns: Columns, compression: Compression): SalvagedMonth[] {
  const found = new Map<string, SalvagedMonth>();
  for (const text of columns.flatMap(monthTexts)) {
    const [first] = unpackMonth(text, compression) ?? [];
    if (first !== undefined) found.set(monthOf(first.day), { month: monthOf(first.day), text });
  }
  return [...found.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** Everything in the hidden tab that its own hash says is as Koers wrote it. */
export function salvage(columns: Columns, compression: Compression): Salvage {
  const whole = foundBlocks(columns).filter(({ key, text }) => key === contentHash(text));
  const sections = new Set(whole.map(({ section }) => section));
  const stored = storedDataOf(whole, compression);
  const months = foundMonths(columns, compression);
  const found = monthHashes(months);
  return {
    stored,
    months,
    lost: KEPT_SECTIONS.filter((section) => !sections.has(section)),
    lostMonths:
      stored.months === null
        ? null
        : Object.keys(stored.months).filter((month) => found[month] === undefined),
  };
}
