import { openSession } from '../../../src/preview/data-studio/connector-session.ts';
import type {
  Call,
  Exchange,
  FilterClause,
  SchemaField,
} from '../../../src/preview/data-studio/contract.ts';
import { query } from '../../../src/preview/data-studio/query.ts';
import type { Query } from '../../../src/preview/data-studio/query-types.ts';
import type { FakeRow } from './fake-connector.ts';
import {
  answerRows,
  calculated,
  connectorOf,
  dimension,
  metric,
  optionsFor,
  requestsTo,
} from './fake-connector.ts';

const FIELDS: readonly SchemaField[] = [
  dimension('kpi'),
  dimension('day', 'YEAR_MONTH_DAY'),
  dimension('status'),
  dimension('page', 'URL'),
  metric('amount'),
  metric('orders', 'SUM'),
  metric('rate', 'AVG'),
  metric('low', 'MIN'),
  metric('high', 'MAX'),
  metric('filled', 'COUNT'),
  metric('actual_raw', 'SUM', { isHidden: true }),
  calculated('actual', 'CASE WHEN COUNT_DISTINCT($kpi) = 1 THEN SUM($actual_raw) END'),
  calculated('actual_too', 'SUM($actual_raw) / (2 - NARY_MIN(COUNT_DISTINCT($kpi), 2))'),
  calculated('per_order', 'SUM($amount) / SUM($orders)'),
  calculated('twice', '$amount * 2'),
  dimension('link', 'HYPERLINK', { formula: 'HYPERLINK($page, $kpi)' }),
  {
    name: 'unique',
    dataType: 'NUMBER',
    semantics: { conceptType: 'METRIC', semanticType: 'NUMBER', isReaggregatable: false },
  },
];

const row = (
  kpi: string,
  day: string,
  numbers: (number | null)[],
  status: string | null,
): FakeRow => {
  const [amount = null, orders = null, actual = null] = numbers;
  return {
    kpi,
    day,
    status,
    page: `https://example.org/${kpi}`,
    amount,
    orders,
    rate: amount,
    low: amount,
    high: amount,
    filled: amount,
    actual_raw: actual,
    unique: orders,
  };
};

const ROWS: readonly FakeRow[] = [
  row('revenue', '20260103', [100, 4, 1000], 'at risk'),
  row('revenue', '20260101', [50, 1, 500], 'at risk'),
  row('cost', '20260101', [-30, 2, 70], null),
  row('cost', '20260102', [null, 3, 0], null),
  row('visits', '20260102', [0, 0, null], 'on course'),
];

const ask = async (
  asked: Query,
  call: Call = connectorOf(FIELDS, ROWS),
  exchanges: Exchange[] = [],
) => query(await openSession(optionsFor(call, exchanges), {}), asked);

const include = (fieldName: string, ...values: string[]): FilterClause => ({
  fieldName,
  values,
  type: 'INCLUDE',
  operator: values.length === 1 ? 'EQUALS' : 'IN_LIST',
});

