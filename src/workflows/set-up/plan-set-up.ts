import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { tabName } from '../../core/language/tab-words.ts';
import { TABS, tabLayout } from '../../core/layout/sheet-layout.ts';
import type { TabId, TabLayout } from '../../core/layout/tab-layout.ts';
import { civilFromDay } from '../../core/model/calendar-date.ts';
import { LANGUAGES, languageOf } from '../../core/model/locale.ts';
import type { Language } from '../../core/model/workspace.ts';
import { PersonFailure } from '../failures.ts';
import { refuseNewer } from '../hidden-tab/refuse-newer.ts';
import { exampleRow } from '../input-tabs/examples.ts';
import { type PlannedColumn, plannedSettings } from '../input-tabs/planned-tab.ts';
import { rowCells, type TabRow } from '../input-tabs/row-cells.ts';
import type { Clock, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { inputTabs, sameTitle } from '../workbook/koers-tabs.ts';
import { signature } from '../workbook/signature.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { filledTabChanges, newTabChanges } from './new-tab.ts';
import { type Added, rangesToSee, repairTab } from './repair-tab.ts';
import { type SeenTab, seeTabs } from './seen-tabs.ts';

type PlanPorts = { readonly reader: WorkbookReader; readonly clock: Clock };

/** The settings with what a blank means filled in; elsewhere the example row, where there is one. */
function firstRows(tab: TabId, year: number, language: Language): WrittenCell[][] {
  if (tab === 'settings') return plannedSettings(language).map(({ name, value }) => [name, value]);
  const example = exampleRow(tab, year, language);
  return example === null ? [] : [rowCells(tab, example, language)];
}

/** What each setting means, beside its name. */
const settingsNotes = (sheetId: number, language: Language): WorkbookChange[] =>
  plannedSettings(language).map(({ note }, at) => ({
    kind: 'write_note',
    sheetId,
    row: at + 1,
    column: 0,
    note,
  }));

const FIRST_SHEET_ID = 781_200_001;

function freeSheetIds(facts: WorkbookFacts, count: number): number[] {
  const taken = new Set(facts.tabs.map(({ sheetId }) => sheetId));
  const free: number[] = [];
  for (let id = FIRST_SHEET_ID; free.length < count; id += 1) if (!taken.has(id)) free.push(id);
  return free;
}

/** In the workbook's time zone. */
export const yearNow = (facts: WorkbookFacts, clock: Clock): number =>
  civilFromDay(clock.civilDay(clock.now(), facts.timeZone)).year;

/** Tabs under the names that lists of names point at; one that cannot be read is left out. */
const titlesOf = (
  seen: readonly SeenTab[],
  coming: readonly TabLayout[],
  language: Language,
): Map<TabId, string> =>
  new Map([
    ...coming.map(({ id }) => [id, tabName(id, language)] as const),
    ...seen
      .filter(({ kind }) => kind !== 'foreign')
      .reverse()
      .map(({ layout, facts }) => [layout.id, facts.title] as const),
  ]);

/** What Set up did, for the sentence that says so. */
export interface SetUpReport {
  /** Nothing of Koers was there. */
  readonly isNew: boolean;
  readonly tabs: readonly string[];
  /** Of the tabs that were there, those that missed something. */
  readonly repaired: readonly (Added & { readonly tab: string })[];
  /** Tabs with a name of ours and another content. */
  readonly foreign: readonly string[];
}

export interface Plan {
  readonly changes: readonly WorkbookChange[];
  readonly report: SetUpReport;
  /** By the sheet id of the tab that they are added to. */
  readonly newColumns: ReadonlyArray<readonly [sheetId: number, columns: readonly PlannedColumn[]]>;
}

const NOTHING_SEEN = { frozenRows: 0, groupedUntil: 0, cells: [] };

function repairs(
  facts: WorkbookFacts,
  reader: WorkbookReader,
  seen: readonly SeenTab[],
  titles: ReadonlyMap<TabId, string>,
  language: Language,
) {
  const ours = seen.flatMap((tab) => (tab.kind === 'ours' ? [tab] : []));
  const ranges = ours.flatMap(rangesToSee);
  const dresses = ranges.length === 0 ? [] : reader.dress(facts.fileId, ranges);
  return ours.map((tab) => {
    const { sheetId, title } = tab.facts;
    const dress = dresses.find((own) => own.sheetId === sheetId) ?? { sheetId, ...NOTHING_SEEN };
    return { title, sheetId, ...repairTab(tab, dress, language, titles, seen) };
  });
}

/** In an empty workbook a row of each tab may show how. */
export type Examples = 'with_examples' | 'without_examples';

/** What the workbook lacks as it stands now. */
export function planOf(
  { reader, clock }: PlanPorts,
  fileId: string,
  spoken: Language,
  examples: Examples,
): Plan {
  const facts = reader.facts(fileId);
  refuseNewer(facts, reader);
  const seen = seeTabs(facts, reader);
  const named = seen.map(({ layout }) => layout.id);
  const language = workbookLanguage(facts, spoken);
  const year = yearNow(facts, clock);
  const lacking = TABS.filter(({ id, appears }) => appears === 'day_one' && !named.includes(id));
  // A page with a chart alone may have the name.
  const isTaken = ({ id }: TabLayout) =>
    facts.tabs.some(({ title }) => sameTitle(title, tabName(id, language)));
  const missing = lacking.filter((layout) => !isTaken(layout));
  const titles = titlesOf(seen, missing, language);
  const ids = freeSheetIds(facts, missing.length);
  const content = {
    language,
    year,
    titles,
    seen,
    hasExamples: seen.length === 0 && examples === 'with_examples',
  };
  const repaired = repairs(facts, reader, seen, titles, language);
  const blank = seen.filter(({ kind }) => kind === 'blank');
  const changes = [
    ...repaired.flatMap((tab) => tab.changes),
    ...blank.flatMap((tab) => filledTab(tab, content)),
    ...missing.flatMap((layout, at) => newTab(layout, ids[at], content)),
  ];
  // What cannot be done twice is signed.
  const isOnce = changes.some(({ kind }) => kind === 'insert' || kind === 'lengthen');
  return {
    changes: isOnce ? [...changes, signature(facts)] : changes,
    newColumns: repaired
      .filter((tab) => tab.newColumns.length > 0)
      .map((tab) => [tab.sheetId, tab.newColumns]),
    report: {
      isNew: seen.length === 0,
      tabs: [
        ...missing.map(({ id }) => tabName(id, language)),
        ...blank.map((tab) => tab.facts.title),
      ],
      repaired: repaired
        .filter((tab) => tab.changes.length > 0)
        .map(({ title, added }) => ({ tab: title, ...added })),
      foreign: [
        ...seen.filter(({ kind }) => kind === 'foreign').map((tab) => tab.facts.title),
        ...lacking.filter(isTaken).map(({ id }) => tabName(id, language)),
      ],
    },
  };
}

interface Content {
  readonly language: Language;
  readonly year: number;
  readonly titles: ReadonlyMap<TabId, string>;
  readonly seen: readonly SeenTab[];
  readonly hasExamples: boolean;
}

const contentOf = (tab: TabId, { language, year, titles, seen, hasExamples }: Content) => ({
  titles,
  seen,
  rows: tab === 'settings' || hasExamples ? firstRows(tab, year, language) : [],
});

const notesOfSettings = ({ id }: TabLayout, sheetId: number, language: Language) =>
  id === 'settings' ? settingsNotes(sheetId, language) : [];

const newTab = (layout: TabLayout, sheetId: number, content: Content): WorkbookChange[] => [
  ...newTabChanges(layout, sheetId, content.language, contentOf(layout.id, content)),
  ...notesOfSettings(layout, sheetId, content.language),
];

const filledTab = ({ layout, facts }: SeenTab, content: Content): WorkbookChange[] => [
  ...filledTabChanges(layout, facts, content.language, contentOf(layout.id, content)),
  ...notesOfSettings(layout, facts.sheetId, content.language),
];

/**
 * A tab that is not there yet, in the language of the others; a Dutch book may be English by locale.
 * With these rows, or without any with one that shows how.
 *
 * @param newTabs how many others come in the same change
 */
export function planTab(
  { reader, clock }: PlanPorts,
  fileId: string,
  id: TabId,
  rows: readonly TabRow[] = [],
  newTabs = 0,
): {
  readonly title: string;
  readonly sheetId: number;
  readonly changes: readonly WorkbookChange[];
} {
  const facts = reader.facts(fileId);
  const present = inputTabs(facts).find(({ title }) => tabNamed(title)?.id === id);
  if (present !== undefined) throw new PersonFailure('TAB_EXISTS', { tab: present.title });
  const seen = seeTabs(facts, reader);
  const language = workbookLanguage(facts, languageOf(facts.locale));
  const layout = tabLayout(id);
  const sheetId = freeSheetIds(facts, newTabs + 1)[newTabs];
  const first =
    rows.length === 0
      ? firstRows(id, yearNow(facts, clock), language)
      : rows.map((row) => rowCells(id, row, language));
  const content = { titles: titlesOf(seen, [layout], language), seen, rows: first };
  return {
    title: tabName(id, language),
    sheetId,
    changes: [
      ...newTabChanges(layout, sheetId, language, content),
      ...notesOfSettings(layout, sheetId, language),
    ],
  };
}

/** People may have a Dutch workbook in an English locale, and open it in French. */
export const workbookLanguage = (facts: WorkbookFacts, spoken: Language): Language =>
  languageOfTabs(facts) ?? spoken;

function languageOfTabs(facts: WorkbookFacts): Language | null {
  const ids = inputTabs(facts).flatMap(({ title }) => tabNamed(title)?.id ?? []);
  const titles = facts.tabs.map(({ title }) => title.toLowerCase());
  const namesOf = (id: TabId) => LANGUAGES.map((own) => tabName(id, own).toLowerCase());
  // A name that is the same in every language tells nothing.
  const telling = ids.map(namesOf).find((names) => new Set(names).size > 1);
  if (telling === undefined) return null;
  return LANGUAGES[
    Math.max(
      0,
      telling.findIndex((name) => titles.includes(name)),
    )
  ];
}
