import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { compile } from '../../../src/preview/emulation/host/compiled-scripts.ts';

const folder = mkdtempSync(join(tmpdir(), 'koers-compiled-'));
const module = join(folder, 'compiled-scripts.mjs');
buildSync({
  entryPoints: ['src/preview/emulation/host/compiled-scripts.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: module,
});

/** What another process makes of this source, with what earlier ones kept. */
function ranElsewhere(source: string, kept: string): string {
  const program = `
    import { compile, keepCompiledIn } from ${JSON.stringify(pathToFileURL(module).href)};
    keepCompiledIn(${JSON.stringify(kept)});
    const script = compile(${JSON.stringify(source)}, 'code.js');
    process.stdout.write(script.runInThisContext() + ' ' + script.cachedDataRejected);`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  }).stdout;
}

describe('compiled code', () => {
  it('is compiled once in a process', () => {
    expect(compile('1 + 6', 'a.js')).toBe(compile('1 + 6', 'a.js'));
  });

  it('is kept for the next process, and never taken for another text of the same length', () => {
    const kept = join(folder, 'kept');
    expect(ranElsewhere("'seven'", kept)).toBe('seven undefined');
    expect(ranElsewhere("'seven'", kept)).toBe('seven false');
    expect(ranElsewhere("'eight'", kept)).toBe('eight undefined');
    expect(readdirSync(kept)).toHaveLength(2);
  });

  it('is done without where nothing can be kept', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(ranElsewhere("'nine'", join(file, 'below'))).toBe('nine undefined');
  });
});
