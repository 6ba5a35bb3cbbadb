import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { putCell } from '../../src/preview/emulation/workbook/cells.ts';
import type { Tab } from '../../src/preview/emulation/workbook/workbook.ts';
import { OWNER } from '../support/emulated-workbook.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { runShipped, shippedManifest } from './shipped-bundle.ts';

const WORKBOOK = 'small-workbook-0123456789';
const EDITOR = 'eva@koers.example';

function tabOf(account: EmulatedAccount, title: string): Tab {
  const [workbook] = account.workbooks.values();
  const tab = workbook.tabs.find((own) => own.title === title);
  if (tab === undefined) throw new Error(`no tab ${title}`);
  return tab;
}

const rowsOf = (account: EmulatedAccount, title: string): string =>
  JSON.stringify(tabOf(account, title).rows);

/** What the menu says when it is asked to do this. */
function menuSays(account: EmulatedAccount, handler: string, asUser = OWNER): string {
  runShipped(account, 'sheet', handler, { asUser });
  return String(account.screen.filter(({ kind }) => kind === 'alert').at(-1)?.content ?? '');
}

const logOf = (account: EmulatedAccount): string => account.log.map(({ text }) => text).join('\n');

function chart(account: EmulatedAccount, options: object = {}) {
  const request = {
    configParams: { workbook: WORKBOOK, table: 'kpis', ...options },
    fields: ['kpi', 'actual', 'status', 'recalculated_at', 'view_note'].map((name) => ({ name })),
  };
  return runShipped(account, 'connector', 'getData', { args: [request] });
}

/** Each KPI as a chart gets it. */
const valuesOf = (account: EmulatedAccount, options: object = {}): unknown[][] =>
  Object(chart(account, options).result).rows.map(({ values }: { values: unknown[] }) => values);

/** What a chart says in place of its figures. */
const chartSays = (account: EmulatedAccount): string =>
  JSON.stringify(chart(account).error ?? 'figures');

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

const unticked = (): EmulatedAccount =>
  accountThat({
    untickedScopes: new Map([[OWNER, [spreadsheets, `${spreadsheets}.readonly`]]]),
  });

/** So many rows of what people fill in that the tabs of Koers do not fit any more. */
const almostFull = (): EmulatedAccount => {
  const account = smallAccount();
  tabOf(account, 'Realisatie').rowCount = 380_600;
  return account;
};

/** An editor who is not on the list of a protected tab, in a workbook with results of its owner. */
const withProtected = (title: string): EmulatedAccount => {
  const account = smallAccount();
  runShipped(account, 'sheet', 'recalculate');
  const [workbook] = account.workbooks.values();
  workbook.sharing = { ...workbook.sharing, editors: [EDITOR] };
  const stopping = { id: 77, description: '', warningOnly: false, editors: [OWNER] };
  tabOf(account, title).protections.push(stopping);
  return account;
};

describe('the first contact with an account says what to do, to whoever can do it', () => {
  it.each([
    [
      'an API that is off',
      () => accountThat({ sheetsApi: 'off' }),
      'API_OFF',
      'Google Sheets API › Add',
    ],
    [
      'an API that is blocked',
      () => accountThat({ sheetsApi: 'blocked' }),
      'API_BLOCKED',
      'administrator',
    ],
    ['a box left unticked', unticked, 'CONSENT_MISSING', 'tick every box'],
    ['ten million cells', almostFull, 'WORKBOOK_FULL', 'Delete rows and columns that are empty'],
  ] as const)('in the menu, and in the log: %s', (_what, account, code, sentence) => {
    const own = account();
    expect(menuSays(own, 'recalculate')).toContain(sentence);
    expect(logOf(own)).toContain(code);
    expect(logOf(own)).not.toContain(WORKBOOK);
  });

  it('in the mail about a trigger, and in the log: a service used up for today', () => {
    const account = accountThat({ usedUpServices: ['SpreadsheetApp'] });
    const { error } = runShipped(account, 'sheet', 'recalculateOnSchedule', {
      trigger: 'installable',
    });
    expect(error?.message).toContain('only so much a day');
    expect(logOf(account)).toContain('DAY_LIMIT');
  });

  it.each([
    [
      'an API that is off',
      () => accountThat({ sheetsApi: 'off' }),
      'API_OFF',
      'Ask whoever installed Koers',
    ],
    [
      'an API that is blocked',
      () => accountThat({ sheetsApi: 'blocked' }),
      'API_BLOCKED',
      'Ask that administrator',
    ],
    ['a file of Excel', office, 'OFFICE_FILE', 'Ask its owner'],
    ['a box left unticked', unticked, 'CONSENT_MISSING', 'tick every box'],
  ] as const)(
    'to a viewer of a report, who is told whom to ask, and in the log: %s',
    (_what, account, code, sentence) => {
      const own = account();
      expect(chartSays(own)).toContain(sentence);
      expect(logOf(own)).toContain(code);
      expect(logOf(own)).not.toContain(WORKBOOK);
    },
  );

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
  });

  it('of a person with twenty schedules, who gets no other and keeps what there was', () => {
    const account = withTriggers(20);
    expect(menuSays(account, 'scheduleHourly')).toContain('My triggers');
    expect(logOf(account)).toContain('TOO_MANY_TRIGGERS');
    expect(account.projects.sheet.triggers).toHaveLength(20);
  });
});

