import { chartOf, latestSignal } from '../../../../src/core/evaluate/signal/chart.ts';

const limitsAt = (values: readonly (number | null)[], index: number) => {
  const limits = chartOf(values).limits[index];
  return limits === null
    ? null
    : [limits.lower, limits.centre, limits.upper].map((value) => Number(value.toFixed(2)));
};
const rulesOf = (values: readonly (number | null)[]) => chartOf(values).rule;

// NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rate of ten batches.
const FLOW_RATE = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
// Montgomery, Introduction to Statistical Quality Control: viscosity of aircraft primer paint.
const VISCOSITY = [
  33.75, 33.05, 34.0, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33.0, 33.54, 33.12,
  33.84,
];

test('the limits of the NIST flow rate example are 45.82, 50.81 and 55.80', () => {
  expect(limitsAt(FLOW_RATE, 9)).toEqual([
    expect.closeTo(45.82, 1),
    50.81,
    expect.closeTo(55.8, 1),
  ]);
  expect(rulesOf(FLOW_RATE)).toEqual(FLOW_RATE.map(() => null));
});

test('the limits of the viscosity example are 32.24, 33.52 and 34.80', () => {
  expect(limitsAt(VISCOSITY, 14)).toEqual([32.24, 33.52, 34.8].map((v) => expect.closeTo(v, 1)));
});

test('fewer than six points, or none that moves, have no limits', () => {
  expect(chartOf([]).limits).toEqual([]);
  expect(chartOf([4, 7, 5, 6, 3]).limits).toEqual([null, null, null, null, null]);
  expect(chartOf([0, 0, 0, 0, 0, 0, 0]).limits).toEqual([0, 0, 0, 0, 0, 0, 0].map(() => null));
});

test('a point beyond the limits is outside, also below zero', () => {
  const calm = [3, -2, 4, -3, 2, -4, 3, -2, 1, -1, 2, -3];
  expect(rulesOf([...calm, 40]).at(-1)).toBe('outside');
  expect(rulesOf([...calm, -40]).at(-1)).toBe('outside');
});

test('the limits stay as the first 24 points set them', () => {
  const first = Array.from({ length: 24 }, (_, i) => 100 + (i % 2 === 0 ? 3 : -3));
  const later = [...first, 101, 99, 104, 96, 103];
  expect(limitsAt(later, 28)).toEqual(limitsAt(first, 23));
});

test('eight in a row on one side is a shift, and a new segment starts at the first of them', () => {
  const before = [10, 14, 9, 15, 11, 13, 10, 14, 9, 15, 11, 13];
  const after = [16, 17, 15.5, 16.5, 17.5, 16, 15.8, 16.8];
  const all = [...before, ...after];
  const { rule, limits } = chartOf(all);
  expect(rule[19]).toBe('run_of_eight');
  expect(limits[12]?.centre).toBeCloseTo(16.3875, 4);
  expect(limits[11]?.centre).not.toBeCloseTo(16.3875, 1);
  // The point that gave the shift away keeps the limits it went beyond.
  expect(limits[19]).toEqual(limits[11]);
});

test('seven in a row, or eight with one on the line, is no shift', () => {
  const centre10 = [
    6, 14, 6, 14, 6, 14, 6, 14, 6, 14, 6, 14, 6, 14, 6, 14, 6, 14, 6, 14, 6, 14, 6, 14,
  ];
  const seven = [11, 12, 11, 13, 11, 12, 11];
  const below = [9];
  expect(rulesOf([...centre10, ...below, ...seven]).slice(25)).toEqual(seven.map(() => null));
  expect(rulesOf([...centre10.slice(0, -1), 14, 10, ...seven]).slice(24)).toEqual(
    [10, ...seven].map(() => null),
  );
});

test('three of four nearer a limit than the centre, on the same side', () => {
  const centre10 = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 9 : 11));
  // mR̄ = 2, limits 10 ± 5.32, so nearer the limit begins at 12.66.
  expect(rulesOf([...centre10, 13, 10, 13.5, 13]).at(-1)).toBe('three_of_four');
  expect(rulesOf([...centre10, 13, 7, 13.5, 10]).at(-1)).toBeNull();
});

test('no moving range runs across a missing interval', () => {
  const withGap = [5, 6, 5, 6, 5, 6, null, 60, 61, 60, 61, 60, 61];
  const { limits } = chartOf(withGap);
  expect((limits[12]?.upper ?? 0) - (limits[12]?.centre ?? 0)).toBeCloseTo(2.66, 6);
  expect(limits[6]).toBeNull();
});

test('favourable is up when higher is better and down when lower is better', () => {
  const rising = [...[3, -2, 4, -3, 2, -4, 3, -2, 1, -1, 2, -3], 40];
  expect(latestSignal(chartOf(rising), 1)).toEqual({ rule: 'outside', isFavourable: true });
  expect(latestSignal(chartOf(rising), -1)).toEqual({ rule: 'outside', isFavourable: false });
  expect(latestSignal(chartOf([]), 1)).toBeNull();
});

test('eight in a row that open a history are a run on the eighth, and keep their limits', () => {
  const opening = [1, 2, 1, 2, 1, 2, 1, 2];
  const all = [...opening, ...Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 9 : 13))];
  // 188 ÷ 24, moves of 74 ÷ 23 on average: limits −0.73 and 16.39; nearer the lower one below 3.55.
  expect(rulesOf(all).slice(0, 8)).toEqual([
    null,
    null,
    ...Array(5).fill('three_of_four'),
    'run_of_eight',
  ]);
  expect(limitsAt(all, 7)).toEqual([-0.72, 7.83, 16.39]);
  // The sixteen above are a shift, with limits of their own: 11 ± 2.66 × 4.
  expect(limitsAt(all, 8)).toEqual([0.36, 11, 21.64]);
});

test('a fall is bad news where higher is better, good news where lower is', () => {
  const falling = [103, 98, 104, 97, 102, 96, 103, 98, 101, 99, 102, 97, 60];
  expect(latestSignal(chartOf(falling), 1)).toEqual({ rule: 'outside', isFavourable: false });
  expect(latestSignal(chartOf(falling), -1)).toEqual({ rule: 'outside', isFavourable: true });
  expect(latestSignal(chartOf(falling), null)).toEqual({ rule: 'outside', isFavourable: null });
});

test('equal values that differ by a rounding are no movement, and no signal', () => {
  const equal = Array.from({ length: 40 }, (_, i) => 90000 / 45 / 1.5 + (i % 3) * 2e-13);
  expect(chartOf(equal).limits).toEqual(equal.map(() => null));
});

test('a value on a limit, give or take a rounding, is inside it', () => {
  // 24 points around 10 with moves of 2: limits 10 ± 5.32.
  const around = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 9 : 11));
  expect(rulesOf([...around, 15.32 + 1e-12]).at(-1)).toBeNull();
  expect(rulesOf([...around, 4.68 - 1e-12]).at(-1)).toBeNull();
  expect(rulesOf([...around, 15.3201]).at(-1)).toBe('outside');
});
