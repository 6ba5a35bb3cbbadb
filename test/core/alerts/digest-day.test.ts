import { isDigestDue } from '../../../src/core/alerts/digest-day.ts';
import { CHOICES } from '../../../src/core/layout/choices.ts';
import type { Settings } from '../../../src/core/model/workspace.ts';
import { on, sampleWorkspace } from '../../support/sample-evaluation.ts';

const settings = (digestOn: Settings['digestOn'], digestHour = 8): Settings => ({
  ...sampleWorkspace().settings,
  digestOn,
  digestHour,
});

const at = (iso: string, hour: number) => ({ day: on(iso), secondsOfDay: hour * 3600 });

/** The days of two weeks from Sunday 1 February 2026 that have a digest. */
const daysOf = (digestOn: Settings['digestOn']): number[] =>
  Array.from({ length: 14 }, (_, day) => day + 1).filter((day) =>
    isDigestDue(
      settings(digestOn),
      null,
      { day: on('2026-01-31') + day, secondsOfDay: 43_200 },
      false,
    ),
  );

test.each([
  ['off', []],
  ['daily', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]],
  ['workdays', [2, 3, 4, 5, 6, 9, 10, 11, 12, 13]],
  ['monday', [2, 9]],
  ['tuesday', [3, 10]],
  ['wednesday', [4, 11]],
  ['thursday', [5, 12]],
  ['friday', [6, 13]],
  ['saturday', [7, 14]],
  ['sunday', [1, 8]],
  ['month_start', [1]],
] as const)('the digest of %s', (digestOn, days) => {
  expect(daysOf(digestOn)).toEqual(days);
});

test('every choice of Settings has its days', () => {
  for (const choice of CHOICES.digest_on) expect(daysOf(choice)).toBeInstanceOf(Array);
});

test('it is made by the first run from its hour on, and once', () => {
  const daily = settings('daily', 9);
  expect(isDigestDue(daily, null, at('2026-02-16', 8), false)).toBe(false);
  expect(isDigestDue(daily, null, at('2026-02-16', 9), false)).toBe(true);
  expect(isDigestDue(daily, on('2026-02-16'), at('2026-02-16', 10), false)).toBe(false);
  expect(isDigestDue(daily, on('2026-02-16'), at('2026-02-17', 10), false)).toBe(true);
});

test('midnight is an hour: a digest from 0 goes with the very first run', () => {
  expect(isDigestDue(settings('daily', 0), null, at('2026-02-16', 0), false)).toBe(true);
});

test('where no other run comes that day it is made before its hour, rather than never', () => {
  expect(isDigestDue(settings('monday', 22), null, at('2026-02-16', 6), true)).toBe(true);
  expect(isDigestDue(settings('tuesday', 22), null, at('2026-02-16', 6), true)).toBe(false);
});
