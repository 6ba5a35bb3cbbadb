import { fuelOf } from '../../../../src/core/evaluate/fuel/fuel.ts';
import type { ResourceRow } from '../../../../src/core/model/workspace.ts';
import { day } from '../../../support/workspace-builder.ts';

const row = (changes: Partial<ResourceRow>): ResourceRow => ({
  resource: 'Budget',
  kpiId: 'kpi',
  goalId: null,
  channel: null,
  unit: 'EUR',
  day: day('2026-01-15'),
  budget: null,
  used: null,
  note: '',
  order: 0,
  place: { tab: 'Resources', cell: 'A2' },
  ...changes,
});

const need = {
  start: day('2026-01-01'),
  judgedDay: day('2026-02-14'),
  progress: 0.45,
  nextStopProgress: 0.6,
  elapsedWeight: 45,
};

test('V17 with 18 000 of 30 000 used at 45% the fuel is short', () => {
  const [fuel] = fuelOf([row({ budget: 30000, day: null }), row({ used: 18000 })], need);
  expect(fuel.need.value).toBeCloseTo(22000, 6);
  expect(fuel.left.value).toBe(12000);
  expect(fuel.index.value).toBeCloseTo(0.545, 3);
  expect(fuel.completionEstimate.value).toBeCloseTo(40000, 6);
  expect(fuel.daysLeft.value).toBeCloseTo(30, 9);
  expect(fuel.status).toBe('short');
  expect(fuel.nextStopIndex.value).toBeCloseTo(2, 9);
});

test('rows after the judged day do not count', () => {
  const rows = [row({ budget: 500, used: 100 }), row({ used: 77, day: day('2026-02-15') })];
  expect(fuelOf(rows, need)[0].used.value).toBe(100);
});

test.each([
  ['reached', 1.1, 100, 'REACHED'],
  ['no progress', 0, 100, 'NO_PROGRESS'],
  ['negative progress', -0.2, 100, 'NO_PROGRESS'],
  ['nothing used', 0.4, 0, 'NO_USE'],
])('%s gives no index and says why', (_, progress, used, reason) => {
  const [fuel] = fuelOf([row({ budget: 300, used })], { ...need, progress });
  expect(fuel.index).toEqual({ value: null, reason });
});

test('nothing left before the target is out of fuel, at the boundary too', () => {
  const [fuel] = fuelOf([row({ budget: 90, used: 90 })], need);
  expect(fuel.status).toBe('out_of_fuel');
  const { index, daysLeft, nextStopIndex } = fuel;
  expect([index, daysLeft, nextStopIndex].map(({ reason }) => reason)).toEqual(
    Array(3).fill('OUT_OF_FUEL'),
  );
});

test('fuel ran out on the day from which on nothing was left', () => {
  const on = (date: string, changes: Partial<ResourceRow>) => row({ day: day(date), ...changes });
  const rows = [
    row({ day: null, budget: 50 }),
    on('2026-01-10', { used: 60 }),
    on('2026-01-20', { budget: 30 }),
    on('2026-02-03', { used: 25 }),
    on('2026-02-10', { used: 4 }),
  ];
  expect(fuelOf(rows, need)[0].ranOutDay).toBe(day('2026-02-03'));
  // A use and a budget of one day are taken together, and before it there was nothing either.
  const together = [on('2026-01-10', { used: 60 }), on('2026-01-10', { budget: 60 })];
  expect(fuelOf(together, need)[0].ranOutDay).toBe(day('2026-01-01'));
  expect(fuelOf(rows.slice(0, 3), need)[0].ranOutDay).toBeNull();
});

test('each resource, channel and unit has its own fuel, and no rows have none', () => {
  const rows = [
    row({ budget: 100, used: 10 }),
    row({ budget: 200, used: 20, channel: 'E-mail' }),
    row({ resource: 'Hours', unit: 'hours', budget: 300, used: 30 }),
  ];
  expect(fuelOf(rows, need).map(({ budget }) => budget.value)).toEqual([100, 200, 300]);
  expect(fuelOf([], need)).toEqual([]);
});

test.each([
  ['half a unit left', 100.5, 100, 0.45, 'short'],
  ['nothing left, no progress', 100, 100, 0, 'out_of_fuel'],
  ['half a unit left, no progress', 100.5, 100, 0, 'unknown'],
  ['nothing given and nothing used', 0, 0, 0.45, 'out_of_fuel'],
  ['half a unit given and nothing used', 0.5, 0, 0.45, 'unknown'],
  ['half a unit left, progress unknown', 100.5, 100, null, 'unknown'],
  ['more used than given', 90, 100, 0.45, 'out_of_fuel'],
  ['reached with nothing left', 100, 100, 1, 'reached'],
])('%s', (_, budget, used, progress, expected) => {
  const [fuel] = fuelOf([row({ budget, used })], { ...need, progress });
  expect(fuel.status).toBe(expected);
});

test('what is just enough is enough', () => {
  // 45% cost 90, so 110 more is needed.
  expect(fuelOf([row({ budget: 200, used: 90 })], need)[0].status).toBe('enough');
  expect(fuelOf([row({ budget: 199, used: 90 })], need)[0].status).toBe('short');
});

test('reached needs no more; the whole way cost what it did per unit of progress', () => {
  const [fuel] = fuelOf([row({ budget: 300, used: 120 })], { ...need, progress: 1.2 });
  expect([fuel.need.value, fuel.completionEstimate.value]).toEqual([0, 100]);
});

test('cents that add up to the budget leave nothing, whatever the last bit says', () => {
  const rows = [row({ budget: 0.6 }), row({ used: 0.1 }), row({ used: 0.2 }), row({ used: 0.3 })];
  const [fuel] = fuelOf(rows, need);
  expect([fuel.left.value, fuel.status]).toEqual([0, 'out_of_fuel']);
});

test('progress a rounding error short of the target is reached', () => {
  const [fuel] = fuelOf([row({ budget: 90, used: 60 })], { ...need, progress: 1 - 1e-12 });
  expect(fuel.status).toBe('reached');
});

test('reached, nothing covered and nothing left are so whatever the last digit of a sum says', () => {
  const rows = (used: number) => [row({ budget: 0.3 }), row({ used })];
  const reached = fuelOf(rows(0.1), { ...need, progress: 0.9999999999999998 });
  expect(reached[0]).toMatchObject({ status: 'reached', need: { value: 0 } });
  const [still] = fuelOf(rows(0.1), { ...need, progress: 1e-17 });
  expect([still.status, still.need.reason]).toEqual(['unknown', 'NO_PROGRESS']);
  const [empty] = fuelOf([row({ budget: 0.1 }), row({ budget: 0.2, used: 0.3 })], need);
  expect(empty.left.value).toBe(0);
  expect(empty.status).toBe('out_of_fuel');
});
