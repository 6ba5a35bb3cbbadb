import { readServeOptions, UsageError } from '../../src/preview/serve-options.ts';

const EXAMPLE = 'examples/web-shop.xlsx';

describe('npm start', () => {
  test('without anything opens the example from today', () => {
    expect(readServeOptions([])).toEqual({
      file: EXAMPLE,
      today: null,
      port: 8765,
      isPortChosen: false,
    });
  });

  test('takes a workbook, a day and a port, in any order', () => {
    expect(readServeOptions(['--port', '0', 'mine.xlsx', '--today=2024-02-29'])).toEqual({
      file: 'mine.xlsx',
      today: '2024-02-29',
      port: 0,
      isPortChosen: true,
    });
  });

  test('--help asks for nothing but help', () => {
    expect(readServeOptions(['mine.xlsx', '--help'])).toBeNull();
  });

  test.each([
    [['--today', '2026-02-30'], '--today wants a day such as 2026-02-15, not "2026-02-30".'],
    [['--today', '15-2-2026'], 'not "15-2-2026"'],
    [['--port', '99999'], '--port wants a number up to 65535'],
    [['--port', '-1'], 'port'],
    [['--colour', 'red'], '--colour'],
    [['one.xlsx', 'two.xlsx'], 'Give one workbook at a time.'],
  ])('%p is refused in a sentence', (args, reason) => {
    expect(() => readServeOptions(args)).toThrow(UsageError);
    expect(() => readServeOptions(args)).toThrow(reason);
  });
});
