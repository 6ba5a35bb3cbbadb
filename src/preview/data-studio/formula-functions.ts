import type { Value } from './contract.ts';

// The functions of a connector's formula that are known here; anything else is refused by name.

export type FormulaType = 'NUMBER' | 'STRING' | 'BOOLEAN' | 'LINK' | 'NULL';

interface Signature {
  readonly arguments: readonly [least: number, most: number];
  /** Null when the types of the arguments do not fit. */
  readonly type: (args: readonly FormulaType[]) => FormulaType | null;
}

export interface RowFunction extends Signature {
  readonly apply: (args: readonly Value[]) => Value;
}

export interface AggregateFunction extends Signature {
  readonly aggregate: (values: readonly Value[]) => Value;
}

/** The one type of several alternatives; null fits everything. */
export function commonType(types: readonly FormulaType[]): FormulaType | null {
  const distinct = [...new Set(types.filter((type) => type !== 'NULL'))];
  if (distinct.length > 1) return null;
  return distinct[0] ?? 'NULL';
}

const numeric = (types: readonly FormulaType[]): FormulaType | null => {
  const type = commonType(types);
  return type === 'NUMBER' || type === 'NULL' ? 'NUMBER' : null;
};
const always = (type: FormulaType) => () => type;
const ANY_NUMBER = Number.POSITIVE_INFINITY;

const finite = (value: number): Value => (Number.isFinite(value) ? value : null);

const onNumbers =
  (compute: (...numbers: number[]) => number) =>
  (args: readonly Value[]): Value => {
    const numbers = args.filter((arg) => typeof arg === 'number');
    return numbers.length === args.length ? finite(compute(...numbers)) : null;
  };

const firstFilled = (args: readonly Value[]): Value => args.find((arg) => arg !== null) ?? null;

/** An address, and what stands for it: the words to click on, or those of a picture. */
const link: RowFunction = {
  arguments: [2, 2],
  type: (args) => (args.every((arg) => arg === 'STRING' || arg === 'NULL') ? 'LINK' : null),
  apply: ([url, text]) =>
    typeof url === 'string' && url !== '' ? { url, text: String(text ?? url) } : (text ?? null),
};

export const rowFunctions: Readonly<Record<string, RowFunction>> = {
  IF: {
    arguments: [3, 3],
    type: ([test, yes, no]) =>
      test === 'BOOLEAN' || test === 'NULL' ? commonType([yes ?? 'NULL', no ?? 'NULL']) : null,
    apply: ([test, yes, no]) => (test === true ? (yes ?? null) : (no ?? null)),
  },
  IFNULL: { arguments: [2, 2], type: commonType, apply: firstFilled },
  COALESCE: { arguments: [1, ANY_NUMBER], type: commonType, apply: firstFilled },
  NULLIF: {
    arguments: [2, 2],
    type: (args) => (commonType(args) === null ? null : (args[0] ?? 'NULL')),
    apply: ([one, other]) => (one === other ? null : (one ?? null)),
  },
  NARY_MIN: { arguments: [2, ANY_NUMBER], type: numeric, apply: onNumbers(Math.min) },
  NARY_MAX: { arguments: [2, ANY_NUMBER], type: numeric, apply: onNumbers(Math.max) },
  ABS: { arguments: [1, 1], type: numeric, apply: onNumbers(Math.abs) },
  ROUND: {
    arguments: [1, 2],
    type: numeric,
    apply: onNumbers((x, digits = 0) => Math.round(x * 10 ** digits) / 10 ** digits),
  },
  CONCAT: {
    arguments: [1, ANY_NUMBER],
    type: always('STRING'),
    apply: (args) => (args.includes(null) ? null : args.map(String).join('')),
  },
  HYPERLINK: link,
  IMAGE: link,
};

const present = (values: readonly Value[]): Value[] => values.filter((value) => value !== null);
const numbersOf = (values: readonly Value[]): number[] =>
  values.filter((value) => typeof value === 'number');

function sum(values: readonly Value[]): Value {
  const numbers = numbersOf(values);
  return numbers.length === 0 ? null : finite(numbers.reduce((total, value) => total + value, 0));
}

function average(values: readonly Value[]): Value {
  const numbers = numbersOf(values);
  if (numbers.length === 0) return null;
  return finite(numbers.reduce((total, value) => total + value, 0) / numbers.length);
}

const extreme =
  (isBetter: (candidate: Value, best: Value) => boolean) =>
  (values: readonly Value[]): Value => {
    let best: Value = null;
    for (const value of values) {
      if (value !== null && (best === null || isBetter(value, best))) best = value;
    }
    return best;
  };

/** Links count by what they point at. */
export const identityOf = (value: Value): string | number | boolean | null =>
  typeof value === 'object' && value !== null ? `${value.url}\n${value.text}` : value;

export const aggregateFunctions: Readonly<Record<string, AggregateFunction>> = {
  SUM: { arguments: [1, 1], type: numeric, aggregate: sum },
  AVG: { arguments: [1, 1], type: numeric, aggregate: average },
  MIN: {
    arguments: [1, 1],
    type: commonType,
    aggregate: extreme((candidate, best) => (candidate as number) < (best as number)),
  },
  MAX: {
    arguments: [1, 1],
    type: commonType,
    aggregate: extreme((candidate, best) => (candidate as number) > (best as number)),
  },
  COUNT: {
    arguments: [1, 1],
    type: always('NUMBER'),
    aggregate: (values) => present(values).length,
  },
  COUNT_DISTINCT: {
    arguments: [1, 1],
    type: always('NUMBER'),
    aggregate: (values) => new Set(present(values).map(identityOf)).size,
  },
};
