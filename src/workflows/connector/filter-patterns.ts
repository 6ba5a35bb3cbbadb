/**
 * Regular expressions of Data Studio, which are RE2's, in JavaScript's. Only what means the same in
 * both, in a form whose work is bounded; for anything else there is none, and Data Studio filters.
 */

interface Pattern {
  readonly source: string;
  /** How often it can begin anew at each character of a text. */
  readonly degree: number;
  /** How many ways there are besides. */
  readonly ways: number;
}

const SPACE = '[\\t\\n\\f\\r ]';
/** What both write alike, by what RE2 means by it. */
const CLASSES: Readonly<Record<string, string>> = {
  d: '[0-9]',
  D: '[^0-9]',
  s: SPACE,
  S: '[^\\t\\n\\f\\r ]',
  w: '[0-9A-Za-z_]',
  W: '[^0-9A-Za-z_]',
};

const TOKEN =
  /\\([dDsSwW])|\\([\\^$.*+?()[\]{}|/])|(\[\^?[^[\]\\^]+\])|(\.)|(\(\?:|\()|(\))|(\|)|([*+]|\{\d+(?:,\d*)?\})(\?)?|(\?)(\?)?|([^\\^$.*+?()[\]{}|])/uy;

const MOST_REPEATS = 8;

/** Ranges go upwards, and a hyphen is nothing but a range. */
function isSet(set: string): boolean {
  const others = set.replace(/([^-])-([^-])/gu, (_, from: string, to: string) =>
    (from.codePointAt(0) ?? 0) <= (to.codePointAt(0) ?? 0) ? '' : '-',
  );
  return !others.includes('-');
}

/** The body of a pattern, its anchors taken off; null for what is not known to mean the same. */
function translated(body: string, isDotAll: boolean, hasNoCase: boolean): Pattern | null {
  let source = '';
  let degree = 0;
  let ways = 1;
  let depth = 0;
  /** Whether something stands before that can be repeated. */
  let atom: 'none' | 'one' | 'group' = 'none';
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const found = TOKEN.exec(body);
    if (found === null) return null;
    const [whole, letters, escaped, set, dot, opens, closes, or, repeat, , maybe, , plain] = found;
    if (letters !== undefined) {
      // With capitals alike both have letters of their own that are like s and k.
      if (hasNoCase && /w/i.test(letters)) return null;
      source += CLASSES[letters];
    } else if (escaped !== undefined || plain !== undefined) source += whole;
    else if (set !== undefined) {
      if (!isSet(set)) return null;
      source += set;
    } else if (dot !== undefined) source += isDotAll ? '[\\s\\S]' : '[^\\n]';
    else if (opens !== undefined) {
      depth += 1;
      source += '(?:';
    } else if (closes !== undefined) {
      depth -= 1;
      if (depth < 0) return null;
      source += ')';
    } else if (or !== undefined) {
      ways *= 2;
      source += '|';
    } else if (maybe !== undefined) {
      if (atom === 'none') return null;
      ways *= 2;
      source += '?';
    } else if (repeat !== undefined) {
      const most = Number(/(\d+)\}$/.exec(repeat)?.[1] ?? Infinity);
      if (Number(/\{(\d+)/.exec(repeat)?.[1] ?? 0) > Math.min(most, MOST_REPEATS)) return null;
      if (atom !== 'one' || (most !== Infinity && most > MOST_REPEATS)) return null;
      if (most === Infinity) degree += 1;
      else ways *= most + 1;
      source += repeat;
    }
    if (opens !== undefined || or !== undefined || repeat !== undefined || maybe !== undefined) {
      atom = 'none';
    } else atom = closes === undefined ? 'one' : 'group';
  }
  return depth === 0 ? { source, degree, ways } : null;
}

/** Steps that one text may take. */
const MOST_STEPS = 2_000_000;

/** Null for a text on which it might take too long. */
type PatternTest = (text: string) => boolean | null;

export function matcherOf(pattern: string, how: 'partial' | 'whole'): PatternTest | null {
  const [, flags = '', rest] = /^(?:\(\?([is]+)\))?([\s\S]*)$/.exec(pattern) ?? [];
  const [, begins, body, ends] = /^(\^?)([\s\S]*?)((?:(?<!\\)\$)?)$/.exec(rest) ?? [];
  // An anchor belongs to the first or last alternative only.
  if ((begins !== '' || ends !== '') && body.includes('|')) return null;
  const found = translated(body, flags.includes('s'), flags.includes('i'));
  if (found === null) return null;
  const isFromStart = how === 'whole' || begins !== '';
  const isToEnd = how === 'whole' || ends !== '';
  const test = new RegExp(
    `${isFromStart ? '^' : ''}(?:${found.source})${isToEnd ? '$' : ''}`,
    flags.includes('i') ? 'iu' : 'u',
  );
  const degree = found.degree + (isFromStart ? 0 : 1);
  return (text) => (found.ways * (text.length + 1) ** degree > MOST_STEPS ? null : test.test(text));
}
