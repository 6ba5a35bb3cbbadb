import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { clock, leastOfRounds, runCold } from './cold-process.ts';
import { type Figure, kilobytes, milliseconds, trend } from './figure.ts';

const PROJECTS = ['sheet', 'connector'];
const codePath = (project: string): string => `dist/${project}/Code.js`;

/** In a fresh process: compiles and runs the bundle in a context that has nothing but the language. */
export async function startBundle(project: string): Promise<{ milliseconds: number }> {
  const code = readFileSync(codePath(project), 'utf8');
  const context = createContext(Object.create(null));
  const { milliseconds: taken } = await clock(() => {
    new Script(code, { filename: 'Code.gs' }).runInContext(context);
  });
  return { milliseconds: taken };
}

/** Watched, not bounded: docs/decisions/0012-bundle-size.md. */
export const measureBundle = (): Figure[] =>
  PROJECTS.flatMap((project) => {
    const start = () => [runCold<{ milliseconds: number }>('bundle', project).milliseconds];
    return [
      trend(`${codePath(project)}, minified`, kilobytes(readFileSync(codePath(project)).length)),
      trend(
        `${codePath(project)}: compiled and run in a bare context`,
        milliseconds(leastOfRounds(start)[0]),
      ),
    ];
  });
