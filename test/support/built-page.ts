import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const SOURCE = 'src/preview/page';

/** The page as the build makes it, in a folder of its own. */
export function buildPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koers-page-'));
  buildSync({
    entryPoints: ['page', 'script-run'].map((name) => `${SOURCE}/${name}.ts`),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outdir: folder,
  });
  for (const file of ['index.html', 'page.css']) {
    copyFileSync(`${SOURCE}/${file}`, join(folder, file));
  }
  return folder;
}
