import { aggregateWithKoers } from '../../bench/aggregation/contenders/koers.ts';
import { aggregateWithMap } from '../../bench/aggregation/contenders/string-keyed-map.ts';
import { touchEveryColumn } from '../../bench/aggregation/contenders/touch-every-cell.ts';
import { makeFigures, readFigures } from '../../bench/aggregation/figures-sheet.ts';
import { isSameAnswer } from '../../bench/aggregation/monthly-values.ts';

const { columnsText, expected } = makeFigures(3000);

test('Koers and a Map keyed by text find what was put into the figures, blanks left out', () => {
  expect(expected.filter((value) => value === null).length).toBeGreaterThan(0);
  expect(isSameAnswer(aggregateWithKoers(readFigures(columnsText)), expected)).toBe(true);
  expect(isSameAnswer(aggregateWithMap(readFigures(columnsText)), expected)).toBe(true);
});

test('one month more, less or other is another answer', () => {
  const at = expected.findIndex((value) => value !== null);
  const changed = (value: number | null) =>
    expected.map((before, position) => (position === at ? value : before));
  expect(isSameAnswer(changed(expected[at]), expected)).toBe(true);
  expect(isSameAnswer(changed(null), expected)).toBe(false);
  expect(isSameAnswer(changed((expected[at] ?? 0) + 0.01), expected)).toBe(false);
  expect(isSameAnswer(expected.slice(1), expected)).toBe(false);
});

test('touching meets every cell: the numbers themselves, of a text its length', () => {
  const columns = [
    ['Date', 46_000, 0],
    ['Value', -7.5, ''],
  ];
  expect(touchEveryColumn({ name: '', columns: [] })).toBe(0);
  expect(touchEveryColumn({ name: '', columns })).toBe(4 + 46_000 + 0 + 5 - 7.5 + 0);
});
