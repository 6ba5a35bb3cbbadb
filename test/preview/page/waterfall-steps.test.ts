import type { Row } from '../../../src/preview/page/api-client.ts';
import { sayIn } from '../../../src/preview/page/texts.ts';
import { waterfallSteps } from '../../../src/preview/page/waterfall-steps.ts';

const driver = (driver_kpi: string, contribution: number, against = 'plan'): Row => ({
  driver_kpi,
  contribution,
  against,
});
const steps = (drivers: readonly Row[], outcome?: Row) =>
  waterfallSteps(drivers, outcome, sayIn('en')).map(({ name, from, to, kind }) => [
    name,
    from,
    to,
    kind,
  ]);

test('it starts at the plan, each driver goes on where the one before ended, and it ends at now', () => {
  const drivers = [driver('Visitors', 40), driver('Conversion', -70)];
  expect(steps(drivers, { actual: 270, plan: 300 })).toEqual([
    ['Plan', 0, 300, 'level'],
    ['Visitors', 300, 340, 'driver'],
    ['Conversion', 340, 270, 'driver'],
    ['Actual', 0, 270, 'level'],
  ]);
});

test('plans of drivers that do not lead to the plan of the whole are a step of their own', () => {
  const drivers = [driver('Visitors', 40), driver('Conversion', -90)];
  expect(steps(drivers, { actual: 270, plan: 300 })).toEqual([
    ['Plan', 0, 300, 'level'],
    ['Difference between the plans', 300, 320, 'rest'],
    ['Visitors', 320, 360, 'driver'],
    ['Conversion', 360, 270, 'driver'],
    ['Actual', 0, 270, 'level'],
  ]);
});

test('against last year it starts where the parts say that last year was', () => {
  const drivers = [driver('Visitors', 5, 'last_year'), driver('Basket', 2, 'last_year')];
  expect(steps(drivers, { actual: 27, plan: 30 })).toEqual([
    ['Last year', 0, 20, 'level'],
    ['Visitors', 20, 25, 'driver'],
    ['Basket', 25, 27, 'driver'],
    ['Actual', 0, 27, 'level'],
  ]);
});

test('of an outcome without figures only the changes and their sum are known', () => {
  expect(steps([driver('Visitors', 5), driver('Basket', -8)])).toEqual([
    ['Visitors', 0, 5, 'driver'],
    ['Basket', 5, -3, 'driver'],
    ['Together', 0, -3, 'level'],
  ]);
});
