import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { statusScore } from '../../src/core/model/status.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import { type Dice, diceOf } from '../reference/random-dice.ts';
import { day, kpi, measure, type Row, workspace } from '../support/workspace-builder.ts';
import { withRows } from './cases.ts';

const CASES = 800;

/** The last day of a month. */
const monthEnd = (year: number, month: number) =>
  day(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));

/** Years of months with a season and noise, of which the last one runs: enough to be foreseen. */
function monthsOf(dice: Dice, isTotal: boolean, years: number, upTo: number): Row[] {
  const season = Array.from({ length: 12 }, () => dice.number(0.4, 1.6));
  const noise = dice.number(0.02, 0.4);
  let level = 100;
  return Array.from({ length: 12 * years + upTo }, (_, at) => {
    level += dice.number(-2, 4) * (1 + noise);
    const flow = 100 * season[at % 12] * (1 + dice.number(-noise, noise));
    const date = monthEnd(2023 + Math.floor(at / 12), 1 + (at % 12));
    return { date, value: isTotal ? flow : level };
  });
}

function bookOf(dice: Dice): { book: Workspace; today: number; direction: number } {
  const isTotal = dice.chance(0.6);
  const isCeiling = isTotal && dice.chance(0.4);
  const years = dice.whole(2, 4);
  const upTo = dice.whole(4, 10);
  const rows = monthsOf(dice, isTotal, years, upTo);
  const before = rows.slice(12 * (years - 1), 12 * years).map(({ value }) => value);
  const base = isTotal ? before.reduce((sum, value) => sum + value, 0) : before[11];
  const target = isTotal ? base * dice.number(0.8, 1.25) : base + dice.number(5, 40);
  const year = 2023 + years;
  const book = workspace({
    measures: [
      measure({ aggregation: isTotal ? 'sum' : 'last', cadence: 'month', missing: 'missing' }),
    ],
    kpis: [
      kpi({
        type: isCeiling ? 'ceiling' : 'reach',
        kind: isCeiling ? 'spend_no_more_than' : isTotal ? 'add_up_to' : 'grow_to',
        start: day(`${year}-01-01`),
        due: day(`${year}-12-31`),
        lastTime: isTotal ? null : base,
        target,
      }),
    ],
    rows,
  });
  return { book, today: monthEnd(year, upTo) + 2, direction: isCeiling ? -1 : 1 };
}

/** All figures of the period better, or one of them. */
function improved({ measurements, kpis: [own] }: Workspace, dice: Dice, direction: number) {
  const size = direction * dice.number(1, 60);
  const inPeriod = Array.from({ length: measurements.rowCount }, (_, row) => row).filter(
    (row) => measurements.day[row] >= own.start,
  );
  const some = new Set(dice.chance(0.4) ? inPeriod : [dice.one(inPeriod)]);
  return withRows(measurements, (value, row) =>
    some.has(row) ? Math.max(0, value + size) : value,
  );
}

test('5 a better value never gives a worse status, also where the forecast has a say in it', () => {
  let foreseen = 0;
  let compared = 0;
  for (let seed = 1; compared < CASES; seed++) {
    const dice = diceOf(seed);
    const { book, today, direction } = bookOf(dice);
    const again = { ...book, measurements: improved(book, dice, direction) };
    const [before] = evaluateWorkspace(book, today).kpis;
    const [after] = evaluateWorkspace(again, today).kpis;
    const [was, is] = [statusScore(before.status), statusScore(after.status)];
    if (was === null || is === null) continue;
    compared++;
    if (before.reason === 'OUTLOOK' || after.reason === 'OUTLOOK') foreseen++;
    if (is < was) expect({ seed, from: before.status, to: after.status }).toBeNull();
  }
  expect(foreseen).toBeGreaterThan(CASES / 20);
});
