import { call, configured, dataRequest, recalculated, textOf } from './asked.ts';

// What Data Studio never sends, and what people type where they may: rows, or a sentence that says
// what to do. Never an error without one, and nothing personal in sentence or log.

const LONG = 'noor@koers.example '.repeat(5_500);

const filtered = (fieldName: unknown, operator: unknown, values: unknown, type = 'INCLUDE') => ({
  ...dataRequest('kpis', ['kpi']),
  dimensionsFilters: [[{ fieldName, operator, values, type }]],
});

const asking = (more: Record<string, string>, table = 'kpis') => ({
  ...dataRequest(table, ['kpi', 'view_note']),
  configParams: configured(table, more),
});

const inRange = (startDate: unknown, endDate: unknown) => ({
  ...dataRequest('timeline', ['interval_start']),
  configParams: configured('timeline', { date_mode: 'follow' }),
  dateRange: { startDate, endDate },
});

const REQUESTS: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['fields that are none', dataRequest('kpis', ['nothing', '__proto__', 'toString'])],
  ['no field', dataRequest('kpis', [])],
  ['fields without names', { ...dataRequest('kpis', []), fields: [{ name: 7 }, {}, null, 'kpi'] }],
  ['fields that are no list', { ...dataRequest('kpis', []), fields: 'kpi' }],
  ['a range that ends before it begins', inRange('2026-02-10', '2026-02-01')],
  ['a range of no days', inRange('x', '2026-02-31')],
  ['half a range', inRange('2026-02-10', undefined)],
  ['a range before our era began', inRange('0001-01-01', '0001-01-02')],
  ['a range in the far future', inRange('9998-01-01', '9999-12-31')],
  ['a filter on a field that is none', filtered('nope', 'EQUALS', ['1'])],
  ['a filter on a metric', filtered('progress', 'EQUALS', ['1'])],
  ['values that are no list', filtered('kpi', 'EQUALS', 'x')],
  ['values that are numbers', filtered('kpi_order', 'EQUALS', [1])],
  ['a number that is none', filtered('kpi_order', 'NUMERIC_GREATER_THAN', ['x'])],
  ['a number below zero', filtered('kpi_order', 'NUMERIC_GREATER_THAN', ['-1'])],
  ['half a between', filtered('due_date', 'BETWEEN', ['20260101'])],
  ['filters that are none', { ...dataRequest('kpis', ['kpi']), dimensionsFilters: [null, [null]] }],
  ['a filter on a filter-only field that is unknown', filtered('kpi', 'SOUNDS_LIKE', ['x'])],
  ['a pattern that does not end', filtered('kpi', 'REGEXP_PARTIAL_MATCH', ['(x'.repeat(3000)])],
  ['a pattern that takes for ever', filtered('kpi', 'REGEXP_PARTIAL_MATCH', ['(a+)+$'])],
  ['a pattern of repeats', filtered('kpi', 'REGEXP_EXACT_MATCH', ['(((a{100}){100}){100})'])],
  ['a hundred thousand letters', filtered('kpi', 'CONTAINS', [LONG])],
  ['a long day', asking({ view_date: LONG })],
  ['a long what if', asking({ what_if: LONG })],
  ['a long interval', asking({ grain: LONG }, 'timeline')],
  ['a long workbook', asking({ workbook: LONG })],
  ['a long table', asking({ table: LONG })],
  [
    'answers that are no texts',
    { configParams: { workbook: {}, table: ['kpis'], language: null } },
  ],
  ['a table from within', asking({ table: '__proto__' })],
];

/** More than a sentence on a chart can be. */
const LONGEST_SENTENCE = 400;

const account = recalculated();

test.each(REQUESTS)('getData of %s: rows, or a sentence for the viewer', (_what, request) => {
  account.log.length = 0;
  const answer = Object(call(account, 'getData', request));
  const sentence = textOf(answer);
  const log = account.log.map(({ text }) => text).join('\n');
  if (sentence === '') {
    expect(Array.isArray(answer.rows)).toBe(true);
    for (const { values } of answer.rows) expect(values).toHaveLength(answer.schema.length);
  } else {
    expect(sentence).toMatch(/\.$/);
    expect(sentence.length).toBeLessThan(LONGEST_SENTENCE);
    // Whatever the connector does not expect has an id; of all of these it expects something.
    expect(answer.failure.debugText).toMatch(/^[A-Z_]+$/);
  }
  expect(log).not.toContain('@');
});

test.each(['getConfig', 'getSchema'])('%s of the same: an answer, or a sentence', (name) => {
  for (const [, request] of REQUESTS) {
    const answer = Object(call(account, name, request));
    const isAnswer = Array.isArray(answer.schema) || Array.isArray(answer.configParams);
    expect(isAnswer || textOf(answer).length > 0).toBe(true);
    expect(textOf(answer).length).toBeLessThan(LONGEST_SENTENCE);
  }
});
