import { isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { tabName } from '../../core/language/tab-words.ts';
import { TABS, tabLayout } from '../../core/layout/sheet-layout.ts';
import type { TabId, TabLayout } from '../../core/layout/tab-layout.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import { civilFromDay } from '../../core/model/calendar-date.ts';
import { LANGUAGES, languageOf } from '../../core/model/locale.ts';
import type { Language } from '../../core/model/workspace.ts';
import { PersonFailure } from '../failures.ts';
import { exampleRow } from '../input-tabs/examples.ts';
import { plannedSettings } from '../input-tabs/planned-tab.ts';
import { rowCells } from '../input-tabs/row-cells.ts';
import type { Clock, Lock, WorkbookFacts, WorkbookReader, WorkbookWriter } from '../ports.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { newTabChanges } from './new-tab.ts';

export interface SetUpPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly lock: Lock;
  readonly clock: Clock;
}

function isEmpty(facts: WorkbookFacts, reader: WorkbookReader): boolean {
  const ranges = facts.tabs.filter(({ isGrid }) => isGrid).map(({ title }) => tabRange(title));
  return (
    ranges.length === 0 ||
    reader
      .columns(facts.fileId, ranges)
      .every((columns) => columns.every((cells) => cells.every(isBlankCell)))
  );
}

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
const yearNow = (facts: WorkbookFacts, clock: Clock): number =>
  civilFromDay(clock.civilDay(clock.now(), facts.timeZone)).year;

function newTabs(
  facts: WorkbookFacts,
  layouts: readonly TabLayout[],
  language: Language,
  year: number,
): WorkbookChange[] {
  const ids = freeSheetIds(facts, layouts.length);
  const present = inputTabs(facts).flatMap(({ title }) => {
    const layout = tabNamed(title);
    return layout === null ? [] : [[layout.id, title] as const];
  });
  const titles = new Map<TabId, string>([
    ...present,
    ...layouts.map((layout) => [layout.id, tabName(layout.id, language)] as const),
  ]);
  return layouts.flatMap((layout, index) => {
    const rows = firstRows(layout.id, year, language);
    return [
      ...newTabChanges(layout, ids[index], language, { titles, rows }),
      ...(layout.id === 'settings' ? settingsNotes(ids[index], language) : []),
    ];
  });
}

/** The seven tabs of day one in an empty workbook; anything in it, and nothing is touched. */
export const setUpWorkbook = (ports: SetUpPorts, fileId: string, language: Language): void =>
  oneAtATime(ports.lock, () => setUpLocked(ports, fileId, language));

function setUpLocked(
  { reader, writer, clock }: SetUpPorts,
  fileId: string,
  language: Language,
): void {
  const facts = reader.facts(fileId);
  if (!isEmpty(facts, reader)) throw new PersonFailure('NOT_EMPTY', {});
  const dayOne = TABS.filter(({ appears }) => appears === 'day_one');
  writer.apply(fileId, newTabs(facts, dayOne, language, yearNow(facts, clock)));
}

/** One of the tabs that are not there on day one. Gives its name. */
export const addTab = (ports: SetUpPorts, fileId: string, id: TabId): string =>
  oneAtATime(ports.lock, () => addLocked(ports, fileId, id));

function addLocked({ reader, writer, clock }: SetUpPorts, fileId: string, id: TabId): string {
  const facts = reader.facts(fileId);
  const present = inputTabs(facts).find(({ title }) => tabNamed(title)?.id === id);
  if (present !== undefined) throw new PersonFailure('TAB_EXISTS', { tab: present.title });
  const named = inputTabs(facts).flatMap(({ title }) => tabNamed(title)?.id ?? []);
  // The language of the tabs that are there; people may have a Dutch workbook in an English locale.
  const language = languageOfTabs(facts, named) ?? languageOf(facts.locale);
  const layout = tabLayout(id);
  writer.apply(fileId, newTabs(facts, [layout], language, yearNow(facts, clock)));
  return tabName(id, language);
}

function languageOfTabs(facts: WorkbookFacts, ids: readonly TabId[]): Language | null {
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
