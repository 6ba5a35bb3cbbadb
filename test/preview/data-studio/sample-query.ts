import { openSession } from '../../../src/preview/data-studio/connector-session.ts';
import type {
  Call,
  Exchange,
  FilterClause,
  SchemaField,
} from '../../../src/preview/data-studio/contract.ts';
import { query } from '../../../src/preview/data-studio/query.ts';
import type { Query } from '../../../src/preview/data-studio/query-types.ts';
import {
  calculated,
  connectorOf,
  dimension,
  type FakeRow,
  metric,
  optionsFor,
} from './fake-connector.ts';

export const FIELDS: readonly SchemaField[] = [
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

export const ROWS: readonly FakeRow[] = [
  row('revenue', '20260103', [100, 4, 1000], 'at risk'),
  row('revenue', '20260101', [50, 1, 500], 'at risk'),
  row('cost', '20260101', [-30, 2, 70], null),
  row('cost', '20260102', [null, 3, 0], null),
  row('visits', '20260102', [0, 0, null], 'on course'),
];

export const ask = async (
  asked: Query,
  call: Call = connectorOf(FIELDS, ROWS),
  exchanges: Exchange[] = [],
) => query(await openSession(optionsFor(call, exchanges), {}), asked);

export const include = (fieldName: string, ...values: string[]): FilterClause => ({
  fieldName,
  values,
  type: 'INCLUDE',
  operator: values.length === 1 ? 'EQUALS' : 'IN_LIST',
});
