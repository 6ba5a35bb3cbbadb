import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { clock, quickest, runCold } from './cold-process.ts';
import { atMost, type Figure, kilobytes, milliseconds } from './figure.ts';

const BUNDLE = 'dist/sheet/Code.js';
const ROUNDS = 7;
const MOST_BYTES = 100 * 1024;
const MOST_MILLISECONDS = 15;

/** In a fresh process: compiles and runs the bundle in a context that has nothing but the language. */
export async function startBundle(): Promise<{ milliseconds: number }> {
  const code = readFileSync(BUNDLE, 'utf8');
  const context = createContext(Object.create(null));
  const { milliseconds: taken } = await clock(() => {
    new Script(code, { filename: 'Code.gs' }).runInContext(context);
  });
  return { milliseconds: taken };
}

export function measureBundle(): Figure[] {
  const starts = Array.from(
    { length: ROUNDS },
    () => runCold<{ milliseconds: number }>('bundle').milliseconds,
  );
  return [
    atMost('size of Code.js', readFileSync(BUNDLE).length, MOST_BYTES, kilobytes),
    atMost('cold start in a bare context', quickest(starts), MOST_MILLISECONDS, milliseconds),
  ];
}
