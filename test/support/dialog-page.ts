import type { Page } from 'playwright-core';

/** Of a page of Google's, which keeps what is typed in its browser tab. */
const ADDRESS = 'https://script.example/dialog';

/** Shows a dialog of the script in a browser, with google.script.run as a spreadsheet gives it. */
export async function showDialog(
  page: Page,
  html: () => string,
  decisionsText: (args: unknown[]) => unknown,
): Promise<void> {
  await page.exposeFunction('askScript', (...args: unknown[]) => decisionsText(args));
  await page.addInitScript(`
    const runner = (done) => ({
      withSuccessHandler: (handler) => runner(handler),
      withFailureHandler: () => runner(done),
      decisionsText: (...args) => askScript(...args).then(done),
    });
    window.google = { script: { run: runner(() => {}) } };
  `);
  await page.route(ADDRESS, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html() }),
  );
  await page.goto(ADDRESS);
}
