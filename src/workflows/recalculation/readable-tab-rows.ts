import { type Day, serialFromDay } from '../../core/model/calendar-date.ts';
import type { FieldDefinition } from '../../core/tables/fields-of.ts';
import { dayFromCompact } from '../packed-tables/compact-date.ts';
import type { PlainCell, PlainTable } from '../packed-tables/plain-table.ts';
import type { ColumnLook, WrittenCell } from '../workbook-change.ts';

function writtenCell(cell: PlainCell | undefined, type: string): WrittenCell {
  if (cell === undefined) return null;
  if (type !== 'YEAR_MONTH_DAY') return cell;
  const day = dayFromCompact(cell);
  return day === null ? null : serialFromDay(day);
}

export function columnLook(type: string): ColumnLook {
  if (type === 'YEAR_MONTH_DAY') return 'date';
  if (type === 'PERCENT') return 'percent';
  return type === 'NUMBER' || type.startsWith('CURRENCY_') ? 'number' : 'text';
}

/** Header and rows of a tab for people. */
export function peopleRows(
  table: PlainTable,
  fields: readonly FieldDefinition[],
  rowNumbers: readonly number[],
): WrittenCell[][] {
  const columns = fields.map(({ id, type }) => ({ cells: table.column(id), type }));
  return [
    fields.map(({ label }) => label),
    ...rowNumbers.map((row) => columns.map(({ cells, type }) => writtenCell(cells?.[row], type))),
  ];
}

export const allRows = (table: PlainTable): number[] =>
  Array.from({ length: table.rowCount }, (_, row) => row);

/** Days between the interval and today; 0 when today is in it. */
function distance(table: PlainTable, row: number, today: Day): number {
  const start = dayFromCompact(table.column('interval_start')?.[row]) ?? today;
  const end = dayFromCompact(table.column('interval_end')?.[row]) ?? today;
  if (start > today) return start - today;
  return end < today ? today - end : 0;
}

/** Rows of KPIs that still run, and of those the ones nearest to today, in their own order. */
export function openTimelineRows(
  table: PlainTable,
  openKpiIds: ReadonlySet<string>,
  today: Day,
  most: number,
): { rows: number[]; all: number } {
  const ids = table.column('kpi_id') ?? [];
  const open = allRows(table).filter((row) => openKpiIds.has(String(ids[row])));
  if (open.length <= most) return { rows: open, all: open.length };
  const far = open.map((row) => ({ row, days: distance(table, row, today) }));
  const nearest = far.sort((a, b) => a.days - b.days || a.row - b.row).slice(0, most);
  return { rows: nearest.map(({ row }) => row).sort((a, b) => a - b), all: open.length };
}
