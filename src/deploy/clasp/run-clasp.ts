import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { DeployFailure } from '../deploy-failure.ts';

export interface ClaspCall {
  readonly args: readonly string[];
  /** Where it runs. */
  readonly folder: string;
  /** Gets all that was printed so far, each time there is more. */
  readonly onOutput?: (printed: string) => void;
  /** clasp talks to the person itself, as when logging in. */
  readonly isInteractive?: boolean;
}

export interface ClaspAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs one command of clasp to its end. */
export type RunClasp = (call: ClaspCall) => Promise<ClaspAnswer>;

/** clasp as the project's packages have it: never whatever else is installed under that name. */
function claspPath(): string {
  try {
    return createRequire(import.meta.url).resolve('@google/clasp');
  } catch {
    throw new DeployFailure('clasp is not installed. Run npm ci, and deploy again.');
  }
}

export const runClasp: RunClasp = ({ args, folder, onOutput, isInteractive = false }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [claspPath(), ...args], {
      cwd: folder,
      stdio: isInteractive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      onOutput?.(stdout);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ stdout, stderr, exitCode: code ?? 1 }));
  });