describe('grouping and aggregating', () => {
  test('each metric by its own aggregation; missing is not zero', async () => {
    const metrics = ['amount', 'rate', 'low', 'high', 'filled', 'per_order', 'twice'];
    const { rows, totals } = await ask({ dimensions: ['kpi'], metrics, sort: [{ field: 'kpi' }] });
    expect(rows).toEqual([
      ['cost', -30, -30, -30, -30, 1, -6, -60],
      ['revenue', 150, 75, 50, 100, 2, 30, 300],
      ['visits', 0, 0, 0, 0, 1, null, 0],
    ]);
    expect(totals).toEqual([null, 120, 30, -30, 100, 4, 12, 240]);
  });

  test('a guarded number is right for one KPI and absent over several, in either spelling', async () => {
    const { rows, totals } = await ask({
      dimensions: ['kpi'],
      metrics: ['actual', 'actual_too'],
      sort: [{ field: 'kpi' }],
    });
    expect(rows).toEqual([
      ['cost', 70, 70],
      ['revenue', 1500, 1500],
      ['visits', null, null],
    ]);
    expect(totals).toEqual([null, null, null]);
  });

  test('without dimensions there is one row, even when there are no data', async () => {
    expect((await ask({ dimensions: [], metrics: ['amount'] })).rows).toEqual([[120]]);
    const empty = await ask({ dimensions: [], metrics: ['amount'] }, connectorOf(FIELDS, []));
    expect(empty.rows).toEqual([[null]]);
    expect(
      (await ask({ dimensions: ['kpi'], metrics: ['amount'] }, connectorOf(FIELDS, []))).rows,
    ).toEqual([]);
  });

  test('a text counted as a metric counts its different values', async () => {
    expect((await ask({ dimensions: [], metrics: ['status'] })).rows).toEqual([[2]]);
  });

  test('what cannot be added up is absent over several rows, with a warning', async () => {
    const { rows, warnings } = await ask({
      dimensions: ['kpi'],
      metrics: ['unique'],
      sort: [{ field: 'kpi' }],
    });
    expect(rows).toEqual([
      ['cost', null],
      ['revenue', null],
      ['visits', 0],
    ]);
    expect(warnings.join()).toContain('cannot be added up');
  });

  test('a calculated dimension groups, here by links', async () => {
    const { rows } = await ask({ dimensions: ['link'], metrics: ['amount'], limit: 1 });
    expect(rows).toEqual([[{ url: 'https://example.org/revenue', text: 'revenue' }, 150]]);
  });
});

describe('order and limit', () => {
  test('dates run forward, others by the first metric from high to low, missing last', async () => {
    const byDay = await ask({ dimensions: ['day'], metrics: ['amount'] });
    expect(byDay.rows).toEqual([
      ['20260101', 20],
      ['20260102', 0],
      ['20260103', 100],
    ]);
    const byStatus = await ask({ dimensions: ['kpi', 'day'], metrics: ['amount'] });
    expect(byStatus.rows.map((cells) => cells[2])).toEqual([100, 50, 0, -30, null]);
  });

  test('the limit cuts rows after sorting, and totals keep everything', async () => {
    const { rows, rowCount, totals } = await ask({
      dimensions: ['kpi'],
      metrics: ['amount'],
      sort: [{ field: 'orders', descending: true }],
      limit: 2,
    });
    expect(rows.map((cells) => cells[0])).toEqual(['revenue', 'cost']);
    expect([rowCount, totals[1]]).toEqual([3, 120]);
  });
});

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

