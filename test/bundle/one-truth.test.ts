import { TABLE_IDS } from '../../src/core/tables/result-tables.ts';
import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { SHEETS_QUOTA } from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import { putCell } from '../../src/preview/emulation/workbook/cells.ts';
import type { Workbook } from '../../src/preview/emulation/workbook/workbook.ts';
import { morningOf, smallAccount } from '../workflows/small-workbook.ts';
import { runShipped } from './shipped-bundle.ts';

const WORKBOOK = 'small-workbook-0123456789';
const VIEWER = 'viewer@koers.example';
const FIELDS = ['actual', 'status', 'recalculated_at', 'recalculated_text', 'view_note'];

const workbookOf = (account: EmulatedAccount): Workbook => [...account.workbooks.values()][0];

/** The first KPI as a viewer's chart gets it, or the error in its place. */
function chart(account: EmulatedAccount, options: object = {}, more: object = {}): unknown[] {
  const request = {
    configParams: { workbook: WORKBOOK, table: 'kpis', ...options },
    fields: FIELDS.map((name) => ({ name })),
    ...more,
  };
  const { result, error } = runShipped(account, 'connector', 'getData', {
    args: [request],
    asUser: VIEWER,
  });
  if (error !== undefined) return [error.message];
  return (result as { rows: { values: unknown[] }[] }).rows[0].values;
}

/** Recalculated by its owner on 10 February, seen by a viewer on the 15th. */
function recalculated(): EmulatedAccount {
  const account = smallAccount();
  workbookOf(account).sharing = { ...workbookOf(account).sharing, viewers: [VIEWER] };
  account.clock = fixedClock(morningOf('2026-02-10'));
  runShipped(account, 'sheet', 'recalculate');
  account.clock = fixedClock(morningOf('2026-02-15'));
  return account;
}

function edit(account: EmulatedAccount): void {
  const tab = workbookOf(account).tabs.find(({ title }) => title === 'Realisatie');
  if (tab !== undefined) putCell(tab, 1, 2, { value: 700_000 });
}

describe('one report, one truth', () => {
  it('says the same in another language, by whom and when it was recalculated', () => {
    const account = recalculated();
    const [actual, status, at, text] = chart(account);
    const [englishActual, englishStatus, englishAt, englishText, note] = chart(account, {
      language: 'en',
    });
    expect([englishActual, englishStatus, englishAt]).toEqual([actual, status, at]);
    expect(at).toBe('20260210083000');
    expect(text).toContain('owner@koers.example');
    expect(englishText).toContain('owner@koers.example');
    expect(note).toBeNull();
  });

  it('says that it was computed now when somebody changed a cell since', () => {
    const account = recalculated();
    edit(account);
    const [, , at, text, note] = chart(account, { language: 'en' });
    expect(at).toBe('20260210083000');
    expect(text).not.toContain(VIEWER);
    expect(note).toContain('Computed 15 Feb 2026 08:30');
  });

  it('says so too when a cell only means something else, because it looks like a date now', () => {
    const account = recalculated();
    const [actual] = chart(account);
    const tab = workbookOf(account).tabs.find(({ title }) => title === 'Realisatie');
    if (tab !== undefined) putCell(tab, 1, 2, { value: 1000, format: 'd-m-yyyy' });
    const [other, , , , note] = chart(account, { language: 'en' });
    expect(other).not.toBe(actual);
    expect(note).toContain('Computed 15 Feb 2026 08:30');
  });

  it.each([
    [
      'a date range',
      { date_mode: 'follow' },
      { dateRange: { startDate: '2026-02-01', endDate: '2026-02-05' } },
    ],
    ['a day that is typed', { view_date: '2026-02-06' }, {}],
  ])(
    'for another day by %s is of the same recalculation, and says so when it is not',
    (_what, options, more) => {
      const account = recalculated();
      const [actual, , at, text, note] = chart(account, options, more);
      expect([actual, at]).toEqual([36_630, '20260210083000']);
      expect(text).toContain('owner@koers.example');
      expect(String(note)).not.toContain('Berekend op');
      edit(account);
      account.clock.advance(900_001);
      const [edited, , editedAt, editedText, editedNote] = chart(account, options, more);
      expect([edited, editedAt]).toEqual([36_630 - 1000 + 700_000, '20260210083000']);
      expect(editedText).toContain('owner@koers.example');
      expect(editedNote).toContain('Berekend op 15 feb 2026 08:45');
    },
  );
});

