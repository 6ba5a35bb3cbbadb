import { aggregateWithKoers } from '../../bench/aggregation/contenders/koers.ts';
import { aggregateWithMap } from '../../bench/aggregation/contenders/string-keyed-map.ts';
import {
  touchEveryColumn,
  touchEveryRow,
} from '../../bench/aggregation/contenders/touch-every-cell.ts';
import { makeFigures, readFigures, readValues } from '../../bench/aggregation/figures-sheet.ts';
import { isSameAnswer } from '../../bench/aggregation/monthly-values.ts';

const { columnsText, rowsText, expected } = makeFigures(3000);

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

test('touching by rows and by columns meets the same cells', () => {
  const byRow = touchEveryRow(readValues(rowsText));
  expect(byRow).toBeGreaterThan(0);
  expect(byRow).toBeCloseTo(touchEveryColumn(readFigures(columnsText)), 3);
});
