import { fieldsOf } from '../../../src/core/tables/fields-of.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import { filledManifest } from '../../../src/deploy/organisation.ts';
import type { EmulatedAccount } from '../../../src/preview/emulation/host/account.ts';
import { SHEETS_QUOTA } from '../../../src/preview/emulation/host/account.ts';
import { randomEviction } from '../../../src/preview/emulation/host/cache-host.ts';
import { putCell } from '../../../src/preview/emulation/workbook/cells.ts';
import { answerData } from '../../../src/workflows/connector/answer-data.ts';
import {
  isReportAddress,
  newSourceLink,
  REPORT_TABLES,
  reportIdIn,
  sourceAnswers,
  wholeReportLink,
} from '../../../src/workflows/menu/data-studio-links.ts';
import { contentHash } from '../../../src/workflows/packed-tables/chunks.ts';
import { packTable } from '../../../src/workflows/packed-tables/packed-table.ts';
import { nodeCompression } from '../../workflows/node-compression.ts';
import { smallAccount } from '../../workflows/small-workbook.ts';
import { runShipped, shippedCode, shippedManifest } from '../shipped-bundle.ts';
import {
  type Answered,
  call,
  configured,
  dataOf,
  dataRequest,
  recalculated,
  textOf,
  valuesOf,
  WORKBOOK,
} from './asked.ts';
import { yearsAccount } from './years-workbook.ts';

const VIEWER = 'viewer@koers.example';
const OTHER = 'other@koers.example';

const workbookOf = (account: EmulatedAccount) => [...account.workbooks.values()][0];

function share(account: EmulatedAccount, ...viewers: string[]): void {
  const workbook = workbookOf(account);
  workbook.sharing = { ...workbook.sharing, viewers };
}

/** A chart's answer, and how often it asked Google's sheets. */
function chart(account: EmulatedAccount, lastRefresh: string, asUser = account.owner, more = {}) {
  const { result, error, calls } = runShipped(account, 'connector', 'getData', {
    args: [{ ...dataRequest('kpis', ['kpi', 'actual_raw'], more), scriptParams: { lastRefresh } }],
    asUser,
  });
  const reads = Object.entries(calls).filter(([name]) => name.startsWith('Sheets'));
  // SAFETY: an error has no rows, which every test looks at.
  return { answer: result as Answered, error, reads: reads.reduce((all, [, own]) => all + own, 0) };
}

describe('C9, firebase-cache: what is kept, and until when', () => {
  // The workbook is Dutch: its own language is as stored, another is worked out.
  it.each([
    ['as stored', { language: 'nl' }],
    ['in another language', { language: 'en' }],
    ['seen from another day', { language: 'nl', view_date: '2026-02-01' }],
  ])('%s: the same refresh is answered from the cache, a newer one asks again', (_what, more) => {
    const account = recalculated();
    const reads = (lastRefresh: string, table: string) =>
      chart(account, lastRefresh, account.owner, { configParams: configured(table, more) }).reads;
    expect(reads('1', 'kpis')).toBeGreaterThan(0);
    expect(reads('1', 'kpis')).toBe(0);
    // What came along for the other charts of the page.
    expect(reads('1', 'goals')).toBe(0);
    expect(reads('2', 'kpis')).toBeGreaterThan(0);
  });

  it('a live data source computes anew with every refresh, and once for the charts of one', () => {
    const account = recalculated();
    const live = { configParams: configured('kpis', { freshness: 'live' }) };
    const actual = () => valuesOf(chart(account, '1', account.owner, live).answer)[0][1];
    const before = actual();
    const tab = workbookOf(account).tabs.find(({ title }) => title === 'Realisatie');
    if (tab !== undefined) putCell(tab, 1, 2, { value: 700_000 });
    expect(actual()).toBe(before);
    const [[, after]] = valuesOf(chart(account, '2', account.owner, live).answer);
    expect(after).toBe(Number(before) - 1000 + 700_000);
  });

  it('an entry that has gone is a miss, whichever it is, and no wrong answer', () => {
    const account = recalculated();
    const whole = valuesOf(chart(account, '1').answer);
    account.evictsEarly = randomEviction(20_260_215, 0.5);
    for (let at = 0; at < 12; at += 1) {
      expect(valuesOf(chart(account, '1').answer)).toEqual(whole);
    }
  });

  it('names in any script are kept as plain letters, in pieces that the cache takes', () => {
    const account = recalculated(yearsAccount());
    const asked = () => valuesOf(dataOf(account, 'kpis', ['organisation', 'owner', 'kpi']));
    const first = asked();
    expect(first[0].slice(0, 2)).toEqual(['Café “Nº 1” – 東京 😀', 'Zoë 東']);
    expect(asked()).toEqual(first);
    const entries = [...account.projects.connector.userCaches.values()].flatMap((cache) => [
      ...cache.entries(),
    ]);
    expect(entries.length).toBeGreaterThan(2);
    for (const [key, { value }] of entries) {
      expect(key.length).toBeLessThanOrEqual(250);
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(100_000);
    }
  });
});

