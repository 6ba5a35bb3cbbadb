import { openSession } from '../../../src/preview/data-studio/connector-session.ts';
import type {
  Call,
  Exchange,
  FilterClause,
  SchemaField,
} from '../../../src/preview/data-studio/contract.ts';
import { query } from '../../../src/preview/data-studio/query.ts';
import { answerRows, connectorOf, type FakeRow, optionsFor, requestsTo } from './fake-connector.ts';
import { ask, FIELDS, include, ROWS } from './sample-query.ts';

describe('filters', () => {
  test('are sent, with the field for the filter only, and applied when the connector leaves it', async () => {
    const exchanges: Exchange[] = [];
    const filters = [[include('status', 'at risk')]];
    const { rows } = await ask(
      { dimensions: [], metrics: ['amount'], filters },
      connectorOf(FIELDS, ROWS),
      exchanges,
    );
    expect(rows).toEqual([[150]]);
    expect(requestsTo(exchanges, 'getData')).toEqual([
      {
        configParams: {},
        scriptParams: { lastRefresh: '1758425096065' },
        dimensionsFilters: filters,
        fields: [{ name: 'amount' }, { name: 'status', forFilterOnly: true }],
      },
    ]);
  });

  test('a connector that filtered itself sends no field for the filter', async () => {
    const filtering = connectorOf(FIELDS, ROWS, {
      getData: (asked: { fields: { name: string; forFilterOnly?: boolean }[] }) => ({
        ...answerRows(FIELDS, ROWS.slice(0, 2), {
          fields: asked.fields.filter((field) => !field.forFilterOnly),
        }),
        filtersApplied: true,
      }),
    });
    const asked = {
      dimensions: [],
      metrics: ['amount'],
      filters: [[include('status', 'at risk')]],
    };
    expect((await ask(asked, filtering)).rows).toEqual([[150]]);
  });

  test('a connector that says it filtered but did not is caught when asked to verify', async () => {
    const boasting = (kept: readonly FakeRow[]) =>
      connectorOf(FIELDS, ROWS, {
        getData: (asked: {
          fields: { name: string; forFilterOnly?: boolean }[];
          dimensionsFilters?: unknown;
        }) => ({
          ...answerRows(FIELDS, asked.dimensionsFilters ? kept : ROWS, {
            fields: asked.fields.filter((field) => !field.forFilterOnly),
          }),
          filtersApplied: true,
        }),
      });
    const asked = {
      dimensions: [],
      metrics: ['amount'],
      filters: [[include('status', 'at risk')]],
    };
    const verified = async (call: Call) =>
      query(await openSession(optionsFor(call, [], { verifyFilters: true }), {}), asked);
    await expect(verified(boasting(ROWS))).rejects.toThrow('keep 2 rows, the connector kept 5');
    expect((await verified(boasting(ROWS.slice(0, 2)))).rows).toEqual([[150]]);
  });

  test('a connector that drops the field without filtering is caught', async () => {
    const dropping = connectorOf(FIELDS, ROWS, {
      getData: (asked: { fields: { name: string; forFilterOnly?: boolean }[] }) =>
        answerRows(FIELDS, ROWS, { fields: asked.fields.filter((field) => !field.forFilterOnly) }),
    });
    const asked = {
      dimensions: [],
      metrics: ['amount'],
      filters: [[include('status', 'at risk')]],
    };
    await expect(ask(asked, dropping)).rejects.toThrow('the answer has amount');
  });

  test('on metrics and on calculated dimensions they never reach the connector', async () => {
    const exchanges: Exchange[] = [];
    const overForty: FilterClause = {
      ...include('amount', '40'),
      operator: 'NUMERIC_GREATER_THAN',
    };
    const onLink: FilterClause = {
      ...include('link', 'cost'),
      operator: 'CONTAINS',
      type: 'EXCLUDE',
    };
    const { rows } = await ask(
      { dimensions: ['kpi'], metrics: ['amount'], filters: [[overForty], [onLink]] },
      connectorOf(FIELDS, ROWS),
      exchanges,
    );
    expect(rows).toEqual([['revenue', 150]]);
    expect(requestsTo(exchanges, 'getData')[0]).not.toHaveProperty('dimensionsFilters');
  });
});

describe('date ranges', () => {
  const dated = (fields: readonly SchemaField[]): Call =>
    connectorOf(fields, ROWS, {
      getConfig: () => ({ configParams: [], dateRangeRequired: true }),
      getData: (asked: {
        fields: { name: string }[];
        dateRange: { startDate: string; endDate: string };
      }) => {
        const digits = (date: string) => date.replaceAll('-', '');
        const { startDate, endDate } = asked.dateRange;
        const within = ROWS.filter(
          ({ day }) => String(day) >= digits(startDate) && String(day) <= digits(endDate),
        );
        return answerRows(fields, within, asked);
      },
    });
  const january = (from: string, to: string) => ({
    startDate: `2026-01-${from}`,
    endDate: `2026-01-${to}`,
  });

  test('are sent only when the connector wants them, by default the last 28 days without today', async () => {
    const exchanges: Exchange[] = [];
    await ask({ dimensions: [], metrics: ['amount'] }, dated(FIELDS), exchanges);
    expect(requestsTo(exchanges, 'getData')[0]).toMatchObject({
      dateRange: { startDate: '2026-02-01', endDate: '2026-02-28' },
    });
    await ask({ dimensions: [], metrics: ['amount'] }, connectorOf(FIELDS, ROWS), exchanges);
    expect(requestsTo(exchanges, 'getData')[1]).not.toHaveProperty('dateRange');
  });

  test('a comparison asks again and pairs the rows', async () => {
    const { rows, comparison } = await ask(
      {
        dimensions: ['kpi'],
        metrics: ['amount'],
        dateRange: january('02', '03'),
        comparison: january('01', '01'),
        sort: [{ field: 'kpi' }],
      },
      dated(FIELDS),
    );
    expect(rows).toEqual([
      ['cost', null],
      ['revenue', 100],
      ['visits', 0],
    ]);
    expect(comparison).toEqual([['cost', -30], ['revenue', 50], null]);
  });

  test('a comparison with a source that has no date range says so', async () => {
    const { comparison, warnings } = await ask({
      dimensions: [],
      metrics: ['amount'],
      comparison: january('01', '01'),
    });
    expect(comparison).toBeNull();
    expect(warnings.join()).toContain('does not follow the date range');
  });
});
