import { tabRange } from '../../../src/core/model/a1-notation.ts';
import { RESULT_COLUMNS } from '../../../src/workflows/hidden-tab/data-cells.ts';
import { isWholeMemory } from '../../../src/workflows/hidden-tab/memory.ts';
import { REGISTER_ROW } from '../../../src/workflows/hidden-tab/write-stored-data.ts';
import type { ReadCell, TabFacts } from '../../../src/workflows/ports.ts';
import { findKoersTab, inputTabs } from '../../../src/workflows/workbook/koers-tabs.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { nodeCompression } from '../node-compression.ts';

const columnsOf = (book: MemoryWorkbook, fileId: string, { title }: TabFacts): ReadCell[][] =>
  book.reader.columns(fileId, [tabRange(title)])[0];

/** Everything there is in a workbook, as one text. */
export function stateOf(book: MemoryWorkbook, fileId: string): string {
  const { facts, looks } = book.reader.factsAndLooks(fileId);
  const tabs = facts.tabs.map((tab) => ({ ...tab, columns: columnsOf(book, fileId, tab) }));
  return JSON.stringify({ mark: facts.mark, tabs, looks, charts: book.charts() });
}

/** The register says that there was one more run; of it and its hash only the schedule counts. */
function withoutRuns(columns: readonly ReadCell[][]): ReadCell[][] {
  return columns.map((column, at) =>
    column.map((cell, row) => {
      if (row !== REGISTER_ROW || at >= RESULT_COLUMNS.count) return cell;
      const isText = typeof cell === 'string' && cell.startsWith('{');
      return isText ? JSON.stringify(JSON.parse(cell).schedule) : '';
    }),
  );
}

/** The same without what tells how often Koers ran. */
export function resultOf(book: MemoryWorkbook, fileId: string): string {
  const { facts, looks } = book.reader.factsAndLooks(fileId);
  const data = findKoersTab(facts, 'data');
  const tabs = facts.tabs.map((tab) => {
    const columns = columnsOf(book, fileId, tab);
    return { ...tab, columns: tab.sheetId === data?.sheetId ? withoutRuns(columns) : columns };
  });
  return JSON.stringify({ mark: facts.mark, tabs, looks, charts: book.charts() });
}

/** Cells that people typed, by tab and place. */
export function typedIn(book: MemoryWorkbook, fileId: string): Map<string, ReadCell> {
  const typed = new Map<string, ReadCell>();
  for (const tab of inputTabs(book.reader.facts(fileId))) {
    columnsOf(book, fileId, tab).forEach((cells, column) => {
      cells.forEach((cell, row) => {
        if (cell !== '') typed.set(`${tab.title} ${row}/${column}`, cell);
      });
    });
  }
  return typed;
}

/** Null when mark, memory and the first line of every tab for people are of one moment. */
export function mixture(book: MemoryWorkbook, fileId: string): string | null {
  const facts = book.reader.facts(fileId);
  const data = findKoersTab(facts, 'data');
  if (data === null) return facts.mark === null ? null : 'a mark without data';
  const columns = columnsOf(book, fileId, data);
  if (!isWholeMemory(facts, columns, nodeCompression)) return 'the memory is not whole';
  const inputs = inputTabs(facts);
  const lines = facts.tabs
    .filter((tab) => tab !== data && !inputs.includes(tab))
    .map((tab) => columnsOf(book, fileId, tab)[0]?.[0]);
  if (new Set(lines).size > 1) return `two moments: ${lines.join(' / ')}`;
  const moment = facts.mark?.text.split(' ')[0] ?? 'no mark';
  const stamp = columns[2].find((cell) => String(cell).startsWith('{"recalculatedAt"'));
  return String(stamp).startsWith(`{"recalculatedAt":${moment},`) ? null : 'another mark';
}
