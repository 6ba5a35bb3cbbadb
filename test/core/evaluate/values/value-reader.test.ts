import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import { calendarFacts } from '../../../../src/core/evaluate/period/calendar-facts.ts';
import {
  type Asker,
  fromOutside,
  readValues,
  type ValueReader,
} from '../../../../src/core/evaluate/values/value-reader.ts';
import { isoDate } from '../../../../src/core/model/calendar-date.ts';
import type { FormulaNode } from '../../../../src/core/model/formula.ts';
import type { Measure } from '../../../../src/core/model/measure.ts';
import { day, kpi, measure, type Row, workspace } from '../../../support/workspace-builder.ts';
import { daily, near, rowsOn } from '../one-kpi.ts';

const CUT = { fiscalStartMonth: 1, customPeriods: [] };
const range = (start: string, end: string): [number, number] => [day(start), day(end)];
const january = range('2026-01-01', '2026-01-31');

function reading(
  rows: readonly Row[],
  measures: readonly Measure[],
  today = '2026-03-01',
  asker: Partial<Asker> = {},
) {
  const values = readValues(workspace({ rows, measures }), calendarFacts(CUT, day(today)));
  const of = (id: string, channel: string | null = null) => {
    const found = measures.find((own) => own.id === id);
    if (found === undefined) throw new Error(id);
    return values.reader(found, { ...fromOutside(channel), ...asker });
  };
  return { values, of };
}
const reader = (rows: readonly Row[], changes: Partial<Measure> = {}, today?: string) =>
  reading(rows, [measure(changes)], today).of('revenue');
const hasValueIn = (own: ValueReader, [start, end]: [number, number]) => own.hasValueIn(start, end);
const newestUpTo = (own: ValueReader, date: string) => own.newestIn(0, day(date));
const date = (found: number | null) => (found === null ? null : isoDate(found));

test('a value over a stretch, and null where no row is', () => {
  const own = reader(rowsOn({ '2026-01-10': 4, '2026-01-20': -9 }), { missing: 'missing' });
  expect(own.over(...january)).toBe(-5);
  expect(own.over(...range('2026-01-11', '2026-01-19'))).toBeNull();
  expect(reader([]).over(...january)).toBeNull();
});

test('where a missing row means zero it is so once a later row exists', () => {
  const own = reader(rowsOn({ '2026-01-10': 4, '2026-01-20': 9 }), { missing: 'zero' });
  expect(own.over(...range('2026-01-11', '2026-01-19'))).toBe(0);
  expect(own.over(...range('2026-01-21', '2026-01-22'))).toBeNull();
  expect(hasValueIn(own, range('2026-01-11', '2026-01-19'))).toBe(true);
  expect(hasValueIn(own, range('2026-01-20', '2026-01-20'))).toBe(true);
  expect(hasValueIn(own, range('2026-01-21', '2026-01-22'))).toBe(false);
});

test('rows dated after today are not known yet', () => {
  const rows = rowsOn({ '2026-01-10': 4, '2026-01-20': 9 });
  expect(reader(rows, {}, '2026-01-19').over(...january)).toBe(4);
  expect(reader(rows, {}, '2026-01-20').over(...january)).toBe(13);
  expect(reader(rows, {}, '2026-01-09').newestDay(day('2026-03-01'))).toBeNull();
});

test('the first, the newest and every day with a row', () => {
  const own = reader(rowsOn({ '2026-01-10': 4, '2026-01-20': 9, '2026-02-02': 7 }), {
    aggregation: 'last',
  });
  expect(date(own.firstDay)).toBe('2026-01-10');
  expect(date(own.newestDay(day('2026-02-01')))).toBe('2026-01-20');
  expect(newestUpTo(own, '2026-02-02')).toBe(7);
  expect(newestUpTo(own, '2026-01-09')).toBeNull();
  expect(own.newestIn(...range('2026-01-10', '2026-01-31'))).toBe(9);
  expect(own.newestIn(...range('2026-01-21', '2026-01-31'))).toBeNull();
  expect(own.days(...range('2026-01-10', '2026-02-01')).map(date)).toEqual([
    '2026-01-10',
    '2026-01-20',
  ]);
  expect(own.days(...range('2026-01-20', '2026-02-02')).map(date)).toEqual([
    '2026-01-20',
    '2026-02-02',
  ]);
  const none = reader([]);
  expect([none.firstDay, none.newestDay(day('2026-02-01'))]).toEqual([null, null]);
  expect(none.days(...january)).toEqual([]);
});

