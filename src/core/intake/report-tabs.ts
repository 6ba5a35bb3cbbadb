import { cellAddress } from '../model/a1-notation.ts';
import { type FoundTab, findHeader, headerText } from './find-header.ts';
import type { TabId, TabLayout } from './layout/layout-types.ts';
import type { ReadContext } from './read-context.ts';
import type { SheetInput } from './sheet-input.ts';
import { tabLayout, tabNamed } from './sheet-layout.ts';

/** Tells which columns would make a row of this tab a header. */
export function reportMissingHeader(
  sheet: SheetInput,
  layout: TabLayout,
  context: ReadContext,
): void {
  const needed = layout.columns.filter((column) => column.needed).map(({ name }) => name);
  context.issues.add(
    'E_HEADER',
    { tab: sheet.name, cell: cellAddress(0, 0) },
    {
      columnsEn: needed.map(({ en }) => en).join(', '),
      columnsNl: needed.map(({ nl }) => nl).join(', '),
    },
  );
}

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

/** The tab with its header; null when it is not there or, with an issue, has no header. */
export function openTab(
  sheets: SortedSheets,
  layout: TabLayout,
  context: ReadContext,
): FoundTab | null {
  const sheet = sheets.single.get(layout.id);
  if (sheet === undefined) return null;
  const tab = findHeader(sheet, layout);
  if (tab === null) {
    reportMissingHeader(sheet, layout, context);
    return null;
  }
  for (const column of tab.repeated) reportRepeated(tab, column, context);
  return tab;
}

/** Tells that a column stands in a tab a second time and is not read. */
export function reportRepeated(tab: FoundTab, column: number, context: ReadContext): void {
  context.issues.add(
    'W_COLUMN_TWICE',
    { tab: tab.sheet.name, cell: cellAddress(column, tab.headerRow) },
    { column: headerText(tab, column) },
  );
}

/** A tab that the workbook cannot do without; the place is the name it should have. */
export function reportMissingTab(id: TabId, context: ReadContext): void {
  const { name } = tabLayout(id);
  context.issues.add(
    'E_TAB_MISSING',
    { tab: name[context.language], cell: null },
    { tabEn: name.en, tabNl: name.nl },
  );
}
