import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import type { Measurements, UnreadableCells } from '../../src/core/model/measurements.ts';
import { type Cadence, intervalsOver, type YearCut } from '../../src/core/model/period.ts';
import type { Row } from '../support/workspace-builder.ts';
import type { Dice } from './random-dice.ts';
import { isTotalOf } from './random-measures.ts';

export const CADENCE_DAYS: Record<Cadence, number> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  year: 365,
  irregular: 5,
};

/** The name of a channel that is called a total. */
export const TOTAL = 'Total';

/** Size of a measure's values: percents are shares. */
export const sizeOf = ({ unit }: Measure): number => (unit.kind === 'percent' ? 0.1 : 10);

/** As people type it, so that a 0 is a 0. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

type NextValue = () => number;

/** A level that wanders, and the values around it. */
function valuesOf(dice: Dice, one: Measure): NextValue {
  const { aggregation } = one;
  if (aggregation === 'count_distinct') return () => (dice.chance(0.3) ? 0 : 1);
  if (aggregation === 'count') return () => (dice.chance(0.15) ? 0 : dice.chance(0.05) ? 3 : 1);
  const trend = dice.one([0, 0, 0.2, -0.2]);
  const isNearOne = one.unit.kind === 'percent' && dice.chance(0.3);
  const isSigned = dice.chance(0.16);
  const isJumpy = !isNearOne && dice.chance(0.35);
  let level = isNearOne ? dice.number(90, 99.5) : dice.number(2, 20) * (isSigned ? -1 : 1);
  return () => {
    const jump = isJumpy && dice.chance(0.15) ? dice.number(-8, 8) : 0;
    level += dice.number(-0.5, 0.5) + (isNearOne ? 0 : trend) + jump;
    if (dice.chance(0.06)) return 0;
    const value = ((level + dice.number(-2, 2)) * sizeOf(one)) / 10;
    return rounded(isNearOne ? Math.min(1, value) : value);
  };
}

/** The days that have rows: in the measure's rhythm, finer, by label, or on first or last days. */
function datesOf(dice: Dice, one: Measure, from: Day, to: Day, cut: YearCut) {
  const { cadence } = one;
  const isCoarse = cadence !== 'day' && cadence !== 'irregular';
  const density = dice.one([1, 1, 0.95, 0.7, 0.3]);
  if (isCoarse && dice.chance(0.4)) {
    const side = dice.one(['label', 'first', 'last'] as const);
    return intervalsOver(cadence, { start: from, end: to }, cut)
      .filter(() => dice.chance(density))
      .map(({ start, end }) => ({
        date: side === 'first' ? start : end,
        period: side === 'label' ? cadence : undefined,
      }));
  }
  const step = dice.chance(0.15) ? dice.one([1, 3, 7, 30]) : CADENCE_DAYS[cadence];
  const isFiner = step < CADENCE_DAYS[cadence] && to - from < 500;
  const found: Array<{ date: Day; period?: undefined }> = [];
  for (
    let date = from;
    date <= to;
    date += isFiner ? step : Math.max(step, CADENCE_DAYS[cadence])
  ) {
    if (!dice.chance(density)) continue;
    const jitter = cadence === 'day' || dice.chance(0.7) ? 0 : dice.whole(-3, 3);
    found.push({ date: date + jitter });
  }
  return found;
}

/** A row for what the channels of each day come to, or for something else under that name. */
function withTotals(dice: Dice, rows: readonly Row[], name: string): Row[] {
  const factor = dice.one([1, 1, 1.02, 0.6, 0.6]);
  return [...new Set(rows.map(({ date }) => date))].flatMap((date) => {
    const parts = rows.filter((row) => row.date === date);
    const sum = parts.reduce((total, { value }) => total + value, 0);
    return [...parts, { ...parts[0], channel: name, recordedAt: 0, value: rounded(sum * factor) }];
  });
}

/** Money that came in and went out again. */
function cancelling(dice: Dice, rows: readonly Row[]): Row[] {
  const amounts = [704.77, 0.1, 33.33, 1234.56];
  return rows
    .map((row, i) => {
      const amount = amounts[Math.floor(i / 2) % amounts.length];
      return { ...row, recordedAt: 0, value: i % 2 === 0 ? amount : -amount };
    })
    .slice(0, 2 * dice.whole(1, Math.max(1, Math.floor(rows.length / 2))));
}

export function randomRows(dice: Dice, one: Measure, from: Day, to: Day, cut: YearCut): Row[] {
  const next = valuesOf(dice, one);
  const channels = dice.one([[''], [''], [''], ['', 'a'], ['a', 'b'], ['a', 'b'], ['', 'a', 'b']]);
  const rows: Row[] = [];
  for (const { date, period } of datesOf(dice, one, from, to, cut)) {
    for (let copies = dice.chance(0.06) ? 2 : 1; copies > 0; copies--) {
      rows.push({
        date,
        value: next(),
        measure: one.id,
        channel: dice.one(channels),
        recordedAt: dice.chance(0.1) ? dice.whole(1, 4) : 0,
        ...(period === undefined ? {} : { period }),
      });
    }
  }
  if (channels.length === 2 && channels[0] === 'a' && dice.chance(0.6)) {
    return withTotals(dice, rows, dice.one(['', TOTAL, TOTAL]));
  }
  // A level that leaps is a signal.
  const last = rows[rows.length - 1];
  if (one.aggregation === 'last' && last !== undefined && dice.chance(0.25)) {
    last.value = rounded(last.value + 2 * sizeOf(one));
  }
  const isCancelling = one.aggregation === 'sum' && channels.length === 1 && dice.chance(0.06);
  return isCancelling ? cancelling(dice, rows) : rows;
}

/** Cells with something in them that is no number: where a row is, and where none is. */
export function randomUnreadable(
  dice: Dice,
  { measureIds, channels }: Measurements,
  rows: readonly Row[],
): UnreadableCells {
  const cells = dice.chance(0.25)
    ? Array.from({ length: dice.whole(1, 5) }, () => {
        const row = dice.one(rows);
        return {
          measure: measureIds.indexOf(row.measure ?? ''),
          channel: dice.chance(0.1) ? -1 : channels.indexOf(row.channel ?? ''),
          day: row.date + (dice.chance(0.6) ? 0 : dice.whole(-2, 2)),
        };
      })
    : [];
  return {
    count: cells.length,
    measure: cells.map(({ measure }) => measure),
    channel: cells.map(({ channel }) => channel),
    day: cells.map(({ day }) => day),
  };
}

/** A number that the measure's values may come to, over a share of the rows. */
export function plausible(dice: Dice, one: Measure, rows: readonly Row[]): number {
  const own = rows.filter((row) => row.measure === one.id);
  if (dice.chance(0.06)) return 0;
  if (own.length === 0) return dice.number(-4, 20) * dice.one([0.1, 1, 1, 20, 100]);
  const some = dice.one(own).value;
  if (isTotalOf(one)) {
    const sum = own.reduce((total, row) => total + row.value, 0);
    return Math.round(sum * dice.number(0.2, 1.6) * 100) / 100;
  }
  // A share keeps its decimals: 99.95 % is not 100 %.
  const digits = one.unit.kind === 'percent' ? 10_000 : 100;
  return Math.round((some + dice.number(-4, 4) * (sizeOf(one) / 10)) * digits) / digits;
}
