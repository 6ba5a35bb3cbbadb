import { sentencesIn } from '../../core/language/languages.ts';
import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import { fieldsOf } from '../../core/tables/fields-of.ts';
import { columnOf, type Table } from '../../core/tables/table.ts';
import type { WorkbookFacts } from '../ports.ts';
import type { ComputedResults } from '../results/compute-results.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import type { ChartsTab } from './charts-tab.ts';
import { type PeopleTabContent, peopleTabChanges } from './koers-tab-changes.ts';
import {
  allRows,
  type CellLook,
  goalRoutes,
  numberLooks,
  openTimelineRows,
  type PeopleColumn,
  peopleColumn,
} from './readable-tab-rows.ts';
import { PEOPLE_TABS, type PeopleTab, TIMELINE_TAB } from './readable-tabs.ts';
import { sparksOf } from './spark-text.ts';
import { STATUS_COLOURS } from './status-colours.ts';

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
  /** The day typed in Settings, as people read it, or null. */
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

/** The rows of a table in the order of a tab. */
function inOrder({ byDate }: PeopleTab, table: Table): number[] {
  if (byDate === undefined) return allRows(table);
  const days = columnOf(table, byDate);
  return allRows(table).sort((a, b) => Number(days[a]) - Number(days[b]) || a - b);
}

function shownRows(
  tab: PeopleTab,
  table: Table,
  { evaluation }: ComputedResults,
  mostTimelineRows: number,
): { rows: readonly number[]; all: number } {
  if (tab.table !== 'timeline') {
    const all = inOrder(tab, table);
    return { rows: all.slice(0, MOST_ROWS), all: all.length };
  }
  const open = evaluation.kpis.filter(({ isClosed }) => !isClosed).map(({ kpiId }) => kpiId);
  return openTimelineRows(table, new Set(open), evaluation.today, mostTimelineRows);
}

/** The two lines above a tab that shows so many of its rows. */
export function notices(
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

/** The way of every goal, a cell for each row of its table. */
function routeColumn(table: Table, results: ComputedResults): PeopleColumn {
  const { language } = results.workspace.settings;
  const routes = goalRoutes(results.table('milestones'), language);
  return {
    label: KOERS_TAB_WORDS[language].route,
    cells: columnOf(table, 'goal_id').map((goal) => routes.get(String(goal)) ?? ''),
    look: 'text',
    isStatus: false,
  };
}

/** The course of every KPI, a cell for each row of its table. */
function trendColumn(table: Table, results: ComputedResults): PeopleColumn {
  const sparks = sparksOf(results.table('timeline'));
  return {
    label: KOERS_TAB_WORDS[results.workspace.settings.language].trend,
    cells: columnOf(table, 'kpi_id').map((kpi) => sparks.get(String(kpi)) ?? ''),
    look: 'text',
    isStatus: false,
  };
}

/** Columns that are made of another table. */
const MADE: Readonly<Record<string, typeof routeColumn>> = {
  route: routeColumn,
  trend: trendColumn,
};

function columnsIn(tab: PeopleTab, table: Table, results: ComputedResults): PeopleColumn[] {
  const { language, currency } = results.workspace.settings;
  const definitions = fieldsOf(tab.table, { language, guard: 'none', currency });
  return tab.fields
    .split(' ')
    .flatMap((name) =>
      name in MADE ? [MADE[name](table, results)] : peopleColumn(table, name, definitions),
    );
}

/** How the shown rows of each column look. */
function looksOf(
  columns: readonly PeopleColumn[],
  rows: ReadonlyArray<readonly WrittenCell[]>,
  keys: readonly string[],
  { workspace }: ComputedResults,
): CellLook[] {
  const units = new Map(workspace.measures.map(({ id, unit }) => [id, unit.kind]));
  const percents = new Set(
    workspace.kpis.flatMap(({ id, measureId }) => (units.get(measureId) === 'percent' ? [id] : [])),
  );
  return columns.flatMap(({ look }, column) => {
    if (look === 'text') return [];
    if (look !== 'number') return [{ column, firstRow: 0, look }];
    return numberLooks(
      rows.map((cells) => cells[column]),
      column,
      (row) => keys[row],
      (row) => percents.has(keys[row]),
    );
  });
}

function filledTab(
  tab: PeopleTab,
  results: ComputedResults,
  notice: Notice,
  mostTimelineRows: number,
): FilledTab {
  const table = results.table(tab.table);
  const columns = columnsIn(tab, table, results);
  const shown = shownRows(tab, table, results, mostTimelineRows);
  const rows = shown.rows.map((row) => columns.map(({ cells }) => cells[row]));
  // Only of the timeline several KPIs stand below each other in one column of figures.
  const kpis = tab === TIMELINE_TAB ? columnOf(table, 'kpi_id') : [];
  const keys = shown.rows.map((row) => String(kpis[row] ?? ''));
  const leads = tab.link === undefined ? [] : columnOf(table, tab.link.to);
  const addresses = shown.rows.map((row) => (leads[row] ? String(leads[row]) : null));
  const on = tab.fields.split(' ').indexOf(tab.link?.on ?? '');
  const content = {
    id: tab.tab,
    notices: notices(notice, results, shown.rows.length, shown.all),
    rows: [columns.map(({ label }) => label), ...rows],
    looks: looksOf(columns, rows, keys, results),
    colours: columns.flatMap(({ isStatus }, column) =>
      isStatus && tab.colours !== undefined
        ? STATUS_COLOURS[tab.colours].map((colour) => ({ column, ...colour }))
        : [],
    ),
    links: on < 0 ? null : { column: on, addresses },
  };
  return { content, bytes: bytesOf(content.rows) + bytesOf([addresses]) };
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
  /** That of the charts, which takes room too. */
  charts: ChartsTab | null = null,
): WorkbookChange[] {
  const small = tabs.map((tab) => filledTab(tab, results, notice, 0));
  const taken = small.reduce((sum, { bytes }) => sum + bytes, bytesOf(charts?.rows ?? []));
  const timeline = fittingTimeline(results, notice, MOST_BYTES - taken);
  const { language } = results.workspace.settings;
  return [
    ...[...small, timeline].flatMap(({ content }) => peopleTabChanges(facts, language, content)),
    ...(charts?.changes ?? []),
  ];
}
