import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import type { Tab } from '../../src/preview/emulation/workbook/workbook.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { runShipped } from './shipped-bundle.ts';

const KPIS = "KPI's";

const tabOf = (account: EmulatedAccount, title: string): Tab => {
  const [workbook] = account.workbooks.values();
  const tab = workbook.tabs.find((own) => own.title === title);
  if (tab === undefined) throw new Error(`no tab ${title}`);
  return tab;
};

const noteOn = (account: EmulatedAccount) => tabOf(account, KPIS).rows[1]?.[6]?.note;

/** The target of the first KPI as somebody typed it, and what Google then runs. */
function typed(
  account: EmulatedAccount,
  cell: { readonly value: string | number; readonly format?: string },
) {
  const tab = tabOf(account, KPIS);
  const [row, column] = [1, 6];
  const cells = tab.rows[row];
  if (cells === undefined) throw new Error('no such row');
  cells[column] = { ...cells[column], ...cell };
  const rectangle = { startRow: row, startColumn: column, endRow: row + 1, endColumn: column + 1 };
  const [{ id: workbookId }] = account.workbooks.values();
  const edited = { workbookId, sheetId: tab.sheetId, rectangle };
  const args = [{ authMode: 'LIMITED', edited }];
  return runShipped(account, 'sheet', 'onEdit', { trigger: 'simple', args });
}

describe('the run that an edit starts', () => {
  it('notes what is wrong and takes the note away again, with the rights of a simple trigger', () => {
    const account = smallAccount();
    const { error, log, calls } = typed(account, { value: 'honderd' });
    expect([error, log]).toEqual([undefined, []]);
    expect(noteOn(account)).toContain('"honderd" bij Streefwaarde is geen getal');
    expect(Object.keys(calls).some((call) => call.startsWith('Sheets.'))).toBe(false);
    typed(account, { value: 250 });
    expect(noteOn(account)).toBeUndefined();
  });

  it('knows a number that became a date by its format', () => {
    const account = smallAccount();
    typed(account, { value: 46_054, format: 'd-m-yyyy' });
    expect(noteOn(account)).toContain('1 feb 2026');
    typed(account, { value: 46_054, format: '#,##0.00' });
    expect(noteOn(account)).toBeUndefined();
  });

  it('ends without a word to whoever types when something breaks down', () => {
    const account = smallAccount();
    account.usedUpServices = ['SpreadsheetApp'];
    const { error, log } = typed(account, { value: 'x' });
    expect(error).toBeUndefined();
    expect(log.map(({ severity }) => severity)).toEqual(['ERROR']);
    expect(account.screen).toEqual([]);
    expect(runShipped(smallAccount(), 'sheet', 'onEdit', { args: [] }).error).toBeUndefined();
  });
});

test('the next problem is selected, and told in a toast in the language of the person', () => {
  const account = smallAccount();
  account.userLocale = 'en';
  expect(runShipped(account, 'sheet', 'goToNextProblem').error).toBeUndefined();
  const { sheetId } = tabOf(account, KPIS);
  expect(account.selection).toMatchObject({ sheetId, rectangle: { startRow: 2, startColumn: 6 } });
  const [{ kind, title, content }] = account.screen;
  expect([kind, title]).toEqual(['toast', 'Problem 1 of 2']);
  expect(content).toContain('"veel" in Streefwaarde is not a number.');
});
