import { PICTURE_WORDS } from '../../core/language/languages.ts';
import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import { columnName } from '../../core/language/tab-words.ts';
import type { Goal } from '../../core/model/goal.ts';
import type { Language } from '../../core/model/workspace.ts';
import { columnOf } from '../../core/tables/table.ts';
import { LIGHT_PAPER, paletteOn } from '../../drawing/colours.ts';
import type { StoredChart } from '../hidden-tab/stored-data.ts';
import type { WorkbookFacts } from '../ports.ts';
import type { ComputedResults } from '../results/compute-results.ts';
import { findKoersTab } from '../workbook/koers-tabs.ts';
import type { ChartLine, WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { type Course, courseOf, MOST_CHARTS, MOST_POINTS } from './goal-courses.ts';
import { NOTICE_ROWS, readyTab } from './koers-tab-changes.ts';
import { lookOf } from './readable-tab-rows.ts';

// Charts stand two beside each other on the left, their figures to the right of them.
const CHARTS_ABREAST = 2;
const CHART_COLUMNS = 6;
const CHART_ROWS = 18;
/** Above a chart: the goal, and how it stands. */
const HEADING_ROWS = 2;
const CHART_PIXELS = { widthPixels: 580, heightPixels: 310 };
const FIGURE_COLUMN = CHARTS_ABREAST * CHART_COLUMNS + 1;
/** Day, plan, actual and forecast, and one that stays blank. */
const FIGURE_COLUMNS = 5;
/** Above the figures: the goal with its id, then what stands in each column. */
const FIGURE_HEADERS = 2;

const figureColumn = (place: number): number => FIGURE_COLUMN + place * FIGURE_COLUMNS;

const chartPlace = (place: number): { row: number; column: number } => ({
  row: NOTICE_ROWS + Math.floor(place / CHARTS_ABREAST) * CHART_ROWS,
  column: (place % CHARTS_ABREAST) * CHART_COLUMNS,
});

type Cells = WrittenCell[][];

function put(cells: Cells, row: number, column: number, cell: WrittenCell): void {
  while (cells.length <= row) cells.push([]);
  const own = cells[row];
  while (own.length <= column) own.push(null);
  own[column] = cell;
}

/** A person deleted the tab with its charts: neither comes back. */
const isGone = (facts: WorkbookFacts, charts: readonly StoredChart[]): boolean =>
  findKoersTab(facts, 'charts') === null && charts.some(({ isMade }) => isMade);

function putFigures(
  cells: Cells,
  place: number,
  goal: Goal,
  { points }: Course,
  language: Language,
): void {
  const { plan, actual, forecast } = PICTURE_WORDS[language];
  const column = figureColumn(place);
  put(cells, NOTICE_ROWS, column, goal.name);
  [columnName('actuals', 'date', language), plan, actual, forecast].forEach((name, at) => {
    put(cells, NOTICE_ROWS + 1, column + at, name);
  });
  points.forEach((point, row) => {
    point.forEach((cell, at) => {
      put(cells, NOTICE_ROWS + FIGURE_HEADERS + row, column + at, cell);
    });
  });
}

function looksOf(sheetId: number, place: number, { points, isPercent }: Course): WorkbookChange[] {
  const fromRow = NOTICE_ROWS + FIGURE_HEADERS;
  const look = isPercent ? 'percent' : lookOf(points.flatMap(([, ...lines]) => lines));
  return Array.from({ length: FIGURE_COLUMNS - 1 }, (_, at) => ({
    kind: 'format_columns',
    sheetId,
    fromRow,
    column: figureColumn(place) + at,
    look: at === 0 ? 'date' : look,
  }));
}

export interface ChartsTab {
  readonly sheetId: number;
  readonly changes: readonly WorkbookChange[];
  readonly rows: ReadonlyArray<readonly WrittenCell[]>;
}

/** The figures of every chart, each where its chart looks for them; null where there is no such tab. */
export function chartsTab(
  facts: WorkbookFacts,
  charts: readonly StoredChart[],
  results: ComputedResults,
  notices: readonly [string, string],
): ChartsTab | null {
  if (charts.length === 0 || isGone(facts, charts)) return null;
  const { goals, settings } = results.workspace;
  const table = results.table('goals');
  const [ids, symbols, labels] = ['goal_id', 'goal_status_symbol', 'goal_status_label'].map((id) =>
    columnOf(table, id),
  );
  const rows: Cells = notices.map((text) => [text]);
  const looks: ((sheetId: number) => WorkbookChange[])[] = [];
  charts.forEach(({ goalId }, place) => {
    // Also of a goal that went: its place stays taken, and the order of the places is told by them.
    put(rows, NOTICE_ROWS, figureColumn(place) + FIGURE_COLUMNS - 2, goalId);
    const goal = goals.find(({ id }) => id === goalId);
    const course = courseOf(goalId, results);
    if (goal === undefined || course === null) return;
    const { row, column } = chartPlace(place);
    const at = ids.indexOf(goalId);
    put(rows, row, column, goal.name);
    put(rows, row + 1, column, `${symbols[at]} ${labels[at]} · ${course.kpi}`);
    putFigures(rows, place, goal, course, settings.language);
    looks.push((sheetId) => looksOf(sheetId, place, course));
  });
  const size = {
    rowCount: Math.max(
      NOTICE_ROWS + Math.ceil(charts.length / CHARTS_ABREAST) * CHART_ROWS,
      NOTICE_ROWS + FIGURE_HEADERS + MOST_POINTS,
    ),
    columnCount: figureColumn(charts.length),
  };
  const ready = readyTab(facts, 'charts', settings.language, size, NOTICE_ROWS);
  const { sheetId } = ready;
  return {
    sheetId,
    changes: [
      ...ready.changes,
      { kind: 'replace_tab', sheetId, rows },
      ...looks.flatMap((make) => make(sheetId)),
    ],
    rows,
  };
}

const { softInk, route } = paletteOn(LIGHT_PAPER);
/** Plan, actual and forecast, in the colours of the board's own. */
const LINES: readonly ChartLine[] = [
  { colour: softInk, stroke: 'dashed' },
  { colour: route, stroke: 'solid' },
  { colour: route, stroke: 'dashed' },
];

/** The charts that are not made yet, and their headings. */
export function chartChanges(
  sheetId: number,
  charts: readonly StoredChart[],
  language: Language,
): WorkbookChange[] {
  return charts.flatMap(({ isMade }, place): WorkbookChange[] => {
    if (isMade) return [];
    const { row, column } = chartPlace(place);
    return [
      {
        kind: 'style_header',
        sheetId,
        row,
        startColumn: column,
        endColumn: column + CHART_COLUMNS - 1,
      },
      {
        kind: 'add_chart',
        sheetId,
        row: row + HEADING_ROWS,
        column,
        ...CHART_PIXELS,
        firstRow: NOTICE_ROWS + 1,
        endRow: NOTICE_ROWS + FIGURE_HEADERS + MOST_POINTS,
        firstColumn: figureColumn(place),
        lines: LINES,
        description: KOERS_TAB_WORDS[language].chartShows,
      },
    ];
  });
}

/** The goals whose figures stand in the tab, told by the ids beside their names. */
export function chartsFound(columns: ReadonlyArray<readonly unknown[]>): StoredChart[] {
  const found: StoredChart[] = [];
  for (let place = 0; place < MOST_CHARTS; place += 1) {
    const id = columns[figureColumn(place) + FIGURE_COLUMNS - 2]?.[NOTICE_ROWS];
    if (typeof id !== 'string' || id === '') break;
    found.push({ goalId: id, isMade: true });
  }
  return found;
}
