import { createAccount, StoppedExecution } from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf, runScript, testManifest } from '../../support/emulated-script.ts';
import { accountWith, OWNER, tabWith, workbookWith } from '../../support/emulated-workbook.ts';

const AUTH = 'https://www.googleapis.com/auth/';

const withScopes = (...scopes: string[]) => ({
  manifest: { ...testManifest, oauthScopes: scopes.map((scope) => AUTH + scope) },
});

describe('scopes', () => {
  test.each([
    ["SpreadsheetApp.openById('workbook-1')", 'SpreadsheetApp.openById', 'spreadsheets'],
    [
      "SpreadsheetApp.openByUrl('https://x/spreadsheets/d/workbook-1/edit')",
      'SpreadsheetApp.openByUrl',
      'spreadsheets',
    ],
  ])('%s needs the whole of spreadsheets', (call, method, scope) => {
    const text = `Exception: Specified permissions are not sufficient to call ${method}. Required permissions: ${AUTH}${scope}`;
    expect(errorOf(accountWith([]), call, withScopes('spreadsheets.readonly'))).toBe(text);
    expect(errorOf(accountWith([]), call, withScopes('spreadsheets.currentonly'))).toBe(text);
    expect(resultOf(accountWith([]), `return ${call}.getId()`, withScopes('spreadsheets'))).toBe(
      'workbook-1',
    );
  });

  test('the current file alone is enough for the active spreadsheet', () => {
    const call = 'return SpreadsheetApp.getActiveSpreadsheet().getId()';
    expect(resultOf(accountWith([]), call, withScopes('spreadsheets.currentonly'))).toBe(
      'workbook-1',
    );
    expect(errorOf(accountWith([]), call, withScopes())).toContain(
      `Required permissions: (${AUTH}spreadsheets.currentonly || ${AUTH}spreadsheets)`,
    );
  });

  test('read-only is enough to read through the advanced service, and not to write', () => {
    const readonly = withScopes('spreadsheets.readonly');
    const read = "return Sheets.Spreadsheets.Values.get('workbook-1', 'A1').values";
    const write = "Sheets.Spreadsheets.batchUpdate({ requests: [] }, 'workbook-1')";
    expect(resultOf(accountWith([[5]]), read, readonly)).toEqual([['5']]);
    expect(errorOf(accountWith([]), write, readonly)).toContain(
      'Request had insufficient authentication scopes.',
    );
    expect(errorOf(accountWith([]), read, withScopes())).toContain(
      'Request had insufficient authentication scopes.',
    );
  });

  test('a simple trigger may use its own file and no other', () => {
    const simple = { ...withScopes('spreadsheets'), trigger: 'simple' } as const;
    expect(
      runScript(accountWith([]), 'SpreadsheetApp.getActiveSpreadsheet().getId()', simple).error,
    ).toBeUndefined();
    expect(errorOf(accountWith([]), "SpreadsheetApp.openById('workbook-1')", simple)).toContain(
      'Specified permissions are not sufficient',
    );
  });
});

describe('sharing', () => {
  const shared = () => {
    const workbook = workbookWith([tabWith('Goals', [['g']])]);
    workbook.sharing = {
      owner: OWNER,
      editors: ['editor@koers.example'],
      viewers: ['viewer@koers.example'],
    };
    return createAccount({ owner: OWNER, workbooks: [workbook] });
  };
  const OPEN = "const ss = SpreadsheetApp.openById('workbook-1');";
  const READ = "return Sheets.Spreadsheets.Values.get('workbook-1', 'A1').values";
  const WRITE =
    "return Sheets.Spreadsheets.Values.update({ values: [['x']] }, 'workbook-1', 'A1', { valueInputOption: 'RAW' })";

  test('keeps out who was not invited, without saying whether the file exists', () => {
    const stranger = { asUser: 'stranger@koers.example' };
    const text = 'Exception: You do not have permission to access the requested document.';
    expect(errorOf(shared(), OPEN, stranger)).toBe(text);
    expect(errorOf(shared(), "SpreadsheetApp.openById('missing')", stranger)).toBe(text);
    expect(errorOf(shared(), READ, stranger)).toContain('The caller does not have permission');
  });

  test('lets a viewer read and not write', () => {
    const viewer = { asUser: 'viewer@koers.example' };
    expect(resultOf(shared(), READ, viewer)).toEqual([['g']]);
    expect(errorOf(shared(), WRITE, viewer)).toContain('The caller does not have permission');
    expect(errorOf(shared(), `${OPEN} ss.getRange('A1').setValue('x')`, viewer)).toBe(
      'Exception: You do not have permission to perform that action.',
    );
  });

  test('lets an editor write, and everybody when anyone with the link may', () => {
    expect(
      resultOf(shared(), `${OPEN} return ss.getRange('A1').setValue('x').getValue()`, {
        asUser: 'editor@koers.example',
      }),
    ).toBe('x');
    const open = shared();
    const [workbook] = open.workbooks.values();
    if (workbook !== undefined) workbook.sharing = { ...workbook.sharing, anyone: 'view' };
    expect(resultOf(open, READ, { asUser: 'stranger@koers.example' })).toEqual([['g']]);
    expect(errorOf(open, WRITE, { asUser: 'stranger@koers.example' })).toContain(
      'The caller does not have permission',
    );
  });
});

describe('a failure made by a test', () => {
  const twice =
    "const V = Sheets.Spreadsheets.Values; let seen = 'ok'; try { V.get('workbook-1', 'A1') } catch (e) { seen = String(e) } return [seen, V.get('workbook-1', 'A1').values]";

  test('at one call is an error that the script can catch', () => {
    const account = accountWith([[3]]);
    account.beforeCall = ({ count }) => {
      if (count === 1)
        throw Object.assign(new Error('Service Spreadsheets timed out'), { name: 'Exception' });
    };
    expect(resultOf(account, twice)).toEqual([
      'Exception: Service Spreadsheets timed out',
      [['3']],
    ]);
  });

  test('that stops the execution cannot be caught, and what was written stays', () => {
    const account = accountWith([]);
    account.beforeCall = ({ method }) => {
      if (method.endsWith('getValue')) throw new StoppedExecution('Service invoked too many times');
    };
    const body =
      "const cell = SpreadsheetApp.getActiveSpreadsheet().getRange('A1'); cell.setValue(1); try { cell.getValue() } catch (e) {} cell.setValue(2)";
    expect(errorOf(account, body)).toBe('Exception: Service invoked too many times');
    account.beforeCall = undefined;
    expect(
      resultOf(account, "return SpreadsheetApp.getActiveSpreadsheet().getRange('A1').getValue()"),
    ).toBe(1);
  });

  test('can be another execution in between', () => {
    const account = accountWith([[1]]);
    const ADD =
      "const cell = SpreadsheetApp.getActiveSpreadsheet().getRange('A1'); const value = cell.getValue(); cell.setValue(value + 1)";
    account.beforeCall = ({ method }) => {
      if (!method.endsWith('setValue')) return;
      account.beforeCall = undefined;
      resultOf(account, `${ADD}; return 1`, {
        manifest: { ...testManifest, timeZone: 'Asia/Tokyo' },
      });
    };
    const lost = `${ADD}; return [cell.getValue(), new Date(2026, 0, 1).getTimezoneOffset()]`;
    expect(resultOf(account, lost)).toEqual([2, 300]);
  });
});
