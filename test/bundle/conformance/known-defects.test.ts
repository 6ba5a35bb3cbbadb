import { TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import { smallAccount } from '../../workflows/small-workbook.ts';
import { runShipped } from '../shipped-bundle.ts';
import {
  call,
  configured,
  dataOf,
  dataRequest,
  recalculated,
  type SchemaField,
  schemaOf,
  valuesOf,
} from './asked.ts';

// What went wrong in the official samples and in published connectors, by the thread or the file in
// which it stands; CC is googledatastudio/community-connectors, GWS googleworkspace/
// apps-script-samples. None of it is so here.

const account = recalculated();
const schemas = new Map(TABLE_IDS.map((table) => [table, schemaOf(account, table)] as const));
const everyField: readonly SchemaField[] = [...schemas.values()].flat();
const metrics = everyField.filter(({ semantics }) => semantics.conceptType === 'METRIC');
const dimensions = everyField.filter(({ semantics }) => semantics.conceptType === 'DIMENSION');
const plain = (table: string) =>
  (schemas.get(table as 'kpis') ?? []).filter(({ formula }) => formula === undefined);
const namesOf = (fields: readonly SchemaField[]) => fields.map(({ name }) => name);

const filter = (operator: string, values: readonly string[]) => ({
  fields: [{ name: 'kpi_id' }, { name: 'kpi', forFilterOnly: true }],
  dimensionsFilters: [[{ fieldName: 'kpi', operator, values, type: 'INCLUDE' }]],
});

describe('rows and columns', () => {
  it('CC 253, 255: a value stands in the column that the answer names, however fields are asked for', () => {
    const asked = ['kpi_order', 'status', 'kpi'];
    const [one] = valuesOf(dataOf(account, 'kpis', asked));
    const [other] = valuesOf(dataOf(account, 'kpis', [...asked].reverse()));
    expect([...other].reverse()).toEqual(one);
    expect(one).toEqual([1, 'on_course', 'Bezoekers Q1']);
  });

  it('CC 298, fixed with toString(): no value is a list, an object, NaN or the text of one', () => {
    for (const table of TABLE_IDS) {
      for (const value of valuesOf(dataOf(account, table, namesOf(plain(table)))).flat()) {
        expect(['string', 'number', 'boolean', 'object']).toContain(typeof value);
        if (typeof value === 'object') expect(value).toBeNull();
        expect(String(value)).not.toMatch(/NaN|undefined|\[object|Infinity/);
      }
    }
  });

  it.each([
    ['getAuthType', 'type', 'NONE'],
    ['getConfig', 'configParams', expect.any(Array)],
    ['getSchema', 'schema', expect.any(Array)],
    ['getData', 'rows', expect.any(Array)],
  ])('CC 365: what %s returns is the answer and not its builder', (name, key, value) => {
    const request = { configParams: configured('kpis'), fields: [{ name: 'kpi' }] };
    const { result } = runShipped(account, 'connector', name, { args: [request] });
    expect(result).toMatchObject({ [key]: value });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('matomo data.ts 621: a number that is missing is not 0', () => {
    const [, invalid] = valuesOf(dataOf(account, 'kpis', ['actual_raw']));
    expect(invalid).toEqual([null]);
  });

  it('LS/reference: the answer has no cachedData, which has no effect any more', () => {
    const answer = Object(call(account, 'getData', dataRequest('kpis', ['kpi'])));
    expect(answer).not.toHaveProperty('cachedData');
  });
});

describe('days and moments', () => {
  it.each(['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Amsterdam'])(
    'CC 166, “last week shows six days”: days are those of the cells in %s',
    (timeZone) => {
      const own = smallAccount();
      const [workbook] = own.workbooks.values();
      own.workbooks.set(workbook.id, { ...workbook, timeZone });
      recalculated(own);
      const days = valuesOf(dataOf(own, 'timeline', ['interval_start'])).flat();
      expect([days[0], days[44], days.at(-1)]).toEqual(['20260101', '20260214', '20260331']);
    },
  );

  it('matomo data.ts 578, redshift “HH”: a moment has two digits for each part and 24 hours', () => {
    const [[at]] = valuesOf(dataOf(account, 'kpis', ['recalculated_at']));
    expect(at).toBe('20260215083000');
  });

  it('matomo, redshift “WW”: no field is a YEAR_WEEK, which both got wrong at New Year', () => {
    expect(everyField.map(({ semantics }) => semantics.semanticType).join()).not.toMatch(/WEEK/);
  });
});

describe('aggregation', () => {
  it('michaelwhitaker.com, CrUX: no share of one KPI is added up or averaged over several', () => {
    for (const { name, semantics, defaultAggregationType, isHidden } of metrics) {
      if (semantics.semanticType !== 'PERCENT' || isHidden === true) continue;
      expect([name, defaultAggregationType]).toEqual([name, 'AUTO']);
    }
  });

  it('CC 116: no field is locked, and none is locked and aggregated', () => {
    for (const { name, semantics } of everyField) {
      expect([name, semantics.isReaggregatable === false]).toEqual([name, false]);
    }
    for (const { name, defaultAggregationType } of dimensions) {
      expect([name, defaultAggregationType]).toEqual([name, undefined]);
    }
  });

  it('LS/calculated-fields: no aggregation is NONE or NO_AGGREGATION, of which pages and enum disagree', () => {
    expect([...new Set(metrics.map((own) => own.defaultAggregationType))].sort()).toEqual([
      'AUTO',
      'MIN',
      'SUM',
    ]);
  });

  it('LS/calculated-fields, “sum(Amount)”: a formula names fields by $id, and only those there are', () => {
    for (const schema of schemas.values()) {
      const ids = new Set(namesOf(schema));
      for (const { name, formula } of schema) {
        if (formula === undefined) continue;
        const named = [...formula.matchAll(/\$(\w+)/g)].map(([, id]) => id);
        expect([name, named.length > 0]).toEqual([name, true]);
        expect([name, named.filter((id) => !ids.has(id))]).toEqual([name, []]);
      }
    }
  });
});

describe('fields', () => {
  it('GWS semantics.gs “Filing Year”: no id has a space', () => {
    for (const { name } of everyField) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  it('monday code.gs, the id “name” is reserved: no field has it', () => {
    expect(namesOf(everyField)).not.toContain('name');
  });

  it('monday code.gs, a NUMBER dimension is dropped in silence: nothing rests on one', () => {
    const numbers = new Set(
      dimensions
        .filter(({ semantics }) => semantics.semanticType === 'NUMBER')
        .map(({ name }) => name),
    );
    expect(numbers.size).toBeGreaterThan(0);
    for (const { name, formula = '', isDefault } of everyField) {
      const named = [...formula.matchAll(/\$(\w+)/g)].map(([, id]) => id);
      expect([name, named.filter((id) => numbers.has(id))]).toEqual([name, []]);
      expect([name, numbers.has(name) && isDefault === true]).toEqual([name, false]);
    }
  });

  it('OWOX questions and answers: a field that a data source no longer offers still answers', () => {
    const answer = dataOf(account, 'kpis', ['kpi_id', 'elapsed_raw', 'judged_count'], {
      configParams: configured('kpis', { fields: 'essential' }),
    });
    expect(answer.schema).toHaveLength(3);
    expect(valuesOf(answer)[0].at(-1)).toBe(1);
  });
});

describe('filters', () => {
  it('OWOX 807c16d: a column for filters only is left out only when they were applied', () => {
    const answer = dataOf(account, 'kpis', [], filter('REGEXP_PARTIAL_MATCH', ['(']));
    expect([answer.filtersApplied, answer.schema.length]).toEqual([false, 2]);
  });

  it('redshift connector.ts: an operator that nobody knows is not said to be applied', () => {
    expect(dataOf(account, 'kpis', [], filter('RESEMBLES', ['x'])).filtersApplied).toBe(false);
  });

  it('redshift connector.ts: nor does such a column stay when they were', () => {
    const answer = dataOf(account, 'kpis', [], filter('EQUALS', ['Bezoekers Q1']));
    expect([answer.filtersApplied, answer.schema.length, answer.rows.length]).toEqual([true, 1, 1]);
  });

  it('redshift connector.ts: a value with quotes is a value', () => {
    const name = '=HYPERLINK("http://x")';
    const answer = dataOf(account, 'kpis', [], filter('EQUALS', [name]));
    expect([answer.filtersApplied, answer.rows.length]).toEqual([true, 1]);
  });
});
