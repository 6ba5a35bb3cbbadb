import { buildSync } from 'esbuild';
import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import {
  type FunctionCall,
  type RunResult,
  runFunction,
} from '../../src/preview/emulation/host/execution.ts';
import type { Manifest } from '../../src/preview/emulation/host/execution-state.ts';

let bundled: string | null = null;

/** The emulator as the build makes it, bundled once per test file. */
export function emulatorText(): string {
  if (bundled === null) {
    const { outputFiles } = buildSync({
      entryPoints: ['src/preview/emulation/inside/emulator.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
    });
    bundled = outputFiles[0]?.text ?? '';
  }
  return bundled;
}

/** Every scope, and a script time zone that is no test's spreadsheet time zone. */
export const testManifest: Manifest = {
  timeZone: 'America/New_York',
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets' }] },
};

type CallOptions = Partial<Omit<FunctionCall, 'code' | 'functionName'>>;

/** Runs `function test(...args)` with this body, as a page's call so that its result comes back. */
export function runScript(
  account: EmulatedAccount,
  body: string,
  options: CallOptions = {},
): RunResult {
  return runFunction(account, {
    emulator: emulatorText(),
    code: `function test(...args) {\n${body}\n}`,
    project: 'sheet',
    manifest: testManifest,
    functionName: 'test',
    trigger: 'page',
    ...options,
  });
}

/** The result of a script that must not fail. */
export function resultOf(
  account: EmulatedAccount,
  body: string,
  options: CallOptions = {},
): unknown {
  const { result, error } = runScript(account, body, options);
  if (error !== undefined) throw new Error(`${error.name}: ${error.message}\n${error.stack}`);
  return result;
}

/** The text of the error that a script must end with: "Exception: …". */
export function errorOf(account: EmulatedAccount, body: string, options: CallOptions = {}): string {
  const { error } = runScript(account, body, options);
  if (error === undefined) throw new Error('the script ended without an error');
  return `${error.name}: ${error.message}`;
}
