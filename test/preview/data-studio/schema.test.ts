import type { SchemaField } from '../../../src/preview/data-studio/contract.ts';
import { checkSchema } from '../../../src/preview/data-studio/schema.ts';
import { valueProblem } from '../../../src/preview/data-studio/semantic-types.ts';
import { calculated, dimension, metric } from './fake-connector.ts';

const check = (...fields: SchemaField[]) => checkSchema(fields, []);

describe('a schema that Data Studio does not accept', () => {
  test.each<[string, SchemaField[]]>([
    ['has an illegal name', [dimension('Filing Year')]],
    ['has an illegal name', [dimension('')]],
    ['occurs twice', [dimension('kpi'), metric('kpi')]],
    ['is named like a function', [metric('sum')]],
    ['has the data type DATE', [dimension('day', 'TEXT', { dataType: 'DATE' as never })]],
    ['has the unknown type YEARLY', [dimension('day', 'YEARLY')]],
    ['is a STRING but says to be PERCENT', [dimension('share', 'PERCENT')]],
    ['has a formula and is hidden', [metric('a'), calculated('x', 'SUM($a)', { isHidden: true })]],
    ['has the unknown aggregation MEDIAN', [metric('a', 'MEDIAN' as never)]],
    [
      'although it is not reaggregatable',
      [metric('a', 'SUM', { semantics: { conceptType: 'METRIC', isReaggregatable: false } })],
    ],
    [
      'are both the default METRIC',
      [metric('a', 'SUM', { isDefault: true }), metric('b', 'SUM', { isDefault: true })],
    ],
  ])('%s', (reason, fields) => {
    expect(() => check(...fields)).toThrow(reason);
  });
});

describe('what Data Studio fills in', () => {
  test('numbers are metrics that add up, the rest are dimensions', () => {
    const { fields } = check(
      { name: 'amount', dataType: 'NUMBER' },
      { name: 'city', dataType: 'STRING' },
    );
    expect(fields.map(({ concept, aggregation, label }) => [concept, aggregation, label])).toEqual([
      ['METRIC', 'SUM', 'amount'],
      ['DIMENSION', 'NONE', 'city'],
    ]);
  });

  test('an aggregated formula aggregates by itself, a formula per row is summed', () => {
    const { byName } = check(
      metric('a'),
      calculated('mean', 'AVG($a)'),
      calculated('twice', '$a * 2'),
    );
    expect(byName.get('mean')?.aggregation).toBe('AUTO');
    expect(byName.get('twice')?.aggregation).toBe('SUM');
  });

  test('fields without a group come together as soon as one has a group', () => {
    const { fields } = check(dimension('a', 'TEXT', { group: 'Status' }), dimension('b'));
    expect(fields.map((field) => field.group)).toEqual(['Status', 'Default Group']);
    expect(check(dimension('b')).fields[0]?.group).toBe('');
  });

  test('a refused formula leaves its field out and says why', () => {
    const { fields, warnings } = check(metric('a'), calculated('bad', 'SUM($gone)'));
    expect(fields.map((field) => field.name)).toEqual(['a']);
    expect(warnings).toEqual([
      { field: 'bad', text: expect.stringContaining('the field $gone does not exist') },
    ]);
  });

  test('AUTO without a formula is remarked upon', () => {
    expect(check(metric('a', 'AUTO')).warnings).toHaveLength(1);
  });
});

describe('values by semantic type', () => {
  test.each<[string, unknown]>([
    ['YEAR', '2017'],
    ['YEAR_QUARTER', '20171'],
    ['YEAR_MONTH', '201703'],
    ['YEAR_WEEK', '202053'],
    ['YEAR_MONTH_DAY', '20240229'],
    ['YEAR_MONTH_DAY_HOUR', '2017031403'],
    ['YEAR_MONTH_DAY_SECOND', '20170314031545'],
    ['MONTH', '03'],
    ['DAY_OF_WEEK', '0'],
    ['DURATION', '6340918234'],
    ['LATITUDE_LONGITUDE', '51.5074, -0.1278'],
    ['URL', 'https://example.org/a?b=1'],
    ['TEXT', 'anything'],
  ])('%s takes %p', (type, value) => {
    expect(valueProblem(value, 'STRING', type)).toBeNull();
  });

  test.each<[string, unknown]>([
    ['YEAR_MONTH_DAY', '2017-03-17'],
    ['YEAR_MONTH_DAY', '2017317'],
    ['YEAR_MONTH', '201713'],
    ['YEAR_WEEK', '202054'],
    ['YEAR_QUARTER', '20175'],
    ['MONTH', '3'],
    ['DAY_OF_WEEK', '7'],
    ['URL', 'example'],
    ['TEXT', 12],
    ['TEXT', ['a']],
  ])('%s refuses %p', (type, value) => {
    expect(valueProblem(value, 'STRING', type)).not.toBeNull();
  });

  test('numbers are finite numbers; a missing value is allowed anywhere; zero and negative are values', () => {
    for (const value of [0, -3.5, 1.37, null, '']) {
      expect(valueProblem(value, 'NUMBER', 'PERCENT')).toBeNull();
    }
    for (const value of ['12', Number.NaN, Number.POSITIVE_INFINITY, true]) {
      expect(valueProblem(value, 'NUMBER', 'NUMBER')).not.toBeNull();
    }
    expect(valueProblem(true, 'BOOLEAN', 'BOOLEAN')).toBeNull();
    expect(valueProblem('true', 'BOOLEAN', 'BOOLEAN')).not.toBeNull();
  });
});
