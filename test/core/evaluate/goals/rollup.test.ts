import {
  filledWeights,
  type RollupPart,
  rollUp,
} from '../../../../src/core/evaluate/goals/rollup.ts';

const THRESHOLDS = { onCourseFrom: 0.95, atRiskFrom: 0.8 };
const part = (changes: Partial<RollupPart>): RollupPart => ({
  status: 'on_course',
  weight: 1,
  isCritical: false,
  course: 1,
  score: 0.5,
  ...changes,
});

test('V15 an over-performer does not hide a failure: .6 × 1.00 + .4 × 0.70 = 0.88', () => {
  const parts = [part({ weight: 0.6, score: 1 }), part({ weight: 0.4, score: 0.7 })];
  expect(rollUp(parts, 'worst_critical', THRESHOLDS).score).toBeCloseTo(0.88, 9);
});

test('a critical KPI off course takes its goal along; another one only to at risk', () => {
  const good = part({ weight: 19, course: 1 });
  const off = part({ status: 'off_course', course: 0.3 });
  expect(rollUp([good, { ...off, isCritical: true }], 'worst_critical', THRESHOLDS).status).toBe(
    'off_course',
  );
  expect(rollUp([good, off], 'worst_critical', THRESHOLDS).status).toBe('at_risk');
  expect(rollUp([good, off], 'weighted', THRESHOLDS).status).toBe('on_course');
  expect(rollUp([good, off], 'worst', THRESHOLDS).status).toBe('off_course');
});

test('missed counts as off course while others run; all closed is achieved or missed', () => {
  const achieved = part({ status: 'achieved' });
  const missed = part({ status: 'missed', course: 0.9 });
  expect(rollUp([part({ weight: 99 }), missed], 'worst_critical', THRESHOLDS).status).toBe(
    'at_risk',
  );
  expect(rollUp([achieved, missed], 'worst_critical', THRESHOLDS).status).toBe('missed');
  expect(rollUp([achieved, achieved], 'worst_critical', THRESHOLDS).status).toBe('achieved');
});

test('one counted KPI gives its goal its own status', () => {
  const parts = [
    part({ status: 'at_risk', course: 0.2 }),
    part({ status: 'paused', course: null }),
  ];
  expect(rollUp(parts, 'worst_critical', THRESHOLDS).status).toBe('at_risk');
});

test('less than half of the weight judged is no data; exactly half is enough', () => {
  const judged = part({ weight: 2 });
  const more = part({ weight: 1 });
  const stale = (weight: number) => part({ weight, status: 'stale', course: null, score: null });
  expect(rollUp([judged, more, stale(3.1)], 'weighted', THRESHOLDS).status).toBe('no_data');
  expect(rollUp([judged, more, stale(3)], 'weighted', THRESHOLDS).status).toBe('on_course');
});

test('nothing counted: what failed first, then what waits', () => {
  const waiting = part({ status: 'too_early', course: null });
  const paused = part({ status: 'paused', course: null });
  const stale = part({ status: 'stale', course: null });
  expect(rollUp([paused, waiting], 'weighted', THRESHOLDS).status).toBe('too_early');
  expect(rollUp([paused, waiting, stale], 'weighted', THRESHOLDS)).toMatchObject({
    status: 'stale',
    judgedShare: 0,
  });
  expect(rollUp([], 'weighted', THRESHOLDS)).toEqual({
    status: 'no_data',
    course: null,
    score: null,
    judgedShare: null,
  });
});

test('weight 0 is information only', () => {
  const parts = [part({ score: 0.3 }), part({ weight: 0, status: 'off_course', score: 0.9 })];
  expect(rollUp(parts, 'worst', THRESHOLDS)).toMatchObject({ status: 'on_course', score: 0.3 });
});

test('blank weights: all equal, or the mean of the filled ones above 0', () => {
  expect(filledWeights([])).toEqual([]);
  expect(filledWeights([null, null])).toEqual([1, 1]);
  expect(filledWeights([2, null, 0, 5])).toEqual([2, 3.5, 0, 5]);
  expect(filledWeights([0, null])).toEqual([0, 1]);
});
