import { findTab } from '../../core/intake/rows/find-header.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { columnEntries } from '../../core/layout/sheet-layout.ts';
import type { TabId } from '../../core/layout/tab-layout.ts';
import type { Language } from '../../core/model/workspace.ts';
import { type TabRow, typedRow } from '../input-tabs/row-cells.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { ownSheet, type ReadWorkbook } from '../workbook/read-workbook.ts';
import { type AddedRows, firstFreeRow, rowsBelow } from '../workbook/rows-below.ts';
import type { ColumnLook, WorkbookChange } from '../workbook-change.ts';
import { planTab } from './plan-set-up.ts';
import type { SetUpPorts } from './set-up-workbook.ts';

/** A row that comes to a tab: dates are days, choices codes. */
export interface ComingRow {
  readonly row: TabRow;
  /** How its numbers look, by column. */
  readonly looks?: Readonly<Record<string, ColumnLook>>;
}

/** Where rows come, and the changes that put them there. */
export interface PutRows {
  readonly title: string;
  readonly sheetId: number;
  /** From 0. */
  readonly firstRow: number;
  /** The tab comes with them. */
  readonly isNew: boolean;
  readonly changes: readonly WorkbookChange[];
  /** In a tab that is there: to be looked at once more when they are written. */
  readonly added: readonly AddedRows[];
}

/** A tab that does not have the columns that it should. */
export interface UnreadableTab {
  readonly unreadable: string;
}

/** Below a header that is new: of its columns all look alike, but for these cells. */
const ownLooks = (tab: TabId, sheetId: number, coming: readonly ComingRow[]): WorkbookChange[] =>
  coming.flatMap(({ row, looks = {} }, at) =>
    columnEntries(tab).flatMap(([id], column): WorkbookChange[] => {
      const look: ColumnLook | undefined = looks[id];
      if (look === undefined || typeof row[id] !== 'number') return [];
      return [{ kind: 'format_columns', sheetId, column, fromRow: at + 1, toRow: at + 2, look }];
    }),
  );

/**
 * Rows that come below the others of a tab; where it is missing, it comes with them.
 *
 * @param language of what is typed
 * @param newTabs how many other tabs come in the same change
 */
export function putRows(
  ports: SetUpPorts,
  read: ReadWorkbook,
  tab: TabId,
  coming: readonly ComingRow[],
  language: Language,
  newTabs = 0,
): PutRows | UnreadableTab {
  const { facts } = read;
  const present = inputTabs(facts).find(({ title }) => tabNamed(title)?.id === tab);
  if (present === undefined) {
    const rows = coming.map(({ row }) => row);
    const made = planTab(ports, facts.fileId, tab, rows, newTabs);
    return {
      ...made,
      firstRow: 1,
      isNew: true,
      added: [],
      changes: [...made.changes, ...ownLooks(tab, made.sheetId, coming)],
    };
  }
  const { title, sheetId } = present;
  const sheet = ownSheet(read, title);
  const found = sheet === undefined ? null : findTab(sheet, tab);
  if (found === null) return { unreadable: title };
  const rows = coming.map(({ row, looks }) => ({ cells: typedRow(tab, row, language), looks }));
  const added = { tab: { facts: present, found }, rows };
  return {
    title,
    sheetId,
    firstRow: firstFreeRow(found),
    isNew: false,
    changes: rowsBelow(added, language),
    added: [added],
  };
}
