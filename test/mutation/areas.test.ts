import { transformSync } from 'esbuild';
import { importsOf, type SourceFile, sourceFilesIn } from '../support/source-files.ts';
import { AREAS, READ_FOLDERS } from './areas.mjs';

const known = new Map(READ_FOLDERS.flatMap(sourceFilesIn).map((file) => [file.path, file]));

/** Without what is imported for its types alone: no run loads that. */
const loadedBy = ({ path, text }: SourceFile): readonly string[] =>
  importsOf({ path, text: transformSync(text, { loader: 'ts' }).code }).files;

function reachedFrom(first: readonly string[]): string[] {
  const reached = new Set(first);
  for (const path of reached) {
    const file = known.get(path);
    if (file === undefined) continue;
    for (const needed of loadedBy(file)) reached.add(needed);
  }
  return [...reached];
}

const readable = (path: string): boolean => known.has(path) || !path.endsWith('.ts');

test.each(Object.entries(AREAS))(
  'the planting of faults in %s finds every file that its tests load',
  (_, { tests }) => {
    const first = [...known.keys()].filter((path) => tests.some((test) => test.test(path)));
    expect(first.length).toBeGreaterThan(3);
    expect(reachedFrom(first).filter((path) => !readable(path))).toEqual([]);
  },
);

test('every pattern of an area names a test', () => {
  const patterns = Object.values(AREAS).flatMap(({ tests }) => tests);
  const idle = patterns.filter((pattern) => ![...known.keys()].some((path) => pattern.test(path)));
  expect(idle).toEqual([]);
});
