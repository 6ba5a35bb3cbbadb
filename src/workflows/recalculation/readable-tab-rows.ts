import { fullDate } from '../../core/language/format-date.ts';
import { type Day, serialFromDay } from '../../core/model/calendar-date.ts';
import type { Severity } from '../../core/model/issue.ts';
import type { MilestoneStatusCode } from '../../core/model/status.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { FieldDefinition } from '../../core/tables/fields-of.ts';
import { MILESTONE_SYMBOLS } from '../../core/tables/status-symbols.ts';
import { columnOf, rowCountOf, type Table } from '../../core/tables/table.ts';
import type { ColumnLook, WrittenCell } from '../workbook-change.ts';
import { SEVERITY_SYMBOLS } from './status-colours.ts';

/** A column of a tab for people, with a cell for every row of its table. */
export interface PeopleColumn {
  readonly label: string;
  readonly cells: readonly WrittenCell[];
  /** `number` where each row is looked at. */
  readonly look: ColumnLook | 'number';
  /** A symbol and its word, to be coloured. */
  readonly isStatus: boolean;
}

function columnLook(type: string): PeopleColumn['look'] {
  if (type === 'YEAR_MONTH_DAY') return 'date';
  if (type === 'PERCENT') return 'percent';
  return type === 'NUMBER' || type.startsWith('CURRENCY_') ? 'number' : 'text';
}

/** A column as cells are written: a day is a serial number, a severity a symbol. */
function writtenColumn(table: Table, id: string, type: string): readonly WrittenCell[] {
  const cells = columnOf(table, id);
  if (type === 'YEAR_MONTH_DAY') {
    return cells.map((cell) => (typeof cell === 'number' ? serialFromDay(cell) : null));
  }
  // SAFETY: the column holds severities.
  return id === 'finding_severity'
    ? cells.map((cell) => SEVERITY_SYMBOLS[cell as Severity])
    : cells;
}

/** What a figure in words is called: as the figure. */
const WORDED = /_text$/;

/** A field, or a symbol and a word with a + between them. */
export function peopleColumn(
  table: Table,
  name: string,
  definitions: readonly FieldDefinition[],
): PeopleColumn[] {
  const ids = name.split('+');
  const fields = ids.flatMap((id) => definitions.find((field) => field.id === id) ?? []);
  if (fields.length < ids.length) return [];
  const last = fields[fields.length - 1];
  const figure = definitions.find(({ id }) => id === last.id.replace(WORDED, ''));
  const columns = fields.map(({ id, type }) => writtenColumn(table, id, type));
  const isStatus = columns.length > 1;
  return [
    {
      label: (figure ?? last).label,
      cells: isStatus
        ? columns[0].map((_, row) =>
            columns
              .map((cells) => cells[row] ?? '')
              .join(' ')
              .trim(),
          )
        : columns[0],
      look: columnLook(last.type),
      isStatus,
    },
  ];
}

/** Stops by what is most urgent about them. */
const URGENCY = Object.keys(MILESTONE_SYMBOLS);

/**
 * The stops on the way of every goal in the order of their days, each as its KPI that is worst off:
 * ✓ Q1 (31 Mar 2026) → ◆ Q2 (30 Jun 2026).
 */
export function goalRoutes(stops: Table, language: Language): Map<string, string> {
  const [goals, days, statuses, names] = [
    'goal_id',
    'milestone_date',
    'milestone_status',
    'stop',
  ].map((id) => columnOf(stops, id));
  const inOrder = allRows(stops).sort((a, b) => Number(days[a]) - Number(days[b]) || a - b);
  const routes = new Map<string, Map<string, MilestoneStatusCode>>();
  for (const row of inOrder) {
    const goal = String(goals[row] ?? '');
    const stop = `${names[row]} (${fullDate(Number(days[row]), language)})`;
    // SAFETY: the column holds statuses of milestones.
    const status = statuses[row] as MilestoneStatusCode;
    const route = routes.get(goal) ?? new Map<string, MilestoneStatusCode>();
    const known = route.get(stop);
    const isWorse = known === undefined || URGENCY.indexOf(status) < URGENCY.indexOf(known);
    routes.set(goal, isWorse ? route.set(stop, status) : route);
  }
  const told = (route: ReadonlyMap<string, MilestoneStatusCode>) =>
    [...route].map(([stop, status]) => `${MILESTONE_SYMBOLS[status]} ${stop}`).join(' → ');
  return new Map([...routes].map(([goal, route]) => [goal, told(route)]));
}

/** Whole numbers have no decimal mark. */
export const lookOf = (cells: readonly WrittenCell[]): ColumnLook =>
  cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell)) ? 'whole' : 'decimal';

/** How stretches of a column look; the last row is past its end, without one to the end of the tab. */
export interface CellLook {
  readonly column: number;
  readonly firstRow: number;
  readonly endRow?: number;
  readonly look: ColumnLook;
}

/**
 * Numbers row by row, so that whole ones have no stray decimal mark: those of one KPI look alike.
 *
 * @param keyOf what a row belongs to
 * @param isPercent whether the figures of a row are percentages
 */
export function numberLooks(
  cells: readonly WrittenCell[],
  column: number,
  keyOf: (row: number) => string,
  isPercent: (row: number) => boolean,
): CellLook[] {
  const looks: { column: number; firstRow: number; endRow: number; look: ColumnLook }[] = [];
  let start = 0;
  for (let row = 1; row <= cells.length; row += 1) {
    if (row < cells.length && keyOf(row) === keyOf(start)) continue;
    const look = isPercent(start) ? 'percent' : lookOf(cells.slice(start, row));
    const before = looks.length === 0 ? null : looks[looks.length - 1];
    if (before?.look === look) before.endRow = row;
    else looks.push({ column, firstRow: start, endRow: row, look });
    start = row;
  }
  return looks;
}

export const allRows = (table: Table): number[] =>
  Array.from({ length: rowCountOf(table) }, (_, row) => row);

/** Rows of KPIs that still run, and of those the ones nearest to today, in their own order. */
export function openTimelineRows(
  table: Table,
  openKpiIds: ReadonlySet<string>,
  today: Day,
  most: number,
): { rows: number[]; all: number } {
  const ids = columnOf(table, 'kpi_id');
  const open = allRows(table).filter((row) => openKpiIds.has(String(ids[row])));
  if (open.length <= most) return { rows: open, all: open.length };
  const [starts, ends] = ['interval_start', 'interval_end'].map((id) => columnOf(table, id));
  /** Days between the interval and today; 0 when today is in it. */
  const distance = (row: number): number =>
    Math.max(0, Number(starts[row]) - today, today - Number(ends[row]));
  const far = open.map((row) => ({ row, days: distance(row) }));
  const nearest = far.sort((a, b) => a.days - b.days || a.row - b.row).slice(0, most);
  return { rows: nearest.map(({ row }) => row).sort((a, b) => a - b), all: open.length };
}
