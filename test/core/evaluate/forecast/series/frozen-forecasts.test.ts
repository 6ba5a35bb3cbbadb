import { readFileSync, writeFileSync } from 'node:fs';
import { forecastSeries } from '../../../../../src/core/evaluate/forecast/series/forecast-series.ts';
import {
  foreseeSteps,
  type HistoryKind,
} from '../../../../../src/core/evaluate/forecast/series/foresee-steps.ts';

const GOLDEN = 'test/core/evaluate/forecast/series/frozen-forecasts.golden.json';

/** Noise that is the same on every machine: −1 to 1. */
const noise = (i: number): number => (((i * 7919 + 104_729) % 2003) / 1001 - 1) * ((i % 5) / 4);

const series = (length: number, valueAt: (i: number) => number): number[] =>
  Array.from({ length }, (_, i) => valueAt(i));

const wave = (i: number, cycle: number): number => Math.sin((2 * Math.PI * i) / cycle);

let walked = 40;
const walk = series(45, (i) => {
  walked += 3 * noise(i + 11);
  return walked;
});

/** Values, values a cycle, steps ahead, and a longer cycle that is too long to be seen. */
type Case = [values: number[], seasonLength: number, horizon: number, longestCycle?: number];

const CASES: Readonly<Record<string, Case>> = {
  'four years of months, growing, with a season': [
    series(48, (i) => (200 + 3 * i) * (1 + 0.3 * wave(i, 12)) + 9 * noise(i)),
    12,
    18,
  ],
  'two years of months, falling, with a weak season': [
    series(25, (i) => 400 - 6 * i + 15 * wave(i + 2, 12) + 20 * noise(i)),
    12,
    6,
  ],
  'less than two years of months': [series(17, (i) => 30 + i + 4 * noise(i)), 12, 5],
  'quarters with an outlier': [
    series(22, (i) => [30, 50, 90, 200][i % 4] + i + (i === 13 ? 300 : 0) + 5 * noise(i)),
    4,
    8,
  ],
  'years that grow ever faster': [series(14, (i) => 100 * 1.13 ** i + 8 * noise(i)), 1, 6],
  'a walk by chance': [walk, 1, 8],
  'above and below zero': [series(30, (i) => 12 * wave(i, 9) + 0.4 * i - 5 + 6 * noise(i)), 1, 5],
  'sales now and then': [series(36, (i) => (i % 4 === 1 ? 5 + (i % 3) : 0)), 12, 6],
  'a last value that is news': [series(20, (i) => (i < 19 ? 50 + 2 * noise(i) : 90)), 1, 4],
  'a step up half way': [series(32, (i) => (i < 16 ? 70 : 110) + 3 * noise(i)), 4, 4],
  'wild first, calm lately': [series(40, (i) => 80 + (i < 20 ? 30 : 4) * noise(i)), 1, 4],
  'three values': [[4, 9, 7], 1, 3],
  'five values': [[21, 25, 24, 30, 33], 4, 3],
  'eight small values': [[0.002, 0.0025, 0.0021, 0.003, 0.0033, 0.0031, 0.0038, 0.004], 1, 3],
  'weeks of days, a year unseen': [
    series(60, (i) => [50, 60, 70, 80, 120, 160, 40][i % 7] + 10 * noise(i)),
    7,
    9,
    364,
  ],
  'two years of weeks': [series(112, (i) => 300 + i + 80 * wave(i, 52) + 25 * noise(i)), 52, 10],
};

const days = series(2 * 364 + 40, (i) =>
  Math.max(0, (40 + [0, 5, 9, 14, 30, 45, -40][i % 7]) * (1 + 0.4 * wave(i, 364)) + 6 * noise(i)),
);
const KINDS: Readonly<Record<string, Partial<HistoryKind>>> = {
  'days of a total': { family: 'total', nonNegative: true },
  'days of a level': { family: 'level' },
  'days of an average': { family: 'average' },
};

const TRIED = 9;
const rounded = (value: number): number => Number(value.toPrecision(TRIED));

function foreseen() {
  const single = Object.entries(CASES).map(
    ([name, [values, seasonLength, horizon, longestCycle]]) => {
      const forecast = forecastSeries(values, {
        seasonLength,
        horizon,
        nonNegative: Math.min(...values) >= 0,
        ...(longestCycle === undefined ? {} : { longestCycle }),
      });
      return [name, { middle: forecast?.middle ?? [], lift: [forecast?.lift ?? 0] }] as const;
    },
  );
  const daily = Object.entries(KINDS).map(([name, kind]) => {
    const whole = { seasonLength: 7, isDaily: true, family: 'total', nonNegative: false, ...kind };
    // SAFETY: every part of a kind is there.
    const steps = foreseeSteps(days, whole as HistoryKind, 24) ?? [];
    return [name, { steps }] as const;
  });
  return Object.fromEntries(
    [...single, ...daily].map(([name, parts]) => [
      name,
      Object.fromEntries(Object.entries(parts).map(([part, own]) => [part, own.map(rounded)])),
    ]),
  );
}

test('what is foreseen of these series is what was measured for ADR 8; a difference is a decision', () => {
  const found = foreseen();
  if (process.env.UPDATE_GOLDEN === '1') {
    const lines = Object.entries(found).map(([name, parts]) => {
      const own = Object.entries(parts).map(
        ([part, values]) => `    "${part}": [${values.join(', ')}]`,
      );
      return `  ${JSON.stringify(name)}: {\n${own.join(',\n')}\n  }`;
    });
    writeFileSync(GOLDEN, `{\n${lines.join(',\n')}\n}\n`);
  }
  const kept: unknown = JSON.parse(readFileSync(GOLDEN, 'utf8'));
  // Logarithms differ in their last bit from machine to machine.
  const close = (value: unknown): unknown =>
    typeof value === 'number'
      ? expect.closeTo(value, 6 - Math.ceil(Math.log10(Math.max(1e-9, Math.abs(value)))))
      : Array.isArray(value)
        ? value.map(close)
        : Object.fromEntries(
            Object.entries(value as Record<string, unknown>).map(([key, own]) => [key, close(own)]),
          );
  expect(found).toEqual(close(kept));
  expect(Object.keys(found).length).toBeGreaterThan(15);
});
