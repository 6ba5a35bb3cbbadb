import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import type { FormulaNode } from '../../../../src/core/model/formula.ts';
import type { Measure } from '../../../../src/core/model/measure.ts';
import { day, goal, kpi, measure, workspace } from '../../../support/workspace-builder.ts';
import { daily, near, shown } from '../one-kpi.ts';

const named = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });
const binary = (left: FormulaNode, operator: '+' | '-' | '*' | '/', right: FormulaNode) =>
  ({ kind: 'binary', operator, left, right }) as const;

/** A goal on the measure `out`, with KPIs on others; each has this value on each of 40 days. */
function driversOf(
  values: Readonly<Record<string, number>>,
  formula: FormulaNode | null = null,
  changes: Partial<Measure> = {},
) {
  const ids = Object.keys(values);
  const levels = ids.map((id) =>
    measure({ id, aggregation: 'mean', missing: 'missing', ...changes }),
  );
  const out = levels.find(({ id }) => id === 'out');
  const measures =
    formula === null
      ? levels
      : [
          ...levels.filter((own) => own !== out),
          measure({ id: 'out', aggregation: null, formula, missing: 'missing' }),
        ];
  const evaluation = evaluateWorkspace(
    workspace({
      goals: [goal({ outcomeKpiId: 'out' })],
      measures,
      kpis: ['out', ...ids.filter((id) => id !== 'out')].map((id, order) =>
        kpi({
          id,
          order,
          goalId: 'goal',
          measureId: id,
          kind: 'keep_at_least',
          type: 'at_least',
          target: 2 * (values[id] ?? 12),
          due: day('2026-04-10'),
          forecastMethod: 'level',
        }),
      ),
      rows: ids
        .filter((id) => formula === null || id !== 'out')
        .flatMap((id) => daily('2026-01-01', '2026-02-09', values[id], { measure: id })),
    }),
    day('2026-02-10'),
  );
  return evaluation.drivers.filter(({ against }) => against === 'plan');
}
const idsOf = (found: ReturnType<typeof driversOf>) => found.map((own) => own.driverMeasureId);

test('KPIs whose values multiply to the outcome are its factors', () => {
  const found = driversOf({ other: 7, a: 3, b: 4, out: 12 });
  expect(idsOf(found)).toEqual(['a', 'b']);
  // Twice as much is asked of all of them: alone each must double, together the root of it.
  expect(found.map((own) => shown(own.neededChangeAlone))).toEqual([near(1), near(1)]);
  expect(found.map((own) => shown(own.neededChangeTogether))).toEqual([
    near(Math.SQRT2 - 1),
    near(Math.SQRT2 - 1),
  ]);
});

test('those whose values add up to it are its parts', () => {
  expect(idsOf(driversOf({ a: 5, b: 7, out: 12 }))).toEqual(['a', 'b']);
  expect(idsOf(driversOf({ a: 5, b: 4.5, c: 2.5, out: 12 }))).toEqual(['a', 'b', 'c']);
});

test('within one percent, no further', () => {
  expect(idsOf(driversOf({ a: 3, b: 4.03, out: 12 }))).toEqual(['a', 'b']);
  expect(driversOf({ a: 3, b: 4.05, out: 12 })).toEqual([]);
});

test('an outcome of zero is made of nothing, and one KPI alone is no driver', () => {
  expect(driversOf({ a: 0, b: 4, out: 0 })).toEqual([]);
  expect(driversOf({ a: 12, out: 12 })).toEqual([]);
});

test('a formula that multiplies or adds names its drivers, in its own order', () => {
  const product = binary(named('b'), '*', binary(named('a'), '*', named('c')));
  expect(idsOf(driversOf({ a: 2, b: 3, c: 5 }, product))).toEqual(['b', 'a', 'c']);
  expect(idsOf(driversOf({ a: 2, b: 3 }, binary(named('a'), '+', named('b'))))).toEqual(['a', 'b']);
});

test('a formula that does something else has no drivers of its own', () => {
  expect(driversOf({ a: 2, b: 3 }, binary(named('a'), '/', named('b')))).toEqual([]);
  expect(driversOf({ a: 2, b: 3 }, binary(named('a'), '-', named('b')))).toEqual([]);
  const mixed = binary(named('a'), '*', binary(named('a'), '+', named('b')));
  expect(driversOf({ a: 2, b: 3 }, mixed)).toEqual([]);
  expect(driversOf({ a: 2 }, { kind: 'negate', operand: named('a') })).toEqual([]);
});
