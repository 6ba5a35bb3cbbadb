import { EVERY_DAY, weighPeriod } from '../../../../src/core/evaluate/period/day-weights.ts';
import {
  arrivalDay,
  buildPlan,
  daysToPlannedValue,
  isFlat,
  isMonotone,
  planAt,
  plannedShare,
} from '../../../../src/core/evaluate/target/plan.ts';
import { isoWeekday } from '../../../../src/core/model/calendar-date.ts';
import { day } from '../../../support/workspace-builder.ts';
import { near } from '../one-kpi.ts';

/** Thursday 1 – Saturday 10 January 2026. */
const start = day('2026-01-01');
const tenDays = weighPeriod({ start, end: start + 9 }, EVERY_DAY);
const onWorkingDays = weighPeriod({ start, end: start + 9 }, (date) =>
  isoWeekday(date) > 5 ? 0 : 1,
);
/** The n-th day of January. */
const nth = (n: number) => start + n - 1;

type Inputs = Parameters<typeof buildPlan>[0];
/** Milestones become anchors that end a leg. */
type Changes = Partial<Inputs> & { milestones?: ReadonlyArray<{ day: number; value: number }> };
const plan = ({ milestones = [], ...changes }: Changes = {}) =>
  buildPlan({
    period: tenDays,
    baseline: 0,
    target: 100,
    anchors: milestones.map((milestone) => ({ ...milestone, isLegEnd: true })),
    shape: 'straight',
    intervals: { start: [], end: [] },
    versions: [],
    ...changes,
  });
const over = (made: ReturnType<typeof plan>, ...days: number[]) =>
  days.map((n) => planAt(made, nth(n)));
const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test('a straight plan starts at B on the eve and is T from the due date on', () => {
  expect(over(plan({ baseline: 20, target: 70 }), -5, 0, 1, 4, 10, 11, 40)).toEqual([
    20, 20, 25, 40, 70, 70, 70,
  ]);
  expect(over(plan({ baseline: 50, target: 10 }), 0, 5, 10)).toEqual([50, 30, 10]);
  expect(over(plan({ baseline: -40, target: -10 }), 0, 5, 10)).toEqual([-40, -25, -10]);
});

test('with working days as weights the plan stands still in the weekend', () => {
  // 1, 2, 5, 6, 7, 8 and 9 January count: seven days.
  const made = plan({ period: onWorkingDays, target: 70 });
  expect(over(made, ...all)).toEqual(
    [0, 10, 20, 20, 20, 30, 40, 50, 60, 70, 70].map((v) => near(v)),
  );
});

test('the plan runs through its milestones, straight between them', () => {
  const milestones = [
    { day: nth(4), value: 20 },
    { day: nth(6), value: 80 },
  ];
  expect(over(plan({ milestones }), 0, 2, 4, 5, 6, 8, 10)).toEqual([0, 10, 20, 50, 80, 90, 100]);
});

test('of milestones at the same weight the later counts from there on', () => {
  // 2 January is a Friday: Saturday and Sunday add no weight.
  const milestones = [
    { day: nth(2), value: 30 },
    { day: nth(4), value: 40 },
  ];
  const made = plan({ period: onWorkingDays, milestones, target: 90 });
  expect(over(made, 1, 2, 4, 5, 10)).toEqual([15, 40, 40, 50, 90].map((v) => near(v)));
});

test('a step plan keeps the value before until the day of the milestone itself', () => {
  const milestones = [
    { day: nth(4), value: 30 },
    { day: nth(7), value: 60 },
  ];
  const made = plan({ milestones, shape: 'step', baseline: 5 });
  expect(over(made, 0, 3, 4, 6, 7, 9, 10)).toEqual([5, 5, 30, 30, 60, 60, 100]);
  expect(made.isStep).toBe(true);
  expect(plan().isStep).toBe(false);
});

test('by interval every interval that counts gets an equal part, however long it is', () => {
  const intervals = { start: [1, 3, 5].map(nth), end: [2, 4, 10].map(nth) };
  const even = plan({ shape: 'by_interval', intervals, target: 90 });
  expect(over(even, 0, 1, 2, 3, 4, 5, 10)).toEqual([0, 15, 30, 45, 60, 65, 90].map((v) => near(v)));
  // Without the weekend of 3 and 4 January two intervals are left.
  const working = plan({ shape: 'by_interval', intervals, period: onWorkingDays, target: 90 });
  expect(over(working, 0, 1, 2, 4, 5, 9, 10)).toEqual(
    [0, 22.5, 45, 45, 54, 90, 90].map((v) => near(v)),
  );
});