it.each(["KPI's", 'Koers status'])(
  'an editor who may not write in %s reads who can, and the last results stay',
  (title) => {
    const account = withProtected(title);
    // An id to write, in a tab that this person may not write in.
    putCell(tabOf(account, "KPI's"), 2, 7, { value: null });
    const results = () => JSON.stringify(tabOf(account, 'Koers status').rows.slice(2));
    const before = results();
    account.clock.advance(86_400_000);
    expect(menuSays(account, 'recalculate', EDITOR)).toContain('let you edit the protected tabs');
    expect(logOf(account)).toContain('PROTECTED');
    // For everybody, so in the language of the workbook.
    expect(rowsOf(account, 'Koers status').includes('tegen jou beveiligd')).toBe(title === "KPI's");
    expect(results()).toBe(before);
    const [[, actual, , recalculatedAt]] = valuesOf(account);
    expect([actual, recalculatedAt]).toEqual([45_990, '20260215083000']);
    expect(menuSays(account, 'recalculate')).toContain('2 KPI');
    expect(rowsOf(account, 'Koers status')).toContain('Herberekend op 16 feb 2026 08:30');
  },
);

test('a name that nearly fills a cell is recalculated, and what is said of it is shortened', () => {
  const account = smallAccount();
  const name = `Bezoekers ${'x'.repeat(49_980)}`;
  putCell(tabOf(account, "KPI's"), 1, 0, { value: name });
  expect(menuSays(account, 'recalculate')).toContain('2 KPI');
  expect(chartSays(account)).toBe('"figures"');
  const texts = [...account.workbooks.values()].flatMap(({ tabs }) =>
    tabs.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => String(cell?.value ?? '')))),
  );
  expect(Math.max(...texts.map((text) => text.length))).toBe(50_000);
  expect(texts.some((text) => text.length === 50_000 && text.endsWith('…'))).toBe(true);
  expect(tabOf(account, "KPI's").rows[1]?.[0]?.value).toBe(name);
});

test('a workbook too complex for its formats is recalculated without them, and its tabs say so', () => {
  const account = smallAccount();
  const [workbook] = account.workbooks.values();
  workbook.isComplex = true;
  expect(menuSays(account, 'recalculate')).toContain('2 KPI');
  const status = workbook.tabs.find(({ title }) => title === 'Koers status');
  const lines = status?.rows.slice(0, 2).map((row) => String(row?.[0]?.value ?? ''));
  expect(lines?.join(' ')).toContain('Google vertelde deze keer niet hoe cellen zijn opgemaakt');
  const stored = valuesOf(account);
  expect(stored[0].slice(0, 3)).toEqual(['Bezoekers Q1', 45_990, 'on_course']);
  // Worked out anew, and by the same cells read in the same way.
  expect(valuesOf(account, { language: 'en' })).toEqual(stored);
});

test('a workbook that became too complex since is worked out without formats, and says so', () => {
  const account = smallAccount();
  runShipped(account, 'sheet', 'recalculate');
  const [workbook] = account.workbooks.values();
  workbook.isComplex = true;
  const [[, actual, status, at, note]] = valuesOf(account, { language: 'en' });
  expect([actual, status, at]).toEqual([45_990, 'on_course', '20260215083000']);
  expect(note).toContain('Computed 15 Feb 2026 08:30');
});

describe('a cache or a lock that fails', () => {
  const asked = [{}, { language: 'en' }, { view_date: '2026-02-10' }];
  const account = smallAccount();
  runShipped(account, 'sheet', 'recalculate');
  const whole = asked.map((options) => chart(account, options).result);

  it.each([
    'CacheService.getUserCache',
    'CacheService.Cache.getAll',
    'CacheService.Cache.putAll',
    'LockService.getUserLock',
    'LockService.Lock.tryLock',
  ])('costs a chart time and not its figures, stored or worked out: %s', (failing) => {
    account.projects.connector.userCaches.clear();
    let failures = 0;
    account.beforeCall = ({ method }) => {
      if (method !== failing) return;
      failures += 1;
      throw new Error('We are sorry, a server error occurred.');
    };
    expect(asked.map((options) => chart(account, options).result)).toEqual(whole);
    expect(failures).toBeGreaterThanOrEqual(asked.length);
  });

  it('costs the board nothing either', () => {
    account.beforeCall = ({ method }) => {
      if (/^(?:CacheService|LockService)\b/.test(method)) throw new Error('Service unavailable.');
    };
    account.projects.connector.scriptProperties.set('BOARD', 'ON');
    const { result, error } = runShipped(account, 'connector', 'boardText', {
      args: ['nl', WORKBOOK],
    });
    expect(error).toBeUndefined();
    expect(String(result)).toContain('Bezoekers Q1');
  });
});
