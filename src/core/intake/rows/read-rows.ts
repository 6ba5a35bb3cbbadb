import { tabName } from '../../language/tab-words.ts';
import { neededColumns } from '../../layout/sheet-layout.ts';
import type { TabId } from '../../layout/tab-layout.ts';
import { cellAddress } from '../../model/a1-notation.ts';
import type { ColumnNames } from '../../model/issue-details.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';
import { tabNamed } from '../sheet/tab-named.ts';
import {
  type FoundHeader,
  type FoundTab,
  findTab,
  headerText,
  type RepeatedColumn,
} from './find-header.ts';
import type { ReadContext } from './read-context.ts';
import { type RowOf, rowsOf } from './tab-row.ts';

/** Tells which columns would make a row of this tab a header. */
export function reportMissingHeader(sheet: SheetInput, tab: TabId, context: ReadContext): void {
  // SAFETY: the columns are those of this tab.
  const columns = { tab, columns: neededColumns(tab) } as ColumnNames;
  reportMissingColumns({ sheet, headerRow: 0 }, columns, context);
}

export const reportMissingColumns = (
  { sheet, headerRow }: Pick<FoundHeader, 'sheet' | 'headerRow'>,
  columns: ColumnNames,
  context: ReadContext,
): void =>
  context.issues.add('E_HEADER', { tab: sheet.name, cell: cellAddress(0, headerRow) }, { columns });

/** The workbook's own tabs by what they are; of two for one purpose the first is read. */
export interface SortedSheets {
  readonly single: ReadonlyMap<TabId, SheetInput>;
  readonly actuals: readonly SheetInput[];
}

export function sortSheets(sheets: readonly SheetInput[], context: ReadContext): SortedSheets {
  const single = new Map<TabId, SheetInput>();
  const actuals: SheetInput[] = [];
  for (const sheet of sheets) {
    const layout = sheet.spreadsheet === undefined ? tabNamed(sheet.name) : null;
    if (layout === null) continue;
    const other = single.get(layout.id);
    if (layout.many) actuals.push(sheet);
    else if (other === undefined) single.set(layout.id, sheet);
    else {
      const place = { tab: sheet.name, cell: cellAddress(0, 0) };
      context.issues.add('W_TAB_TWICE', place, { other: other.name });
    }
  }
  return { single, actuals };
}

/** Without the tabs that measures read as their source and that hold nothing of ours: "Budget". */
export function besideSources(
  sheets: SortedSheets,
  isSource: (sheet: SheetInput) => boolean,
): SortedSheets {
  const own = [...sheets.single].filter(
    ([id, sheet]) => !isSource(sheet) || findTab(sheet, id) !== null,
  );
  return { ...sheets, single: new Map(own) };
}

/** The filled rows of a tab; none when it is not there or, with a finding, has no header. */
export function readRows<Tab extends TabId>(
  sheets: SortedSheets,
  id: Tab,
  context: ReadContext,
): RowOf<Tab>[] {
  const sheet = sheets.single.get(id);
  if (sheet === undefined) return [];
  const tab: FoundTab<Tab> | null = findTab(sheet, id);
  if (tab === null) {
    reportMissingHeader(sheet, id, context);
    return [];
  }
  for (const column of tab.repeated) reportRepeated(tab, column, context);
  return rowsOf(tab, context);
}

/** Tells that two columns of a tab have one name, and where both stand. */
export function reportRepeated(
  tab: FoundHeader,
  { column, first }: Pick<RepeatedColumn, 'column' | 'first'>,
  context: ReadContext,
): void {
  context.issues.add(
    'E_COLUMN_TWICE',
    { tab: tab.sheet.name, cell: cellAddress(column, tab.headerRow) },
    { column: headerText(tab, column), other: cellAddress(first, tab.headerRow) },
  );
}

/** A tab that the workbook cannot do without; the place is the name it should have. */
export function reportMissingTab(id: TabId, context: ReadContext): void {
  const place = { tab: tabName(id, context.language), cell: null };
  context.issues.add('E_TAB_MISSING', place, { missing: { tabs: [id] } });
}
