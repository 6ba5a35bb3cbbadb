import { sparkText } from '../../../src/workflows/recalculation/spark-text.ts';

describe('a series as blocks', () => {
  it.each([
    ['from the lowest to the highest, below zero too', [-4, 0, 4], '▁▅█'],
    ['a zero is a value, the lowest of these', [0, 7, 3], '▁█▄'],
    ['what goes down goes down, whatever is better', [9, 5, 2], '█▄▁'],
    ['all the same: no rise and no fall', [5, 5, 5], '▄▄▄'],
    [
      'an interval without a value is a gap, one that is to come is nothing',
      [1, null, 8, null],
      '▁·█',
    ],
    ['what came before the first value is no gap', [null, null, 2, 6], '▁█'],
    ['one value is no course', [3, null], ''],
    ['nothing is nothing', [], ''],
    ['nothing yet', [null, null], ''],
  ])('%s', (_what, values, text) => {
    expect(sparkText(values)).toBe(text);
  });

  it('is that of the last sixteen intervals', () => {
    const years = Array.from({ length: 40 }, (_, at) => (at === 23 ? 1000 : at));
    expect(sparkText(years)).toHaveLength(16);
    expect(sparkText(years).startsWith('▁')).toBe(true);
  });

  it('is no formula in any spreadsheet', () => {
    for (const values of [
      [-1, 0],
      [0, -1],
      [2, 2],
    ])
      expect(sparkText(values)).toMatch(/^[▁-█]+$/);
  });
});
