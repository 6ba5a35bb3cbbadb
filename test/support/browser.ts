import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium that comes with the packages, built for Linux on x64 only. */
async function packagedChromium(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
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
  const executablePath = named ?? (await packagedChromium());
  // Only here: whoever measures other things does not load it.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    headless: true,
    args: ARGUMENTS,
    ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
  });
}
