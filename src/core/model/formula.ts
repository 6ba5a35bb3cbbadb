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

/** The measures that a formula names, each once, in order of appearance. */
export function measuresIn(formula: FormulaNode): string[] {
  const found = new Set<string>();
  const visit = (node: FormulaNode): void => {
    if (node.kind === 'measure') found.add(node.measureId);
    else if (node.kind === 'negate') visit(node.operand);
    else if (node.kind === 'call') node.operands.forEach(visit);
    else if (node.kind === 'binary') {
      visit(node.left);
      visit(node.right);
    }
  };
  visit(formula);
  return [...found];
}
