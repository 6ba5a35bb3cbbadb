import {
  type FoundTab,
  findHeader,
  findTab,
  soughtColumns,
} from '../../core/intake/rows/find-header.ts';
import { newIssueList } from '../../core/intake/rows/issue-list.ts';
import { findAcross } from '../../core/intake/rows/period-headers.ts';
import { startContext } from '../../core/intake/rows/read-context.ts';
import { isBlankCell, type SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { findWideTargets } from '../../core/intake/tabs/read-targets.ts';
import type { TabId, TabLayout } from '../../core/layout/tab-layout.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import type { DressedCell, TabDress, TabFacts, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { ownSheet, type ReadWorkbook } from '../workbook/read-workbook.ts';

/**
 * A tab with the name of one that people fill in: ours with its header, blank, in a shape that is
 * read and not repaired (a column for each measure, periods across), or of another's make.
 */
export type SeenTab = {
  readonly facts: TabFacts;
  readonly layout: TabLayout;
  readonly sheet: SheetInput;
} & (
  | { readonly kind: 'ours'; readonly found: FoundTab }
  | { readonly kind: 'blank' | 'other_shape' | 'foreign' }
);

export type OurTab = Extract<SeenTab, { readonly kind: 'ours' }>;

/** Actuals are ours to complete when they are long; Date alone could be any table. */
function foundOurs(sheet: SheetInput, { id }: TabLayout): FoundTab | null {
  if (id !== 'actuals') return findTab(sheet, id);
  const columns = soughtColumns(id).map((column) => ({
    ...column,
    isNeeded: column.isNeeded || column.id === 'measure' || column.id === 'value',
  }));
  const header = findHeader(sheet, columns);
  return header === null ? null : { id, ...header };
}

function isOtherShape(sheet: SheetInput, { id }: TabLayout, locale: string): boolean {
  const context = startContext(locale, newIssueList(), []);
  if (id === 'targets') return findWideTargets(sheet, context) !== null;
  return id === 'actuals' && (findTab(sheet, id) !== null || findAcross(sheet, context) !== null);
}

function seenTab(facts: TabFacts, layout: TabLayout, sheet: SheetInput, locale: string): SeenTab {
  const seen = { facts, layout, sheet };
  if (sheet.columns.every((cells) => cells.every(isBlankCell))) return { ...seen, kind: 'blank' };
  const found = foundOurs(sheet, layout);
  if (found !== null) return { ...seen, kind: 'ours', found };
  return { ...seen, kind: isOtherShape(sheet, layout, locale) ? 'other_shape' : 'foreign' };
}

/** Of two tabs for one purpose the first is read, and so the first alone is looked at. */
function knownTabs(facts: WorkbookFacts) {
  const seen = new Set<TabId>();
  return inputTabs(facts).flatMap((tab) => {
    const layout = tabNamed(tab.title);
    if (layout === null || (seen.has(layout.id) && layout.many !== true)) return [];
    seen.add(layout.id);
    return [{ tab, layout }];
  });
}

export function seeTabs(facts: WorkbookFacts, reader: WorkbookReader): SeenTab[] {
  const known = knownTabs(facts);
  if (known.length === 0) return [];
  const ranges = known.map(({ tab }) => tabRange(tab.title));
  const columns = reader.columns(facts.fileId, ranges);
  return known.map(({ tab, layout }, at) =>
    seenTab(tab, layout, { name: tab.title, columns: columns[at] }, facts.locale),
  );
}

/** The same of a workbook that is read already. */
export const tabsSeenIn = (read: ReadWorkbook): SeenTab[] =>
  knownTabs(read.facts).flatMap(({ tab, layout }) => {
    const sheet = ownSheet(read, tab.title);
    return sheet === undefined ? [] : [seenTab(tab, layout, sheet, read.facts.locale)];
  });

/** Below everything that stands on the tab. */
export const firstFreeRow = ({ found: { rowCount, headerRow } }: OurTab): number =>
  Math.max(rowCount, headerRow + 1);

type Dressed = (row: number, column: number) => DressedCell | undefined;

export function dressedCells({ cells }: TabDress): Dressed {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]));
  return (row, column) => byPlace.get(`${row}/${column}`);
}
