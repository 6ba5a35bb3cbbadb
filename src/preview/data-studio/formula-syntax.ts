// Reads a calculated field's formula into a tree.

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'AND'
  | 'OR';

export type Formula =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'negate' | 'not'; readonly operand: Formula }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Formula;
      readonly right: Formula;
    }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Formula; readonly result: Formula }[];
      readonly otherwise: Formula;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] }
  | { readonly kind: 'isNull'; readonly operand: Formula };

export class FormulaError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormulaError';
  }
}

interface Token {
  readonly type: 'number' | 'text' | 'field' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\$(?<field>[A-Za-z0-9_]+)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<sign><=|>=|!=|<>|[-+*/=<>(),]))/y;

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) throw new FormulaError(`unexpected "${source.slice(at).trim()[0]}"`);
    for (const [type, text] of Object.entries(match.groups ?? {})) {
      // SAFETY: the groups of TOKEN are named after the token types.
      if (text !== undefined) tokens.push({ type: type as Token['type'], text, at });
    }
    at = TOKEN.lastIndex;
  }
  tokens.push({ type: 'end', text: 'the end', at });
  return tokens;
}

const BINDING: Readonly<Record<string, number>> = {
  OR: 1,
  AND: 2,
  '=': 4,
  '!=': 4,
  '<>': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  IS: 4,
  IN: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
};
const NOT_BINDING = 3;
const NEGATE_BINDING = 7;
const CONSTANTS: Readonly<Record<string, boolean | null>> = {
  TRUE: true,
  FALSE: false,
  NULL: null,
};
const NULL: Formula = { kind: 'literal', value: null };

const unquote = (text: string): string => text.slice(1, -1).replace(/\\(.)/g, '$1');

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(source: string) {
    this.tokens = tokenize(source);
  }

  parse(): Formula {
    const formula = this.expression(0);
    if (this.next.type !== 'end') this.refuse();
    return formula;
  }

  private get next(): Token {
    // SAFETY: the last token is always 'end', and take() never passes it.
    return this.tokens[this.position] as Token;
  }

  private refuse(): never {
    throw new FormulaError(`unexpected ${this.next.text} at position ${this.next.at + 1}`);
  }

  private take(): Token {
    const token = this.next;
    if (token.type !== 'end') this.position += 1;
    return token;
  }

  private takeIf(text: string): boolean {
    const { type } = this.next;
    const found = (type === 'word' || type === 'sign') && this.next.text.toUpperCase() === text;
    if (found) this.position += 1;
    return found;
  }

  private expect(text: string): void {
    if (!this.takeIf(text)) this.refuse();
  }

  private expression(binding: number): Formula {
    let left = this.operand();
    for (;;) {
      const isOperator = this.next.type === 'sign' || this.next.type === 'word';
      const operator = this.next.text.toUpperCase();
      const strength = isOperator ? BINDING[operator] : undefined;
      if (strength === undefined || strength <= binding) return left;
      this.take();
      left = this.continued(left, operator, strength);
    }
  }

  private continued(left: Formula, operator: string, strength: number): Formula {
    if (operator === 'IS') {
      const isNegated = this.takeIf('NOT');
      this.expect('NULL');
      const test: Formula = { kind: 'isNull', operand: left };
      return isNegated ? { kind: 'not', operand: test } : test;
    }
    if (operator === 'IN') return this.membership(left);
    const right = this.expression(strength);
    const spelled = operator === '<>' ? '!=' : operator;
    // SAFETY: BINDING holds only the binary operators besides IS and IN.
    return { kind: 'binary', operator: spelled as BinaryOperator, left, right };
  }

  private membership(left: Formula): Formula {
    this.expect('(');
    return this.list()
      .map((right): Formula => ({ kind: 'binary', operator: '=', left, right }))
      .reduce((one, other) => ({ kind: 'binary', operator: 'OR', left: one, right: other }));
  }

  private list(): Formula[] {
    const items = [this.expression(0)];
    while (this.takeIf(',')) items.push(this.expression(0));
    this.expect(')');
    return items;
  }

  private operand(): Formula {
    const token = this.take();
    if (token.type === 'number') return { kind: 'literal', value: Number(token.text) };
    if (token.type === 'text') return { kind: 'literal', value: unquote(token.text) };
    if (token.type === 'field') return { kind: 'field', name: token.text };
    if (token.text === '(') {
      const inner = this.expression(0);
      this.expect(')');
      return inner;
    }
    if (token.text === '-') return { kind: 'negate', operand: this.expression(NEGATE_BINDING) };
    if (token.type === 'word') return this.word(token);
    this.position -= token.type === 'end' ? 0 : 1;
    return this.refuse();
  }

  private word(token: Token): Formula {
    const name = token.text.toUpperCase();
    if (name === 'NOT') return { kind: 'not', operand: this.expression(NOT_BINDING) };
    if (name === 'CASE') return this.cases();
    const constant = CONSTANTS[name];
    if (constant !== undefined) return { kind: 'literal', value: constant };
    if (!this.takeIf('(')) {
      throw new FormulaError(`"${token.text}" is not known; fields are written as $${token.text}`);
    }
    return { kind: 'call', name, args: this.takeIf(')') ? [] : this.list() };
  }

  private cases(): Formula {
    const subject = this.takeIf('WHEN') ? undefined : this.expression(0);
    if (subject !== undefined) this.expect('WHEN');
    const branches: { when: Formula; result: Formula }[] = [];
    do {
      const test = this.expression(0);
      this.expect('THEN');
      const when: Formula =
        subject === undefined
          ? test
          : { kind: 'binary', operator: '=', left: subject, right: test };
      branches.push({ when, result: this.expression(0) });
    } while (this.takeIf('WHEN'));
    const otherwise = this.takeIf('ELSE') ? this.expression(0) : NULL;
    this.expect('END');
    return { kind: 'case', branches, otherwise };
  }
}

export const parseFormula = (source: string): Formula => new Parser(source).parse();

const childrenOf = (formula: Formula): readonly Formula[] => {
  switch (formula.kind) {
    case 'literal':
    case 'field':
      return [];
    case 'negate':
    case 'not':
    case 'isNull':
      return [formula.operand];
    case 'binary':
      return [formula.left, formula.right];
    case 'case':
      return [...formula.branches.flatMap(({ when, result }) => [when, result]), formula.otherwise];
    case 'call':
      return formula.args;
  }
};

/** The tree's nodes, parents first. */
export function* walkFormula(formula: Formula): Generator<Formula> {
  yield formula;
  for (const child of childrenOf(formula)) yield* walkFormula(child);
}

export const referencedFields = (formula: Formula): string[] => [
  ...new Set(
    [...walkFormula(formula)].flatMap((node) => (node.kind === 'field' ? [node.name] : [])),
  ),
];
