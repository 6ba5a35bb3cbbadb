import { plainAnswer, withoutSecrets } from '../../../src/workflows/live-check/answers.ts';

describe('an answer as plain data', () => {
  test.each([
    [0, 0],
    [-2.5, -2.5],
    ['', ''],
    [null, null],
    [undefined, '‹undefined›'],
    [Number.NaN, '‹NaN›'],
    [() => 1, '‹function›'],
    [
      [1, undefined, [null]],
      [1, '‹undefined›', [null]],
    ],
    [{ a: { b: Number.POSITIVE_INFINITY } }, { a: { b: '‹Infinity›' } }],
    [{}, {}],
  ])('of %p is %p', (value, plain) => {
    expect(plainAnswer(value)).toEqual(plain);
  });

  it('has holes of a list in their place, and ends where something refers to itself', () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is the case.
    expect(plainAnswer([1, , 3])).toEqual([1, '‹undefined›', 3]);
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    expect(JSON.stringify(plainAnswer(circle))).toContain('‹deep›');
  });

  it('keeps nothing that is somebody’s, however deep', () => {
    const answer = { who: ['mail of owner@theezo.nl'], file: '1AbC' };
    expect(withoutSecrets(answer, ['owner@theezo.nl', '1AbC'])).toEqual({
      who: ['mail of …'],
      file: '…',
    });
  });
});
