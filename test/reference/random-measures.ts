import type { FormulaNode, FormulaOperator } from '../../src/core/model/formula.ts';
import type { Aggregation, Measure, Unit } from '../../src/core/model/measure.ts';
import type { Cadence } from '../../src/core/model/period.ts';
import { measure } from '../support/workspace-builder.ts';
import type { Dice } from './random-dice.ts';

const AGGREGATIONS: readonly Aggregation[] = [
  'sum',
  'sum',
  'sum',
  'sum',
  'count',
  'count',
  'count_distinct',
  'last',
  'last',
  'last',
  'mean',
  'mean',
  'median',
  'p90',
  'p95',
  'min',
  'max',
  'unique',
];

const UNITS: readonly Unit[] = [
  { kind: 'number' },
  { kind: 'number' },
  { kind: 'currency', currency: 'EUR' },
  { kind: 'percent' },
  { kind: 'points' },
  { kind: 'hours' },
];

const WINDOWS: Partial<Record<Cadence, ReadonlyArray<NonNullable<Measure['window']>>>> = {
  day: [
    { length: 28, unit: 'day' },
    { length: 2, unit: 'month' },
  ],
  week: [
    { length: 4, unit: 'week' },
    { length: 3, unit: 'month' },
  ],
  month: [
    { length: 3, unit: 'month' },
    { length: 12, unit: 'month' },
  ],
  quarter: [
    { length: 2, unit: 'quarter' },
    { length: 1, unit: 'year' },
  ],
  year: [{ length: 2, unit: 'year' }],
};

export const isTotalOf = ({ aggregation }: Pick<Measure, 'aggregation'>): boolean =>
  aggregation === 'sum' || aggregation === 'count' || aggregation === 'count_distinct';

function randomWindow(dice: Dice, cadence: Cadence, chance: number): Measure['window'] {
  const windows = WINDOWS[cadence];
  return windows !== undefined && dice.chance(chance) ? dice.one(windows) : null;
}

type Absence = Pick<Measure, 'missing' | 'isMissingTyped'>;

function randomMissing(dice: Dice, aggregation: Aggregation, cadence: Cadence): Absence {
  const isTotal = isTotalOf({ aggregation });
  const isZero = (isTotal && aggregation !== 'sum') || (aggregation === 'sum' && cadence === 'day');
  if (isTotal && dice.chance(0.25)) {
    return { missing: dice.one(['zero', 'missing', 'nothing'] as const), isMissingTyped: true };
  }
  return { missing: isZero ? 'zero' : 'missing', isMissingTyped: false };
}

export function randomMeasure(
  dice: Dice,
  id: string,
  cadence: Cadence,
  like: Measure | null,
): Measure {
  // Two of a kind now and then, to be added.
  const own = dice.one(AGGREGATIONS);
  const aggregation = like !== null && dice.chance(0.35) ? (like.aggregation ?? own) : own;
  const hasBounds = !isTotalOf({ aggregation }) && dice.chance(0.12);
  return measure({
    id,
    name: id,
    aggregation,
    cadence,
    unit: dice.one(UNITS),
    ...randomMissing(dice, aggregation, cadence),
    window: aggregation === 'unique' ? null : randomWindow(dice, cadence, 0.08),
    lowest: hasBounds ? dice.number(-3, 1) : dice.chance(0.04) ? dice.one([0, -5]) : null,
    highest: hasBounds ? dice.number(6, 18) : null,
    dataLagDays: dice.chance(0.25) ? dice.whole(1, 5) : 0,
    graceDays: dice.chance(0.25) ? dice.whole(0, 12) : null,
  });
}

const named = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });
const number = (value: number): FormulaNode => ({ kind: 'number', value });
const binary = (operator: FormulaOperator, left: FormulaNode, right: FormulaNode): FormulaNode => ({
  kind: 'binary',
  operator,
  left,
  right,
});

/** Formulas that mean something whatever the two measures are. */
const ratios = (a: FormulaNode, b: FormulaNode): FormulaNode[] => [
  binary('/', a, b),
  binary('/', a, b),
  binary('*', binary('/', a, b), number(30)),
  binary('-', number(1), binary('/', a, b)),
  binary('*', number(1.5), a),
  binary('/', a, number(4)),
  binary('*', binary('/', a, b), a),
  { kind: 'negate', operand: binary('/', a, b) },
];

/** Of two totals, or of two that are none. */
const alikes = (a: FormulaNode, b: FormulaNode): FormulaNode[] => [
  binary('+', a, b),
  binary('-', a, b),
  binary('+', binary('*', a, number(2)), { kind: 'negate', operand: b }),
  binary('+', a, number(3)),
  { kind: 'call', name: 'max', operands: [a, b] },
  { kind: 'call', name: 'abs', operands: [binary('-', a, b)] },
  binary('+', binary('/', a, b), binary('/', number(2), b)),
  // Never on a half, of which the last digit of a float says whether it goes up.
  {
    kind: 'call',
    name: 'round',
    operands: [binary('+', binary('/', a, b), number(Math.E / 1000)), number(2)],
  },
];

/** Orders × order value, revenue ÷ rate and the like; of two totals it mixes degrees. */
const products = (a: FormulaNode, b: FormulaNode): FormulaNode[] => [
  binary('*', a, b),
  binary('*', a, b),
  binary('/', binary('*', a, b), number(2)),
];

function randomFormula(dice: Dice, one: Measure, other: Measure): FormulaNode {
  const [a, b] = [named(one.id), named(other.id)];
  if (dice.chance(0.12)) return dice.one([...alikes(a, b), ...products(a, b)]);
  const totals = [one, other].filter((each) => isTotalOf(each) && each.window === null).length;
  const isAlike = totals !== 1;
  return dice.one([
    ...ratios(a, b),
    ...(isAlike ? alikes(a, b) : []),
    ...(totals === 2 ? [] : products(a, b)),
    ...(totals === 1 ? [...products(a, b), ...products(a, b)] : []),
  ]);
}

export function randomFormulaMeasure(dice: Dice, operands: readonly Measure[], cadence: Cadence) {
  const [first] = operands;
  const last = operands[operands.length - 1];
  const [one, other] = dice.chance(0.5) ? [first, last] : [last, first];
  return measure({
    id: 'f',
    name: 'f',
    aggregation: null,
    formula: randomFormula(dice, one, other),
    cadence,
    window: randomWindow(dice, cadence, 0.12),
    unit: dice.chance(0.2) ? { kind: 'percent' } : { kind: 'number' },
    dataLagDays: dice.chance(0.2) ? 2 : 0,
    missing: 'missing',
    isMissingTyped: false,
  });
}
