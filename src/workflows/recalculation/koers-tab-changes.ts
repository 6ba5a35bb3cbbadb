import { outputTabName, outputTabNames } from '../../core/language/connector-languages.ts';
import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import type { OutputTabId } from '../../core/layout/output-tabs.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { TabFacts, WorkbookFacts } from '../ports.ts';
import { findKoersTab, freeSheetId, sameTitle } from '../workbook/koers-tabs.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import type { CellLook } from './readable-tab-rows.ts';
import { type TextColour, TONE_COLOURS } from './status-colours.ts';

export interface TabSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

const isTaken = (facts: WorkbookFacts, title: string): boolean =>
  facts.tabs.some((tab) => sameTitle(tab.title, title));

/** Its name, with a number where somebody's own tab has it: that one is left alone. */
function freeTitle(facts: WorkbookFacts, name: string): string {
  let title = name;
  for (let number = 2; isTaken(facts, title); number += 1) title = `${name} ${number}`;
  return title;
}

function addedTab(
  facts: WorkbookFacts,
  id: OutputTabId,
  language: Language,
  size: TabSize,
  frozenRows: number,
): { sheetId: number; changes: WorkbookChange[] } {
  const sheetId = freeSheetId(facts, id);
  const isData = id === 'data';
  const title = freeTitle(facts, outputTabName(id, language));
  const description = isData
    ? KOERS_TAB_WORDS[language].dataTab
    : KOERS_TAB_WORDS[language].protection;
  return {
    sheetId,
    changes: [
      { kind: 'add_tab', sheetId, title, isHidden: isData, frozenRows, ...size },
      { kind: 'protect_tab', sheetId, description },
    ],
  };
}

/** A name of ours follows the language of the workbook; one that a person gave it stays. */
function renamed(
  facts: WorkbookFacts,
  { sheetId, title }: TabFacts,
  id: OutputTabId,
  name: string,
) {
  const isOurs = outputTabNames(id).includes(title);
  if (!isOurs || isTaken(facts, name)) return [];
  return [{ kind: 'rename_tab' as const, sheetId, title: name }];
}

/** Room for the rows, and its protection. */
function keptTab(tab: TabFacts, language: Language, size: TabSize) {
  const { sheetId } = tab;
  const changes: WorkbookChange[] = [];
  const rowCount = Math.max(tab.rowCount, size.rowCount);
  const columnCount = Math.max(tab.columnCount, size.columnCount);
  if (rowCount > tab.rowCount || columnCount > tab.columnCount) {
    changes.push({ kind: 'resize_tab', sheetId, rowCount, columnCount });
  }
  if (!tab.isProtected) {
    changes.push({
      kind: 'protect_tab',
      sheetId,
      description: KOERS_TAB_WORDS[language].protection,
    });
  }
  return changes;
}

/** The tab as it must be before it is written; one that somebody deleted comes back. */
export function readyTab(
  facts: WorkbookFacts,
  id: OutputTabId,
  language: Language,
  size: TabSize,
  frozenRows: number,
): { sheetId: number; changes: WorkbookChange[]; isNew: boolean } {
  const tab = findKoersTab(facts, id);
  if (tab === null) {
    return { ...addedTab(facts, id, language, size, frozenRows), isNew: true };
  }
  const changes = [
    ...renamed(facts, tab, id, outputTabName(id, language)),
    ...keptTab(tab, language, size),
  ];
  return { sheetId: tab.sheetId, changes, isNew: false };
}

/** Two lines of notices, then the header. */
export const NOTICE_ROWS = 2;

export interface PeopleTabContent {
  readonly id: Exclude<OutputTabId, 'data'>;
  /** At most one line each; '' for none. */
  readonly notices: readonly [string, string];
  /** Header first. */
  readonly rows: ReadonlyArray<readonly WrittenCell[]>;
  /** Rows from 0 below the header. */
  readonly looks: readonly CellLook[];
  /** What cells below the header are coloured by, once. */
  readonly colours: ReadonlyArray<TextColour & { readonly column: number }>;
  /** A column whose cells lead somewhere; a cell without an address leads nowhere. */
  readonly links: {
    readonly column: number;
    readonly addresses: readonly (string | null)[];
  } | null;
}

/** Colours are a person's own from then on: none are put where a tab has any. */
function colourChanges(
  facts: WorkbookFacts,
  sheetId: number,
  colours: PeopleTabContent['colours'],
): WorkbookChange[] {
  const tab = facts.tabs.find((own) => own.sheetId === sheetId);
  if (tab?.hasColours === true) return [];
  return colours.map(({ column, start, tone }, at) => ({
    kind: 'colour_texts',
    sheetId,
    fromRow: NOTICE_ROWS + 1,
    column,
    start,
    ...TONE_COLOURS[tone],
    at,
  }));
}

export function peopleTabChanges(
  facts: WorkbookFacts,
  language: Language,
  { id, notices, rows, looks, colours, links }: PeopleTabContent,
): WorkbookChange[] {
  // A row beyond the frozen ones must be there, also when there is nothing to show.
  const rowCount = Math.max(rows.length, 2) + NOTICE_ROWS;
  const size = { rowCount, columnCount: Math.max(rows[0].length, 1) };
  const { sheetId, changes, isNew } = readyTab(facts, id, language, size, NOTICE_ROWS + 1);
  const below = NOTICE_ROWS + 1;
  const formats = looks.map(
    ({ column, firstRow, endRow, look }): WorkbookChange => ({
      kind: 'format_columns',
      sheetId,
      fromRow: below + firstRow,
      ...(endRow === undefined ? {} : { toRow: below + endRow }),
      column,
      look,
    }),
  );
  const linked: WorkbookChange[] =
    links === null
      ? []
      : [
          {
            kind: 'link_cells',
            sheetId,
            row: below,
            column: links.column,
            addresses: links.addresses,
          },
        ];
  const header: WorkbookChange[] = isNew
    ? [{ kind: 'style_header', sheetId, row: NOTICE_ROWS }]
    : [];
  return [
    ...changes,
    { kind: 'replace_tab', sheetId, rows: [...notices.map((text) => [text]), ...rows] },
    ...header,
    ...formats,
    ...linked,
    ...colourChanges(facts, sheetId, colours),
  ];
}
