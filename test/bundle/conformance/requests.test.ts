import { TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import type { Cell, FilterClause, Filters } from '../../../src/preview/data-studio/contract.ts';
import { compileFilters } from '../../../src/preview/data-studio/filter.ts';
import { otherReading } from '../../support/other-reading.ts';
import { runShipped } from '../shipped-bundle.ts';
import {
  type Answered,
  call,
  configured,
  dataOf,
  dataOfEach,
  dataRequest,
  recalculated,
  schemaOf,
  textOf,
  valuesOf,
} from './asked.ts';

const account = recalculated();

const plainFieldsOf = (table: string, fields = 'all'): string[] =>
  schemaOf(account, table, { fields }).flatMap(({ name, formula }) =>
    formula === undefined ? [name] : [],
  );

describe('C1, reference: requests that lack what they should have', () => {
  it.each(['getConfig', 'getSchema', 'getData'])('%s answers, or says what to do', (name) => {
    for (const request of [undefined, {}, { configParams: null }, { configParams: {} }]) {
      const answer = Object(call(account, name, request));
      if (textOf(answer) === '') expect(Object.keys(answer)).not.toEqual([]);
      else expect(textOf(answer)).toContain('does not say which workbook');
    }
    for (const fields of [undefined, null, [], [{}], 'kpi']) {
      const answer = Object(call(account, 'getData', { configParams: configured('kpis'), fields }));
      expect(Array.isArray(Reflect.get(answer, 'rows'))).toBe(true);
    }
  });

  it('the login and the question for an admin need no request at all', () => {
    expect(call(account, 'getAuthType')).toEqual({ type: 'NONE' });
    expect(call(account, 'isAdminUser')).toBe(false);
  });
});

interface Question {
  readonly name: string;
  readonly type: string;
  readonly displayName?: string;
  readonly isDynamic?: boolean;
  readonly parameterControl?: { readonly allowOverride?: boolean };
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

describe('C2, stepped-configuration: the form', () => {
  const ask = (configParams?: object) =>
    Object(call(account, 'getConfig', { languageCode: 'en', configParams }));
  const questionsOf = (form: object): Question[] => Reflect.get(form, 'configParams');
  const namesOf = (form: object) => questionsOf(form).map(({ name }) => name);

  it('begins without answers, adds questions only, and answers alike when asked again', () => {
    const first = ask();
    expect(first.isSteppedConfig).toBe(true);
    for (const table of TABLE_IDS) {
      const second = ask({ table, fields: 'essential' });
      expect(namesOf(second)).toEqual(expect.arrayContaining(namesOf(first)));
      expect(second.isSteppedConfig).toBe(false);
      expect(ask({ table, fields: 'essential' })).toEqual(second);
    }
  });

  it('has kinds of questions that exist, values without spaces or commas, nothing dynamic overridable', () => {
    for (const question of questionsOf(ask({ table: 'timeline', fields: 'essential' }))) {
      const { name, type, displayName, options = [], isDynamic, parameterControl } = question;
      expect(name).toMatch(/^\S+$/);
      expect(['INFO', 'TEXTINPUT', 'SELECT_SINGLE']).toContain(type);
      expect([name, type === 'INFO' || displayName !== '']).toEqual([name, true]);
      expect([name, options.length > 0]).toEqual([name, type === 'SELECT_SINGLE']);
      for (const { value, label } of options) {
        expect(value).toMatch(/^[^\s,]+$/);
        expect(label).not.toBe('');
      }
      expect(isDynamic === true && parameterControl?.allowOverride === true).toBe(false);
    }
  });

  it('takes every answer that it offers, and one that nobody chose', () => {
    const request = (answers: object) => ({
      ...dataRequest('timeline', ['kpi_id']),
      configParams: { ...configured('timeline'), ...answers },
    });
    const questions = questionsOf(ask({ table: 'timeline', fields: 'essential' }));
    const asked = questions.flatMap(({ name, options = [] }) => [
      ...options.filter(() => name !== 'table').map(({ value }) => request({ [name]: value })),
      request({ [name]: undefined }),
      request({ [name]: '' }),
    ]);
    const own = asked.filter(({ configParams }) => configParams.workbook);
    for (const { schema } of dataOfEach(account, own)) {
      expect(schema.map(({ name }) => name)).toEqual(['kpi_id']);
    }
  });
});

describe('C3, reference: the schema', () => {
  it.each(TABLE_IDS)('of %s is legal, typed and stable', (table) => {
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

describe('C4, reference: fields in any order and number', () => {
  it.each(TABLE_IDS)('of %s say the same', (table) => {
    const names = plainFieldsOf(table);
    const whole = dataOf(account, table, names);
    const cellsOf = (fields: readonly string[]) =>
      valuesOf(whole).map((values) => fields.map((name) => values[names.indexOf(name)]));
    // Data Studio takes twenty at a time; how it puts the parts together nobody says, so that by
    // place and by any key they have to come to the same.
    const inPartsOf = (size: number) =>
      Array.from({ length: Math.ceil(names.length / size) }, (_, at) =>
        names.slice(at * size, at * size + size),
      );
    const batches = inPartsOf(20);
    const reversed = batches.map((batch) => [...batch].reverse());
    const single = names.map((name) => [name]);
    const inTwos = <Own>(all: readonly Own[], joined: (one: Own, other: Own) => string[]) =>
      all.flatMap((one, at) =>
        all
          .slice(at + 1)
          .map((other, step) => (step % 2 === 0 ? joined(one, other) : joined(other, one))),
      );
    // Every two fields stand together in some request; of one table every two alone as well.
    const together = inTwos(inPartsOf(10), (one, other) => [...one, ...other]);
    const few = table === 'goals' ? plainFieldsOf(table, 'essential') : [];
    const pairs = inTwos(few, (one, other) => [one, other]);
    const asked = [...batches, ...reversed, ...single, ...together, ...pairs];
    dataOfEach(
      account,
      asked.map((fields) => dataRequest(table, fields)),
    ).forEach((answer, at) => {
      expect(answer.schema.map(({ name }) => name)).toEqual(asked[at]);
      expect(valuesOf(answer)).toEqual(cellsOf(asked[at]));
    });
    for (const fields of batches) {
      expect(valuesOf(dataOf(account, table, [...fields, ...fields]))).toEqual(cellsOf(fields));
    }
  });

  it.each(['request', 'declaration'] as const)(
    'stand in the place that the answer names, whichever order forIds keeps: %s',
    (order) => {
      const own = recalculated();
      own.forIdsOrder = order;
      const fields = ['status', 'kpi_order', 'kpi'];
      const { schema, rows } = dataOf(own, 'kpis', fields);
      const [first] = rows;
      const read = (name: string) => first.values[schema.findIndex((own) => own.name === name)];
      expect(fields.map(read)).toEqual(['on_course', 1, 'Bezoekers Q1']);
    },
  );
});

const OPERATORS = {
  EQUALS: 1,
  CONTAINS: 1,
  REGEXP_PARTIAL_MATCH: 1,
  REGEXP_EXACT_MATCH: 1,
  IN_LIST: 3,
  IS_NULL: 0,
  BETWEEN: 2,
  NUMERIC_GREATER_THAN: 1,
  NUMERIC_GREATER_THAN_OR_EQUAL: 1,
  NUMERIC_LESS_THAN: 1,
  NUMERIC_LESS_THAN_OR_EQUAL: 1,
} as const;

/** Of every kind a column and three values for it, one of which is there. */
const COLUMNS = [
  ['kpis', 'kpi', 'text', ['Bezoekers Q1', 'Bezoekers.*', 'bezoek']],
  ['kpis', 'kpi_order', 'number', ['1', '1.0', '7']],
  ['kpis', 'eta_date', 'date with a blank', ['20260330', '20260101', '20271231']],
  ['kpis', 'is_critical', 'boolean', ['false', 'true', 'x']],
  ['kpis', 'next_milestone', 'text with a blank', ['Halverwege', 'half', 'Nergens']],
  ['kpis', 'recalculated_at', 'moment', ['20260215083000', '20260215', '20260301']],
  ['timeline', 'interval_start', 'date', ['20260103', '20260131', '20260102']],
] as const;

describe('C5, filters: all or none', () => {
  const clausesFor = (fieldName: string, values: readonly string[]): FilterClause[] =>
    (Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]).flatMap((operator) =>
      (['INCLUDE', 'EXCLUDE'] as const).flatMap((type) =>
        (OPERATORS[operator] === 1 ? values : [null]).map((value) => ({
          fieldName,
          operator,
          type,
          values: value === null ? values.slice(0, OPERATORS[operator]) : [value],
        })),
      ),
    );

  const requestFor = (table: string, shown: string, filters: Filters) => ({
    ...dataRequest(table, []),
    fields: [
      { name: shown },
      ...[...new Set(filters.flat().map(({ fieldName }) => fieldName))].map((name) => ({
        name,
        forFilterOnly: true,
      })),
    ],
    dimensionsFilters: filters,
  });

  /** What was asked for, or all of it with the columns of the filters; and whether it was filtered. */
  function checked(
    answer: Answered,
    filters: Filters,
    whole: Map<string, readonly Cell[]>,
    shown: string,
  ) {
    const names = filters.flat().map(({ fieldName }) => fieldName);
    const rowsBy = (keeps: (read: (name: string) => Cell) => boolean) =>
      (whole.get(shown) ?? []).filter((_, row) => keeps((name) => whole.get(name)?.[row] ?? null));
    const given = answer.schema.map(({ name }) => name);
    const first = answer.rows.map(({ values }) => values[0]);
    if (!answer.filtersApplied) {
      expect(given).toEqual([...new Set([shown, ...names])]);
      expect(first).toEqual(whole.get(shown));
      return false;
    }
    expect(given).toEqual([shown]);
    expect([filters, first]).toEqual([filters, rowsBy(compileFilters(filters))]);
    expect([filters, first]).toEqual([filters, rowsBy(otherReading(filters))]);
    return true;
  }

  function answersFor(table: string, shown: string, all: readonly Filters[]) {
    const names = [...new Set([shown, ...all.flat(2).map(({ fieldName }) => fieldName)])];
    const { rows } = dataOf(account, table, names);
    const whole = new Map(
      names.map((name, at) => [name, rows.map(({ values }) => values[at])] as const),
    );
    const answers = dataOfEach(
      account,
      all.map((filters) => requestFor(table, shown, filters)),
    );
    return answers.map((answer, at) => checked(answer, all[at], whole, shown));
  }

  it.each(COLUMNS)(
    'every operator on %s %s, a %s, keeps what Data Studio would by any reading, or is left whole',
    (table, field, _kind, values) => {
      const applied = answersFor(
        table,
        'kpi_id',
        clausesFor(field, values).map((own) => [[own]]),
      );
      expect(applied).toContain(true);
      expect(applied).toContain(false);
    },
  );

  it('lists are joined by AND, what stands in one by OR, over fields of several kinds', () => {
    const [text] = clausesFor('kpi', ['Bezoekers Q1']);
    const [date] = clausesFor('eta_date', ['20260330']);
    const absent = { ...text, values: ['Nobody'] };
    const applied = answersFor('kpis', 'kpi_id', [
      [[text], [date]],
      [[absent, date]],
      [[absent], [date]],
      [
        [absent, text],
        [date, text],
      ],
    ]);
    expect(applied).toEqual([true, true, true, true]);
  });

  it('one that is not known leaves the others too', () => {
    const [known] = clausesFor('kpi', ['Bezoekers Q1']);
    // SAFETY: an operator that does not exist, which a newer Data Studio may send.
    const unknown = { ...known, operator: 'SOUNDS_LIKE' as 'EQUALS' };
    const answer = dataOfEach(account, [requestFor('kpis', 'kpi_id', [[known], [unknown]])])[0];
    expect(answer.filtersApplied).toBe(false);
    expect(answer.schema.map(({ name }) => name)).toEqual(['kpi_id', 'kpi']);
    expect(answer.rows).toHaveLength(2);
  });

  it('marks of patterns are marks in EQUALS and CONTAINS, and (?i) is RE2’s', () => {
    const kept = (operator: FilterClause['operator'], value: string) => {
      const own = { fieldName: 'kpi', operator, type: 'INCLUDE' as const, values: [value] };
      const [answer] = dataOfEach(account, [requestFor('kpis', 'kpi_id', [[own]])]);
      return answer.filtersApplied ? answer.rows.length : 'left';
    };
    expect(kept('EQUALS', 'Bezoekers.*')).toBe(0);
    expect(kept('CONTAINS', 'HYPERLINK("')).toBe(1);
    expect(kept('CONTAINS', '(')).toBe(1);
    expect(kept('REGEXP_PARTIAL_MATCH', '(?i)BEZOEKERS')).toBe(1);
    expect(kept('REGEXP_PARTIAL_MATCH', '(')).toBe('left');
  });
});

describe('C10, reference: nothing found', () => {
  it('has its schema and no rows', () => {
    const filters = [
      [{ fieldName: 'kpi', operator: 'EQUALS', values: ['Nobody'], type: 'INCLUDE' }],
    ];
    const answer = dataOf(account, 'kpis', ['kpi_id', 'kpi'], { dimensionsFilters: filters });
    expect(answer).toMatchObject({ filtersApplied: true, rows: [] });
    expect(answer.schema).toHaveLength(2);
  });

  it.each(['channels', 'resources', 'drivers'])(
    'nor has %s, of which the workbook has none',
    (table) => {
      const names = plainFieldsOf(table);
      const answer = dataOf(account, table, names);
      expect([answer.schema.length, answer.rows]).toEqual([names.length, []]);
    },
  );
});

describe('C11, semantics: a look at the types', () => {
  it('is answered with one made-up row and reads nothing', () => {
    const request = {
      configParams: configured('timeline'),
      scriptParams: { sampleExtraction: true },
      fields: [{ name: 'interval_start' }, { name: 'actual_raw' }],
    };
    const { result, calls } = runShipped(recalculated(), 'connector', 'getData', {
      args: [request],
    });
    expect(Object(result).rows).toEqual([{ values: ['20260131', 1] }]);
    expect(Object.keys(calls).filter((name) => name.startsWith('Sheets'))).toEqual([]);
  });

  it('is never asked of types that are all said', () => {
    for (const table of TABLE_IDS) {
      for (const { name, semantics } of schemaOf(account, table)) {
        expect([table, name, semantics.semanticType === undefined]).toEqual([table, name, false]);
      }
    }
  });
});