test('by interval without intervals is a straight line', () => {
  expect(over(plan({ shape: 'by_interval' }), 3, 8)).toEqual([30, 80].map((v) => near(v)));
});

test('the planned share counts from B to T, whatever the direction; without a way there is none', () => {
  expect(plannedShare(plan(), nth(3))).toBeCloseTo(0.3, 9);
  expect(plannedShare(plan({ baseline: 50, target: 10 }), nth(3))).toBeCloseTo(0.3, 9);
  expect(plannedShare(plan(), nth(0))).toBe(0);
  expect(plannedShare(plan({ baseline: 8, target: 8 }), nth(3))).toBeNull();
});

test('a plan that turns back is not monotone; one that stands still is', () => {
  const through = (value: number) => plan({ milestones: [{ day: nth(5), value }] });
  expect(isMonotone(through(60))).toBe(true);
  expect(isMonotone(through(0))).toBe(true);
  expect(isMonotone(through(-1))).toBe(false);
  expect(isMonotone(through(101))).toBe(false);
  expect(isMonotone(plan({ baseline: 50, target: 10 }))).toBe(true);
  expect(
    isMonotone(plan({ baseline: 50, target: 10, milestones: [{ day: nth(3), value: 55 }] })),
  ).toBe(false);
});

test('a plan is flat when it never leaves its start', () => {
  expect(isFlat(plan({ baseline: 7, target: 7 }))).toBe(true);
  expect(isFlat(plan({ baseline: 7, target: 7.1 }))).toBe(false);
  expect(isFlat(plan({ milestones: [{ day: nth(9), value: 0 }] }))).toBe(false);
});

test.each([
  ['on the way', 35, 7, 3.5],
  ['at the end of a day', 60, 7, 6],
  ['still at the start', 0, 7, 0],
  ['the wrong way', -12, 7, 0],
  ['at the target', 100, 7, 10],
  ['beyond it', 130, 7, 10],
])('the moment at which a straight plan equals a value: %s', (_, value, judged, expected) => {
  expect(daysToPlannedValue(plan(), value, judged)).toBeCloseTo(expected, 9);
});

test('lower is better: the moment at which the plan came down to the value', () => {
  const made = plan({ baseline: 50, target: 10 });
  expect(daysToPlannedValue(made, 36, 7)).toBeCloseTo(3.5, 9);
  expect(daysToPlannedValue(made, 55, 7)).toBe(0);
  expect(daysToPlannedValue(made, 5, 7)).toBe(10);
});

test('where the plan stands still, the moment nearest to the judged day counts', () => {
  const made = plan({
    milestones: [
      { day: nth(3), value: 40 },
      { day: nth(6), value: 40 },
    ],
  });
  expect(daysToPlannedValue(made, 40, 5)).toBe(5);
  expect(daysToPlannedValue(made, 40, 2)).toBe(3);
  expect(daysToPlannedValue(made, 40, 9)).toBe(6);
  expect(daysToPlannedValue(made, 20, 9)).toBeCloseTo(1.5, 9);
  expect(daysToPlannedValue(made, 55, 2)).toBeCloseTo(7, 9);
});

test('a new target scales the plan from its day on, so that milestones keep their share', () => {
  const milestones = [{ day: nth(4), value: 20 }];
  const versions = [{ effectiveFrom: nth(6), target: 150, rebasedFrom: null }];
  const made = plan({ milestones, versions });
  // Old plan on 5, 6 and 8 January: 33.33, 46.67 and 73.33; from the 6th on times 1.5.
  expect(over(made, 4, 5, 6, 8, 10)).toEqual([20, 33.333333, 70, 110, 150].map((v) => near(v)));
  expect(made.target).toBe(150);
});

test('a new target scales the way from B, not the value', () => {
  const versions = [{ effectiveFrom: nth(3), target: 20, rebasedFrom: null }];
  const made = plan({ baseline: 50, target: 10, versions });
  expect(over(made, 2, 3, 5, 10)).toEqual([42, 41, 35, 20].map((v) => near(v)));
});

