import { parse } from 'acorn';

/** What a fault turns an operator into. */
const OPERATORS = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '**': '*',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};

const ASSIGNMENTS = { '+=': '-=', '-=': '+=', '*=': '/=' };

const SWAPPED_NAMES = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  round: 'floor',
  some: 'every',
  every: 'some',
};

/** Every node with its parent, in order of the text. */
function visit(node, parent, see) {
  if (node.type === 'ImportDeclaration') return;
  if (see(node, parent) === 'leave') return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === 'object' && typeof child.type === 'string') {
        visit(child, node, see);
      }
    }
  }
}

const isOne = (node) => node.type === 'Literal' && node.value === 1;

/**
 * Places in a module where a fault can be planted: the stretch of text, what stands there and what
 * comes instead.
 *
 * @param {string} js a module without types
 */
export function findFaults(js) {
  const faults = [];
  const add = (start, end, after) => faults.push({ start, end, after });
  const textOf = ({ start, end }) => js.slice(start, end);
  /** The operator between two operands; its text may also stand in a comment between them. */
  const addOperator = ({ left, right, operator }, after) => {
    const start = js.indexOf(operator, left.end);
    if (start < right.start) add(start, start + operator.length, after);
  };
  const negate = (test) => add(test.start, test.end, `!(${textOf(test)})`);

  const addReturn = (value) => {
    const after = value.type === 'Literal' && value.value === null ? '0' : 'null';
    const isObject = value.type === 'ObjectExpression' && js[value.start - 1] === '(';
    add(value.start, value.end, isObject ? 'null' : after);
  };

  const see = (node, parent) => {
    if (node.type === 'UnaryExpression' && node.operator === 'void') return 'leave';
    if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
      const after = OPERATORS[node.operator];
      if (after !== undefined) addOperator(node, after);
      const isShift = (node.operator === '+' || node.operator === '-') && isOne(node.right);
      if (isShift) add(node.start, node.end, `(${textOf(node.left)})`);
    }
    if (node.type === 'AssignmentExpression' && ASSIGNMENTS[node.operator] !== undefined) {
      addOperator(node, ASSIGNMENTS[node.operator]);
    }
    if (node.type === 'UnaryExpression' && (node.operator === '!' || node.operator === '-')) {
      // Only the sign: what it stands before may be in brackets.
      add(node.start, node.start + 1, ' ');
    }
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') negate(node.test);
    if (node.type === 'ReturnStatement' && node.argument !== null) addReturn(node.argument);
    if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') {
      addReturn(node.body);
    }
    const isKey = parent.type === 'Property' && parent.value !== node;
    if (node.type === 'Literal' && !isKey) addConstant(node);
    if (node.type === 'MemberExpression' && !node.computed) {
      const after = SWAPPED_NAMES[node.property.name];
      if (after !== undefined) add(node.property.start, node.property.end, after);
    }
    return 'enter';
  };

  const addConstant = ({ start, end, value }) => {
    if (typeof value === 'boolean') add(start, end, String(!value));
    if (typeof value !== 'number') return;
    add(start, end, Number.isInteger(value) ? String(value + 1) : String(value * 1.25));
  };

  const program = parse(js, { ecmaVersion: 'latest', sourceType: 'module' });
  visit(program, program, see);
  return faults.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Puts a count in every loop, so that a fault that makes one endless ends all the same. */
export function boundLoops(js) {
  const places = [];
  visit(parse(js, { ecmaVersion: 'latest', sourceType: 'module' }), null, (node) => {
    if (!/^(For|While|ForOf|DoWhile)Statement$/.test(node.type)) return;
    places.push([node.body.start, node.body.end]);
  });
  const insertions = places.flatMap(([start, end]) => [
    [start, '{ countRound(); '],
    [end, ' }'],
  ]);
  let bounded = js;
  for (const [at, text] of insertions.sort((a, b) => b[0] - a[0])) {
    bounded = bounded.slice(0, at) + text + bounded.slice(at);
  }
  return bounded;
}