describe('the proof that a viewer may see the workbook', () => {
  it('lets a hundred charts a minute stay far within the quota', () => {
    const account = recalculated();
    account.sheetsQuota = SHEETS_QUOTA;
    const charts = Array.from({ length: 100 }, () => chart(account));
    expect(new Set(charts.map(([actual]) => actual)).size).toBe(1);
    expect(typeof charts[0][0]).toBe('number');
    const used = account.projects.connector.apiUsage?.read.get(VIEWER) ?? 0;
    expect(used).toBeLessThanOrEqual(3);
  });

  it.each([
    ['one refresh', () => ({})],
    [
      'a refresh of its own for each data source',
      (now: number, source: number) => ({
        scriptParams: { lastRefresh: String(now - 90_000 + 1000 * source) },
      }),
    ],
  ])('lets sixty different charts draw within a minute, all tables cold, %s', (_what, paramsOf) => {
    const account = recalculated();
    account.sheetsQuota = SHEETS_QUOTA;
    const dateRange = { startDate: '2026-02-01', endDate: '2026-02-05' };
    const views = [{}, { dateRange }, { dateRange: { ...dateRange, endDate: '2026-01-31' } }];
    const sources = TABLE_IDS.flatMap((table) =>
      ['nl', 'en'].map((language) => ({ table, language })),
    );
    const asked = sources.flatMap((options, source) =>
      views.map(
        (view) => [options, { ...view, ...paramsOf(account.clock.now(), source) }] as const,
      ),
    );
    expect(asked.length).toBeGreaterThanOrEqual(60);
    const refused = asked.flatMap(([options, view]) => {
      const request = {
        configParams: { workbook: WORKBOOK, date_mode: 'follow', ...options },
        fields: [{ name: 'workbook_id' }],
        ...view,
      };
      const call = { args: [request], asUser: VIEWER };
      const { error } = runShipped(account, 'connector', 'getData', call);
      return error === undefined ? [] : [`${JSON.stringify(options)}: ${JSON.stringify(error)}`];
    });
    expect(refused).toEqual([]);
    const used = account.projects.connector.apiUsage?.read.get(VIEWER) ?? 0;
    console.info(`${asked.length} charts read the workbook ${used} times`);
    expect(used).toBeLessThanOrEqual(SHEETS_QUOTA.perUser);
  });

  it('ends within a minute when access is withdrawn', () => {
    const account = recalculated();
    chart(account);
    workbookOf(account).sharing = { ...workbookOf(account).sharing, viewers: [] };
    account.clock.advance(59_000);
    expect(typeof chart(account)[0]).toBe('number');
    account.clock.advance(2_000);
    expect(String(chart(account)[0])).not.toMatch(/^\d/);
    expect(typeof chart(account)[0]).not.toBe('number');
  });

  it('shows results of a newer recalculation when the report is refreshed', () => {
    const account = recalculated();
    const [, , before] = chart(account, {}, { scriptParams: { lastRefresh: '1' } });
    runShipped(account, 'sheet', 'recalculate');
    const [, , after] = chart(account, {}, { scriptParams: { lastRefresh: '2' } });
    expect([before, after]).toEqual(['20260210083000', '20260215083000']);
  });

  it('is that of any data source, unless one was refreshed after it', () => {
    const account = recalculated();
    const at = () => account.clock.now();
    const asked = (lastRefresh: number) =>
      chart(account, {}, { scriptParams: { lastRefresh: String(lastRefresh) } })[2];
    const kept = '20260210083000';
    expect(asked(at() - 40_000)).toBe(kept);
    runShipped(account, 'sheet', 'recalculate');
    account.clock.advance(5_000);
    expect(asked(at() - 7_000)).toBe(kept);
    expect(asked(at() - 1_000)).not.toBe(kept);
    expect(asked(at() - 7_000)).not.toBe(kept);
  });
});
