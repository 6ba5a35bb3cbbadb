import { existsSync } from 'node:fs';
import { differences, type ProbeResult } from '../../../src/preview/live-check/compare-answers.ts';
import { PLACES, placeOf } from '../../../src/preview/live-check/places.ts';

const answer = (value: unknown): ProbeResult => ({ kind: 'answer', answer: value });
const refusal = (message: string, code: number | null = null, name = 'Exception'): ProbeResult => ({
  kind: 'refusal',
  name,
  message,
  code,
});
const skipped: ProbeResult = { kind: 'skipped' };

describe('an installation beside the imitation', () => {
  test.each([
    ['the same answer', answer([1, { a: null }]), answer([1, { a: null }]), null],
    ['null beside nothing', answer(null), answer('‹undefined›'), 'behaviour'],
    ['zero beside null', answer(0), answer(null), 'behaviour'],
    ['an answer beside a refusal', answer(true), refusal('no'), 'behaviour'],
    ['the same refusal', refusal('no', 400), refusal('no', 400), null],
    ['a refusal in other words', refusal('nay', 400), refusal('no', 400), 'words'],
    ['a refusal with another code', refusal('no', 403), refusal('no', 400), 'behaviour'],
    [
      'what is not imitated',
      answer(1),
      refusal('x is not emulated', null, 'NotEmulatedError'),
      'unknown',
    ],
    ['what was not asked there', skipped, answer(1), 'not_asked'],
  ])('%s', (_, there, here, kind) => {
    const found = differences({ 'cache.missing': there }, { 'cache.missing': here });
    expect(found.map((each) => each.kind)).toEqual(kind === null ? [] : [kind]);
  });

  it('leaves out what only one of them was asked, and what is an installation’s own', () => {
    const there = {
      'cache.new': answer(1),
      'language.newer_names': answer(1),
      'time.language_of_the_person': answer(5),
    };
    const here = {
      'cache.old': answer(1),
      'language.newer_names': answer(2),
      'time.language_of_the_person': answer(2),
    };
    expect(differences(there, here)).toEqual([]);
  });

  it('shows both, shortened', () => {
    const [found] = differences({ a: answer('x'.repeat(500)) }, { a: refusal('no', 400) });
    expect(found.there).toHaveLength(160);
    expect(found.here).toBe('Exception: no (400)');
  });
});

test('every place is a file of the imitation, and the nearest one is named', () => {
  expect(PLACES.filter(([, file]) => !existsSync(file))).toEqual([]);
  expect(placeOf('cache.missing')).toBe('src/preview/emulation/host/cache-host.ts');
  expect(placeOf('texts.csv_broken')).toBe('src/preview/emulation/inside/utilities-text.ts');
  expect(placeOf('language.newer_names')).toBeNull();
});
