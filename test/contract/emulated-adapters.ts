import { buildSync } from 'esbuild';
import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { runFunction } from '../../src/preview/emulation/host/execution.ts';
import type {
  Compression,
  Mailer,
  OpenPropertyStore,
  Poster,
  ResultCache,
  WorkbookReader,
  WorkbookWriter,
} from '../../src/workflows/ports.ts';
import { emulatorText, testManifest } from '../support/emulated-script.ts';
import type { callAdapters as callInScript } from './adapter-entry.ts';

let bundled: string | null = null;

function adaptersText(): string {
  bundled ??=
    buildSync({
      entryPoints: ['test/contract/adapter-entry.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'adapters',
      target: 'es2020',
      footer: { js: 'function call(calls) { return adapters.callAdapters(calls); }' },
    }).outputFiles[0]?.text ?? '';
  return bundled;
}

type AdapterCall = Parameters<typeof callInScript>[0][number];

/** Runs these calls of adapters in one execution of the emulation. */
export function callAdapters(
  account: EmulatedAccount,
  calls: readonly AdapterCall[],
  asUser?: string,
): unknown[] {
  const { result, error } = runFunction(account, {
    emulator: emulatorText(),
    code: adaptersText(),
    project: 'sheet',
    manifest: testManifest,
    functionName: 'call',
    args: [calls],
    trigger: 'page',
    asUser,
  });
  if (error !== undefined) throw Object.assign(new Error(error.message), { name: error.name });
  // SAFETY: one result per call.
  return result as unknown[];
}

/** A port whose every method is a call of the adapter in an execution of its own. */
function port<T extends object>(account: EmulatedAccount, adapter: string): T {
  // SAFETY: each method of T is one of the adapter's.
  return new Proxy({} as T, {
    get:
      (_target, method) =>
      (...args: unknown[]) =>
        callAdapters(account, [[adapter, String(method), ...args]])[0],
  });
}

export const emulatedReader = (account: EmulatedAccount) => port<WorkbookReader>(account, 'reader');
export const emulatedWriter = (account: EmulatedAccount) => port<WorkbookWriter>(account, 'writer');
export const emulatedCache = (account: EmulatedAccount) => port<ResultCache>(account, 'cache');
export const emulatedProperties = (account: EmulatedAccount) =>
  port<OpenPropertyStore>(account, 'properties');
export const emulatedMailer = (account: EmulatedAccount) => port<Mailer>(account, 'mailer');
export const emulatedPoster = (account: EmulatedAccount) => port<Poster>(account, 'poster');
export const emulatedCompression = (account: EmulatedAccount) =>
  port<Compression>(account, 'compression');
