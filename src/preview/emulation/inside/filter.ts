import { type Emulates, emulatedObject } from './emulated-object.ts';
import { rangeObject } from './range.ts';
import { type SheetState, tabOf } from './range-state.ts';
import { applyBatch } from './workbook-access.ts';

const members = {
  getRange: (sheet) => {
    const { filter } = tabOf(sheet);
    return filter === undefined ? null : rangeObject({ ...sheet, rectangle: filter });
  },
  remove: ({ id, sheetId }) => {
    applyBatch(id, [{ clearBasicFilter: { sheetId } }]);
  },
} satisfies Emulates<GoogleAppsScript.Spreadsheet.Filter, SheetState>;

/** The one filter of a tab; what it hides is not emulated. */
export function filterObject({ id, sheetId }: SheetState): unknown {
  return emulatedObject('SpreadsheetApp.Filter', members, { id, sheetId });
}
