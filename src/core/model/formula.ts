/**
 * A formula as plain data: its second reader may be another language than this one. Null in any
 * operand, and a division by zero, give null.
 */
export type FormulaOperator = '+' | '-' | '*' | '/';

export const FORMULA_FUNCTIONS = ['min', 'max', 'abs', 'round'] as const;
export type FormulaFunction = (typeof FORMULA_FUNCTIONS)[number];

export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'measure'; readonly measureId: string }
  | { readonly kind: 'negate'; readonly operand: FormulaNode }
  | {
      readonly kind: 'binary';
      readonly operator: FormulaOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | {
      readonly kind: 'call';
      readonly name: FormulaFunction;
      /** `round` takes one or two (digits), `abs` one, `min` and `max` one or more. */
      readonly operands: readonly FormulaNode[];
    };

/** What a part of a formula is made of. */
export function operandsOf(node: FormulaNode): readonly FormulaNode[] {
  if (node.kind === 'binary') return [node.left, node.right];
  if (node.kind === 'negate') return [node.operand];
  return node.kind === 'call' ? node.operands : [];
}

/** The same part made of others. */
export function withOperands(node: FormulaNode, operands: readonly FormulaNode[]): FormulaNode {
  if (node.kind === 'binary') return { ...node, left: operands[0], right: operands[1] };
  if (node.kind === 'negate') return { ...node, operand: operands[0] };
  return node.kind === 'call' ? { ...node, operands } : node;
}

/** The measures that a formula names, each once, in order of appearance. */
export function measuresIn(formula: FormulaNode): string[] {
  const found = new Set<string>();
  const visit = (node: FormulaNode): void => {
    if (node.kind === 'measure') found.add(node.measureId);
    operandsOf(node).forEach(visit);
  };
  visit(formula);
  return [...found];
}
