import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { SHEETS_QUOTA, StoppedExecution } from '../../src/preview/emulation/host/account.ts';
import { copyWorkbook } from '../../src/preview/emulation/workbook/copy.ts';
import type { Workbook } from '../../src/preview/emulation/workbook/workbook.ts';
import { answersIn } from '../../src/preview/live-check/imitated-check.ts';
import { placeOf } from '../../src/preview/live-check/places.ts';
import { OWNER } from '../support/emulated-workbook.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { runShipped } from './shipped-bundle.ts';

const workbookOf = (account: EmulatedAccount): Workbook => {
  const [workbook] = account.workbooks.values();
  return workbook;
};

const pageOf = (account: EmulatedAccount): string =>
  String(account.screen.filter(({ kind }) => kind === 'dialog').at(-1)?.content);

function check(account: EmulatedAccount) {
  const { error } = runShipped(account, 'sheet', 'checkInstallation');
  return { error, page: pageOf(account) };
}

/** All that a check must leave as it is. */
const kept = (account: EmulatedAccount) => {
  const { tabs, developerMetadata } = copyWorkbook(workbookOf(account));
  const { triggers, scriptProperties, userProperties } = account.projects.sheet;
  const properties = [...userProperties.values()].flatMap((store) => [...store]);
  return structuredClone({
    tabs,
    developerMetadata,
    triggers,
    properties,
    own: [...scriptProperties],
  });
};

describe('the live check, whole, in the imitation', () => {
  const account = smallAccount();
  const before = kept(account);
  const { error, page } = check(account);
  const { results, surroundings, koers } = answersIn(page);

  it('answers or is refused, and asks everything', () => {
    expect(error).toBeUndefined();
    expect(Object.keys(results).length).toBeGreaterThan(170);
    const skipped = Object.entries(results).filter(([, { kind }]) => kind === 'skipped');
    expect(skipped).toEqual([]);
    expect(koers).toMatch(/^\d+\.\d+\.\d+$/);
    expect(surroundings).toEqual({
      scriptTimeZone: 'Etc/UTC',
      workbookTimeZone: 'Europe/Amsterdam',
      workbookLocale: 'nl_NL',
      personLocale: account.userLocale,
    });
  });

  it('leaves tabs, marks, triggers and properties as they were', () => {
    expect(kept(account)).toEqual(before);
  });

  it('has nothing of anybody’s in its block', () => {
    const block = JSON.stringify(results);
    const { id, title } = workbookOf(account);
    for (const own of [id, account.owner, title, 'Bezoekers']) expect(block).not.toContain(own);
  });

  it('asks nothing that the imitation does not know', () => {
    const unknown = Object.entries(results).filter(([, { name }]) => name === 'NotEmulatedError');
    expect(unknown.map(([id, { message }]) => `${id}: ${message}`)).toEqual([]);
  });

  it('has for each question the file that answers it here', () => {
    const nowhere = Object.keys(results).filter(
      (id) => placeOf(id) === null && !id.startsWith('language.'),
    );
    expect(nowhere).toEqual([]);
  });

  it('answers the same a second time', () => {
    expect(answersIn(check(account).page).results).toEqual(results);
  });
});

describe('whatever fails, a page is shown and the workbook is as it was', () => {
  it.each([
    [
      'Sheets.Spreadsheets.batchUpdate',
      'Google Sheets API has not been used in project 7 before or it is disabled.',
      'choose +, then Google Sheets API',
    ],
    [
      'Sheets.Spreadsheets.get',
      'Request had insufficient authentication scopes.',
      'tick every box',
    ],
    [
      'SpreadsheetApp.Spreadsheet.getSheetByName',
      'Service Spreadsheets failed',
      '✓ Writing in this workbook',
    ],
    ['CacheService.getUserCache', 'Service unavailable', 'Try again in a few minutes'],
    ['ScriptApp.newTrigger', 'This script has too many triggers.', '✗ Setting a schedule'],
    [
      'Session.getEffectiveUser',
      'Specified permissions are not sufficient to call Session.getEffectiveUser.',
      'tick every box',
    ],
  ])('every %s fails with "%s"', (method, message, says) => {
    const account = smallAccount();
    account.userLocale = 'en';
    const before = kept(account);
    account.beforeCall = (call) => {
      if (call.method === method) throw new Error(message);
    };
    const { error, page } = check(account);
    expect(error).toBeUndefined();
    expect(page).toContain(says);
    expect(kept(account)).toEqual(before);
  });

  it.each([
    ['an API that is off', { sheetsApi: 'off' }, 'choose +, then Google Sheets API'],
    [
      'an API that is blocked',
      { sheetsApi: 'blocked' },
      'The administrator of your Google Workspace',
    ],
    [
      'a box that was not ticked',
      { untickedScopes: new Map([[OWNER, ['https://www.googleapis.com/auth/script.scriptapp']]]) },
      'tick every box',
    ],
  ] as const)('%s is said with what to do', (_, refusing, says) => {
    const account = smallAccount();
    account.userLocale = 'en';
    const before = kept(account);
    Object.assign(account, refusing);
    const { error, page } = check(account);
    expect(error).toBeUndefined();
    expect(page).toContain(says);
    expect(kept(account)).toEqual(before);
  });

  it('asks less of the Sheets API than a person has in a minute', () => {
    const account = smallAccount();
    account.sheetsQuota = SHEETS_QUOTA;
    const { results } = answersIn(check(account).page);
    const refusedForQuota = Object.entries(results).filter(([, { code }]) => code === 429);
    expect(refusedForQuota).toEqual([]);
  });

  it('one who may only look gets a page too', () => {
    const account = smallAccount();
    const workbook = workbookOf(account);
    workbook.sharing = { ...workbook.sharing, viewers: ['viewer@example.com'] };
    const { error } = runShipped(account, 'sheet', 'checkInstallation', {
      asUser: 'viewer@example.com',
    });
    expect(error).toBeUndefined();
    const { results } = answersIn(pageOf(account));
    expect(results['tab.made']?.kind).toBe('refusal');
    expect(results['rights.sheets_service']?.kind).toBe('answer');
    expect(results['cells.empty']).toEqual({ kind: 'skipped', reason: 'no_tab' });
  });

  it('what takes too long is left, and its tab is removed', () => {
    const account = smallAccount();
    const before = kept(account);
    const { clock } = account;
    let late = 0;
    account.clock = { ...clock, now: () => clock.now() + late };
    account.beforeCall = ({ method }) => {
      if (method === 'SpreadsheetApp.Sheet.getMaxRows') late = 300_000;
    };
    const { results } = answersIn(check(account).page);
    expect(results['changes.none']).toEqual({ kind: 'skipped', reason: 'no_time' });
    expect(results['tab.removed']?.kind).toBe('answer');
    expect(kept(account)).toEqual(before);
  });

  it('a check that was killed leaves a tab and a trigger, and the next one removes them', () => {
    const account = smallAccount();
    const before = kept(account);
    account.beforeCall = ({ method }) => {
      if (method === 'SpreadsheetApp.Sheet.appendRow') throw new StoppedExecution('killed');
    };
    runShipped(account, 'sheet', 'checkInstallation');
    account.beforeCall = ({ method }) => {
      if (method === 'ScriptApp.deleteTrigger') throw new StoppedExecution('killed');
    };
    runShipped(account, 'sheet', 'checkInstallation');
    const left = kept(account);
    expect([left.tabs.length, left.triggers.length]).toEqual([
      before.tabs.length + 1,
      before.triggers.length + 1,
    ]);
    account.beforeCall = undefined;
    check(account);
    expect(kept(account)).toEqual(before);
  });
});
