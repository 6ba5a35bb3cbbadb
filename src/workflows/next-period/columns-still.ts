import { findTab } from '../../core/intake/rows/find-header.ts';
import type { SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import type { WorkbookReader } from '../ports.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import type { ReadWorkbook } from '../workbook/read-workbook.ts';

/** The tab of this name, when it gets new rows; else null. */
function growing(title: string): 'kpis' | 'milestones' | null {
  const id = tabNamed(title)?.id;
  return id === 'kpis' || id === 'milestones' ? id : null;
}

/** Where the columns of the tabs that get new rows stand. */
const placesIn = (sheets: readonly SheetInput[]): string =>
  JSON.stringify(
    sheets.flatMap((sheet) => {
      const id = sheet.spreadsheet === undefined ? growing(sheet.name) : null;
      if (id === null) return [];
      const found = findTab(sheet, id);
      return [[id, found && [found.headerRow, found.columnOf, sheet.columns.length]]];
    }),
  );

/** Whether new rows would still come below the headers that they were made for. */
export function areColumnsStill(reader: WorkbookReader, { facts, sheets }: ReadWorkbook): boolean {
  const { fileId } = facts;
  const titles = inputTabs(reader.facts(fileId))
    .map(({ title }) => title)
    .filter((title) => growing(title) !== null);
  const columns = reader.columns(
    fileId,
    titles.map((title) => tabRange(title)),
  );
  const now = titles.map((name, at) => ({ name, columns: columns[at] }));
  return placesIn(now) === placesIn(sheets);
}
