import { atLeast, atMost, times, trend, wrongAnswer } from '../../bench/figure.ts';
import { printSection, printVerdict } from '../../bench/print-report.ts';

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.push(line);
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

const verdictOf = (...figures: Parameters<typeof printSection>[0]['figures'][number][]) =>
  printVerdict([{ title: 'Speed', note: '', figures }]);

test('what is exactly at its bound meets it', () => {
  expect(atMost('effort', 2, 2, times).isMet).toBe(true);
  expect(atLeast('faster', 3, 3, times).isMet).toBe(true);
  expect(atMost('effort', 2.01, 2, times).isMet).toBe(false);
  expect(atLeast('faster', 2.99, 3, times).isMet).toBe(false);
});

test('a bound that is not met is named, and is no failure', () => {
  expect(verdictOf(atMost('effort', 4.5, 2, times), trend('size', '7 KB'))).toBe(0);
  expect(printed.join('\n')).toContain('effort: 4.50 ×, not ≤ 2.00 ×');
  expect(printed.join('\n')).not.toContain('size');
});

test('a wrong answer is a failure, however fast it came', () => {
  expect(verdictOf(atMost('effort', 0.1, 2, times), wrongAnswer('arquero'))).toBe(1);
});

test('a remark measures nothing and widens no column', () => {
  const remark = trend('  first in a sentence much longer than the rest', '');
  printSection({ title: '', note: '', figures: [trend('size', '7 KB'), remark] });
  expect(printed.slice(1)).toEqual([
    '  size   7 KB',
    '    first in a sentence much longer than the rest',
  ]);
});

test('measured and bound stand side by side, the verdict behind them', () => {
  printSection({
    title: 'Speed',
    note: 'From here to there.',
    figures: [atMost('effort', 4.5, 2, times), trend('size', '7 KB')],
  });
  expect(printed).toEqual([
    '\nSpeed\nFrom here to there.',
    '  effort   4.50 ×   ≤ 2.00 ×   NOT MET',
    '  size       7 KB',
  ]);
});
