import { outputTabName } from '../../core/language/connector-languages.ts';
import { PersonFailure } from '../failures.ts';
import { contentHash } from '../packed-tables/chunks.ts';
import type { Compression, ReadCell, WorkbookFacts } from '../ports.ts';
import { findKoersTab } from '../workbook/koers-tabs.ts';
import { type MonthBlock, readBlocks, readMonths } from './data-cells.ts';
import { readMark } from './mark.ts';
import { areWhole } from './migrations.ts';
import { readStoredData } from './read-stored-data.ts';
import type { StoredData } from './stored-data.ts';

/** What was kept of the past, read back. */
export interface Memory {
  readonly stored: StoredData;
  readonly months: readonly MonthBlock[];
}

const hashOf = (text: string): string => text.split(':')[0];

/** The hash of each month, which tells when one is missing or another one than was written. */
export const monthHashes = (
  months: readonly { readonly month: string; readonly text: string }[],
): Record<string, string> =>
  Object.fromEntries(months.map(({ month, text }) => [month, hashOf(text)]));

/** True for a packed month as Koers wrote it. */
export function isWholeMonth(text: string): boolean {
  const at = text.indexOf(':');
  return at > 0 && contentHash(text.slice(at + 1)) === text.slice(0, at);
}

function areMonthsWhole({ months: known }: StoredData, months: readonly MonthBlock[]): boolean {
  if (!months.every(({ text }) => isWholeMonth(text))) return false;
  if (known === null) return true;
  const found = monthHashes(months);
  const names = Object.keys(known);
  return months.length === names.length && names.every((month) => found[month] === known[month]);
}

const titleOf = (facts: WorkbookFacts): string =>
  findKoersTab(facts, 'data')?.title ?? outputTabName('data', 'en');

/** [documented] The mark is written with the data, so that one without the other is damage. */
export function refuseLost(facts: WorkbookFacts, stored: Pick<StoredData, 'stamp'> | null): void {
  const hasResults = readMark(facts.mark) !== null;
  if (!hasResults || (stored !== null && stored.stamp !== null)) return;
  throw new PersonFailure('DAMAGED_DATA', { tab: titleOf(facts) });
}

/** What is kept, whole in every block and month: anything less is refused, never begun anew. */
export function readMemory(
  facts: WorkbookFacts,
  columns: ReadonlyArray<readonly ReadCell[]>,
  compression: Compression,
): Memory {
  const title = titleOf(facts);
  const stored = readStoredData(columns, title, compression);
  refuseLost(facts, stored);
  const months = readMonths(columns);
  if (!areMonthsWhole(stored, months)) throw new PersonFailure('DAMAGED_DATA', { tab: title });
  return { stored, months };
}

/** Whether `readMemory` would take it. */
export function isWholeMemory(
  facts: WorkbookFacts,
  columns: ReadonlyArray<readonly ReadCell[]>,
  compression: Compression,
): boolean {
  if (!areWhole(readBlocks(columns))) return false;
  const stored = readStoredData(columns, titleOf(facts), compression);
  return stored.stamp !== null && areMonthsWhole(stored, readMonths(columns));
}
