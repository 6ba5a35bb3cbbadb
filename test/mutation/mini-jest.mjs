import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { Script } from 'node:vm';

const require = createRequire(import.meta.url);
/** The matchers of the tests are Jest's own. */
const { expect } = createRequire(require.resolve('jest'))('expect');

/** Rounds that no loop of an honest test makes between two counts from zero. */
const MOST_ROUNDS = 30_000_000;
let rounds = 0;
const countRound = () => {
  if (++rounds > MOST_ROUNDS) throw new Error('endless');
};

/** What a test file has registered. */
function collector() {
  const tests = [];
  const test = (name, run) => tests.push({ name, run });
  test.each = (rows) => (name, run) => {
    for (const row of rows) {
      tests.push({ name, run: () => run(...(Array.isArray(row) ? row : [row])) });
    }
  };
  const describe = (_, define) => define();
  describe.each = (rows) => (_, define) => {
    for (const row of rows) define(...(Array.isArray(row) ? row : [row]));
  };
  return { tests, globals: { test, it: test, describe, expect } };
}

/**
 * Runs test files on a snapshot of the sources: small enough to run them hundreds of times in one
 * process.
 *
 * @param {Record<string, string>} modules CommonJS text by path from the project's root
 */
export function makeRunner(modules, root) {
  const scripts = new Map();
  const scriptOf = (path) => {
    let script = scripts.get(path);
    if (script === undefined) {
      script = compile(path, modules[path]);
      scripts.set(path, script);
    }
    return script;
  };
  const parameters = 'exports, require, module, test, it, describe, expect, countRound';
  // A function within a function: a module may give a name of its own to what is handed to it.
  const compile = (path, js) =>
    new Script(`(function (${parameters}) { (() => {${js}\n})(); })`, {
      filename: join(root, path),
    });

  /** @param {Record<string, string>} [changed] texts that stand in for those of the snapshot */
  function load(changed = {}) {
    const loaded = new Map();
    let globals = collector().globals;
    const importFrom = (path, name) => {
      if (!name.startsWith('.')) return createRequire(join(root, path))(name);
      const target = posix.join(dirname(path), name);
      return target in modules ? importModule(target) : require(join(root, target));
    };
    const importModule = (path) => {
      const before = loaded.get(path);
      if (before !== undefined) return before.exports;
      const module = { exports: {} };
      loaded.set(path, module);
      const script = path in changed ? compile(path, changed[path]) : scriptOf(path);
      const { test, it, describe } = globals;
      const run = script.runInThisContext();
      const own = (name) => importFrom(path, name);
      run(module.exports, own, module, test, it, describe, expect, countRound);
      return module.exports;
    };
    return {
      /** Gives the name of the first test that fails, or null when all pass. */
      async firstFailure(path) {
        const { tests, globals: own } = collector();
        globals = own;
        rounds = 0;
        try {
          importModule(path);
        } catch (error) {
          return `${path}: ${String(error).slice(0, 200)}`;
        }
        for (const { name, run } of tests) {
          rounds = 0;
          try {
            await run();
          } catch (error) {
            return `${name}: ${String(error).slice(0, 300)}`;
          }
        }
        return null;
      },
      countFromZero: () => {
        rounds = 0;
      },
      importModule,
    };
  }
  return { load };
}
