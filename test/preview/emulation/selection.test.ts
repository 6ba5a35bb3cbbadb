import { resultOf, runScript } from '../../support/emulated-script.ts';
import { accountWith } from '../../support/emulated-workbook.ts';

const SPREADSHEET = 'const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();';
const WHERE = `${SPREADSHEET} const cell = spreadsheet.getCurrentCell();
  return cell === null ? null : [spreadsheet.getActiveSheet().getName(), cell.getA1Notation(), spreadsheet.getActiveRange().getA1Notation()];`;

test('there is no current cell until something is selected', () => {
  expect(resultOf(accountWith([[1]]), WHERE)).toBeNull();
});

test('a range that a script activates is selected, its first cell current, also for the next run', () => {
  const account = accountWith([
    [1, 2],
    [3, 4],
  ]);
  resultOf(account, `${SPREADSHEET} spreadsheet.getSheets()[0].getRange('B1:B2').activate();`);
  const [name] = resultOf(account, WHERE) as string[];
  expect(resultOf(account, WHERE)).toEqual([name, 'B1', 'B1:B2']);
});

test('a run without a screen selects nothing and sees no selection', () => {
  const account = accountWith([[1]]);
  const select = `${SPREADSHEET} spreadsheet.getSheets()[0].getRange('A1').activate();`;
  expect(runScript(account, select, { trigger: 'installable' }).error).toBeUndefined();
  expect(account.selection).toBeNull();
});

test('an edit comes with the spreadsheet and the range that was typed in', () => {
  const account = accountWith([['x', 'y']]);
  const [{ id, tabs }] = account.workbooks.values();
  const rectangle = { startRow: 0, startColumn: 1, endRow: 1, endColumn: 2 };
  const edited = { workbookId: id, sheetId: tabs[0].sheetId, rectangle };
  const body = `const [event] = args; event.range.setNote(event.authMode + ' ' + event.range.getValue() + ' ' + event.source.getId());`;
  const args = [{ authMode: 'LIMITED', edited }];
  expect(runScript(account, body, { trigger: 'simple', args }).error).toBeUndefined();
  const [after] = account.workbooks.values();
  expect(after.tabs[0].rows[0]?.[1]?.note).toBe(`LIMITED y ${id}`);
});