/** So many letters of three bytes each, no two places alike, so that packing makes little of them. */
function manyLetters(count: number, seed: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 20_000));
  }).join('');
}

describe('C9, GTD cache: a table of more than an entry, in letters of several bytes', () => {
  const account = yearsAccount();
  const goals = workbookOf(account).tabs.find(({ title }) => title === 'Goals');
  const text = manyLetters(48_000, 20_260_215);
  if (goals === undefined) throw new Error('no goals');
  putCell(goals, 0, 4, { value: 'Success when' });
  putCell(goals, 1, 4, { value: text });
  recalculated(account);

  const asked = () => {
    const { result, calls } = runShipped(account, 'connector', 'getData', {
      args: [dataRequest('goals', ['success_when'])],
    });
    const reads = Object.keys(calls).filter((name) => name.startsWith('Sheets'));
    const isWhole = valuesOf(Object(result))[0][0] === text;
    return { isWhole, isRead: reads.length > 0 };
  };

  it('comes back whole from pieces that the cache takes, and any piece that is gone is a miss', () => {
    expect(asked()).toEqual({ isWhole: true, isRead: true });
    expect(asked()).toEqual({ isWhole: true, isRead: false });
    const cache = account.projects.connector.userCaches.get(account.owner);
    const pieces = [...(cache?.entries() ?? [])].filter(([key]) => key.includes('|goals|'));
    expect(pieces.length).toBeGreaterThan(2);
    for (const [, { value }] of pieces)
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(100_000);
    for (const [key] of pieces) {
      cache?.delete(key);
      expect([key, asked()]).toEqual([key, { isWhole: true, isRead: true }]);
    }
  });
});

/** What Google says, and what the viewer then reads. */
const FAULTS: readonly (readonly [string, string, RegExp])[] = [
  ['not shared', 'The caller does not have permission', /Ask its owner to share it with you/],
  [
    'gone',
    'Requested entity was not found.',
    /no access to the workbook .*, or it no longer exists/,
  ],
  [
    'quota of a minute',
    "Quota exceeded for quota metric 'Read requests'",
    /Wait a minute and try again/,
  ],
  [
    'quota of a day',
    'Service invoked too many times for one day: spreadsheets.',
    /works again within a day/,
  ],
  ['429', 'RESOURCE_EXHAUSTED: Rate limit exceeded', /Wait a minute and try again/],
  ['500', 'Internal error encountered.', /Wait a minute and try again/],
  ['a time-out', 'Service timed out: Spreadsheets', /Wait a minute and try again/],
  ['an empty answer', 'Empty response', /Wait a minute and try again/],
  [
    'something unheard of',
    'Flux of noor@koers.example "Omzet" undefined',
    /give this number .*: [0-9A-Z]{8}\./,
  ],
];

