import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { ProjectName } from '../../src/preview/emulation/host/account.ts';
import type { Manifest } from '../../src/preview/emulation/host/execution-state.ts';

const PROJECTS: readonly ProjectName[] = ['sheet', 'connector'];

export const codeOf = (folder: string, project: ProjectName): string =>
  readFileSync(join(folder, 'dist', project, 'Code.js'), 'utf8');

export const manifestOf = (folder: string, project: ProjectName): Manifest =>
  JSON.parse(readFileSync(join(folder, 'dist', project, 'appsscript.json'), 'utf8'));

/** Null, or why this folder cannot be measured. */
export function whyNotBuilt(folder: string): string | null {
  if (!existsSync(folder)) return `There is no folder ${folder}.`;
  const missing = PROJECTS.find((project) => !existsSync(join(folder, 'dist', project, 'Code.js')));
  return missing === undefined
    ? null
    : `${folder} holds no dist/${missing}/Code.js: run "npm ci && node build.mjs" there first.`;
}

/** The entries a build may have: one for each project, or one for both. */
const entryOf = (folder: string, project: ProjectName): string | undefined =>
  [`main-${project}.ts`, 'main.ts']
    .map((name) => join(folder, 'src/apps-script', name))
    .find((path) => existsSync(path));

/**
 * Bundles a project once more, with its source map: where every function of Code.js comes from.
 * Null when another text comes out than the one that was built; then it is measured as a whole.
 */
export async function mapOf(folder: string, project: ProjectName): Promise<string | null> {
  const entry = entryOf(folder, project);
  if (entry === undefined) return null;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    target: 'es2020',
    define: { KOERS_VERSION: JSON.stringify(version) },
    loader: { '.html': 'text' },
    format: 'iife',
    globalName: 'koers_',
    minify: true,
    sourcemap: 'external',
    outfile: join(folder, 'Code.js'),
  });
  const [map, code] = outputFiles;
  const bundled = code.text.trimEnd();
  return codeOf(folder, project).startsWith(bundled) ? map.text : null;
}

/** Reads a map of `mapOf`; without one no function has a known source. */
export function sourceFinder(map: string | null): (line: number, column: number) => string | null {
  if (map === null) return () => null;
  const sources = new SourceMap(JSON.parse(map));
  return (line, column) => {
    const entry = sources.findEntry(line, column);
    return 'originalSource' in entry ? entry.originalSource : null;
  };
}
