import type { Day } from '../model/calendar-date.ts';
import {
  type DayRange,
  intervalContaining,
  intervalLabel,
  type RegularCadence,
  type YearCut,
} from '../model/period.ts';
import { first, type Group, type LongerIntervals } from './over-grain.ts';
import { cellsOfPart, type Part } from './part.ts';
import { columnsOf, tableSpec } from './result-tables.ts';
import { type Table, tableOf } from './table.ts';

/** A row longer than this was measured less often than is asked for, and stays as it is. */
const MOST_DAYS: Readonly<Record<RegularCadence, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
};

/**
 * Which intervals of a block make up each longer one; null where they stay as they are. A week
 * belongs to the month, quarter or year that holds its middle day, as ISO weeks belong to the year
 * of their Thursday.
 */
function groupsOf(
  starts: readonly Day[],
  ends: readonly Day[],
  cadence: RegularCadence,
  cut: YearCut,
): Group[] | null {
  if (starts.some((start, at) => ends[at] - start + 1 > MOST_DAYS[cadence])) return null;
  const found: { from: number; to: number; whole: DayRange }[] = [];
  starts.forEach((start, at) => {
    const whole = intervalContaining(cadence, Math.floor((start + ends[at]) / 2), cut);
    const before = found[found.length - 1];
    if (before?.whole.start === whole.start) before.to = at + 1;
    else found.push({ from: at, to: at + 1, whole });
  });
  return found.map(({ from, to, whole }) => {
    const [start, end] = [starts[from], ends[to - 1]];
    const isCut = start > whole.start || end < whole.end;
    return { from, to, start, end, label: intervalLabel(cadence, whole, cut), isCut };
  });
}

/** Timeline or channels in longer intervals than they were measured in. */
export function inLongerIntervals(table: Table, cadence: RegularCadence, cut: YearCut): Table {
  const daysOf = (id: string) =>
    // SAFETY: columns of dates hold days.
    table.part(id).map((part, block) => cellsOfPart(part, table.lengths[block]) as Day[]);
  const [starts, ends] = [daysOf('interval_start'), daysOf('interval_end')];
  const groups = starts.map((own, block) => groupsOf(own, ends[block], cadence, cut));
  const columns = columnsOf(table.id);
  const made = new Map<string, readonly Part[]>();

  const partOver = (id: string, block: number, own: readonly Group[]): Part => {
    const intervals: LongerIntervals = {
      groups: own,
      cells: (other) => cellsOfPart(table.part(other)[block], table.lengths[block]),
      combined: (other) => cellsOfPart(longer.part(other)[block], own.length),
    };
    return (columns.get(id)?.overGrain ?? first)(id, intervals);
  };

  const combined = (id: string): readonly Part[] | undefined => {
    const known = made.get(id);
    if (known !== undefined || !ids.includes(id)) return known;
    const parts = table.part(id).map((measured, block) => {
      const own = groups[block];
      const isSame = !Array.isArray(measured) && columns.get(id)?.overGrain === undefined;
      return own === null || isSame ? measured : partOver(id, block, own);
    });
    made.set(id, parts);
    return parts;
  };

  // What follows from others does so from the longer ones too, unless it says how it adds up.
  const ids = [...columns].flatMap(([id, { follows, overGrain }]) =>
    follows === undefined || overGrain !== undefined ? [id] : [],
  );
  const lengths = table.lengths.map((length, block) => groups[block]?.length ?? length);
  const longer = tableOf({ ...table, lengths, ids }, combined);
  for (const [id, parts] of Object.entries(tableSpec(table.id).acrossBlocks?.(longer) ?? {})) {
    made.set(
      id,
      parts.map((part, block) => (groups[block] === null ? table.part(id)[block] : part)),
    );
  }
  return longer;
}