test('finer rows fill an interval once one lies in its last three days, or after it', () => {
  const filled = (to: string, ownEnd = '2026-01-31') =>
    hasValueIn(
      reader(daily('2026-01-01', to, 2), { cadence: 'month', missing: 'missing' }),
      range('2026-01-01', ownEnd),
    );
  expect(filled('2026-01-28')).toBe(false);
  expect(filled('2026-01-29')).toBe(true);
  expect(filled('2026-01-17', '2026-01-20')).toBe(false);
  expect(filled('2026-01-18', '2026-01-20')).toBe(true);
  expect(filled('2026-02-01')).toBe(true);
});

test('rows at the cadence itself fill it wherever they are dated', () => {
  const rows = rowsOn({ '2025-11-04': 5, '2025-12-04': 5, '2026-01-04': 5 });
  const own = reader(rows, { cadence: 'month' });
  expect(hasValueIn(own, january)).toBe(true);
  expect(hasValueIn(own, range('2026-02-01', '2026-02-28'))).toBe(false);
});

test('the newest value is that of its whole day', () => {
  const rows = [...rowsOn({ '2026-01-10': 4, '2026-01-20': 9 }), ...rowsOn({ '2026-01-20': 6 })];
  const newest = (aggregation: Measure['aggregation']) =>
    newestUpTo(reader(rows, { aggregation }), '2026-01-31');
  expect([newest('mean'), newest('sum'), newest('max'), newest('last')]).toEqual([7.5, 15, 9, 6]);
});

test('what a mean is made of; nothing else is', () => {
  const rows = rowsOn({ '2026-01-10': 4, '2026-01-20': 9 });
  expect(reader(rows, { aggregation: 'mean' }).parts(...january)).toEqual({
    numerator: 13,
    denominator: 2,
  });
  expect(reader(rows).parts(...january)).toBeNull();
});

test('never negative looks at every value', () => {
  expect(reader(rowsOn({ '2026-01-10': 0, '2026-01-20': 9 })).isNeverNegative()).toBe(true);
  expect(reader(rowsOn({ '2026-01-10': 4, '2026-01-20': -1 })).isNeverNegative()).toBe(false);
});

const named = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });
const binary = (operator: '+' | '/' | '*', left = 'orders', right = 'visits'): FormulaNode => ({
  kind: 'binary',
  operator,
  left: named(left),
  right: named(right),
});
const formula = (node: FormulaNode): Measure =>
  measure({ id: 'f', aggregation: null, formula: node, missing: 'missing' });
const orders = measure({ id: 'orders', missing: 'missing' });
const visits = measure({ id: 'visits', missing: 'missing' });
const rows = [
  ...rowsOn({ '2026-01-10': 3, '2026-01-20': 6, '2026-01-25': 1 }, { measure: 'orders' }),
  ...rowsOn({ '2026-01-10': 10, '2026-01-20': 50 }, { measure: 'visits' }),
];

test('a ratio is the sum over the sum where both are, and its parts are what adds up', () => {
  const own = reading(rows, [orders, visits, formula(binary('/'))]).of('f');
  expect(own.over(...range('2026-01-10', '2026-01-20'))).toEqual(near(0.15));
  expect(own.parts(...january)).toEqual({ numerator: 9, denominator: 60 });
  expect(own.over(...range('2026-01-21', '2026-01-31'))).toBeNull();
  expect(own.parts(...range('2026-01-21', '2026-01-31'))).toBeNull();
  const sum = reading(rows, [orders, visits, formula(binary('+'))]).of('f');
  expect(sum.parts(...january)).toBeNull();
});

