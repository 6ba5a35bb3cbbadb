import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds, rule and place: nothing is what it should be.
 *
 * @param part of which page; the whole of it when left out
 */
export async function axeFindings(page: Page | Frame, part = 'html'): Promise<string[]> {
  await page.evaluate(axe);
  // SAFETY: what axe says of a page.
  return (await page.evaluate(
    `axe.run(${JSON.stringify(part)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  )) as string[];
}
