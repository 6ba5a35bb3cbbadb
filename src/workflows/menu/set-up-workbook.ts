import type { TabId, TabLayout } from '../../core/intake/layout/layout-types.ts';
import { SETTINGS } from '../../core/intake/layout/settings-list.ts';
import { isBlankCell } from '../../core/intake/sheet-input.ts';
import { TABS, tabLayout, tabNamed } from '../../core/intake/sheet-layout.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import { languageOf } from '../../core/model/locale.ts';
import type { Language } from '../../core/model/workspace.ts';
import { PersonFailure } from '../failures.ts';
import type { WorkbookFacts, WorkbookReader, WorkbookWriter } from '../ports.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { newTabChanges } from './new-tab.ts';

export interface SetUpPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
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

/** Names of the settings with what a blank means filled in, so that a person sees what there is. */
function settingsRows(language: Language): WrittenCell[][] {
  return SETTINGS.map(({ name, standard, kind }) => [
    name[language],
    kind === 'text' || kind === 'choice' ? null : standard,
  ]);
}

/** What each setting means, beside its name. */
const settingsNotes = (sheetId: number, language: Language): WorkbookChange[] =>
  SETTINGS.map(({ help }, at) => ({
    kind: 'write_note',
    sheetId,
    row: at + 1,
    column: 0,
    note: help[language],
  }));

const FIRST_SHEET_ID = 781_200_001;

function freeSheetIds(facts: WorkbookFacts, count: number): number[] {
  const taken = new Set(facts.tabs.map(({ sheetId }) => sheetId));
  const free: number[] = [];
  for (let id = FIRST_SHEET_ID; free.length < count; id += 1) if (!taken.has(id)) free.push(id);
  return free;
}

function newTabs(
  facts: WorkbookFacts,
  layouts: readonly TabLayout[],
  language: Language,
): WorkbookChange[] {
  const ids = freeSheetIds(facts, layouts.length);
  const present = inputTabs(facts).flatMap(({ title }) => {
    const layout = tabNamed(title);
    return layout === null ? [] : [[layout.id, title] as const];
  });
  const titles = new Map<TabId, string>([
    ...present,
    ...layouts.map((layout) => [layout.id, layout.name[language]] as const),
  ]);
  return layouts.flatMap((layout, index) => {
    const isSettings = layout.id === 'settings';
    const rows = isSettings ? settingsRows(language) : [];
    return [
      ...newTabChanges(layout, ids[index], language, { titles, rows }),
      ...(isSettings ? settingsNotes(ids[index], language) : []),
    ];
  });
}

/** The six tabs of day one in an empty workbook; anything in it, and nothing is touched. */
export function setUpWorkbook({ reader, writer }: SetUpPorts, fileId: string): Language {
  const facts = reader.facts(fileId);
  if (!isEmpty(facts, reader)) throw new PersonFailure('NOT_EMPTY');
  const language = languageOf(facts.locale);
  const dayOne = TABS.filter(({ appears }) => appears === 'day_one');
  writer.apply(fileId, newTabs(facts, dayOne, language));
  return language;
}

/** One of the tabs that are not there on day one. Gives its name. */
export function addTab({ reader, writer }: SetUpPorts, fileId: string, id: TabId): string {
  const facts = reader.facts(fileId);
  const present = inputTabs(facts).find(({ title }) => tabNamed(title)?.id === id);
  if (present !== undefined) throw new PersonFailure('TAB_EXISTS', { tab: present.title });
  const named = inputTabs(facts).flatMap(({ title }) => tabNamed(title)?.id ?? []);
  // The language of the tabs that are there; people may have a Dutch workbook in an English locale.
  const language = languageOfTabs(facts, named) ?? languageOf(facts.locale);
  const layout = tabLayout(id);
  writer.apply(fileId, newTabs(facts, [layout], language));
  return layout.name[language];
}

function languageOfTabs(facts: WorkbookFacts, ids: readonly TabId[]): Language | null {
  const titles = facts.tabs.map(({ title }) => title.toLowerCase());
  const tells = ids
    .map((id) => tabLayout(id).name)
    .find(({ en, nl }) => en.toLowerCase() !== nl.toLowerCase());
  if (tells === undefined) return null;
  return titles.includes(tells.nl.toLowerCase()) ? 'nl' : 'en';
}
