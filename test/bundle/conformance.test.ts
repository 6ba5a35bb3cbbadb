import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { offeredTables } from '../../src/core/tables/result-tables.ts';
import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { connectorFailure } from '../../src/preview/emulation/host/connector-failure.ts';
import { smallAccount } from '../workflows/small-workbook.ts';
import { runShipped } from './shipped-bundle.ts';

// What ships against the pages of the platform, each claim with the page that it is of, below
// developers.google.com/looker-studio/connector/.

const WORKBOOK = 'small-workbook-0123456789';

function recalculated(): EmulatedAccount {
  const account = smallAccount();
  runShipped(account, 'sheet', 'recalculate');
  return account;
}

function call(account: EmulatedAccount, name: string, request?: unknown): unknown {
  const args = request === undefined ? [] : [request];
  const { result, error } = runShipped(account, 'connector', name, { args });
  if (error === undefined) return result;
  return { userText: connectorFailure(error).userText ?? '', debugText: connectorFailure(error) };
}

const configured = (table: string, more: Record<string, string> = {}) => ({
  workbook: WORKBOOK,
  table,
  fields: 'all',
  language: 'en',
  ...more,
});

interface SchemaField {
  readonly name: string;
  readonly dataType: string;
  readonly formula?: string;
  readonly isHidden?: boolean;
  readonly isDefault?: boolean;
  readonly defaultAggregationType?: string;
  readonly semantics: {
    readonly conceptType: string;
    readonly semanticType: string;
    readonly isReaggregatable?: boolean;
  };
}

const schemaOf = (account: EmulatedAccount, table: string): readonly SchemaField[] =>
  Reflect.get(Object(call(account, 'getSchema', { configParams: configured(table) })), 'schema');

interface Answered {
  readonly schema: readonly { readonly name: string }[];
  readonly rows: readonly { readonly values: readonly unknown[] }[];
  readonly filtersApplied: boolean;
}

const dataOf = (account: EmulatedAccount, table: string, fields: readonly string[], more = {}) =>
  // SAFETY: an error has no rows, which every test looks at.
  call(account, 'getData', {
    configParams: configured(table),
    scriptParams: { lastRefresh: '1' },
    fields: fields.map((name) => ({ name })),
    ...more,
  }) as Answered;

const valuesOf = ({ rows }: Answered) => rows.map(({ values }) => values);

describe('reference: requests that lack what they should have', () => {
  const account = recalculated();
  it.each(['getConfig', 'getSchema', 'getData'])('%s answers, or says what to do', (name) => {
    for (const request of [undefined, {}, { configParams: null }, { configParams: {} }]) {
      const answer = Object(call(account, name, request));
      const text = Reflect.get(answer, 'userText');
      if (text === undefined) expect(Object.keys(answer)).not.toEqual([]);
      else expect(text).toContain('does not say which workbook');
    }
    for (const fields of [undefined, null, [], [{}], 'kpi']) {
      const answer = Object(call(account, 'getData', { configParams: configured('kpis'), fields }));
      expect(Array.isArray(Reflect.get(answer, 'rows'))).toBe(true);
    }
  });
});

describe('stepped-configuration: the form', () => {
  const account = recalculated();
  const ask = (configParams?: object) =>
    Object(call(account, 'getConfig', { languageCode: 'en', configParams }));
  const namesOf = (form: object): string[] =>
    Reflect.get(form, 'configParams').map(({ name }: { name: string }) => name);

  it('begins without answers, adds questions only, and answers alike when asked again', () => {
    const first = ask();
    expect(first.isSteppedConfig).toBe(true);
    for (const table of offeredTables()) {
      const second = ask({ table, fields: 'essential' });
      expect(namesOf(second)).toEqual(expect.arrayContaining(namesOf(first)));
      expect(second.isSteppedConfig).toBe(false);
      expect(ask({ table, fields: 'essential' })).toEqual(second);
    }
  });
});

describe('reference: the schema', () => {
  const account = recalculated();
  it.each(offeredTables())('of %s is legal, typed and stable', (table) => {
    const schema = schemaOf(account, table);
    expect(schemaOf(account, table)).toEqual(schema);
    const names = schema.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const field of schema) {
      expect(field.name).toMatch(/^[A-Za-z0-9_]+$/);
      expect(field.semantics.semanticType).toMatch(/^[A-Z_]+$/);
      expect([field.name, field.isHidden === true && field.formula !== undefined]).toEqual([
        field.name,
        false,
      ]);
      // community-connectors issue 116: neither locked, nor locked and aggregated.
      expect(field.semantics.isReaggregatable).not.toBe(false);
      // AUTO is for calculated fields.
      const isAuto = field.defaultAggregationType === 'AUTO';
      if (field.semantics.conceptType === 'METRIC')
        expect(isAuto).toBe(field.formula !== undefined);
    }
    for (const concept of ['DIMENSION', 'METRIC']) {
      const defaults = schema.filter(
        ({ semantics, isDefault }) => semantics.conceptType === concept && isDefault === true,
      );
      expect(defaults).toHaveLength(1);
    }
  });
});

