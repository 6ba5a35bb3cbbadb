import type { EmulatedAccount } from '../../../src/preview/emulation/host/account.ts';
import { SHEETS_QUOTA } from '../../../src/preview/emulation/host/account.ts';
import { runFunction } from '../../../src/preview/emulation/host/execution.ts';
import { emulatorText, errorOf, resultOf, testManifest } from '../../support/emulated-script.ts';
import { accountWith, OWNER, tabWith, workbookWith } from '../../support/emulated-workbook.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const READ = "return Sheets.Spreadsheets.Values.get('workbook-1', 'A1').values";
const LOOK =
  "return Sheets.Spreadsheets.get('workbook-1', { fields: 'sheets.data.rowData.values.note' })";
const FACTS = "return Sheets.Spreadsheets.get('workbook-1', { fields: 'spreadsheetId' })";
const WRITE = "return Sheets.Spreadsheets.batchUpdate({ requests: [] }, 'workbook-1')";
const MINUTE = 60_000;

/** Runs the body so often and tells the first refusal, with how many went well before it. */
function firstRefusal(account: EmulatedAccount, body: string, times: number, asUser = OWNER) {
  const script = `let done = 0;
    try { for (; done < ${times}; done += 1) (() => { ${body} })(); return [done, null, null]; }
    catch (error) { return [done, error.details.code, error.message]; }`;
  return resultOf(account, script, { asUser }) as [number, number | null, string | null];
}

const shared = (): EmulatedAccount => {
  const account = accountWith([[5]]);
  const workbook = account.workbooks.get('workbook-1');
  if (workbook !== undefined)
    workbook.sharing = { owner: OWNER, editors: [], viewers: [], anyone: 'view' };
  return account;
};

describe('requests a minute', () => {
  test('are sixty for each person, and come back with the next minute', () => {
    const account = shared();
    account.sheetsQuota = SHEETS_QUOTA;
    const [done, code, message] = firstRefusal(account, READ, 100);
    expect([done, code]).toEqual([60, 429]);
    expect(message).toBe(
      "API call to sheets.spreadsheets.values.get failed with error: Quota exceeded for quota metric 'Read requests' " +
        "and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' " +
        "for consumer 'project_number:123456789012'.",
    );
    expect(firstRefusal(account, READ, 20, 'viewer@koers.example')[0]).toBe(20);
    account.clock.advance(MINUTE);
    expect(firstRefusal(account, READ, 60)).toEqual([60, null, null]);
  });

  test('are three hundred for a project, whoever asks', () => {
    const account = shared();
    account.sheetsQuota = SHEETS_QUOTA;
    for (const at of [1, 2, 3, 4, 5]) {
      expect(firstRefusal(account, READ, 60, `viewer${at}@koers.example`)[0]).toBe(60);
    }
    const [done, , message] = firstRefusal(account, READ, 60);
    expect(done).toBe(0);
    expect(message).toContain("limit 'Read requests per minute' of");
  });

  test('count what is written apart from what is read', () => {
    const account = shared();
    account.sheetsQuota = { perUser: 2, perProject: 9 };
    expect(firstRefusal(account, READ, 9)[0]).toBe(2);
    const [done, code, message] = firstRefusal(account, WRITE, 9);
    expect([done, code]).toEqual([2, 429]);
    expect(message).toContain("'Write requests per minute per user'");
  });
});

describe('the Sheets API', () => {
  test('that nobody switched on says so, with where to do it', () => {
    const account = shared();
    account.sheetsApi = 'off';
    for (const body of [READ, FACTS, WRITE]) {
      const [, code, message] = firstRefusal(account, body, 1);
      expect(code).toBe(403);
      expect(message).toContain(
        'Google Sheets API has not been used in project 123456789012 before or it is disabled.',
      );
    }
  });

  test('that an administrator blocks says so', () => {
    const account = shared();
    account.sheetsApi = 'blocked';
    const [, code, message] = firstRefusal(account, READ, 1);
    expect([code, message]).toEqual([
      403,
      'API call to sheets.spreadsheets.values.get failed with error: The domain administrators have disabled Drive apps.',
    ]);
  });

  test('reads no file that was left in Office mode, nor does SpreadsheetApp', () => {
    const workbook = { ...workbookWith([tabWith('A', [[5]])]), isOfficeFile: true };
    const account = shared();
    account.workbooks.set(workbook.id, workbook);
    const [, code, message] = firstRefusal(account, READ, 1);
    expect([code, message]).toEqual([
      400,
      'API call to sheets.spreadsheets.values.get failed with error: This operation is not supported for this document',
    ]);
    expect(errorOf(account, "SpreadsheetApp.openById('workbook-1').getName()")).toBe(
      'Exception: Service Spreadsheets failed while accessing document with id workbook-1.',
    );
  });

  test('gives no grid data of what is too complex, and everything else', () => {
    const account = shared();
    const workbook = account.workbooks.get('workbook-1');
    if (workbook !== undefined) workbook.isComplex = true;
    expect(firstRefusal(account, LOOK, 1)).toEqual([
      0,
      503,
      'API call to sheets.spreadsheets.get failed with error: The service is currently unavailable.',
    ]);
    expect(firstRefusal(account, FACTS, 1)[0]).toBe(1);
    expect(firstRefusal(account, READ, 1)[0]).toBe(1);
  });
});

