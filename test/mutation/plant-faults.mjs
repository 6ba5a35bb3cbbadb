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

/** The language refuses ?? beside && or || without brackets. */
const isMixed = ({ operator, left, right }, parent) =>
  operator === '??' && [left, right, parent].some(({ type }) => type === 'LogicalExpression');

const isOne = (node) => node.type === 'Literal' && node.value === 1;

/** What a text becomes: its halves swapped, an entry or a word less, another id. */
function faultyText(text) {
  const [first, second, ...others] = text.split('|');
  if (second !== undefined && first !== second) return [second, first, ...others].join('|');
  if (/^\S.*,\S/.test(text)) return text.slice(text.indexOf(',') + 1);
  if (/\p{L} \S/u.test(text)) return text.replace(/ \S+/, '');
  return /\p{L}/u.test(text) ? `${text}x` : null;
}

/**
 * Places in a module where a fault can be planted: the stretch of text, what stands there and what
 * comes instead.
 *
 * @param {string} js a module without types
 * @param {boolean} withWords also in ids, texts, entries of lists and parts of objects
 */
export function findFaults(js, withWords = false) {
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
      if (after !== undefined && isMixed(node, parent)) {
        add(node.start, node.end, `((${textOf(node.left)}) ${after} (${textOf(node.right)}))`);
      } else if (after !== undefined) addOperator(node, after);
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
    if (withWords) seeWords(node, parent, isKey);
    if (node.type === 'MemberExpression' && !node.computed) {
      const after = SWAPPED_NAMES[node.property.name];
      if (after !== undefined) add(node.property.start, node.property.end, after);
    }
    return 'enter';
  };

  const seeWords = (node, parent, isKey) => {
    if (node.type === 'Literal' && typeof node.value === 'string' && !isKey) {
      const isTypeName = parent.type === 'BinaryExpression' && parent.left.operator === 'typeof';
      const after = isTypeName ? null : faultyText(node.value);
      if (after !== null) add(node.start, node.end, JSON.stringify(after));
    }
    if (node.type === 'TemplateLiteral') seeTemplate(node);
    if (node.type === 'ArrayExpression') leaveOutEach(node.elements);
    if (node.type === 'ObjectExpression') leaveOutEach(node.properties);
  };

  const seeTemplate = ({ quasis, expressions }) => {
    // From the dollar sign before it to the bracket behind it.
    for (const at of expressions.keys()) add(quasis[at].end, quasis[at + 1].start, '');
    const worded = quasis.find(({ value }) => /\p{L}/u.test(value.raw));
    if (worded !== undefined) {
      add(worded.start, worded.end, worded.value.raw.replace(/\p{L}[\p{L}\p{M}'’-]*/u, ''));
    }
  };

  /** Every entry of a list or part of an object, one at a time. */
  const leaveOutEach = (parts) => {
    parts.forEach((part, at) => {
      if (part === null) return;
      const next = parts[at + 1];
      if (next) add(part.start, next.start, '');
      else add(parts[at - 1]?.end ?? part.start, part.end, '');
    });
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
