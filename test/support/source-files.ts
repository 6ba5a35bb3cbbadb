import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface SourceFile {
  /** From the top of the project: src/core/model/kpi.ts */
  path: string;
  text: string;
}

const IGNORED = new Set(['node_modules', 'dist']);

/** Every TypeScript file under a folder, in order of its path. */
export function sourceFilesIn(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return IGNORED.has(entry.name) || entry.name.startsWith('.') ? [] : sourceFilesIn(path);
      }
      return entry.name.endsWith('.ts') ? [{ path, text: readFileSync(path, 'utf8') }] : [];
    });
}

/** The code without comments and without what stands between quotes: names in words are no use. */
export const codeOf = ({ text }: Pick<SourceFile, 'text'>): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (found) =>
    found.startsWith('/') ? '' : "''",
  );

const NAMES = String.raw`(?:type\s+)?(?:\w+\s*,\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+)`;
const FROM = new RegExp(
  String.raw`^(?:import|export)\s+(?:${NAMES}\s+from\s+)?['"]([^'"]+)['"]`,
  'gm',
);

/** What a file imports or re-exports, as it is written. */
const specifiersOf = ({ text }: SourceFile): string[] =>
  [...text.matchAll(FROM)].map((match) => match[1]);

interface Imports {
  /** Files of the project, by path. */
  files: string[];
  /** Anything else: packages and Node's own modules. */
  packages: string[];
}

export function importsOf(file: SourceFile): Imports {
  const all = specifiersOf(file);
  const isOwn = (specifier: string) => specifier.startsWith('.');
  return {
    files: all.filter(isOwn).map((own) => normalize(join(dirname(file.path), own))),
    packages: all.filter((specifier) => !isOwn(specifier)),
  };
}
