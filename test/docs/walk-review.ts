import type { Browser, Page } from 'playwright-core';
import { REVIEW_WORDS } from '../../src/core/language/review-words.ts';
import type { Language } from '../../src/core/model/workspace.ts';
import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { runShipped } from '../bundle/shipped-bundle.ts';
import { showDialog } from '../support/dialog-page.ts';

/** The review meeting that the menu has just opened, in a browser. */
export async function openReview(browser: Browser, account: EmulatedAccount): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await showDialog(
    page,
    () => String(account.screen.at(-1)?.content ?? ''),
    (args) => runShipped(account, 'sheet', 'decisionsText', { trigger: 'page', args }).result,
  );
  page.setDefaultTimeout(10_000);
  await page.locator('.review-page').first().waitFor();
  return page;
}

/** Types decisions into the forms of the KPIs that the first column names, by the words above. */
export async function decide(
  page: Page,
  [names, ...rows]: readonly (readonly string[])[],
  language: Language,
): Promise<void> {
  const { add } = REVIEW_WORDS[language].form;
  for (const [kpi, ...values] of rows) {
    const name = page.locator('h4', { hasText: new RegExp(`^${kpi} `) });
    const own = page.locator('.review-kpi', { has: name });
    await own.getByRole('button', { name: add }).click();
    for (const [at, value] of values.entries()) {
      await own.getByLabel(names[at + 1], { exact: true }).fill(value);
    }
  }
}

/** Presses a button, and waits until the script has answered. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('.review-shown h2').waitFor();
  await page.locator('.review-bar button:disabled').first().waitFor({ state: 'detached' });
}