test('a ratio with a level in it adds up interval by interval', () => {
  const level = measure({ id: 'visits', aggregation: 'last' });
  expect(
    reading(rows, [orders, level, formula(binary('/'))])
      .of('f')
      .parts(...january),
  ).toEqual({ numerator: 9, denominator: 60 });
});

test('a formula has days, and a newest one, where every operand has', () => {
  const own = reading(rows, [orders, visits, formula(binary('+'))]).of('f');
  expect(own.days(...january).map(date)).toEqual(['2026-01-10', '2026-01-20']);
  expect(date(own.newestDay(day('2026-02-01')))).toBe('2026-01-20');
  expect(date(own.firstDay)).toBe('2026-01-10');
  expect(newestUpTo(own, '2026-01-31')).toBe(56);
  expect(newestUpTo(own, '2026-01-09')).toBeNull();
  expect(own.newestIn(...range('2026-01-21', '2026-01-31'))).toBeNull();
  expect(hasValueIn(own, range('2026-01-10', '2026-01-10'))).toBe(true);
  expect(hasValueIn(own, range('2026-01-25', '2026-01-25'))).toBe(false);
  const late = [...rows.slice(0, 3), ...rowsOn({ '2026-01-15': 10 }, { measure: 'visits' })];
  const later = reading(late, [orders, visits, formula(binary('+'))]).of('f');
  // No value is dated before the first row of any operand: one without a row may be 0.
  expect(date(later.firstDay)).toBe('2026-01-10');
  const none = reading(rows.slice(0, 3), [orders, visits, formula(binary('+'))]).of('f');
  expect([none.firstDay, none.newestDay(day('2026-02-01'))]).toEqual([null, null]);
  expect(none.days(...january)).toEqual([]);
});

test('a formula is never negative when it is not in any interval', () => {
  const isNeverNegative = (february: number) =>
    reading(
      [
        ...rowsOn({ '2026-01-10': 3, '2026-02-10': february }, { measure: 'orders' }),
        ...rowsOn({ '2026-01-10': 1, '2026-02-10': 2 }, { measure: 'visits' }),
      ],
      [orders, visits, formula(binary('+'))],
    )
      .of('f')
      .isNeverNegative();
  expect(isNeverNegative(-8)).toBe(false);
  expect(isNeverNegative(-2)).toBe(true);
});

test('a formula of a formula, and one that names nothing', () => {
  const inner = { ...formula(binary('+')), id: 'inner' };
  const outer = formula({
    kind: 'binary',
    operator: '/',
    left: named('orders'),
    right: named('inner'),
  });
  expect(
    reading(rows, [orders, visits, inner, outer])
      .of('f')
      .over(...january),
  ).toEqual(near(9 / 69));
  const constant = reading(rows, [formula({ kind: 'number', value: 7 })]).of('f');
  expect(constant.over(...january)).toBe(7);
  expect(hasValueIn(constant, january)).toBe(false);
  expect(constant.newestDay(day('2026-02-01'))).toBeNull();
});

test('one channel, or all of them together', () => {
  const split = [
    ...rowsOn({ '2026-01-10': 3 }, { channel: 'Shop' }),
    ...rowsOn({ '2026-01-10': 4, '2026-01-12': 5 }, { channel: 'Web' }),
  ];
  const { of, values } = reading(split, [measure()]);
  expect(of('revenue').over(...january)).toBe(12);
  expect(of('revenue', 'Web').over(...january)).toBe(9);
  expect(of('revenue', 'Phone').over(...january)).toBe(0);
  const missing = reading(split, [measure({ missing: 'missing' })]);
  expect(missing.of('revenue', 'Phone').over(...january)).toBeNull();
  expect(values.channelsOf(measure())).toEqual(['Shop', 'Web']);
  expect(values.channelsOf(measure({ id: 'nothing' }))).toEqual([]);
});