describe('C12, error-handling: what a viewer reads', () => {
  it.each(FAULTS)('%s: a sentence that says what to do', (_what, message, sentence) => {
    const account = recalculated();
    account.beforeCall = ({ method }) => {
      if (method.startsWith('Sheets.')) throw new Error(message);
    };
    const { error, log } = runShipped(account, 'connector', 'getData', {
      args: [dataRequest('kpis', ['kpi'])],
    });
    const { userText = '', debugText = '' } = Object(error?.details);
    expect(userText).toMatch(sentence);
    const told = [userText, debugText, ...log.map(({ text }) => text)].join('\n');
    for (const secret of [WORKBOOK, '@', 'Omzet']) expect(told).not.toContain(secret);
    const id = /: ([0-9A-Z]{8})\./.exec(userText)?.[1];
    if (id !== undefined) expect(log.map(({ text }) => text).join()).toContain(id);
  });

  it('a hidden tab that somebody damaged: what it was, and the way back', () => {
    const account = recalculated();
    const hidden = workbookOf(account).tabs.find((tab) => tab.hidden);
    if (hidden === undefined) throw new Error('no hidden tab');
    for (let row = 0; row < 40; row += 1) putCell(hidden, row, 0, { value: '{"not": JSON' });
    expect(textOf(call(account, 'getData', dataRequest('kpis', ['kpi'])))).toMatch(
      /memory of Koers, was changed by hand.*Version history/,
    );
  });

  it.each([
    [
      'of a workbook that is none',
      { workbook: 'mijn werkmap' },
      'not the address of a Google Sheet',
    ],
    ['of a table that is none', { table: 'secrets' }, 'Choose one of: kpis, timeline'],
  ])('a configuration %s: the same', (_what, wrong, sentence) => {
    const answer = call(recalculated(), 'getData', {
      configParams: { ...configured('kpis'), ...wrong },
      fields: [{ name: 'kpi' }],
    });
    expect(textOf(answer)).toContain(sentence);
  });
});

describe('C13, user-identity: one viewer’s figures', () => {
  it('are never another’s from the cache, and end with the sharing', () => {
    const account = recalculated();
    share(account, VIEWER);
    expect(chart(account, '1', VIEWER).answer.rows.length).toBeGreaterThan(0);
    expect(chart(account, '1', OTHER).error?.details).toMatchObject({ debugText: 'NO_ACCESS' });
    share(account, VIEWER, OTHER);
    expect(chart(account, '1', OTHER).reads).toBeGreaterThan(0);
    share(account, OTHER);
    account.clock.advance(60_001);
    expect(chart(account, '1', VIEWER).error?.details).toMatchObject({ debugText: 'NO_ACCESS' });
  });

  it('stand in no cache or property that several people share', () => {
    const account = recalculated();
    const { connector } = account.projects;
    chart(account, '1');
    expect(connector.userCaches.get(account.owner)?.size).toBeGreaterThan(0);
    expect([connector.scriptCache.size, connector.documentCache.size]).toEqual([0, 0]);
    expect([connector.scriptProperties.size, connector.userProperties.size]).toEqual([0, 0]);
  });
});