describe('reference: fields in any order and number', () => {
  const account = recalculated();
  it.each(['kpis', 'milestones', 'goals', 'checks'])('of %s say the same', (table) => {
    const names = schemaOf(account, table).flatMap(({ name, formula }) =>
      formula === undefined ? [name] : [],
    );
    const whole = dataOf(account, table, names);
    const cellsOf = (fields: readonly string[]) =>
      valuesOf(whole).map((values) => fields.map((name) => values[names.indexOf(name)]));
    const batches = Array.from({ length: Math.ceil(names.length / 20) }, (_, at) =>
      names.slice(at * 20, at * 20 + 20),
    );
    const few = [names.slice(0, 1), names.slice(-1), [names[3], names[1]], ...batches];
    for (const fields of [...few, ...batches.map((batch) => [...batch].reverse())]) {
      const answer = dataOf(account, table, fields);
      expect(answer.schema.map(({ name }) => name)).toEqual(fields);
      expect(valuesOf(answer)).toEqual(cellsOf(fields));
      const twice = dataOf(account, table, [...fields, ...fields]);
      expect(valuesOf(twice)).toEqual(cellsOf(fields));
    }
  });
});

describe('filters: all or none', () => {
  const account = recalculated();
  const only = { name: 'kpi', forFilterOnly: true };
  const filtered = (operator: string, values: readonly string[], type = 'INCLUDE') =>
    dataOf(account, 'kpis', [], {
      fields: [{ name: 'kpi_id' }, only],
      dimensionsFilters: [[{ fieldName: 'kpi', operator, values, type }]],
    });

  it('applied, the field that was for them only is neither in the schema nor in a row', () => {
    const answer = filtered('EQUALS', ['Bezoekers Q1']);
    expect(answer).toMatchObject({ filtersApplied: true, rows: [{ values: ['bezoekers_q1'] }] });
    expect(answer.schema.map(({ name }) => name)).toEqual(['kpi_id']);
  });

  it.each([
    ['SOUNDS_LIKE', ['x']],
    ['REGEXP_PARTIAL_MATCH', ['(']],
    ['BETWEEN', ['a', 'b']],
  ])('not applied, for %s %p, it is in both, and every row is there', (operator, values) => {
    const answer = filtered(operator, values);
    expect(answer.filtersApplied).toBe(false);
    expect(answer.schema.map(({ name }) => name)).toEqual(['kpi_id', 'kpi']);
    expect(answer.rows).toHaveLength(2);
  });

  it('an empty result has its schema and no rows', () => {
    const answer = filtered('EQUALS', ['Nobody']);
    expect(answer).toMatchObject({ filtersApplied: true, rows: [] });
    expect(answer.schema).toHaveLength(1);
  });
});

describe('reference: values', () => {
  const account = recalculated();
  const FORMATS: Readonly<Record<string, RegExp>> = {
    YEAR_MONTH_DAY: /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
    YEAR_MONTH_DAY_SECOND: /^\d{8}([01]\d|2[0-3])[0-5]\d[0-5]\d$/,
    URL: /^https:\/\//,
  };

  it.each(offeredTables())(
    'of %s are of their type: null is missing, and nothing is an empty text',
    (table) => {
      const schema = schemaOf(account, table).filter(({ formula }) => formula === undefined);
      const answer = dataOf(
        account,
        table,
        schema.map(({ name }) => name),
      );
      for (const values of valuesOf(answer)) {
        expect(values).toHaveLength(schema.length);
        values.forEach((value, at) => {
          const { name, dataType, semantics } = schema[at];
          if (value === null) return;
          expect([name, typeof value]).toEqual([name, dataType.toLowerCase()]);
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          if (typeof value === 'string')
            expect(value).toMatch(FORMATS[semantics.semanticType] ?? /./);
        });
      }
    },
  );

  it('zero, missing and nothing stay apart', () => {
    const [judged, invalid] = valuesOf(
      dataOf(account, 'kpis', ['at_risk_count', 'actual_raw', 'plan_raw']),
    );
    expect(judged[0]).toBe(0);
    expect(invalid.slice(1)).toEqual([null, null]);
  });
});

describe('reference: a look at the types', () => {
  it('is answered with one made-up row and reads nothing', () => {
    const account = recalculated();
    const request = {
      configParams: configured('timeline'),
      scriptParams: { sampleExtraction: true },
      fields: [{ name: 'interval_start' }, { name: 'actual_raw' }],
    };
    const { result, calls } = runShipped(account, 'connector', 'getData', { args: [request] });
    expect(Object(result).rows).toEqual([{ values: ['20260131', 1] }]);
    expect(Object.keys(calls).filter((name) => name.startsWith('Sheets'))).toEqual([]);
  });
});

describe('error-handling', () => {
  it.each([
    [
      'of a workbook that is none',
      { workbook: 'mijn werkmap' },
      'not the address of a Google Sheet',
    ],
    ['of a table that is none', { table: 'secrets' }, 'Choose one of: kpis, timeline'],
  ])('%s: a sentence that says what to do', (_, wrong, sentence) => {
    const answer = call(recalculated(), 'getData', {
      configParams: { ...configured('kpis'), ...wrong },
      fields: [{ name: 'kpi' }],
    });
    expect(Object(answer).userText).toContain(sentence);
  });
});

describe('requests and answers, kept', () => {
  const GOLDEN = 'test/bundle/conformance.golden.json';
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
    const text = `${JSON.stringify(now, null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, text);
    expect(existsSync(GOLDEN)).toBe(true);
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
  });
});
