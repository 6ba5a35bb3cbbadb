import type { Day } from '../../model/calendar-date.ts';
import type { Measurements } from '../../model/measurements.ts';
import { CADENCES, type Cadence, type DayRange } from '../../model/period.ts';
import { withoutRounding } from './exact-sum.ts';
import type { MeasureRows } from './measure-rows.ts';

/** A row that speaks for a whole interval of which only a part counts. */
export interface CutRow {
  readonly day: Day;
  readonly share: number;
}

export interface CutTotal {
  /** Null: no row belongs to the part. */
  readonly value: number | null;
  readonly cutRows: readonly CutRow[];
}

/** Rows of an interval that stand for the measure, by channel and without replaced ones. */
function countedRows(
  { channel, channels, day, recordedAt, hasRecorded }: Measurements,
  { roles, positions }: MeasureRows,
  asked: string | null,
  { start, end }: DayRange,
): number[] {
  const inside: number[] = [];
  for (const row of positions()) if (day[row] >= start && day[row] <= end) inside.push(row);
  const isOf = (row: number, name: string) => channels[channel[row]] === name;
  const standing = (): string[] => {
    if (asked !== null) return [asked];
    const total = roles.totals.find((own) => inside.some((row) => isOf(row, own.channel)));
    return total === undefined ? roles.added.map((own) => own.channel) : [total.channel];
  };
  const names = new Set(standing());
  const own = inside.filter((row) => names.has(channels[channel[row]]));
  if (!hasRecorded) return own;
  const isReplacedBy = (row: number, other: number) =>
    day[other] === day[row] &&
    channel[other] === channel[row] &&
    recordedAt[other] > recordedAt[row];
  return own.filter(
    (row) => recordedAt[row] === 0 || !own.some((other) => isReplacedBy(row, other)),
  );
}

/**
 * What the rows of a calendar interval bring to the part of it that lies in a period: a row that
 * speaks for all of it (it names the period, or is the only one of its channel there and dated on the
 * first or last day) its share of the weight, any other one counts on its own day (calculations.md §2).
 *
 * @param share of the weight of the whole interval that lies in the part
 */
export function cutTotal(
  measurements: Measurements,
  rows: MeasureRows,
  asked: { channel: string | null; cadence: Cadence; whole: DayRange; part: DayRange },
  share: number,
): CutTotal {
  const { channel, day, value, periodLength } = measurements;
  const { whole, part, cadence } = asked;
  const own = countedRows(measurements, rows, asked.channel, whole);
  const rowsOf = new Map<number, number>();
  for (const row of own) rowsOf.set(channel[row], (rowsOf.get(channel[row]) ?? 0) + 1);
  const speaks = (row: number): boolean => {
    const length = periodLength?.[row] ?? 0;
    if (length > 0 && CADENCES[length] === cadence) return true;
    const isAtAnEnd = day[row] === whole.start || day[row] === whole.end;
    return isAtAnEnd && rowsOf.get(channel[row]) === 1;
  };
  let sum: number | null = null;
  let size = 0;
  const cutRows: CutRow[] = [];
  for (const row of own) {
    const isCut = speaks(row);
    if (!isCut && (day[row] < part.start || day[row] > part.end)) continue;
    const brings = isCut ? value[row] * share : value[row];
    sum = (sum ?? 0) + brings;
    size += Math.abs(brings);
    if (isCut) cutRows.push({ day: day[row], share });
  }
  return { value: sum === null ? null : withoutRounding(sum, size), cutRows };
}
