import { existsSync, readFileSync } from 'node:fs';
import type { EmulatedAccount, ProjectName } from '../../src/preview/emulation/host/account.ts';
import {
  type FunctionCall,
  type RunResult,
  runFunction,
} from '../../src/preview/emulation/host/execution.ts';
import type { Manifest } from '../../src/preview/emulation/host/execution-state.ts';
import { emulatorText } from '../support/emulated-script.ts';

function shippedText(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is missing: run "npm run build" first`);
  return readFileSync(path, 'utf8');
}

export const shippedCode = (project: ProjectName): string => shippedText(`dist/${project}/Code.js`);

/** The page of the board as it is pushed with this project. */
export const shippedBoard = (project: ProjectName): string =>
  shippedText(`dist/${project}/board.html`);

export interface ShippedManifest extends Manifest {
  readonly oauthScopes: readonly string[];
  readonly dataStudio?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

export const shippedManifest = (project: ProjectName): ShippedManifest =>
  JSON.parse(shippedText(`dist/${project}/appsscript.json`));

type ShippedOptions = Partial<Pick<FunctionCall, 'trigger' | 'asUser' | 'args'>>;

/** Calls a function of what ships, with the manifest that ships. */
export function runShipped(
  account: EmulatedAccount,
  project: ProjectName,
  functionName: string,
  options: ShippedOptions = {},
): RunResult {
  return runFunction(account, {
    emulator: emulatorText(),
    code: shippedCode(project),
    project,
    manifest: shippedManifest(project),
    functionName,
    trigger: project === 'connector' ? 'datastudio' : 'menu',
    ...options,
  });
}
