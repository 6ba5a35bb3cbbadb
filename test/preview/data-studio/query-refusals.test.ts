import { openSession } from '../../../src/preview/data-studio/connector-session.ts';
import { query } from '../../../src/preview/data-studio/query.ts';
import type { Query } from '../../../src/preview/data-studio/query-types.ts';
import { connectorOf, optionsFor } from './fake-connector.ts';
import { ask, FIELDS, include, ROWS } from './sample-query.ts';

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