test('the channels of a formula are those of all its operands', () => {
  const split = [
    ...rowsOn({ '2026-01-10': 3 }, { channel: 'Shop', measure: 'orders' }),
    ...rowsOn({ '2026-01-10': 4 }, { channel: 'Web', measure: 'orders' }),
    ...rowsOn({ '2026-01-10': 40 }, { channel: 'Web', measure: 'visits' }),
    ...rowsOn({ '2026-01-10': 90 }, { measure: 'visits' }),
  ];
  const ratio = formula(binary('/'));
  const { values, of } = reading(split, [orders, visits, ratio]);
  expect(values.channelsOf(ratio)).toEqual(['Web']);
  expect(of('f', 'Web').over(...january)).toEqual(near(0.1));
  expect(of('f').over(...january)).toEqual(near(7 / 90));
});

test('what cannot be added has no total over several channels, unless one is typed', () => {
  const unique = measure({ aggregation: 'unique' });
  const shop = rowsOn({ '2026-01-10': 3 }, { channel: 'Shop' });
  const web = rowsOn({ '2026-01-10': 4 }, { channel: 'Web' });
  const total = rowsOn({ '2026-01-10': 6 });
  const faults = (own: readonly Row[], channel: string | null = null) =>
    reading(own, [unique])
      .values.withoutTotal(unique, channel)
      .map(({ id }) => id);
  expect(faults([...shop, ...web])).toEqual(['revenue']);
  expect(faults([...shop, ...web], 'Web')).toEqual([]);
  expect(faults([...shop, ...web, ...total])).toEqual([]);
  expect(faults(shop)).toEqual([]);
  expect(
    reading([...shop, ...web, ...total], [unique])
      .of('revenue')
      .over(...january),
  ).toBe(6);
  expect(
    reading(shop, [unique])
      .of('revenue')
      .over(...january),
  ).toBe(3);
  const shared = formula(binary('+', 'revenue', 'revenue'));
  expect(reading([...shop, ...web], [unique, shared]).values.withoutTotal(shared, null)).toEqual([
    unique,
  ]);
});

test('in a ratio people count once an interval, like a level', () => {
  const people = (id: string) => measure({ id, aggregation: 'unique', cadence: 'month' });
  const counted = [
    ...rowsOn({ '2026-01-31': 40, '2026-02-28': 10 }, { measure: 'orders' }),
    ...rowsOn({ '2026-01-31': 80, '2026-02-28': 100 }, { measure: 'visits' }),
  ];
  const ratio = { ...formula(binary('/')), cadence: 'month' as const };
  const visitors = measure({ id: 'visits', cadence: 'month', missing: 'missing' });
  const of = (left: Measure, right: Measure) =>
    evaluateWorkspace(
      workspace({
        rows: counted,
        measures: [left, right, ratio],
        kpis: [kpi({ measureId: 'f', kind: 'keep_at_least', type: 'at_least', target: 0.3 })],
      }),
      day('2026-03-05'),
    ).kpis[0].actual.value;
  expect(of(people('orders'), visitors)).toEqual(near(50 / 180));
  const sums = { ...orders, cadence: 'month' as const };
  expect(of(sums, visitors)).toEqual(near(50 / 180));
});

test('a monthly formula of daily figures has a value once those of every operand reach its last days', () => {
  const visits = measure({ id: 'visits', missing: 'missing' });
  const orders = measure({ id: 'orders', missing: 'missing' });
  const formula: FormulaNode = {
    kind: 'binary',
    operator: '/',
    left: { kind: 'measure', measureId: 'orders' },
    right: { kind: 'measure', measureId: 'visits' },
  };
  const ratio = measure({ id: 'ratio', aggregation: null, formula, cadence: 'month' });
  const fedTo = (last: string) => {
    const rows = [
      ...daily('2026-01-01', '2026-01-31', 10, { measure: 'visits' }),
      ...daily('2026-01-01', last, 1, { measure: 'orders' }),
    ];
    return hasValueIn(reading(rows, [visits, orders, ratio]).of('ratio'), january);
  };
  expect(fedTo('2026-01-10')).toBe(false);
  expect(fedTo('2026-01-28')).toBe(false);
  expect(fedTo('2026-01-29')).toBe(true);
});
