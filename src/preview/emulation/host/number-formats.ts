import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type NumberFormats = typeof import('numfmt');

let loaded: NumberFormats | undefined;

/**
 * numfmt builds tables for every locale when it loads, which costs more than a whole execution.
 * Only those that show a cell or read typed text need it, so it is fetched when they do.
 */
export function numfmt(): NumberFormats {
  // What it offers to `require` by name is missing from the package; by its path it is there.
  loaded ??= createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('numfmt')));
  // SAFETY: loaded on the line above.
  return loaded as NumberFormats;
}
