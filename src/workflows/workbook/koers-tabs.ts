import { outputTabNames } from '../../core/language/connector-languages.ts';
import { OUTPUT_TAB_IDS, type OutputTabId } from '../../core/layout/output-tabs.ts';
import type { TabFacts, WorkbookFacts } from '../ports.ts';

const sameTitle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The tab that Koers writes for this purpose, under its name in any language. */
export function findKoersTab(facts: WorkbookFacts, id: OutputTabId): TabFacts | null {
  const names = outputTabNames(id);
  return facts.tabs.find(({ title }) => names.some((name) => sameTitle(title, name))) ?? null;
}

/** Sheet ids for new tabs; the platform wants them unique within the workbook. */
const FIRST_SHEET_ID = 781_100_001;

export function freeSheetId(facts: WorkbookFacts, id: OutputTabId): number {
  const taken = new Set(facts.tabs.map(({ sheetId }) => sheetId));
  let free = FIRST_SHEET_ID + OUTPUT_TAB_IDS.indexOf(id);
  while (taken.has(free)) free += OUTPUT_TAB_IDS.length;
  return free;
}

/** Tabs that people fill in: everything with cells that Koers does not write itself. */
export function inputTabs(facts: WorkbookFacts): TabFacts[] {
  const own = OUTPUT_TAB_IDS.map((id) => findKoersTab(facts, id)?.sheetId);
  return facts.tabs.filter(({ sheetId, isGrid }) => isGrid && !own.includes(sheetId));
}
