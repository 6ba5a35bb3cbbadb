import type { Outlook } from '../../../../src/core/evaluate/forecast/forecast-band.ts';
import {
  bandAfter,
  chanceAfter,
  type ForecastPath,
  noPath,
  UNBOUNDED,
  valueAfter,
} from '../../../../src/core/evaluate/forecast/forecast-path.ts';
import { near } from '../one-kpi.ts';

test('no path leads nowhere and says why', () => {
  const none = noPath('TOO_FEW_VALUES', 'drift');
  expect(none).toMatchObject({ method: 'drift', reason: 'TOO_FEW_VALUES', stepsLeft: 0 });
  expect(valueAfter(none, 3)).toBeNull();
  expect(bandAfter(none, 3)).toBeNull();
  expect(chanceAfter(none, 3, 10, 1)).toBeNull();
  expect(noPath('NO_DATA').method).toBeNull();
});

const path = (outlook: Outlook, bounds = UNBOUNDED): ForecastPath => ({
  method: 'run_rate',
  reason: null,
  stepsLeft: 4,
  after: () => outlook,
  bounds,
});
const relative = { already: 60, rest: 30, spread: { deviation: 0.2, isRelative: true } };
const amounts = { already: 0, rest: -5, spread: { deviation: 2, isRelative: false } };

test('value, band and chance are cut where the value cannot be', () => {
  expect(valueAfter(path(relative), 4)).toBe(90);
  expect(valueAfter(path(amounts), 4)).toBe(-5);
  expect(valueAfter(path(amounts, { low: -4, high: 9 }), 4)).toBe(-4);
  expect(bandAfter(path(amounts, { low: -6, high: -4 }), 4)).toEqual({ low: -6, high: -4 });
  expect(chanceAfter(path(amounts, { low: -6, high: -4 }), 4, -3.9, 1)).toBe(0.01);
  expect(chanceAfter(path(amounts, { low: -6, high: -4 }), 4, -6.1, -1)).toBe(0.01);
});

test('a chance lies between 0.01 and 0.99 until it is decided', () => {
  expect(chanceAfter(path(relative), 4, 1000, 1)).toBe(0.01);
  expect(chanceAfter(path(relative), 4, 61, 1)).toBe(0.99);
  expect(chanceAfter(path(amounts), 4, 100, -1)).toBe(0.99);
  expect(chanceAfter(path(relative), 0, 1000, 1)).toBeLessThan(0.01);
  // What is in stays in: reached for good, or passed.
  expect(chanceAfter(path(relative), 4, 60, 1)).toBe(1);
  expect(chanceAfter(path(relative), 4, 59, -1)).toBe(0);
  expect(chanceAfter(path({ ...amounts, already: 8 }), 4, 3, 1)).toEqual(near(0.5));
});

test('without a spread there is a value and no more', () => {
  const bare = path({ ...relative, spread: null });
  expect(valueAfter(bare, 4)).toBe(90);
  expect(bandAfter(bare, 4)).toBeNull();
  expect(chanceAfter(bare, 4, 80, 1)).toBeNull();
});
