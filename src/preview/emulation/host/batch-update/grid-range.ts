import {
  closedRectangle,
  type OpenRectangle,
  openA1Of,
  quotedTabName,
} from '../../workbook/a1-notation.ts';
import type { GridRectangle, ProtectedRange, Tab, Workbook } from '../../workbook/workbook.ts';
import { RequestRefusal } from './refusal.ts';

/** The API's GridRange: zero-based, end exclusive, a missing bound is open. */
export interface GridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** [seen] "No grid with id: 5" where a request names cells. */
export function tabOfGrid(workbook: Workbook, sheetId = 0): Tab {
  const tab = workbook.tabs.find((candidate) => candidate.sheetId === sheetId);
  if (tab === undefined) throw new RequestRefusal(`No grid with id: ${sheetId}`);
  return tab;
}

/** [seen] "No sheet with id: 0" where a request names a tab. */
export function tabOfSheet(workbook: Workbook, sheetId = 0): Tab {
  const tab = workbook.tabs.find((candidate) => candidate.sheetId === sheetId);
  if (tab === undefined) throw new RequestRefusal(`No sheet with id: ${sheetId}`);
  return tab;
}

function openRectangleOf(range: GridRange): OpenRectangle {
  return {
    startRow: range.startRowIndex,
    endRow: range.endRowIndex,
    startColumn: range.startColumnIndex,
    endColumn: range.endColumnIndex,
  };
}

/**
 * [recorded live] A range that starts at or past the grid's edge is refused, with the grid's
 * size; one that starts inside is taken and cut off at the edge.
 */
function refuseOutsideGrid(tab: Tab, open: OpenRectangle): void {
  const inside = (open.startRow ?? 0) < tab.rowCount && (open.startColumn ?? 0) < tab.columnCount;
  if (inside) return;
  throw new RequestRefusal(
    `Range (${quotedTabName(tab.title)}!${openA1Of(open)}) exceeds grid limits. ` +
      `Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`,
  );
}

/** The cells a GridRange covers on its tab. */
export function cellsOf(tab: Tab, range: GridRange): GridRectangle {
  const open = openRectangleOf(range);
  refuseOutsideGrid(tab, open);
  return closedRectangle(open, tab);
}

const overlaps = (one: GridRectangle, other: GridRectangle) =>
  one.startRow < other.endRow &&
  other.startRow < one.endRow &&
  one.startColumn < other.endColumn &&
  other.startColumn < one.endColumn;

const mayEdit = (protection: ProtectedRange, user: string) =>
  protection.warningOnly || protection.editors.includes(user);

/** [seen] A protection that only warns never stops a script; a real one stops whom it does not list. */
export function refuseProtected(
  workbook: Workbook,
  tab: Tab,
  cells: GridRectangle,
  user: string,
): void {
  if (workbook.sharing.owner === user) return;
  const stopping = tab.protections.some(
    (protection) =>
      !mayEdit(protection, user) &&
      (protection.rectangle === undefined || overlaps(protection.rectangle, cells)),
  );
  if (stopping) {
    throw new RequestRefusal(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }
}
