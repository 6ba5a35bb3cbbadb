import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measurements } from '../../src/core/model/measurements.ts';
import { statusScore } from '../../src/core/model/status.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { diceOf } from '../reference/random-dice.ts';
import { day, kpi, measure, type Row, workspace } from '../support/workspace-builder.ts';
import type { Judge, Said } from './judges.ts';

/** Goes through seeds until enough cases were compared; `check` says how many a seed had. */
export function everyCase({ cases: wanted }: Judge, check: (seed: number) => number): void {
  let cases = 0;
  for (let seed = 1; cases < wanted; seed++) {
    if (seed > 100 * wanted) throw new Error(`only ${cases} cases`);
    cases += check(seed);
  }
}

/** Equal but for rounding, with the seed in the message when not. */
export function expectClose(
  seed: number,
  what: string,
  got: number | null,
  expected: number | null,
): void {
  const isNear =
    got === expected ||
    (got !== null &&
      expected !== null &&
      Math.abs(got - expected) <= 1e-6 * Math.max(1, Math.abs(expected)));
  if (!isNear) expect({ seed, what, value: got }).toEqual({ seed, what, value: expected });
}

export const withRows = (
  rows: Measurements,
  change: (value: number, row: number) => number,
): Measurements => ({
  ...rows,
  value: Array.from({ length: rows.rowCount }, (_, row) => change(rows.value[row], row)),
});

export const nullable = (value: number | null, change: (value: number) => number): number | null =>
  value === null ? null : change(value);

/** Every number of a workbook that stands in the measures' unit, changed. */
export function rescaled(book: Workspace, change: (value: number) => number): Workspace {
  const target = <Item extends { target: number }>(one: Item): Item => ({
    ...one,
    target: change(one.target),
  });
  return {
    ...book,
    kpis: book.kpis.map((one) => ({
      ...one,
      lastTime: nullable(one.lastTime, change),
      target: nullable(one.target, change),
      low: nullable(one.low, change),
      high: nullable(one.high, change),
    })),
    milestones: book.milestones.map((one) => ({ ...one, value: nullable(one.value, change) })),
    periodTargets: book.periodTargets.map(target),
    targetChanges: book.targetChanges.map(target),
    measurements: withRows(book.measurements, change),
  };
}

export const measureOf = (book: Workspace, { measureId }: Kpi) =>
  book.measures.find(({ id }) => id === measureId);

export const isColoured = ({ status }: Said): boolean => statusScore(status) !== null;

/** A KPI by the day with a level on every day up to the judged one; straight unless said so. */
export function levelBook(seed: number, changes: Partial<Kpi> = {}) {
  const dice = diceOf(seed);
  const size = dice.whole(20, 90);
  const start = day('2026-01-01') + dice.whole(0, 200);
  const baseline = dice.number(-50, 50);
  const step = dice.number(1, 60) * dice.one([1, -1]);
  const one = kpi({
    kind: step > 0 ? 'grow_to' : 'bring_down_to',
    start,
    due: start + size - 1,
    lastTime: baseline,
    target: Math.round((baseline + step) * 100) / 100,
    ...changes,
  });
  const judged = start + dice.whole(Math.ceil(size * 0.3), size - 2);
  return { dice, one, judged, baseline, target: one.target ?? 0 };
}

export const dailyRows = (from: Day, to: Day, value: (date: Day) => number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ date: from + i, value: value(from + i) }));

export const levelWorkspace = (
  one: Kpi,
  rows: readonly Row[],
  parts: Partial<Workspace> = {},
): Workspace =>
  workspace({ measures: [measure({ aggregation: 'last' })], kpis: [one], rows, ...parts });
