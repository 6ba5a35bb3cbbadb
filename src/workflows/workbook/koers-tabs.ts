import { outputTabNames } from '../../core/language/connector-languages.ts';
import { OUTPUT_TAB_IDS, type OutputTabId } from '../../core/layout/output-tabs.ts';
import type { TabFacts, WorkbookFacts } from '../ports.ts';

export const sameTitle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The tabs that Koers makes have sheet ids of their own, which a rename, a move or a copy of the
 * workbook leaves alone. A name tells nothing: somebody's own tab may have it.
 */
const FIRST_SHEET_ID = 781_100_001;
/** From one try for a free id to the next; more than there will be kinds of tab. */
const STRIDE = 100;
const MOST_TRIES = 1_000;

/** What stands in A1 of the hidden tab in every version. */
export const DATA_FIRST_CELL = 'layout';

function madeFor(sheetId: number): OutputTabId | null {
  const number = sheetId - FIRST_SHEET_ID;
  if (number < 0 || number >= STRIDE * MOST_TRIES) return null;
  return OUTPUT_TAB_IDS[number % STRIDE] ?? null;
}

/** True for the sheet id of a tab that Koers made, whatever it is called now. */
export const isKoersTab = (sheetId: number): boolean => madeFor(sheetId) !== null;

type KnownTab = Pick<TabFacts, 'sheetId' | 'adoptedAs'>;

const purposeOf = ({ sheetId, adoptedAs }: KnownTab): OutputTabId | null =>
  madeFor(sheetId) ?? adoptedAs ?? null;

export const koersTabIn = <Tab extends KnownTab>(
  tabs: readonly Tab[],
  id: OutputTabId,
): Tab | null => tabs.find((tab) => purposeOf(tab) === id) ?? null;

/** The tab that Koers writes for this purpose, whatever its name. */
export const findKoersTab = (facts: WorkbookFacts, id: OutputTabId): TabFacts | null =>
  koersTabIn(facts.tabs, id);

/**
 * A tab with the name of one that Koers makes, and not its sheet id: somebody's own, or one that
 * came through an .xlsx file, which keeps no ids. Only what stands in it can tell.
 */
export function findNamesake(facts: WorkbookFacts, id: OutputTabId): TabFacts | null {
  if (findKoersTab(facts, id) !== null) return null;
  const names = outputTabNames(id);
  return (
    facts.tabs.find(
      (tab) =>
        tab.isGrid && purposeOf(tab) === null && names.some((name) => sameTitle(tab.title, name)),
    ) ?? null
  );
}

/** The same facts, with a namesake that proved to be made by Koers. */
export const withAdopted = (
  facts: WorkbookFacts,
  { sheetId }: TabFacts,
  adoptedAs: OutputTabId,
): WorkbookFacts => ({
  ...facts,
  tabs: facts.tabs.map((tab) => (tab.sheetId === sheetId ? { ...tab, adoptedAs } : tab)),
});

/** The platform wants sheet ids unique within the workbook. */
export function freeSheetId(facts: WorkbookFacts, id: OutputTabId): number {
  const taken = new Set(facts.tabs.map(({ sheetId }) => sheetId));
  let free = FIRST_SHEET_ID + OUTPUT_TAB_IDS.indexOf(id);
  while (taken.has(free)) free += STRIDE;
  return free;
}

/** Tabs that people fill in: everything with cells that Koers does not write itself. */
export const inputTabs = (facts: WorkbookFacts): TabFacts[] =>
  facts.tabs.filter((tab) => tab.isGrid && purposeOf(tab) === null);
