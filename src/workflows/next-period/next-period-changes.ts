import { findTab } from '../../core/intake/rows/find-header.ts';
import { cellAt, formatAt } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import type { ColumnId } from '../../core/layout/sheet-layout.ts';
import { cellPosition } from '../../core/model/a1-notation.ts';
import { serialFromDay } from '../../core/model/calendar-date.ts';
import type { Workspace } from '../../core/model/workspace.ts';
import { cutOf } from '../results/year-cut.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { ownSheet, type ReadWorkbook } from '../workbook/read-workbook.ts';
import type { AddedRows, GrowingTab, NewRow } from '../workbook/rows-below.ts';
import type { WrittenCell } from '../workbook-change.ts';
import { movedLabels } from './following-name.ts';
import type { NextKpi } from './plan-next-period.ts';

/** The tabs that get new rows. */
type NextTab = 'kpis' | 'milestones';

/** A row like an old one, some of its cells with other contents. */
interface LikeRow<Tab extends NextTab> {
  /** Of the row that is copied, from 0. */
  readonly like: number;
  /** Null is blank. */
  readonly cells: { readonly [Column in ColumnId<Tab>]?: WrittenCell };
}

function growingTab(read: ReadWorkbook, id: NextTab): GrowingTab | null {
  for (const tab of inputTabs(read.facts)) {
    if (tabNamed(tab.title)?.id !== id) continue;
    const sheet = ownSheet(read, tab.title);
    const found = sheet === undefined ? null : findTab(sheet, id);
    if (found !== null) return { facts: tab, found };
  }
  return null;
}

const plainCell = (cell: unknown): WrittenCell =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;

/** The old row with what is other, a percentage still a percentage. */
function newRow<Tab extends NextTab>({ found }: GrowingTab, row: LikeRow<Tab>): NewRow {
  const { sheet } = found;
  const old = Object.entries<number>(found.columnOf);
  const percents = old.filter(([, column]) => formatAt(sheet, column, row.like) === 'percent');
  return {
    cells: {
      ...Object.fromEntries(old.map(([id, at]) => [id, plainCell(cellAt(sheet, at, row.like))])),
      ...row.cells,
    },
    looks: Object.fromEntries(percents.map(([id]) => [id, 'percent'])),
  };
}

const rowOf = (cell: string | null): number => cellPosition(cell ?? '')?.row ?? 0;

function kpiRow(next: NextKpi, { measures }: Workspace): LikeRow<'kpis'> {
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

function milestoneRows(next: NextKpi, workspace: Workspace): LikeRow<'milestones'>[] {
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
export function nextPeriodRows(
  read: ReadWorkbook,
  workspace: Workspace,
  plan: readonly NextKpi[],
): AddedRows[] {
  const added = <Tab extends NextTab>(id: Tab, rows: readonly LikeRow<Tab>[]): AddedRows[] => {
    const tab = growingTab(read, id);
    return tab === null ? [] : [{ tab, rows: rows.map((row) => newRow(tab, row)) }];
  };
  return [
    ...added(
      'kpis',
      plan.map((next) => kpiRow(next, workspace)),
    ),
    ...added(
      'milestones',
      plan.flatMap((next) => milestoneRows(next, workspace)),
    ),
  ];
}
