import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { clock, leastOfRounds, runCold } from './cold-process.ts';
import { atMost, type Figure, kilobytes, milliseconds } from './figure.ts';

const BUNDLE = 'dist/sheet/Code.js';
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
  const [start] = leastOfRounds(() => [runCold<{ milliseconds: number }>('bundle').milliseconds]);
  return [
    atMost('size of Code.js, minified', readFileSync(BUNDLE).length, MOST_BYTES, kilobytes),
    atMost(
      'cold start: compiled and run in a bare context',
      start,
      MOST_MILLISECONDS,
      milliseconds,
    ),
  ];
}
