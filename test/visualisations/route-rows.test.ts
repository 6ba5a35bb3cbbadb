import fc from 'fast-check';
import { rowsOf } from '../../src/visualisations/message.ts';
import { routeFrom } from '../../src/visualisations/route-rows.ts';
import type { RouteSlot } from '../../src/visualisations/route-slots.ts';
import { day } from '../drawing/pictures.ts';
import { messageOf, type RouteCells } from './report-rows.ts';

const routeOf = (rows: readonly RouteCells[]) =>
  routeFrom(rowsOf<RouteSlot>(messageOf(rows)), 'en');

test('without rows there are no lanes, and no today', () => {
  expect(routeOf([])).toEqual({ today: null, lanes: [] });
  expect(routeOf([{ lane: null, laneStart: '20260101' }]).lanes).toEqual([]);
});

test('a row without a name is no lane; a name alone is one without a place', () => {
  const [only, ...others] = routeOf([{ lane: '' }, { lane: ' Grow ' }]).lanes;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ name: 'Grow', start: null, due: null, progress: null, stops: [] });
});

test('zero is a figure, what is empty is none', () => {
  const [none, zero, negative] = routeOf([
    { lane: 'None', progress: null, daysBehind: '' },
    { lane: 'Zero', progress: 0, daysBehind: '0' },
    { lane: 'Ahead', progress: 1.2, daysBehind: -3 },
  ]).lanes;
  expect([none.progress, none.daysBehind]).toEqual([null, null]);
  expect([zero.progress, zero.daysBehind]).toEqual([0, 0]);
  expect([negative.progress, negative.daysBehind]).toEqual([1.2, -3]);
});

test('rows of one goal make one lane, with each stop once', () => {
  const shared = { lane: 'Grow', today: '20260215', stop: 'End of 2026', stopDate: '20261231' };
  const { today, lanes } = routeOf([
    { ...shared, stopStatus: 'Expected on time', stopExpected: '20261221' },
    { ...shared, stopStatus: 'Overdue', stopExpected: '20270203' },
    { ...shared, stop: 'End of 2025', stopDate: '20251231', stopStatus: 'Reached late' },
    { ...shared, stop: 'Some day', stopDate: null },
  ]);
  expect(today).toBe(day('2026-02-15'));
  expect(lanes).toHaveLength(1);
  expect(lanes[0].stops.map(({ name, due }) => [name, due])).toEqual([
    ['End of 2026', day('2026-12-31')],
    ['End of 2025', day('2025-12-31')],
  ]);
  // As late as the latest of them.
  expect(lanes[0].stops[0]).toMatchObject({
    expected: day('2027-02-03'),
    status: { word: 'Overdue' },
  });
});

test('a figure that differs between the rows of a lane is true of none', () => {
  const rows = [0.2, 0.7].map((progress) => ({ lane: 'Grow', progress }));
  expect(routeOf(rows).lanes[0].progress).toBeNull();
});

test('the longest way comes first', () => {
  const lanes = [
    { lane: 'Quarter', laneStart: '20260101', laneDue: '20260331' },
    { lane: 'Three years', laneStart: '20250101', laneDue: '20271231' },
    { lane: 'Year', laneStart: '20260101', laneDue: '20261231' },
  ];
  expect(routeOf(lanes).lanes.map(({ name }) => name)).toEqual(['Three years', 'Year', 'Quarter']);
});

test.each([
  ['20260214', '2026-02-14'],
  ['2026-02-14', '2026-02-14'],
  ['202602', '2026-02-01'],
  ['2026', '2026-01-01'],
  ['2026021409', '2026-02-14'],
  [20260214, '2026-02-14'],
])('%p is the day %s', (said, iso) => {
  expect(routeOf([{ lane: 'Grow', laneStart: said }]).lanes[0].start).toBe(day(iso));
});

test.each(['20260230', 'soon', '', null, 'null', {}, -1])('%p is no day', (said) => {
  expect(routeOf([{ lane: 'Grow', laneStart: said }]).lanes[0].start).toBeNull();
});

test('whatever comes, no stop is invented and none lies on a day that nobody gave', () => {
  const cell = fc.oneof(
    fc.constantFrom('Grow', 'Sell', '20260214', '20269999', 'On course', null, '', 0),
    fc.anything(),
  );
  const row = fc.record(
    { lane: cell, stop: cell, stopDate: cell, stopStatus: cell, laneStart: cell, progress: cell },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { lanes } = routeOf(rows as RouteCells[]);
      const stops = lanes.flatMap((lane) => lane.stops);
      expect(stops.length).toBeLessThanOrEqual(rows.length);
      for (const { due } of stops) expect(Number.isInteger(due)).toBe(true);
    }),
  );
});