describe('C14, manifest', () => {
  const manifest = filledManifest(shippedManifest('connector'), {
    company: 'Thee & Zo',
    companyUrl: 'https://thee.example/',
    logoUrl: 'https://thee.example/logo.png',
    addonUrl: 'https://thee.example/koers',
    supportUrl: 'https://thee.example/help',
    privacyPolicyUrl: '',
    termsOfServiceUrl: '',
  });
  const shown: Readonly<Record<string, unknown>> = Object(manifest.dataStudio);

  it('says all that is required, in the lengths that are allowed', () => {
    for (const key of ['name', 'company', 'companyUrl', 'logoUrl', 'addonUrl', 'supportUrl']) {
      expect([key, shown[key]]).not.toEqual([key, '']);
      expect(shown).toHaveProperty(key);
    }
    expect(String(shown.name).length).toBeLessThanOrEqual(28);
    expect(String(shown.description)).not.toBe('');
    expect(String(shown.shortDescription).length).toBeLessThanOrEqual(114);
    expect(String(shown.shortDescription)).not.toMatch(/https?:/);
  });

  it('says nothing that the page does not know, and not what is no longer used', () => {
    const known = [
      ...['name', 'company', 'companyUrl', 'logoUrl', 'addonUrl', 'supportUrl', 'description'],
      ...['shortDescription', 'privacyPolicyUrl', 'termsOfServiceUrl', 'authType', 'feeType'],
      ...['sources', 'templates', 'forceViewersCredentials', 'advancedServices'],
    ];
    expect(Object.keys(shown).filter((key) => !known.includes(key))).toEqual([]);
    expect(shown.feeType).toEqual(['FREE']);
  });

  it('asks for the scopes of the services in the code, and lets it fetch from nowhere', () => {
    const code = shippedCode('connector');
    const scopes = shippedManifest('connector').oauthScopes.map((own) => own.split('/').pop());
    expect(scopes.sort()).toEqual(['spreadsheets.readonly', 'userinfo.email']);
    expect(code).not.toMatch(/UrlFetchApp|DriveApp|MailApp|SpreadsheetApp|GmailApp|BigQuery/);
    expect(manifest.urlFetchWhitelist).toEqual([]);
  });
});

describe('C15, linking-api and direct-links: addresses', () => {
  const connectorId = `AKfycb${'x'.repeat(66)}`;
  const workbook = `1${'w'.repeat(43)}`;
  const wished = {
    connectorId,
    workbook,
    templateId: null,
    reportName: 'Koers – “Thee & Zo” = 100%?',
    sourceNames: REPORT_TABLES.map((table) => [table, `Werkmap van Thee & Zo · ${table}`] as const),
  };

  it('a direct link has the configuration in it as JSON, whatever is typed there', () => {
    const answers = { workbook, table: 'kpis', what_if: 'a&b=+10%; “x”#?' };
    const link = new URL(newSourceLink(connectorId, answers));
    expect(link.searchParams.get('connectorId')).toBe(connectorId);
    expect(JSON.parse(link.searchParams.get('connectorConfig') ?? '')).toEqual(answers);
  });

  it('a whole report has every answer that each of its sources needs, once for all of them', () => {
    const link = new URL(wholeReportLink(wished));
    expect([link.host, link.pathname]).toEqual(['datastudio.google.com', '/reporting/create']);
    expect(link.searchParams.get('r.reportName')).toBe(wished.reportName);
    expect(link.searchParams.has('c.reportId')).toBe(false);
    for (const [table, name] of wished.sourceNames) {
      const answerOf = (id: string) =>
        link.searchParams.get(`ds.${table}.${id}`) ?? link.searchParams.get(`ds.*.${id}`);
      expect(answerOf('connector')).toBe('community');
      expect(answerOf('connectorId')).toBe(connectorId);
      expect(answerOf('datasourceName')).toBe(name);
      const configParams = Object.fromEntries(
        ['workbook', 'table', 'fields', 'date_mode'].map((id) => [id, answerOf(id)]),
      );
      expect(configParams).toEqual({ workbook, ...sourceAnswers(table) });
      const form = Object(call(recalculated(), 'getConfig', { languageCode: 'nl', configParams }));
      expect(form.isSteppedConfig).toBe(false);
    }
  });

  it('stays within the two thousand letters that every browser takes, with a template too', () => {
    const link = wholeReportLink({ ...wished, templateId: 'tpl-'.padEnd(36, '0') });
    expect(link.length).toBeLessThan(2000);
    expect(new URL(link).searchParams.get('c.reportId')).toHaveLength(36);
  });

  it.each([
    'https://datastudio.google.com/reporting/abc-0123456789_Z/page/p1',
    'https://lookerstudio.google.com/u/0/reporting/abc-0123456789_Z',
    'https://lookerstudio.google.com/embed/reporting/abc-0123456789_Z/page/1',
  ])('of either name of the product are read: %s', (address) => {
    expect(reportIdIn(address)).toBe('abc-0123456789_Z');
    expect(isReportAddress(address)).toBe(true);
  });

  it('of anything else are none', () => {
    for (const text of ['', 'https://datastudio.example/reporting/abc-0123456789', 'my report']) {
      expect([text, reportIdIn(text), isReportAddress(text)]).toEqual([text, null, false]);
    }
  });
});

