import { cellAt, isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import type { ColumnId } from '../../core/layout/sheet-layout.ts';
import type { TabId } from '../../core/layout/tab-layout.ts';
import { LANGUAGES } from '../../core/model/locale.ts';
import type { Language } from '../../core/model/workspace.ts';
import { exampleRow } from '../input-tabs/examples.ts';
import type { Clock, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { workbookLanguage } from '../set-up/plan-set-up.ts';
import { type OurTab, type SeenTab, seeTabs, tabsSeenIn } from '../set-up/seen-tabs.ts';
import type { ReadWorkbook } from '../workbook/read-workbook.ts';

export interface LookPorts {
  readonly reader: WorkbookReader;
  readonly clock: Clock;
}

/** A workbook as the first steps see it. */
export interface SeenWorkbook {
  readonly facts: WorkbookFacts;
  readonly seen: readonly SeenTab[];
  readonly language: Language;
}

export function seeWorkbook(
  reader: WorkbookReader,
  fileId: string,
  spoken: Language,
): SeenWorkbook {
  const facts = reader.facts(fileId);
  const seen = seeTabs(facts, reader);
  return { facts, seen, language: workbookLanguage(facts, spoken) };
}

/** The same of a workbook that is read already. */
export const seenIn = (read: ReadWorkbook, spoken: Language): SeenWorkbook => ({
  facts: read.facts,
  seen: tabsSeenIn(read),
  language: workbookLanguage(read.facts, spoken),
});

export const ourTab = ({ seen }: SeenWorkbook, id: TabId): OurTab | null => {
  const tab = seen.find(({ layout }) => layout.id === id);
  return tab?.kind === 'ours' ? tab : null;
};

const textAt = ({ sheet }: OurTab, column: number | undefined, row: number): string => {
  const cell = column === undefined ? null : cellAt(sheet, column, row);
  return isBlankCell(cell) ? '' : String(cell).trim();
};

/** An example row that Koers put there says nothing of the organisation. */
const isExampleName = (tab: TabId, column: string, text: string): boolean =>
  LANGUAGES.some((language) => exampleRow(tab, 0, language)?.[column] === text);

/** The filled rows of a tab as texts by column, examples left out. */
export function rowsIn<Id extends TabId>(
  book: SeenWorkbook,
  id: Id,
  columns: readonly ColumnId<Id>[],
): Record<ColumnId<Id>, string>[] {
  const tab = ourTab(book, id);
  if (tab === null) return [];
  const columnOf: Readonly<Record<string, number | undefined>> = tab.found.columnOf;
  const rows: Record<ColumnId<Id>, string>[] = [];
  for (let row = tab.found.headerRow + 1; row < tab.found.rowCount; row += 1) {
    const texts = columns.map((column) => [column, textAt(tab, columnOf[column], row)] as const);
    const isFilled = texts.some(([, text]) => text !== '');
    const isExample = texts.some(([column, text]) => isExampleName(id, column, text));
    // SAFETY: an entry for each of the columns.
    if (isFilled && !isExample)
      rows.push(Object.fromEntries(texts) as Record<ColumnId<Id>, string>);
  }
  return rows;
}
