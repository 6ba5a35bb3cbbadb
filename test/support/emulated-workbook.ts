import { createAccount, type EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { putCell } from '../../src/preview/emulation/workbook/cells.ts';
import {
  type Cell,
  type CellValue,
  emptyTab,
  emptyWorkbook,
  type Tab,
  type Workbook,
} from '../../src/preview/emulation/workbook/workbook.ts';

/** Who installed Koers in these tests. */
export const OWNER = 'owner@koers.example';

/** A value, or a value with the format it is shown in. */
export type TestCell = CellValue | Cell;

function asCell(cell: TestCell): Cell {
  return typeof cell === 'object' && cell !== null && 'value' in cell ? cell : { value: cell };
}

/** A tab with these rows from A1. */
export function tabWith(title: string, rows: readonly (readonly TestCell[])[], sheetId = 0): Tab {
  const tab = emptyTab(sheetId, title);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      putCell(tab, row, column, asCell(cell));
    });
  });
  return tab;
}

type WorkbookOptions = Partial<Pick<Workbook, 'id' | 'locale' | 'timeZone' | 'title'>>;

/** A Dutch workbook in Amsterdam: neither the script's zone nor that of the machine. */
export function workbookWith(tabs: readonly Tab[], options: WorkbookOptions = {}): Workbook {
  return emptyWorkbook({
    id: 'workbook-1',
    owner: OWNER,
    locale: 'nl_NL',
    timeZone: 'Europe/Amsterdam',
    tabs,
    ...options,
  });
}

/** An account whose sheet project is bound to a workbook with one tab, "Sheet 1", of these rows. */
export function accountWith(
  rows: readonly (readonly TestCell[])[],
  options: WorkbookOptions = {},
): EmulatedAccount {
  const workbook = workbookWith([tabWith('Sheet 1', rows)], options);
  return createAccount({ owner: OWNER, workbooks: [workbook] });
}
