/** A fields mask as a tree: a name with no members below it means all of it. */
export interface MaskTree {
  readonly [name: string]: MaskTree;
}

/** Reads "sheets(properties(title,index),data.rowData),properties.timeZone"; null when malformed. */
export function parseMask(text: string): MaskTree | null {
  const tokens = text.replace(/\s/g, '').match(/[A-Za-z0-9_*]+|[(),./]/g) ?? [];
  const state = { tokens, at: 0 };
  const tree = parseList(state);
  return tree === null || state.at !== tokens.length ? null : tree;
}

interface Parsing {
  readonly tokens: readonly string[];
  at: number;
}

type MutableTree = { [name: string]: MutableTree };

function parseList(state: Parsing): MutableTree | null {
  const tree: MutableTree = {};
  for (;;) {
    if (!parsePath(state, tree)) return null;
    if (state.tokens[state.at] !== ',') return tree;
    state.at += 1;
  }
}

function parsePath(state: Parsing, tree: MutableTree): boolean {
  const name = state.tokens[state.at];
  if (name === undefined || !/^[A-Za-z0-9_*]+$/.test(name)) return false;
  state.at += 1;
  tree[name] ??= {};
  const next = state.tokens[state.at];
  if (next === '.' || next === '/') {
    state.at += 1;
    return parsePath(state, tree[name]);
  }
  if (next !== '(') return true;
  state.at += 1;
  const members = parseList(state);
  if (members === null || state.tokens[state.at] !== ')') return false;
  state.at += 1;
  Object.assign(tree[name], members);
  return true;
}

/** Every full path a mask names: "userEnteredFormat.numberFormat". */
export function maskPaths(tree: MaskTree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, members]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return Object.keys(members).length === 0 ? [path] : maskPaths(members, path);
  });
}

/** Only what the mask asks for; arrays are masked member by member. */
export function masked(value: unknown, tree: MaskTree): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const wanted = Object.entries(tree);
  return wanted.length === 0 || '*' in tree ? value : maskedMembers(value, wanted);
}

// A whole workbook's cells go through here, so the mask is walked and not the value.
function maskedMembers(value: object, wanted: readonly [string, MaskTree][]): unknown {
  if (Array.isArray(value)) return value.map((member) => maskedMembers(Object(member), wanted));
  const kept: Record<string, unknown> = {};
  for (const [name, members] of wanted) {
    const member: unknown = Reflect.get(value, name);
    if (member !== undefined) kept[name] = masked(member, members);
  }
  return kept;
}