describe('batches', () => {
  const many: SchemaField[] = Array.from({ length: 45 }, (_, at) => metric(`m${at}`));
  const wide: FakeRow[] = [0, 1, 2].map((line) => ({
    kpi: `k${line}`,
    ...Object.fromEntries(many.map((field, at) => [field.name, line * 100 + at])),
  }));
  const asked: Query = {
    dimensions: ['kpi'],
    metrics: many.map((field) => field.name),
    sort: [{ field: 'kpi' }],
  };
  const fields = [dimension('kpi'), dimension('status'), ...many];

  test('hold at most 20 fields and are laid side by side by row', async () => {
    const exchanges: Exchange[] = [];
    const { rows } = await ask(asked, connectorOf(fields, wide), exchanges);
    const sizes = requestsTo(exchanges, 'getData').map(
      (request) => (request as { fields: unknown[] }).fields.length,
    );
    expect(sizes).toEqual([20, 20, 6]);
    expect(rows[2]?.slice(0, 4)).toEqual(['k2', 200, 201, 202]);
    expect(rows[1]?.[45]).toBe(144);
  });

  test('ask in an order of their own, the same every time', async () => {
    const orders = await Promise.all(
      [1, 2].map(async () => {
        const exchanges: Exchange[] = [];
        await ask(asked, connectorOf(fields, wide), exchanges);
        return JSON.stringify(requestsTo(exchanges, 'getData'));
      }),
    );
    expect(orders[0]).toBe(orders[1]);
    expect(orders[0]).not.toContain('"m0"},{"name":"m1"},{"name":"m2"}');
  });

  test('every batch carries the filters and their fields', async () => {
    const exchanges: Exchange[] = [];
    await ask(
      { ...asked, filters: [[include('status', 'x')]] },
      connectorOf(fields, wide),
      exchanges,
    );
    for (const request of requestsTo(exchanges, 'getData')) {
      const { fields: sent } = request as { fields: { name: string }[] };
      expect(sent.length).toBeLessThanOrEqual(20);
      expect(sent.filter((field) => field.name === 'status')).toEqual([
        { name: 'status', forFilterOnly: true },
      ]);
    }
  });

  test('of different length are refused', async () => {
    const uneven = connectorOf(fields, wide, {
      getData: (request: { fields: { name: string }[] }) =>
        answerRows(fields, wide.slice(0, request.fields.length > 10 ? 3 : 2), request),
    });
    await expect(ask(asked, uneven)).rejects.toThrow('the batches have 3 and 3 and 2 rows');
  });

  test('ask for the hidden fields that a formula needs, and not for the formula', async () => {
    const exchanges: Exchange[] = [];
    await ask({ dimensions: [], metrics: ['actual'] }, connectorOf(FIELDS, ROWS), exchanges);
    const [request] = requestsTo(exchanges, 'getData') as { fields: { name: string }[] }[];
    expect(request?.fields.map((field) => field.name).sort()).toEqual(['actual_raw', 'kpi']);
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

describe('questions that cannot be asked', () => {
  test.each<[string, Query]>([
    ['has no field "gone"', { dimensions: ['gone'], metrics: [] }],
    ['"actual_raw" is hidden', { dimensions: [], metrics: ['actual_raw'] }],
    ['"amount" is a metric', { dimensions: ['amount'], metrics: [] }],
    [
      'sorted by "day", which it does not show',
      { dimensions: ['kpi'], metrics: [], sort: [{ field: 'day' }] },
    ],
    [
      'mixes dimensions and metrics',
      {
        dimensions: [],
        metrics: ['amount'],
        filters: [[include('kpi', 'x'), include('amount', '1')]],
      },
    ],
  ])('%s', async (reason, asked) => {
    await expect(ask(asked)).rejects.toThrow(reason);
  });

  test('a field whose formula was refused says why', async () => {
    const session = await openSession(
      optionsFor(connectorOf(FIELDS, ROWS), [], { refusedFunctions: ['CASE'] }),
      {},
    );
    await expect(query(session, { dimensions: [], metrics: ['actual'] })).rejects.toThrow(
      'CASE is not accepted',
    );
    const { rows } = await query(session, {
      dimensions: ['kpi'],
      metrics: ['actual_too'],
      limit: 1,
    });
    expect(rows).toEqual([['revenue', 1500]]);
  });
});

describe('answers that break the contract', () => {
  const answering = (answer: unknown) => connectorOf(FIELDS, ROWS, { getData: () => answer });
  const amount = { name: 'amount', dataType: 'NUMBER' };

  test.each<[string, unknown]>([
    ['the answer has no schema and rows', { rows: [] }],
    [
      'asked for amount, the answer has amount, orders',
      { schema: [amount, { name: 'orders', dataType: 'NUMBER' }], rows: [] },
    ],
    ['came as STRING', { schema: [{ name: 'amount', dataType: 'STRING' }], rows: [] }],
    ['row 2 has not 1 values', { schema: [amount], rows: [{ values: [1] }, { values: [] }] }],
    ['row 1, amount: "12" is not a number', { schema: [amount], rows: [{ values: ['12'] }] }],
  ])('%s', async (reason, answer) => {
    await expect(ask({ dimensions: [], metrics: ['amount'] }, answering(answer))).rejects.toThrow(
      reason,
    );
  });

  test('a date that is not written as a date is named with its row', async () => {
    const answer = {
      schema: [{ name: 'day', dataType: 'STRING' }],
      rows: [{ values: ['20260101'] }, { values: ['2026-01-02'] }],
    };
    await expect(ask({ dimensions: ['day'], metrics: [] }, answering(answer))).rejects.toThrow(
      'row 2, day: "2026-01-02" is not written as YEAR_MONTH_DAY',
    );
  });
});
