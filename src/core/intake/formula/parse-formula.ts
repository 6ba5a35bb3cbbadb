import {
  FORMULA_FUNCTIONS,
  type FormulaFunction,
  type FormulaNode,
  type FormulaOperator,
} from '../../model/formula.ts';
import { type BadReading, bad, type CellReading, read } from '../cell/cell-reading.ts';
import { type FormulaToken, tokenizeFormula } from './tokenize-formula.ts';

/** Measures stand in the tree by the name that was typed, until they are resolved to ids. */
export interface ParsedFormula {
  readonly formula: FormulaNode;
  readonly multipliesBy100: boolean;
}

const LONGEST = 1000;
const DEEPEST = 50;

const BINDING_POWER: Readonly<Record<FormulaOperator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const UNARY_POWER = 3;

const OPERAND_COUNTS: Readonly<Record<FormulaFunction, readonly [low: number, high: number]>> = {
  min: [1, 20],
  max: [1, 20],
  abs: [1, 1],
  round: [1, 2],
};

/** `position` counts characters from 1. */
type Failure = BadReading;
type Step = { readonly node: FormulaNode; readonly next: number } | Failure;

/**
 * A formula over measures: + − * / ( ) and min, max, abs, round. A precedence climber over tokens;
 * every failure is a value with its position.
 */
export function parseFormula(text: string, decimal: ',' | '.'): CellReading<ParsedFormula> {
  const source = text.trim();
  if (source.startsWith('=')) return bad('E_FORMULA_EQUALS', {});
  if (source.length > LONGEST) return bad('E_FORMULA_SIZE', {});
  const scanned = tokenizeFormula(source, decimal);
  if ('problem' in scanned) return scanned;
  const { tokens } = scanned;
  const step = parseExpression(tokens, 0, 0, 0);
  if ('problem' in step) return step;
  if (tokens[step.next].kind !== 'end') return unexpected(tokens[step.next]);
  return read({ formula: step.node, multipliesBy100: multipliesBy100(step.node) });
}

const unexpected = (token: FormulaToken): Failure =>
  token.kind === 'end'
    ? bad('E_FORMULA_END', { position: token.position })
    : bad('E_FORMULA_UNEXPECTED', { received: token.text, position: token.position });

function parseExpression(
  tokens: readonly FormulaToken[],
  at: number,
  power: number,
  depth: number,
): Step {
  if (depth > DEEPEST) return bad('E_FORMULA_SIZE', {});
  let left = parseOperand(tokens, at, depth);
  while (!('problem' in left)) {
    const token = tokens[left.next];
    if (token.kind !== 'operator' || BINDING_POWER[token.operator] <= power) return left;
    const right = parseExpression(tokens, left.next + 1, BINDING_POWER[token.operator], depth + 1);
    if ('problem' in right) return right;
    left = {
      node: { kind: 'binary', operator: token.operator, left: left.node, right: right.node },
      next: right.next,
    };
  }
  return left;
}

function parseOperand(tokens: readonly FormulaToken[], at: number, depth: number): Step {
  const token = tokens[at];
  if (token.kind === 'number')
    return { node: { kind: 'number', value: token.value }, next: at + 1 };
  if (token.kind === 'name') {
    return tokens[at + 1].kind === 'open' && !token.isBracketed
      ? parseCall(tokens, at, depth)
      : { node: { kind: 'measure', measureId: token.text }, next: at + 1 };
  }
  if (token.kind === 'operator' && (token.operator === '-' || token.operator === '+')) {
    const operand = parseExpression(tokens, at + 1, UNARY_POWER, depth + 1);
    if ('problem' in operand || token.operator === '+') return operand;
    return { node: { kind: 'negate', operand: operand.node }, next: operand.next };
  }
  if (token.kind !== 'open') return unexpected(token);
  const inner = parseExpression(tokens, at + 1, 0, depth + 1);
  if ('problem' in inner) return inner;
  return tokens[inner.next].kind === 'close'
    ? { node: inner.node, next: inner.next + 1 }
    : unexpected(tokens[inner.next]);
}

function parseCall(tokens: readonly FormulaToken[], at: number, depth: number): Step {
  const { text, position } = tokens[at];
  const name = FORMULA_FUNCTIONS.find((known) => known === text.toLowerCase());
  if (name === undefined) return bad('E_FORMULA_FUNCTION', { received: text });
  const operands: FormulaNode[] = [];
  let next = at + 2;
  while (tokens[next].kind !== 'close') {
    const operand = parseExpression(tokens, next, 0, depth + 1);
    if ('problem' in operand) return operand;
    operands.push(operand.node);
    next = operand.next;
    if (tokens[next].kind === 'separator') next++;
    else if (tokens[next].kind !== 'close') return unexpected(tokens[next]);
  }
  const [low, high] = OPERAND_COUNTS[name];
  if (operands.length < low || operands.length > high) {
    return bad('E_FORMULA_OPERANDS', { received: text, position });
  }
  return { node: { kind: 'call', name, operands }, next: next + 1 };
}

const isHundred = (node: FormulaNode): boolean => node.kind === 'number' && node.value === 100;

/** True when the outermost product has a factor 100: the habit of people who make percents by hand. */
function multipliesBy100(node: FormulaNode): boolean {
  if (node.kind === 'negate') return multipliesBy100(node.operand);
  if (node.kind === 'call') return node.operands.some(multipliesBy100);
  if (node.kind !== 'binary') return false;
  if (node.operator === '*' && (isHundred(node.left) || isHundred(node.right))) return true;
  return multipliesBy100(node.left) || (node.operator !== '/' && multipliesBy100(node.right));
}
