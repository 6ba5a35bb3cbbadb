/** Resolved by esbuild, which leaves a required module unread until the first call. */
declare function require(path: './number-formats.ts'): typeof import('./number-formats.ts');

/**
 * numfmt builds tables for every locale when it loads, five times the work of all else in
 * the emulator. Only executions that show a cell or read typed text need it.
 */
export function numfmt() {
  return require('./number-formats.ts').numberFormats;
}
