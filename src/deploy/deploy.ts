/** npm run deploy: Koers into a Google account, and upgrades of it there. */
import { fileURLToPath } from 'node:url';
import { runClasp } from './clasp/run-clasp.ts';
import { DeployFailure } from './deploy-failure.ts';
import { DEPLOY_HELP, readDeployOptions } from './deploy-options.ts';
import { runDeployment } from './run-deployment.ts';
import { terminalAsker } from './terminal.ts';

/** Filled in by the build from package.json. */
declare const KOERS_VERSION: string;

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Ctrl+C in the middle of a question. */
const isStopped = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ExitPromptError';

function sentenceFor(error: unknown): string | null {
  if (error instanceof DeployFailure) return error.message;
  return isStopped(error) ? 'Stopped. The same command goes on from here.' : null;
}

async function main(args: readonly string[]): Promise<void> {
  try {
    const options = readDeployOptions(args, process.env);
    if (options === null) {
      process.stdout.write(`${DEPLOY_HELP}\n`);
      return;
    }
    await runDeployment(options, {
      home: folder('../..'),
      dist: folder('..'),
      koers: KOERS_VERSION,
      runClasp,
      asker: process.stdin.isTTY && process.stdout.isTTY ? terminalAsker : null,
      tell: (line) => process.stdout.write(`${line}\n`),
    });
  } catch (error) {
    const sentence = sentenceFor(error);
    process.exitCode = 1;
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
  }
}

await main(process.argv.slice(2));
