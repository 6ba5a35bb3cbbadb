import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { OWNER } from '../support/emulated-workbook.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { runShipped, shippedManifest } from './shipped-bundle.ts';

const WORKBOOK = 'small-workbook-0123456789';

/** What the menu says when it is asked to do this. */
function menuSays(account: EmulatedAccount, handler: string): string {
  runShipped(account, 'sheet', handler);
  return String(account.screen.filter(({ kind }) => kind === 'alert').at(-1)?.content ?? '');
}

/** What a chart says in place of its figures. */
function chartSays(account: EmulatedAccount): string {
  const request = {
    configParams: { workbook: WORKBOOK, table: 'kpis' },
    fields: [{ name: 'kpi' }],
  };
  const { error } = runShipped(account, 'connector', 'getData', { args: [request] });
  return JSON.stringify(error ?? 'figures');
}

const withTriggers = (count: number): EmulatedAccount => {
  const account = smallAccount();
  account.projects.sheet.triggers = Array.from({ length: count }, (_, at) => ({
    id: String(at),
    handler: 'somethingElse',
    eventType: 'CLOCK',
    source: 'CLOCK',
    owner: OWNER,
    schedule: { everyHours: 1 },
    createdAt: 0,
  }));
  return account;
};

const office = (): EmulatedAccount => {
  const account = smallAccount();
  for (const workbook of account.workbooks.values()) workbook.isOfficeFile = true;
  return account;
};

const accountThat = (facts: Partial<EmulatedAccount>): EmulatedAccount =>
  Object.assign(smallAccount(), facts);

const spreadsheets = 'https://www.googleapis.com/auth/spreadsheets';

describe('the first contact with an account says what to do, to whoever can do it', () => {
  it.each([
    [
      'an API that is off',
      () => accountThat({ sheetsApi: 'off' }),
      'Services › + › Google Sheets API',
    ],
    ['an API that is blocked', () => accountThat({ sheetsApi: 'blocked' }), 'administrator'],
  ] as const)('in the menu: %s', (_what, account, sentence) => {
    const own = account();
    expect(menuSays(own, 'recalculate')).toContain(sentence);
    expect(own.log.map(({ text }) => text).join()).not.toContain(WORKBOOK);
    expect(own.log.length).toBeGreaterThan(0);
  });

  it('in the mail about a trigger: a service used up for today', () => {
    const account = accountThat({ usedUpServices: ['SpreadsheetApp'] });
    const { error } = runShipped(account, 'sheet', 'recalculateOnSchedule', {
      trigger: 'installable',
    });
    expect(error?.message).toContain('only so much a day');
  });

  it('to a viewer of a report too, who is told whom to ask', () => {
    expect(chartSays(accountThat({ sheetsApi: 'off' }))).toContain('Ask whoever installed Koers');
    expect(chartSays(accountThat({ sheetsApi: 'blocked' }))).toContain('Ask that administrator');
    expect(chartSays(office())).toContain('Ask its owner');
    const unticked = new Map([[OWNER, [spreadsheets, `${spreadsheets}.readonly`]]]);
    expect(chartSays(accountThat({ untickedScopes: unticked }))).toContain('tick every box');
  });

  it('in the menu, whatever box was left unticked: it is done, or asks to tick every box', () => {
    const unlike = shippedManifest('sheet').oauthScopes.flatMap((scope) =>
      ['recalculate', 'scheduleHourly', 'mailOn', 'setChat'].flatMap((handler) => {
        const account = accountThat({ untickedScopes: new Map([[OWNER, [scope]]]) });
        account.answerDialog = () => ({ button: 'OK', text: 'no address' });
        const says = menuSays(account, handler);
        const isRight =
          /recalculat|E-mail is on|no webhook address/.test(says) ||
          says.includes('tick every box');
        return isRight ? [] : [`${handler} without ${scope}: ${says}`];
      }),
    );
    expect(unlike).toEqual([]);
    const unticked = new Map([[OWNER, [spreadsheets]]]);
    expect(menuSays(accountThat({ untickedScopes: unticked }), 'recalculate')).toContain(
      'tick every box',
    );
  });

  it('of a person with twenty schedules, who gets no other and keeps what there was', () => {
    const account = withTriggers(20);
    expect(menuSays(account, 'scheduleHourly')).toContain('My triggers');
    expect(account.projects.sheet.triggers).toHaveLength(20);
  });
});

test('a workbook too complex for its formats is recalculated without them, and its tabs say so', () => {
  const account = smallAccount();
  const [workbook] = account.workbooks.values();
  workbook.isComplex = true;
  expect(menuSays(account, 'recalculate')).toContain('2 KPI');
  const status = workbook.tabs.find(({ title }) => title === 'Koers status');
  const lines = status?.rows.slice(0, 2).map((row) => String(row?.[0]?.value ?? ''));
  expect(lines?.join(' ')).toContain('Google vertelde deze keer niet hoe cellen zijn opgemaakt');
  expect(chartSays(account)).toBe('"figures"');
});

describe('a cache or a lock that fails', () => {
  it.each([
    'CacheService.getUserCache',
    'CacheService.Cache.getAll',
    'CacheService.Cache.putAll',
    'LockService.getUserLock',
    'LockService.Lock.tryLock',
  ])('costs a chart time and not its figures: %s', (failing) => {
    const account = smallAccount();
    runShipped(account, 'sheet', 'recalculate');
    let failures = 0;
    account.beforeCall = ({ method }) => {
      if (method !== failing) return;
      failures += 1;
      throw new Error('We are sorry, a server error occurred.');
    };
    expect(chartSays(account)).toBe('"figures"');
    expect(failures).toBeGreaterThan(0);
  });
});
