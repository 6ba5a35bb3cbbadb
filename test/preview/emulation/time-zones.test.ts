import { resultOf, testManifest } from '../../support/emulated-script.ts';
import { accountWith } from '../../support/emulated-workbook.ts';

const CELL = "const cell = SpreadsheetApp.getActiveSpreadsheet().getRange('A1');";
const inZone = (timeZone: string) => ({ manifest: { ...testManifest, timeZone } });

describe('a date in a cell', () => {
  const shown = { value: 46053, format: 'd-m-yyyy' };

  test("is midnight in the spreadsheet's zone, whatever the script's", () => {
    const body = `${CELL} const date = cell.getValue(); return [date.toISOString(), date.getDate(), date.getHours()]`;
    expect(resultOf(accountWith([[shown]]), body, inZone('America/New_York'))).toEqual([
      '2026-01-30T23:00:00.000Z',
      30,
      18,
    ]);
    expect(resultOf(accountWith([[shown]]), body, inZone('Pacific/Auckland'))).toEqual([
      '2026-01-30T23:00:00.000Z',
      31,
      12,
    ]);
  });

  test("that a script makes is that moment on the spreadsheet's wall clock", () => {
    const body = `${CELL} cell.setValue(new Date(2026, 0, 31)); return [cell.getDisplayValue(),
      Sheets.Spreadsheets.Values.get('workbook-1', 'A1', { valueRenderOption: 'UNFORMATTED_VALUE' }).values[0][0]]`;
    expect(resultOf(accountWith([]), body, inZone('Europe/Amsterdam'))).toEqual([
      '31-1-2026',
      46053,
    ]);
    expect(resultOf(accountWith([]), body, inZone('Pacific/Auckland'))).toEqual([
      '30-1-2026 12:00:00',
      46052.5,
    ]);
  });

  test('comes back the same moment after writing and reading', () => {
    const body = `${CELL} return args.map((time) => { cell.setValue(new Date(time)); return cell.getValue().getTime() })`;
    const moments = [0, -1_000_000_000, 1_772_000_000_000, 1_774_746_000_000].map(
      (time) => time - (time % 1000),
    );
    for (const timeZone of ['UTC', 'Asia/Kolkata', 'America/St_Johns']) {
      expect(resultOf(accountWith([], { timeZone }), body, { args: moments })).toEqual(moments);
    }
  });
});

describe('on the day the clocks change', () => {
  // Amsterdam: 29 March 2026 has no 2:00–3:00, 25 October 2026 has 2:00–3:00 twice.
  const at = (serial: number) => {
    const rows = [[{ value: serial, format: 'd-m-yyyy h:mm' }]];
    return resultOf(accountWith(rows), `${CELL} return cell.getValue().toISOString()`);
  };
  const SPRING = 46110;
  const AUTUMN = 46320;

  test.each([
    ['midnight before', SPRING, '2026-03-28T23:00:00.000Z'],
    ['before the gap', SPRING + 1.5 / 24, '2026-03-29T00:30:00.000Z'],
    ['in the gap', SPRING + 2.5 / 24, '2026-03-29T01:30:00.000Z'],
    ['after the gap', SPRING + 3.5 / 24, '2026-03-29T01:30:00.000Z'],
    ['midnight after', SPRING + 1, '2026-03-29T22:00:00.000Z'],
    ['before the hour that occurs twice', AUTUMN + 1.5 / 24, '2026-10-24T23:30:00.000Z'],
    ['the hour that occurs twice', AUTUMN + 2.5 / 24, '2026-10-25T00:30:00.000Z'],
    ['after it', AUTUMN + 3.5 / 24, '2026-10-25T02:30:00.000Z'],
  ])('%s', (_when, serial, moment) => {
    expect(at(serial)).toBe(moment);
  });
});
