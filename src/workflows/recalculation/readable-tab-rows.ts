import { type Day, serialFromDay } from '../../core/model/calendar-date.ts';
import type { FieldDefinition } from '../../core/tables/fields-of.ts';
import { columnOf, rowCountOf, type Table } from '../../core/tables/table.ts';
import type { ColumnLook, WrittenCell } from '../workbook-change.ts';

export function columnLook(type: string): ColumnLook {
  if (type === 'YEAR_MONTH_DAY') return 'date';
  if (type === 'PERCENT') return 'percent';
  return type === 'NUMBER' || type.startsWith('CURRENCY_') ? 'number' : 'text';
}

/** A column as cells are written: a day is a serial number. */
function writtenColumn(table: Table, { id, type }: FieldDefinition): readonly WrittenCell[] {
  const cells = columnOf(table, id);
  return type === 'YEAR_MONTH_DAY'
    ? cells.map((cell) => (typeof cell === 'number' ? serialFromDay(cell) : null))
    : cells;
}

/** Header and rows of a tab for people. */
export function peopleRows(
  table: Table,
  fields: readonly FieldDefinition[],
  rowNumbers: readonly number[],
): WrittenCell[][] {
  const columns = fields.map((field) => writtenColumn(table, field));
  return [
    fields.map(({ label }) => label),
    ...rowNumbers.map((row) => columns.map((cells) => cells[row])),
  ];
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
