import { sentencesIn } from '../../core/language/languages.ts';
import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import { fieldsOf } from '../../core/tables/fields-of.ts';
import type { Table } from '../../core/tables/table.ts';
import type { WorkbookFacts } from '../ports.ts';
import type { ComputedResults } from '../results/compute-results.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { type PeopleTabContent, peopleTabChanges } from './koers-tab-changes.ts';
import { allRows, columnLook, openTimelineRows, peopleRows } from './readable-tab-rows.ts';
import { PEOPLE_TABS, type PeopleTab, TIMELINE_TAB } from './readable-tabs.ts';

/** Open periods, at most this many rows: the tab is for reading, the connector has them all. */
const MOST_TIMELINE_ROWS = 2_000;
/** More than anybody reads. */
const MOST_ROWS = 1_000;
/** What these tabs may take of the 2 MB of one write; the rest is for results and history. */
const MOST_BYTES = 1_350_000;

export interface Notice {
  readonly isCopy: boolean;
  /** Whether Google told how cells are formatted. */
  readonly hasLooks: boolean;
  /** The first line of every tab. */
  readonly headline: string;
  /** The day typed in Settings, or null. */
  readonly today: string | null;
}

/** Of a cell in a request, braces and names included; letters beyond ASCII take up to three. */
function cellBytes(cell: WrittenCell): number {
  if (cell === null) return 3;
  return 40 + (typeof cell === 'string' ? encodeURI(cell).length : String(cell).length);
}

const rowBytes = (row: readonly WrittenCell[]): number =>
  row.reduce<number>((bytes, cell) => bytes + cellBytes(cell), 14);

const bytesOf = (rows: ReadonlyArray<readonly WrittenCell[]>): number =>
  rows.reduce((bytes, row) => bytes + rowBytes(row), 0);

function shownRows(
  { table: id }: PeopleTab,
  table: Table,
  { evaluation }: ComputedResults,
  mostTimelineRows: number,
): { rows: readonly number[]; all: number } {
  if (id !== 'timeline') {
    const all = allRows(table);
    return { rows: all.slice(0, MOST_ROWS), all: all.length };
  }
  const open = evaluation.kpis.filter(({ isClosed }) => !isClosed).map(({ kpiId }) => kpiId);
  return openTimelineRows(table, new Set(open), evaluation.today, mostTimelineRows);
}

function notices(
  { isCopy, hasLooks, headline, today }: Notice,
  results: ComputedResults,
  kept: number,
  all: number,
): [string, string] {
  const { language } = results.workspace.settings;
  const words = KOERS_TAB_WORDS[language];
  const second = [
    today === null ? '' : sentencesIn(language).todayIsSet(today),
    isCopy ? words.isCopy : '',
    hasLooks ? '' : words.withoutLooks,
    kept < all ? words.shortened(kept, all) : '',
  ];
  return [headline, second.filter((text) => text !== '').join(' ')];
}

interface FilledTab {
  readonly content: PeopleTabContent;
  readonly bytes: number;
}

function filledTab(
  tab: PeopleTab,
  results: ComputedResults,
  notice: Notice,
  mostTimelineRows: number,
): FilledTab {
  const { language, currency } = results.workspace.settings;
  const table = results.table(tab.table);
  const definitions = fieldsOf(tab.table, { language, guard: 'none', currency });
  const fields = tab.fields
    .split(' ')
    .flatMap((id) => definitions.find((field) => field.id === id) ?? []);
  const shown = shownRows(tab, table, results, mostTimelineRows);
  const rows = peopleRows(table, fields, shown.rows);
  const content = {
    id: tab.tab,
    notices: notices(notice, results, shown.rows.length, shown.all),
    rows,
    looks: fields.map(({ type }) => columnLook(type)),
  };
  return { content, bytes: bytesOf(rows) };
}

/** As many rows of the timeline as there is room for beside the other tabs. */
function fittingTimeline(results: ComputedResults, notice: Notice, room: number): FilledTab {
  const whole = filledTab(TIMELINE_TAB, results, notice, MOST_TIMELINE_ROWS);
  if (whole.bytes <= room) return whole;
  const bytesPerRow = whole.bytes / whole.content.rows.length;
  const fitting = Math.max(0, Math.floor(room / bytesPerRow) - 1);
  return filledTab(TIMELINE_TAB, results, notice, fitting);
}

/** The tabs for people, each whole; the timeline is the last. */
export function peopleChanges(
  facts: WorkbookFacts,
  results: ComputedResults,
  notice: Notice,
  tabs: readonly PeopleTab[] = PEOPLE_TABS,
): WorkbookChange[] {
  const small = tabs.map((tab) => filledTab(tab, results, notice, 0));
  const taken = small.reduce((sum, { bytes }) => sum + bytes, 0);
  const timeline = fittingTimeline(results, notice, MOST_BYTES - taken);
  const { language } = results.workspace.settings;
  return [...small, timeline].flatMap(({ content }) => peopleTabChanges(facts, language, content));
}