describe('C16, reference: what is too much', () => {
  const fields = fieldsOf('kpis', { language: 'en', guard: 'case', currency: 'EUR' });
  const tableOf = (rowCount: number): Table => ({
    id: 'kpis',
    currency: 'EUR',
    lengths: [rowCount],
    ids: [],
    part: () => ['x'],
  });

  it('more than a million rows are refused with a sentence, and none is left out in silence', () => {
    expect(() => answerData(fields.slice(0, 1), tableOf(1_000_001))).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE', details: { rows: 1_000_001 } }),
    );
    expect(answerData([], tableOf(1_000_000)).rows).toHaveLength(1_000_000);
  });

  it('so are those of what ships, however they came into the cache', () => {
    const account = recalculated();
    chart(account, '1');
    const cache = account.projects.connector.userCaches.get(account.owner);
    const manifest = [...(cache?.keys() ?? [])].find((key) => /\|kpis\|.*\|m$/.test(key)) ?? '';
    const packed = packTable({ ...tableOf(1_000_001), ids: ['kpi'] }, nodeCompression);
    const entry = (value: string) => ({ ...cache?.get(manifest), value });
    const put = (key: string, value: string) => cache?.set(key, Object(entry(value)));
    put(manifest, `1:${contentHash(packed)}`);
    put(manifest.replace(/m$/, '0'), packed);
    const { error } = chart(account, '1');
    expect(error?.details).toMatchObject({
      debugText: 'TOO_LARGE',
      userText: expect.stringContaining('1,000,001 rows'),
    });
  });

  it('a calculation that would be stopped after six minutes ends before, with a sentence', () => {
    const account = smallAccount();
    let isRead = false;
    account.beforeCall = ({ method }) => {
      if (isRead || method !== 'Sheets.Spreadsheets.Values.batchGet') return;
      isRead = true;
      account.clock.advance(310_000);
    };
    runShipped(account, 'sheet', 'recalculate');
    const alert = account.screen.find(({ kind }) => kind === 'alert');
    expect(String(alert?.content)).toContain('passed the time that Google allows');
  });

  it('so does an answer that has to be worked out, and its viewer reads how it need not be', () => {
    const account = recalculated();
    account.beforeCall = ({ method }) => {
      if (method === 'Sheets.Spreadsheets.Values.batchGet') account.clock.advance(310_000);
    };
    const live = { configParams: configured('kpis', { freshness: 'live' }) };
    const { error } = chart(account, '1', account.owner, live);
    expect(error?.details).toMatchObject({
      debugText: 'ANSWER_OUT_OF_TIME',
      userText: expect.stringContaining('As last recalculated'),
    });
    const asStored = { configParams: configured('kpis', { language: 'workbook' }) };
    expect(chart(account, '1', account.owner, asStored).error).toBeUndefined();
  });

  it('a page of a hundred charts stays within the reads of a minute', () => {
    const account = recalculated();
    account.sheetsQuota = SHEETS_QUOTA;
    const failed = Array.from({ length: 100 }, () => chart(account, '1').error).filter(Boolean);
    expect(failed).toEqual([]);
  });
});

describe('C17, advanced-services', () => {
  it('are not used: an answer is rows, never a query that Data Studio runs', () => {
    const answer = Object(call(recalculated(), 'getData', dataRequest('kpis', ['kpi'])));
    expect(Object.keys(answer).sort()).toEqual(['filtersApplied', 'rows', 'schema']);
  });
});
