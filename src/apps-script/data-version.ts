import { readBlocks } from '../workflows/hidden-tab/data-cells.ts';
import { layoutVersionOf } from '../workflows/hidden-tab/migrations.ts';
import { readRegister } from '../workflows/hidden-tab/read-stored-data.ts';
import { type DataVersion, koersOf } from '../workflows/menu/version-note.ts';
import { koersTabIn } from '../workflows/workbook/koers-tabs.ts';

/** Layout and register stand in the first two rows in every version. */
const FIRST_ROWS = { count: 2, columns: 3 };

/**
 * Of the data in this workbook; null before the first recalculation, and where it cannot be read.
 * The menu is built before anybody has agreed to anything, so it asks the spreadsheet alone.
 */
export function dataVersion(): DataVersion | null {
  const tabs = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .map((sheet) => ({ sheet, sheetId: sheet.getSheetId() }));
  const tab = koersTabIn(tabs, 'data');
  if (tab === null) return null;
  const { count, columns } = FIRST_ROWS;
  const rows: string[][] = tab.sheet.getRange(1, 1, count, columns).getValues();
  const blocks = readBlocks([0, 1, 2].map((column) => rows.map((row) => row[column])));
  const layout = layoutVersionOf(blocks);
  return layout === null ? null : { layout, koers: koersOf(readRegister(blocks)) };
}
