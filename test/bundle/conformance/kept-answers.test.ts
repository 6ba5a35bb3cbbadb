import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { call, configured, recalculated } from './asked.ts';

describe('requests and answers, kept', () => {
  const GOLDEN = 'test/bundle/conformance/kept-answers.golden.json';
  const REQUESTS: readonly (readonly [string, string, object | undefined])[] = [
    ['the login', 'getAuthType', undefined],
    ['the form, first', 'getConfig', { languageCode: 'en' }],
    [
      'the form, answered',
      'getConfig',
      { languageCode: 'nl', configParams: { table: 'timeline', fields: 'essential' } },
    ],
    [
      'essential fields of the goals',
      'getSchema',
      { configParams: { ...configured('goals'), fields: 'essential' } },
    ],
    [
      'KPIs by name',
      'getData',
      {
        configParams: configured('kpis'),
        scriptParams: { lastRefresh: '1' },
        fields: [
          { name: 'status_label' },
          { name: 'kpi' },
          { name: 'progress_raw' },
          { name: 'better_when_label' },
          { name: 'status_image_url' },
        ],
      },
    ],
    [
      'a filtered timeline',
      'getData',
      {
        configParams: configured('timeline'),
        scriptParams: { lastRefresh: '1' },
        fields: [
          { name: 'interval_start' },
          { name: 'actual_raw' },
          { name: 'kpi', forFilterOnly: true },
        ],
        dimensionsFilters: [
          [{ fieldName: 'kpi', type: 'INCLUDE', operator: 'IN_LIST', values: ['Bezoekers Q1'] }],
          [
            {
              fieldName: 'interval_start',
              type: 'INCLUDE',
              operator: 'BETWEEN',
              values: ['20260212', '20260216'],
            },
          ],
        ],
      },
    ],
  ];

  it('are those released; a difference is a decision', () => {
    const account = recalculated();
    const now = Object.fromEntries(
      REQUESTS.map(([what, name, request]) => [
        what,
        { name, request, answer: call(account, name, request) },
      ]),
    );
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const text = `${JSON.stringify(now, null, 2)}\n`.replaceAll(
      `Koers ${version}.`,
      'Koers 1.2.3.',
    );
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, text);
    expect(existsSync(GOLDEN)).toBe(true);
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });
});
