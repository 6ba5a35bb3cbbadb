import { type FoundTab, findTab } from '../../core/intake/rows/find-header.ts';
import { cellAt, formatAt, isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { columnName } from '../../core/language/tab-words.ts';
import { type ColumnId, columnEntries } from '../../core/layout/sheet-layout.ts';
import { cellPosition } from '../../core/model/a1-notation.ts';
import { serialFromDay } from '../../core/model/calendar-date.ts';
import type { Language, Workspace } from '../../core/model/workspace.ts';
import { cutOf } from '../results/year-cut.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { makeRoom } from '../workbook/make-room.ts';
import type { ReadWorkbook } from '../workbook/read-workbook.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { movedLabels } from './following-name.ts';
import type { NextKpi } from './plan-next-period.ts';

/** The tabs that get new rows. */
type NextTab = 'kpis' | 'milestones';

/** A new row: the cells of an old one, some of them with other contents. */
interface NewRow<Tab extends NextTab> {
  /** Of the row that is copied, from 0. */
  readonly like: number;
  /** Null is blank. */
  readonly cells: { readonly [Column in ColumnId<Tab>]?: WrittenCell };
}

interface OpenTab<Tab extends NextTab> extends FoundTab<Tab> {
  readonly sheetId: number;
  readonly gridRows: number;
  readonly gridColumns: number;
}

function openTab<Tab extends NextTab>(
  { facts, sheets }: ReadWorkbook,
  id: Tab,
): OpenTab<Tab> | null {
  for (const { title, sheetId, rowCount, columnCount } of inputTabs(facts)) {
    if (tabNamed(title)?.id !== id) continue;
    const sheet = sheets.find((own) => own.spreadsheet === undefined && own.name === title);
    const found = sheet === undefined ? null : findTab(sheet, id);
    if (found !== null) return { ...found, sheetId, gridRows: rowCount, gridColumns: columnCount };
  }
  return null;
}

const plainCell = (cell: unknown): WrittenCell =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;

/** Where each column stands; those that are needed and missing come after the last one. */
function placedColumns<Tab extends NextTab>(
  tab: OpenTab<Tab>,
  needed: readonly ColumnId<Tab>[],
): Map<ColumnId<Tab>, number> {
  const columns = new Map<ColumnId<Tab>, number>();
  for (const [id] of columnEntries(tab.id)) {
    const at = tab.columnOf[id];
    if (at !== undefined) columns.set(id, at);
  }
  let free = tab.sheet.columns.length;
  for (const id of needed) {
    if (columns.has(id)) continue;
    columns.set(id, free);
    free += 1;
  }
  return columns;
}

/** Below everything that stands on the tab, whatever column it is in. */
function firstFreeRow({ sheet, rowCount, headerRow }: OpenTab<NextTab>): number {
  for (let row = rowCount - 1; row > headerRow; row -= 1) {
    const isFilled = sheet.columns.some((_, column) => {
      const cell = cellAt(sheet, column, row);
      return cell !== false && !isBlankCell(cell);
    });
    if (isFilled) return row + 1;
  }
  return headerRow + 1;
}

/** Rows inserted below the others, with the looks of dates and percentages; nothing is overwritten. */
function appendedRows<Tab extends NextTab>(
  tab: OpenTab<Tab>,
  rows: readonly NewRow<Tab>[],
  language: Language,
): WorkbookChange[] {
  const filled = columnEntries(tab.id).flatMap(([id]) =>
    rows.some(({ cells }) => (cells[id] ?? null) !== null) ? [id] : [],
  );
  const columns = placedColumns(tab, filled);
  const start = firstFreeRow(tab);
  const free = tab.sheet.columns.length;
  const newColumns = [...columns.values()].filter((at) => at >= free).length;
  return [
    ...makeRoom(tab, 'rows', start, rows.length),
    ...(newColumns === 0 ? [] : makeRoom(tab, 'columns', free, newColumns)),
    ...[...columns].flatMap(([id, column]) =>
      columnChanges(tab, rows, { id, column, start, language }),
    ),
  ];
}

/** One column of the new rows: its header where the tab has none, its cells and their looks. */
function columnChanges<Tab extends NextTab>(
  tab: OpenTab<Tab>,
  rows: readonly NewRow<Tab>[],
  {
    id,
    column,
    start,
    language,
  }: { id: ColumnId<Tab>; column: number; start: number; language: Language },
): WorkbookChange[] {
  const [, layout] = columnEntries(tab.id).find(([own]) => own === id) ?? [];
  const source = tab.columnOf[id];
  const at = { kind: 'write_cells' as const, sheetId: tab.sheetId, column, width: 1 };
  const header = columnName(tab.id, id, language);
  const cells = rows.map(({ like, cells: own }) =>
    id in own ? (own[id] ?? null) : plainCell(cellAt(tab.sheet, column, like)),
  );
  const looks = rows.flatMap(({ like }, position): WorkbookChange[] => {
    const format = source === undefined ? 'general' : formatAt(tab.sheet, source, like);
    const look = layout?.cell === 'date' ? 'date' : format === 'percent' ? 'percent' : null;
    if (look === null || cells[position] === null) return [];
    const fromRow = start + position;
    const { sheetId } = tab;
    return [{ kind: 'format_columns', sheetId, column, fromRow, toRow: fromRow + 1, look }];
  });
  return [
    ...(source === undefined ? [{ ...at, row: tab.headerRow, height: 1, rows: [[header]] }] : []),
    { ...at, row: start, height: rows.length, rows: cells.map((cell) => [cell]) },
    ...looks,
  ];
}

const rowOf = (cell: string | null): number => cellPosition(cell ?? '')?.row ?? 0;

function kpiRow(next: NextKpi, { measures }: Workspace): NewRow<'kpis'> {
  const { old, following } = next;
  return {
    like: rowOf(old.place.cell),
    cells: {
      name: next.name,
      // A blank Measure means one of the KPI's own name, and the name is another now.
      measure: measures.find(({ id }) => id === old.measureId)?.name ?? null,
      start: serialFromDay(following.range.start),
      due: serialFromDay(following.range.end),
      last_time: next.lastTime,
      // A target that followed from growth follows from it again.
      ...(old.growth === null ? {} : { target: null }),
      follows: old.id,
      id: next.id,
    },
  };
}

function milestoneRows(next: NextKpi, workspace: Workspace): NewRow<'milestones'>[] {
  const { old, following, milestones } = next;
  const periods = [{ start: old.start, end: old.due }, following.range] as const;
  return milestones.map(({ stop, day, place }) => ({
    like: rowOf(place.cell),
    cells: {
      stop: movedLabels(stop, ...periods, cutOf(workspace)),
      kpi: next.name,
      date: serialFromDay(following.dayOf(day)),
      done_on: null,
      // What lay on the way to the old target says nothing about one that is not known yet.
      ...(old.growth === null ? {} : { value: null }),
    },
  }));
}

/** New rows on the tabs of KPIs and milestones. */
export function nextPeriodChanges(
  read: ReadWorkbook,
  workspace: Workspace,
  plan: readonly NextKpi[],
): WorkbookChange[] {
  const { language } = workspace.settings;
  const kpis = openTab(read, 'kpis');
  const milestones = openTab(read, 'milestones');
  const stops = plan.flatMap((next) => milestoneRows(next, workspace));
  return [
    ...(kpis === null || plan.length === 0
      ? []
      : appendedRows(
          kpis,
          plan.map((next) => kpiRow(next, workspace)),
          language,
        )),
    ...(milestones === null || stops.length === 0 ? [] : appendedRows(milestones, stops, language)),
  ];
}
