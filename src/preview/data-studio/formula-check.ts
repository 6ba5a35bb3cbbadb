import type { SchemaField } from './contract.ts';
import type { FormulaType } from './formula-functions.ts';
import { aggregateFunctions, commonType, rowFunctions } from './formula-functions.ts';
import type { BinaryOperator, Formula } from './formula-syntax.ts';
import { FormulaError, parseFormula, referencedFields, walkFormula } from './formula-syntax.ts';

/** `row`: has a value in every row; `aggregate`: only for a group of rows; `constant`: fits both. */
type FormulaGrain = 'constant' | 'row' | 'aggregate';

interface Verdict {
  readonly grain: FormulaGrain;
  readonly type: FormulaType;
}

export interface CheckedFormula extends Verdict {
  readonly formula: Formula;
  /** The fields without a formula that it rests on, through other formulas too. */
  readonly baseFields: readonly string[];
}

type LookUp = (name: string) => Verdict;

function combinedGrain(verdicts: readonly Verdict[]): FormulaGrain {
  const grains = new Set(verdicts.map((verdict) => verdict.grain));
  if (grains.has('row') && grains.has('aggregate')) {
    throw new FormulaError('it mixes aggregated and plain fields');
  }
  if (grains.has('aggregate')) return 'aggregate';
  return grains.has('row') ? 'row' : 'constant';
}

const ARITHMETIC: readonly BinaryOperator[] = ['+', '-', '*', '/'];
const LOGIC: readonly BinaryOperator[] = ['AND', 'OR'];

function demand(type: FormulaType, wanted: FormulaType, what: string): void {
  if (type !== wanted && type !== 'NULL') throw new FormulaError(`${what} wants a ${wanted}`);
}

function binaryType(operator: BinaryOperator, left: FormulaType, right: FormulaType): FormulaType {
  if (ARITHMETIC.includes(operator)) {
    for (const type of [left, right]) demand(type, 'NUMBER', operator);
    return 'NUMBER';
  }
  if (LOGIC.includes(operator)) {
    for (const type of [left, right]) demand(type, 'BOOLEAN', operator);
  } else if (commonType([left, right]) === null) {
    throw new FormulaError(`${operator} compares a ${left} with a ${right}`);
  }
  return 'BOOLEAN';
}

function judgeCall(name: string, args: readonly Verdict[]): Verdict {
  const aggregate = aggregateFunctions[name];
  const known = aggregate ?? rowFunctions[name];
  if (known === undefined) throw new FormulaError(`the function ${name} is not known`);
  const [least, most] = known.arguments;
  if (args.length < least || args.length > most) {
    throw new FormulaError(`${name} does not take ${args.length} arguments`);
  }
  const type = known.type(args.map((arg) => arg.type));
  if (type === null) throw new FormulaError(`${name} does not fit the types of its arguments`);
  const grain = combinedGrain(args);
  if (aggregate === undefined) return { grain, type };
  if (grain === 'aggregate')
    throw new FormulaError(`${name} aggregates what is aggregated already`);
  return { grain: 'aggregate', type };
}

function judge(formula: Formula, lookUp: LookUp): Verdict {
  const judged = (operand: Formula): Verdict => judge(operand, lookUp);
  switch (formula.kind) {
    case 'literal': {
      const { value } = formula;
      if (value === null) return { grain: 'constant', type: 'NULL' };
      if (typeof value === 'number') return { grain: 'constant', type: 'NUMBER' };
      return { grain: 'constant', type: typeof value === 'string' ? 'STRING' : 'BOOLEAN' };
    }
    case 'field':
      return lookUp(formula.name);
    case 'negate':
    case 'not': {
      const operand = judged(formula.operand);
      const type = formula.kind === 'negate' ? 'NUMBER' : 'BOOLEAN';
      demand(operand.type, type, formula.kind === 'negate' ? '-' : 'NOT');
      return { grain: operand.grain, type };
    }
    case 'isNull':
      return { grain: judged(formula.operand).grain, type: 'BOOLEAN' };
    case 'binary': {
      const [left, right] = [judged(formula.left), judged(formula.right)];
      const type = binaryType(formula.operator, left.type, right.type);
      return { grain: combinedGrain([left, right]), type };
    }
    case 'case': {
      const tests = formula.branches.map(({ when }) => judged(when));
      const results = [...formula.branches.map(({ result }) => result), formula.otherwise].map(
        judged,
      );
      for (const test of tests) demand(test.type, 'BOOLEAN', 'WHEN');
      const type = commonType(results.map((result) => result.type));
      if (type === null) throw new FormulaError('the branches of CASE have different types');
      return { grain: combinedGrain([...tests, ...results]), type };
    }
    case 'call':
      return judgeCall(formula.name, formula.args.map(judged));
  }
}

function refuseFunctions(formula: Formula, refused: readonly string[]): void {
  for (const node of walkFormula(formula)) {
    const name = node.kind === 'case' ? 'CASE' : node.kind === 'call' ? node.name : undefined;
    if (name !== undefined && refused.includes(name)) {
      throw new FormulaError(`${name} is not accepted in a connector's formula`);
    }
  }
}

/** Compiles every formula of a schema; a refused one is reported and its field left out. */
export function checkFormulas(
  fields: readonly SchemaField[],
  refusedFunctions: readonly string[],
): {
  readonly formulas: ReadonlyMap<string, CheckedFormula>;
  readonly refused: ReadonlyMap<string, string>;
} {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const formulas = new Map<string, CheckedFormula>();
  const refused = new Map<string, string>();
  const underway = new Set<string>();

  const verdictOf = (name: string): Verdict => {
    const field = byName.get(name);
    if (field === undefined) throw new FormulaError(`the field $${name} does not exist`);
    if (field.formula === undefined) return { grain: 'row', type: field.dataType };
    const checked = compile(field, field.formula);
    if (checked === undefined) throw new FormulaError(`the field $${name} was refused itself`);
    return checked;
  };

  const compile = (field: SchemaField, source: string): CheckedFormula | undefined => {
    const known = formulas.get(field.name);
    if (known !== undefined || refused.has(field.name)) return known;
    try {
      if (underway.has(field.name)) throw new FormulaError('it refers to itself');
      underway.add(field.name);
      const formula = parseFormula(source);
      refuseFunctions(formula, refusedFunctions);
      const verdict = judge(formula, verdictOf);
      const fits = verdict.type === 'LINK' ? 'STRING' : verdict.type;
      demand(fits, field.dataType, 'the declared type');
      const baseFields = referencedFields(formula).flatMap(
        (name) => formulas.get(name)?.baseFields ?? [name],
      );
      const checked = { ...verdict, formula, baseFields: [...new Set(baseFields)] };
      formulas.set(field.name, checked);
      return checked;
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      refused.set(field.name, error.message);
      return undefined;
    } finally {
      underway.delete(field.name);
    }
  };

  for (const field of fields) if (field.formula !== undefined) compile(field, field.formula);
  return { formulas, refused };
}
