import { GUARD_VARIANTS } from '../../../src/core/tables/guards.ts';
import { TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import { openSession } from '../../../src/preview/data-studio/connector-session.ts';
import type { Answer, Exchange } from '../../../src/preview/data-studio/contract.ts';
import { query } from '../../../src/preview/data-studio/query.ts';
import { fetchRows } from '../../../src/preview/data-studio/request-data.ts';
import type { EmulatedAccount } from '../../../src/preview/emulation/host/account.ts';
import { connectorFailure } from '../../../src/preview/emulation/host/connector-failure.ts';
import { runShipped } from '../../bundle/shipped-bundle.ts';
import { smallAccount } from '../small-workbook.ts';

/** Tables that the small workbook has something for. */
const FILLED: readonly string[] = ['kpis', 'timeline', 'milestones', 'goals', 'checks'];

const WORKBOOK = 'small-workbook-0123456789';

const callOf =
  (account: EmulatedAccount) =>
  (functionName: string, request?: object): Answer => {
    const args = request === undefined ? [] : [request];
    const { result, error } = runShipped(account, 'connector', functionName, { args });
    return error === undefined ? { result } : { error: connectorFailure(error) };
  };

const sessionOn = (account: EmulatedAccount, answers: Record<string, string>) =>
  openSession(
    { call: callOf(account), languageCode: 'nl', today: '2026-02-15', lastRefresh: '1' },
    { workbook: WORKBOOK, ...answers },
  );

describe('what ships, asked as Data Studio asks', () => {
  it.each(TABLE_IDS.flatMap((table) => GUARD_VARIANTS.map((guard) => [table, guard] as const)))(
    'gives the fields of %s, guard %s, without one that is refused',
    async (table, guard) => {
      const { schema } = await sessionOn(smallAccount(), { table, guard });
      expect(schema.warnings).toEqual([]);
      expect(schema.fields.filter(({ isDefault }) => isDefault)).toHaveLength(2);
      expect(schema.fields.every(({ group, isHidden }) => isHidden || group !== '')).toBe(true);
    },
  );

  it.each(TABLE_IDS.flatMap((table) => GUARD_VARIANTS.map((guard) => [table, guard] as const)))(
    'offers few fields of %s, guard %s, and none is refused',
    async (table, guard) => {
      const { schema, configuration } = await sessionOn(smallAccount(), {
        table,
        guard,
        fields: 'essential',
        date_mode: 'whole',
      });
      expect(configuration.isComplete).toBe(true);
      expect(schema.warnings).toEqual([]);
      expect(schema.fields.filter(({ isDefault }) => isDefault)).toHaveLength(2);
    },
  );

  it.each(['request', 'declaration'] as const)(
    'gives the same rows whatever order forIds keeps: %s',
    async (order) => {
      const account = smallAccount();
      runShipped(account, 'sheet', 'recalculate');
      account.forIdsOrder = order;
      const session = await sessionOn(account, { table: 'kpis' });
      const fieldNames = ['eta_date', 'kpi', 'progress_raw', 'status', 'kpi_order'];
      const fetched = await fetchRows(session, { fieldNames, filters: [], dateRange: undefined });
      expect(fieldNames.map((name) => fetched.read(name, 0))).toEqual([
        '20260330',
        'Bezoekers Q1',
        0.4599,
        'on_course',
        1,
      ]);
    },
  );

  it('fetches every field of every table in batches of twenty, each value of its own type', async () => {
    const account = smallAccount();
    runShipped(account, 'sheet', 'recalculate');
    for (const table of TABLE_IDS) {
      const session = await sessionOn(account, { table });
      const plain = session.schema.fields.filter(({ formula }) => formula === null);
      const fieldNames = plain.map(({ name }) => name);
      // fetchRows refuses a value that is not of its field's type, and batches that disagree.
      const fetched = await fetchRows(session, { fieldNames, filters: [], dateRange: undefined });
      expect(fetched.rowCount).toBeGreaterThanOrEqual(FILLED.includes(table) ? 1 : 0);
    }
  });

  it('takes what a report fills in: another future, another day, in another language', async () => {
    const account = smallAccount();
    runShipped(account, 'sheet', 'recalculate');
    const seen = async (answers: Record<string, string>) => {
      const session = await sessionOn(account, { table: 'kpis', ...answers });
      const fieldNames = ['actual_raw', 'forecast_raw', 'view_note'];
      const fetched = await fetchRows(session, { fieldNames, filters: [], dateRange: undefined });
      return fieldNames.map((name) => fetched.read(name, 0));
    };
    const [actual, forecast] = (await seen({})).map(Number);
    expect(await seen({ what_if: 'bezoekers=+10%', language: 'English' })).toEqual([
      actual,
      expect.closeTo(actual + (forecast - actual) * 1.1, 6),
      expect.stringContaining('What if, from the day after the latest figures on: Bezoekers +10'),
    ]);
    const [before, , note] = await seen({ view_date: '31 jan 2026' });
    expect([Number(before), note]).toEqual([30_435, 'Gezien vanaf 31 jan 2026.']);
  });

  it('shows a number of one KPI, and none over two', async () => {
    const account = smallAccount();
    const session = await sessionOn(account, { table: 'kpis' });
    const byKpi = await query(session, {
      dimensions: ['kpi_id'],
      metrics: ['progress', 'kpi_count'],
    });
    expect(byKpi.rows[0]).toEqual(['bezoekers_q1', 0.4599, 1]);
    const overall = await query(session, { dimensions: [], metrics: ['progress', 'kpi_count'] });
    expect(overall.rows[0]).toEqual([null, 2]);
  });

  it('filters what it is asked to, as Data Studio checks, and leaves what is calculated', async () => {
    const account = smallAccount();
    runShipped(account, 'sheet', 'recalculate');
    const exchanges: Exchange[] = [];
    const session = await openSession(
      {
        ...{ call: callOf(account), languageCode: 'nl', today: '2026-02-15', lastRefresh: '1' },
        ...{ verifyFilters: true, onExchange: (exchange: Exchange) => exchanges.push(exchange) },
      },
      { workbook: WORKBOOK, table: 'timeline', fields: 'essential', date_mode: 'whole' },
    );
    const byDay = await query(session, {
      dimensions: ['interval_start'],
      metrics: ['actual'],
      filters: [
        [{ fieldName: 'kpi', type: 'INCLUDE', operator: 'REGEXP_PARTIAL_MATCH', values: ['Q1$'] }],
        [
          {
            fieldName: 'interval_start',
            type: 'INCLUDE',
            operator: 'BETWEEN',
            values: ['20260101', '20260103'],
          },
        ],
      ],
    });
    expect(byDay.rows).toEqual([
      ['20260101', 1000],
      ['20260102', 1001],
      ['20260103', 1002],
    ]);
    const applied = exchanges.map(({ answer }) =>
      Reflect.get(Object(Reflect.get(answer, 'result')), 'filtersApplied'),
    );
    expect(applied).toContain(true);
  });

  it('asks for the range of the report when it follows it', async () => {
    const { configuration } = await sessionOn(smallAccount(), {
      fields: 'essential',
      table: 'timeline',
      date_mode: 'follow',
    });
    expect(configuration.isComplete).toBe(true);
    expect(configuration.dateRangeRequired).toBe(true);
  });

  it('tells a viewer without access what to do, and an admin no more than the code', async () => {
    const account = smallAccount();
    const { error } = runShipped(account, 'connector', 'getData', {
      asUser: 'stranger@koers.example',
      args: [{ configParams: { workbook: WORKBOOK } }],
    });
    expect(error?.details).toEqual({
      connectorError: 'user',
      userText: expect.stringContaining('Ask its owner to share it with you'),
      debugText: 'NO_ACCESS',
    });
  });

  it('gives a bug a number that the log has too', () => {
    const account = smallAccount();
    account.beforeCall = ({ method }) => {
      if (method === 'Utilities.gzip') throw new Error('broken for noor@koers.example');
    };
    const { error, log } = runShipped(account, 'connector', 'getData', {
      args: [{ configParams: { workbook: WORKBOOK } }],
    });
    if (error === undefined) throw new Error('it did not fail');
    const { userText = '' } = connectorFailure(error);
    const [, id] = /: ([0-9A-Z]{8})\./.exec(userText) ?? [];
    expect(id).toHaveLength(8);
    expect(log.map(({ text }) => text).join()).toContain(id);
    expect(log.map(({ text }) => text).join()).not.toContain('noor@');
  });

  it('serves one person nothing of what another one has in the cache', () => {
    const account = smallAccount();
    const args = [{ configParams: { workbook: WORKBOOK }, fields: [{ name: 'kpi' }] }];
    runShipped(account, 'connector', 'getData', { args });
    const workbook = account.workbooks.get(WORKBOOK);
    if (workbook === undefined) throw new Error('no workbook');
    workbook.sharing = { ...workbook.sharing, viewers: ['viewer@koers.example'] };
    const viewer = runShipped(account, 'connector', 'getData', {
      args,
      asUser: 'viewer@koers.example',
    });
    expect(viewer.error).toBeUndefined();
    expect(viewer.calls['Sheets.Spreadsheets.Values.batchGet']).toBe(1);
    account.workbooks.get(WORKBOOK)!.sharing = { ...workbook.sharing, viewers: [] };
    account.clock.advance(60_000);
    const later = runShipped(account, 'connector', 'getData', {
      args,
      asUser: 'viewer@koers.example',
    });
    expect(later.error?.details).toMatchObject({ debugText: 'NO_ACCESS' });
  });
});
