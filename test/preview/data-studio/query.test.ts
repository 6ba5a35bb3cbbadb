import type { Exchange, SchemaField } from '../../../src/preview/data-studio/contract.ts';
import type { Query } from '../../../src/preview/data-studio/query-types.ts';
import {
  answerRows,
  connectorOf,
  dimension,
  type FakeRow,
  metric,
  requestsTo,
} from './fake-connector.ts';
import { ask, FIELDS, include, ROWS } from './sample-query.ts';

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
