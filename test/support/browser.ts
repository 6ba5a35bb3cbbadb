import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const PRINT_PATH = `
  import chromium from '@sparticuz/chromium';
  process.stdout.write(await chromium.executablePath());
`;

/**
 * A Chromium that comes with the packages, built for Linux on x64 only. Its package is an ES module,
 * which the test runner does not load; Node itself does.
 */
function packagedChromium(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const args = ['--input-type=module', '--eval', PRINT_PATH];
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}

/**
 * Starts a browser without a window. KOERS_BROWSER names another one to use; elsewhere than on
 * Linux the installed Chrome serves.
 */
export async function startBrowser(): Promise<Browser> {
  const named = process.env.KOERS_BROWSER;
  if (named !== undefined && !existsSync(named)) {
    throw new Error(`KOERS_BROWSER names ${named}, which does not exist`);
  }
  const executablePath = named ?? packagedChromium();
  return chromium.launch({
    headless: true,
    args: ARGUMENTS,
    ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
  });
}
