import { resolve } from 'node:path';
import { readBenchOptions } from '../../bench/options.ts';

const optionsOf = (...args: string[]) => {
  const options = readBenchOptions(args);
  if (typeof options === 'string') throw new Error(options);
  return options;
};

test('without anything, everything is measured, against bounds', () => {
  const { against, rounds, pathToSeries, isWanted } = optionsOf();
  expect([against, rounds, pathToSeries]).toEqual([null, 3, null]);
  expect(isWanted('Evaluation')).toBe(true);
});

test('only what has the words in its title is wanted, in small letters or capitals', () => {
  const { isWanted } = optionsOf('--only', '200 kpis', '--rounds', '5');
  expect(isWanted('What a person waits for: 200 KPIs × 36 months')).toBe(true);
  expect(isWanted('What a person waits for: web shop')).toBe(false);
});

test('another build is a folder that has been built', () => {
  expect(optionsOf('--against', '.').against).toBe(resolve('.'));
  expect(readBenchOptions(['--against', 'no-such-folder'])).toMatch(
    /^There is no folder .*no-such/,
  );
  expect(readBenchOptions(['--against', 'src'])).toContain('npm ci && node build.mjs');
});

test('what cannot be done is a sentence', () => {
  expect(readBenchOptions(['no-such-series.json'])).toContain('There is no file no-such-series');
  expect(readBenchOptions(['--rounds', '0'])).toContain('from 1 on');
  expect(readBenchOptions(['--rounds', 'many'])).toContain('whole number');
  expect(readBenchOptions(['--help'])).toContain('--against <folder>');
});