describe('a box that a person left unticked', () => {
  const manifest = {
    ...testManifest,
    oauthScopes: ['spreadsheets', 'userinfo.email', 'script.send_mail'].map((name) => AUTH + name),
  };
  const account = shared();
  account.untickedScopes = new Map([[OWNER, [`${AUTH}spreadsheets`, `${AUTH}script.send_mail`]]]);

  test('is refused in the words of the API, and in those of the other services', () => {
    expect(errorOf(account, READ, { manifest })).toContain(
      'Request had insufficient authentication scopes.',
    );
    expect(errorOf(account, "MailApp.sendEmail('a@b.example', 's', 'b')", { manifest })).toBe(
      'Exception: Authorization is required to perform that action.',
    );
    expect(resultOf(account, READ, { manifest, asUser: 'other@koers.example' })).toEqual([['5']]);
  });

  test('can be asked about, and asked for again', () => {
    const info = `const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
      return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes().length, info.getAuthorizationUrl()]`;
    expect(resultOf(account, info, { manifest })).toEqual([
      'REQUIRED',
      1,
      'https://accounts.google.com/o/oauth2/auth',
    ]);
    expect(resultOf(account, info, { manifest, asUser: 'other@koers.example' })).toEqual([
      'NOT_REQUIRED',
      3,
      null,
    ]);
    const ask = `try { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${AUTH}script.send_mail']) } catch (error) { return 1 }`;
    expect(errorOf(account, ask, { manifest })).toBe(
      'Exception: Authorization is required to perform that action.',
    );
  });
});

describe('limits of a day', () => {
  test('a service that was used too often says so until the day is over', () => {
    const account = shared();
    account.usedUpServices = ['PropertiesService'];
    const read = "PropertiesService.getScriptProperties().getProperty('a')";
    expect(errorOf(account, read)).toBe(
      'Exception: Service invoked too many times for one day: properties.',
    );
    expect(resultOf(account, READ)).toEqual([['5']]);
  });

  test('triggers have so much time together, and a menu does not mind', () => {
    const account = shared();
    account.isComputerTimeUsedUp = true;
    expect(errorOf(account, 'return 1', { trigger: 'installable' })).toBe(
      'Exception: Service using too much computer time for one day',
    );
    expect(resultOf(account, 'return 1')).toBe(1);
  });
});

test('a script that a viewer may not read does not run for that viewer', () => {
  const account = shared();
  account.projects.connector.readers = ['reader@koers.example'];
  const run = (asUser: string) =>
    runFunction(account, {
      emulator: emulatorText(),
      code: 'function getAuthType() { return { type: 7 }; }',
      project: 'connector',
      manifest: testManifest,
      functionName: 'getAuthType',
      trigger: 'datastudio',
      asUser,
    });
  expect(run('reader@koers.example').result).toEqual({ type: 7 });
  expect(run(OWNER).result).toEqual({ type: 7 });
  expect(run('viewer@koers.example').error?.message).toBe(
    'You do not have permission to access the requested script.',
  );
});

test('a service that is not emulated is refused by its name, and by that of what is asked of it', () => {
  const account = shared();
  expect(
    resultOf(account, 'return [typeof DriveApp, typeof GmailApp, String(XmlService)]'),
  ).toEqual(['object', 'object', 'XmlService']);
  expect(errorOf(account, "DriveApp.getFileById('x')")).toBe(
    'NotEmulatedError: DriveApp.getFileById is not emulated',
  );
});