test('a version from before the start counts for every day, and B stays where it was', () => {
  const versions = [{ effectiveFrom: nth(-20), target: 40, rebasedFrom: null }];
  expect(over(plan({ versions }), 0, 5, 10)).toEqual([0, 20, 40].map((v) => near(v)));
});

test('with rebase what was left is planned anew from X on the eve', () => {
  const versions = [{ effectiveFrom: nth(5), target: 90, rebasedFrom: 30 }];
  const made = plan({ versions });
  // On the eve the plan was 40; of the 60 left, the 5th was to bring a sixth.
  expect(over(made, 3, 4, 5, 7, 10)).toEqual([30, 40, 40, 60, 90].map((v) => near(v)));
});

test('each version scales what the version before it planned', () => {
  const versions = [
    { effectiveFrom: nth(3), target: 200, rebasedFrom: null },
    { effectiveFrom: nth(6), target: 50, rebasedFrom: null },
  ];
  expect(over(plan({ versions }), 2, 3, 5, 6, 10)).toEqual(
    [20, 60, 100, 30, 50].map((v) => near(v)),
  );
});

test('a plan that stood still gets a straight line to its new target', () => {
  const versions = [{ effectiveFrom: nth(4), target: 27, rebasedFrom: null }];
  expect(over(plan({ baseline: 7, target: 7, versions }), 3, 4, 5, 10)).toEqual(
    [7, 15, 17, 27].map((v) => near(v)),
  );
  const rebased = [{ effectiveFrom: nth(6), target: 27, rebasedFrom: 7 }];
  expect(over(plan({ baseline: 7, target: 7, versions: rebased }), 5, 6, 8, 10)).toEqual(
    [7, 11, 19, 27].map((v) => near(v)),
  );
});

test('a step plan is scaled with its steps', () => {
  const milestones = [{ day: nth(4), value: 30 }];
  const versions = [{ effectiveFrom: nth(6), target: 200, rebasedFrom: null }];
  const made = plan({ milestones, versions, shape: 'step' });
  expect(over(made, 3, 5, 6, 9, 10)).toEqual([0, 30, 60, 60, 200]);
});

const goingAt = (value: number, paceIndex: number, direction: 1 | -1 = 1) => ({
  value,
  direction,
  paceIndex,
});

test('a value is reached on the first day on which the plan, at the pace so far, is as far', () => {
  expect(arrivalDay(plan(), goingAt(40, 1), nth(2), nth(60))).toBe(nth(4));
  expect(arrivalDay(plan(), goingAt(40, 0.8), nth(2), nth(60))).toBe(nth(5));
  expect(arrivalDay(plan(), goingAt(41, 0.8), nth(2), nth(60))).toBe(nth(6));
  expect(arrivalDay(plan(), goingAt(5, 1), nth(2), nth(60))).toBe(nth(3));
});

test('after the due date the plan goes on at its average speed', () => {
  expect(arrivalDay(plan(), goingAt(100, 0.8), nth(5), nth(60))).toBe(nth(13));
  const down = plan({ baseline: 50, target: 10 });
  // 40 down at three quarters of 4 a day takes 13⅓ days.
  expect(arrivalDay(down, goingAt(10, 0.75, -1), nth(6), nth(60))).toBe(nth(14));
});

test('a day without weight brings nothing after the due date either', () => {
  // 70 over seven working days; a tenth is left on Friday 9 January: Monday 12.
  const made = plan({ period: onWorkingDays, target: 70 });
  expect(arrivalDay(made, goingAt(70, 7 / 8), nth(9), nth(60))).toBe(nth(12));
});

test('beyond the last day there is no arrival, on it there is', () => {
  expect(arrivalDay(plan(), goingAt(100, 0.5), nth(5), nth(20))).toBe(nth(20));
  expect(arrivalDay(plan(), goingAt(100, 0.5), nth(5), nth(19))).toBeNull();
});

test('a step plan is read as lines between its anchors', () => {
  const milestones = [{ day: nth(5), value: 10 }];
  const made = plan({ milestones, shape: 'step' });
  expect(arrivalDay(made, goingAt(46, 1), nth(5), nth(60))).toBe(nth(7));
});
