import { compactDate, type Day } from '../../core/model/calendar-date.ts';
import {
  type DayRange,
  intervalContaining,
  intervalLabel,
  type RegularCadence,
  type YearCut,
} from '../../core/model/period.ts';
import { dayFromCompact } from '../packed-tables/compact-date.ts';
import { type PlainCell, type PlainTable, plainTable } from '../packed-tables/plain-table.ts';
import { CHANNEL_RULES, isByChannel, sharesOfKpi } from './channel-grain.ts';
import { type CombinedRow, combine, FIRST_RULE, GRAIN_RULES } from './grain-rules.ts';
import type { Grain } from './request.ts';

/** A row longer than this was measured less often than the grain asks for, and stays as it is. */
const MOST_DAYS: Readonly<Record<RegularCadence, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
};

interface SourceRow {
  readonly row: number;
  readonly start: Day;
  readonly end: Day;
}

interface Group {
  readonly rows: readonly SourceRow[];
  readonly whole: DayRange | null;
}

/** Of one KPI; by channel, of one channel of it. */
function rowsByKpi(table: PlainTable): SourceRow[][] {
  const kpis = table.column('kpi_key') ?? [];
  const channels = isByChannel(table) ? table.column('channel') : undefined;
  const keys = kpis.map((key, row) => (channels === undefined ? key : `${key}|${channels[row]}`));
  const starts = table.column('interval_start') ?? [];
  const ends = table.column('interval_end') ?? [];
  const byKpi = new Map<PlainCell, SourceRow[]>();
  for (let row = 0; row < table.rowCount; row += 1) {
    const start = dayFromCompact(starts[row]);
    const end = dayFromCompact(ends[row]);
    if (start === null || end === null) continue;
    const rows = byKpi.get(keys[row]);
    if (rows === undefined) byKpi.set(keys[row], [{ row, start, end }]);
    else rows.push({ row, start, end });
  }
  return [...byKpi.values()];
}

/**
 * Rows of one KPI by longer interval. A week belongs to the month, quarter or year that holds its
 * middle day, as ISO weeks belong to the year of their Thursday.
 */
function groupsOf(rows: readonly SourceRow[], grain: RegularCadence, cut: YearCut): Group[] {
  const longest = Math.max(...rows.map(({ start, end }) => end - start + 1));
  if (longest > MOST_DAYS[grain]) return rows.map((row) => ({ rows: [row], whole: null }));
  const groups = new Map<Day, { rows: SourceRow[]; whole: DayRange }>();
  for (const row of rows) {
    const whole = intervalContaining(grain, Math.floor((row.start + row.end) / 2), cut);
    const group = groups.get(whole.start);
    if (group === undefined) groups.set(whole.start, { rows: [row], whole });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

function combinedRows(
  table: PlainTable,
  grain: RegularCadence,
  cut: YearCut,
): ReadonlyArray<CombinedRow | number> {
  return rowsByKpi(table).flatMap((rows) => {
    let before: CombinedRow | null = null;
    return groupsOf(rows, grain, cut).map(({ rows: parts, whole }, position) => {
      if (whole === null) return parts[0].row;
      const last = parts[parts.length - 1];
      const combined: CombinedRow = combine(table, {
        rows: parts.map(({ row }) => row),
        order: position + 1,
        label: intervalLabel(grain, whole, cut),
        start: compactDate(parts[0].start),
        end: compactDate(last.end),
        isCut: parts[0].start > whole.start || last.end < whole.end,
        before,
      });
      before = combined;
      return combined;
    });
  });
}

/** Timeline or channels in longer intervals than they were measured in. */
export function inGrain(table: PlainTable, grain: Grain, cut: YearCut): PlainTable {
  if (grain === 'measured') return table;
  const rows = combinedRows(table, grain, cut);
  const columns = new Map<string, readonly PlainCell[]>();
  const rules = isByChannel(table) ? CHANNEL_RULES : GRAIN_RULES;
  for (const field of table.fields) {
    const cells = table.column(field) ?? [];
    const rule = rules[field] ?? FIRST_RULE;
    columns.set(
      field,
      rows.map((row) => (typeof row === 'number' ? cells[row] : rule(row, field))),
    );
  }
  if (isByChannel(table)) {
    const shares = sharesOfKpi(rows.length, (field) => columns.get(field) ?? []);
    columns.set('share_of_kpi', shares);
  }
  return plainTable(rows.length, columns);
}
