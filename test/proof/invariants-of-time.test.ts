import type { Aggregation } from '../../src/core/model/measure.ts';
import type { Measurements } from '../../src/core/model/measurements.ts';
import type { StatusCode } from '../../src/core/model/status.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { diceOf } from '../reference/random-dice.ts';
import { workbookOf } from '../reference/random-workbook.ts';
import { day, kpi, measure } from '../support/workspace-builder.ts';
import { everyCase } from './cases.ts';
import { JUDGES, type Judge } from './judges.ts';

const AFTER_CLOSE: readonly StatusCode[] = [
  'achieved',
  'missed',
  'no_data',
  'stale',
  'invalid',
  'cancelled',
  'paused',
  'tracked',
];

/** Of one date and channel the latest recorded row counts, else the lower one: their order tells. */
const LATEST_COUNTS: ReadonlyArray<Aggregation | null> = ['last', 'unique'];

/** Without duplicates of one measure, date and channel where their order counts: of levels. */
function withoutDuplicates({ measurements: rows, measures }: Workspace): number[] {
  const isLatest = rows.measureIds.map((id) =>
    LATEST_COUNTS.includes(measures.find((own) => own.id === id)?.aggregation ?? null),
  );
  const seen = new Set<string>();
  return Array.from({ length: rows.rowCount }, (_, row) => row).filter((row) => {
    // A recorded row replaces those above it.
    if (!isLatest[rows.measure[row]] && !rows.hasRecorded) return true;
    const key = [rows.measure[row], rows.day[row], rows.channel[row]].join();
    return !seen.has(key) && seen.add(key);
  });
}

const picked = (rows: Measurements, order: readonly number[]): Measurements => ({
  ...rows,
  rowCount: order.length,
  measure: order.map((row) => rows.measure[row]),
  channel: order.map((row) => rows.channel[row]),
  day: order.map((row) => rows.day[row]),
  periodLength:
    rows.periodLength === null ? null : order.map((row) => rows.periodLength?.[row] ?? 0),
  value: order.map((row) => rows.value[row]),
  recordedAt: order.map((row) => rows.recordedAt[row]),
});

/**
 * The same data with every number rounded, since sums in another order differ in the last digit, and
 * its channels by name: they are listed in the order in which they first come.
 */
const settled = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (key, value) => {
    if (typeof value === 'number') return Number(value.toPrecision(6)) + 0;
    return key === 'channels' && Array.isArray(value) ? value.sort(byChannel) : value;
  });

const byChannel = (one: { channel: string }, other: { channel: string }): number =>
  one.channel < other.channel ? -1 : 1;

const CLOCK_MOVES = ['2026-03-29', '2026-10-25', '2026-04-05', '2026-09-27'].map(day);

/** The invariants of calculations.md §18 that are about when and in what order. */
describe.each(JUDGES)('$name', (who: Judge) => {
  const { judge } = who;

  test('9 once a period is over, its lag and grace too, nothing is on its way any more', () => {
    everyCase(who, (seed) => {
      const { workspace: book } = workbookOf(seed);
      const last = Math.max(...book.kpis.map(({ due }) => due));
      // The longest grace is 30 days, of a year; lags and typed graces are shorter.
      const { kpis } = judge(book, last + 60);
      for (const { kpiId, status } of kpis) {
        if (!AFTER_CLOSE.includes(status)) expect({ seed, kpiId, status }).toEqual('closed');
      }
      return kpis.length;
    });
  });

  test('10 every time zone and both days on which the clock moves give the same', () => {
    const { TZ: zone } = process.env;
    try {
      everyCase(who, (seed) => {
        const { workspace: book } = workbookOf(seed);
        const dice = diceOf(seed);
        const shift = dice.one(CLOCK_MOVES) - book.kpis[0].start - dice.whole(1, 60);
        const moved = {
          ...book,
          kpis: book.kpis.map((one) => ({
            ...one,
            start: one.start + shift,
            due: one.due + shift,
          })),
          milestones: book.milestones.map((one) => ({ ...one, day: one.day + shift })),
          periodTargets: book.periodTargets.map((one) => ({
            ...one,
            period: { start: one.period.start + shift, end: one.period.end + shift },
          })),
          measurements: {
            ...book.measurements,
            day: Array.from(book.measurements.day, (date) => date + shift),
          },
        };
        const today = dice.one(CLOCK_MOVES);
        const printed = ['UTC', 'Pacific/Auckland', 'America/New_York'].map((name) => {
          process.env.TZ = name;
          return judge(moved, today).printed;
        });
        expect(printed[1]).toBe(printed[0]);
        expect(printed[2]).toBe(printed[0]);
        return book.kpis.length;
      });
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('11 running again gives the same, and leaves what was read as it is', () => {
    everyCase(who, (seed) => {
      const { workspace: book, today } = workbookOf(seed);
      const read = JSON.stringify(book);
      const first = judge(book, today).printed;
      expect(judge(book, today).printed).toBe(first);
      expect(JSON.stringify(book)).toBe(read);
      return book.kpis.length;
    });
  });

  test('13 rows in another order and a KPI that has nothing to do with them change nothing', () => {
    everyCase(who, (seed) => {
      const { workspace: book, today } = workbookOf(seed);
      const dice = diceOf(seed);
      const order = withoutDuplicates(book);
      const shuffled = order
        .map((row) => ({ row, at: dice.number(0, 1000) }))
        .sort((a, b) => a.at - b.at)
        .map(({ row }) => row);
      const before = { ...book, measurements: picked(book.measurements, order) };
      const after = { ...book, measurements: picked(book.measurements, shuffled) };
      const saidOf = (some: typeof before) => JSON.parse(judge(some, today).printed);
      expect(settled(saidOf(after))).toEqual(settled(saidOf(before)));

      const joined = {
        ...before,
        kpis: [...before.kpis, kpi({ id: 'stranger', order: 99, measureId: 'strange' })],
        measures: [...before.measures, measure({ id: 'strange', order: 99 })],
      };
      const alone = JSON.parse(judge(before, today).printed);
      const together = JSON.parse(judge(joined, today).printed);
      expect(together.kpis.slice(0, -1)).toEqual(alone.kpis);
      expect(together.goals).toEqual(alone.goals);
      return before.kpis.length;
    });
  });
});
