import { findTab } from '../../core/intake/rows/find-header.ts';
import type { SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import type { ReadWorkbook } from '../workbook/read-workbook.ts';
import type { Ground } from '../workbook/write-inputs.ts';

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

/** New rows come below the headers that they were made for, or nothing is written. */
export const groundOfRows = ({ sheets }: ReadWorkbook): Ground => ({
  tabsIn: (facts) => inputTabs(facts).filter(({ title }) => growing(title) !== null),
  isStill: (now) => placesIn(now) === placesIn(sheets),
});
