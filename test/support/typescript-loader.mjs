import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

/** Node asks this for every module: types are taken away by the compiler that ships. */
export async function load(url, context, nextLoad) {
  const [address] = url.split('?');
  if (!address.endsWith('.ts')) return nextLoad(url, context);
  const path = fileURLToPath(address);
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcefile: path,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
