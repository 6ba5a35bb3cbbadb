import type { Browser, Page } from 'playwright-core';
import { createAccountHost, OWNER, WORKBOOK_ID } from '../../src/preview/account-host.ts';
import { openWorkbook } from '../../src/preview/open-workbook.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { startBrowser } from '../support/browser.ts';
import { tabWith } from '../support/emulated-workbook.ts';
import { builtBoard, pushedProject } from '../support/pushed-bundle.ts';

// The first steps as they ship, in a workbook that is set up and no more.

const TODAY = '2026-03-10';
const PLACE = { id: WORKBOOK_ID, owner: OWNER, today: TODAY, timeZone: 'Europe/Amsterdam' };

/** Figures in a tab of people's own. */
const TILL = [
  ['Maand', 'Binnen', 'Gasten'],
  ['2026-01', 9_400, 31],
  ['2026-02', 0, 0],
];

const host = createAccountHost({
  version: '0.0.0',
  sheet: pushedProject('sheet'),
  connector: pushedProject('connector'),
  boardPage: builtBoard(),
  fileName: 'leeg.xlsx',
  today: TODAY,
  readWorkbook: () => {
    const workbook = openWorkbook('examples/leeg.xlsx', PLACE);
    workbook.tabs.push(tabWith('Kassa', TILL, 77));
    return workbook;
  },
});
let browser: Browser;

beforeAll(async () => {
  host.reload();
  host.speak('nl');
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** The page with google.script.run as a spreadsheet gives it. */
async function opened(): Promise<{ page: Page; complaints: string[] }> {
  const page = await (
    await browser.newContext({ viewport: { width: 860, height: 720 } })
  ).newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await page.exposeFunction('askScript', (asked: unknown) =>
    host.callScript({ project: 'sheet', functionName: 'beginText', args: [asked] }),
  );
  await page.evaluate(`
    const runner = (done) => ({
      withSuccessHandler: (handler) => runner(handler),
      withFailureHandler: () => runner(done),
      beginText: (asked) => askScript(asked).then(({ result }) => done(result)),
    });
    window.google = { script: { run: runner(() => {}) } };
  `);
  await page.setContent(host.beginPage());
  await page.locator('h2').waitFor();
  return { page, complaints };
}

const heading = (page: Page) => page.locator('h2').innerText();
const said = (page: Page, text: string) => page.locator('.begin-said', { hasText: text }).waitFor();

test('from a course to a first result, and on again from where it was left', async () => {
  const { page, complaints } = await opened();
  expect(await heading(page)).toBe('Wat heeft jouw organisatie over drie jaar bereikt?');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Missie').fill('<img src=x onerror=alert(1)> =1+1');
  await page.getByRole('button', { name: 'Bewaren en verder' }).press('Enter');
  await said(page, 'Je koers staat in de werkmap');
  expect(await page.evaluate('document.activeElement.id')).toBe('question');
  await page.getByLabel('Doelstelling', { exact: true }).fill('Groei');
  await page.getByRole('button', { name: /^1\. / }).click();
  await page.getByRole('button', { name: /^2\. / }).click();
  expect(await page.getByLabel('Doelstelling', { exact: true }).inputValue()).toBe('Groei');
  await page.getByRole('button', { name: 'Bewaren en verder' }).click();
  await said(page, '"Groei" staat in de werkmap');
  await page.getByLabel('Zoek een KPI').fill('omzet');
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('.begin-choice:has(> strong:text-is("Omzet"))').click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel(/^Streefwaarde \(/).fill('veel');
  await page.getByRole('button', { name: 'In de werkmap zetten' }).click();
  await said(page, '"veel" is geen getal');
  await page.getByLabel(/^Streefwaarde \(/).fill('120.000');
  await page.getByRole('button', { name: 'In de werkmap zetten' }).click();
  await said(page, 'De KPI "Omzet" staat in de werkmap');
  await page.close();

  const again = await opened();
  expect(await heading(again.page)).toBe('Waar staan de cijfers?');
  await again.page.getByRole('button', { name: 'Laat zien wat Koers leest' }).click();
  await again.page.locator('.begin-problems', { hasText: 'Kassa!A1' }).waitFor();
  expect(await axeFindings(again.page)).toEqual([]);
  await again.page.getByLabel('Kolom met cijfers').selectOption('Binnen');
  await again.page.locator('.begin-figures', { hasText: '€ 9.400' }).waitFor();
  expect(await axeFindings(again.page)).toEqual([]);
  await again.page.getByRole('button', { name: 'Tel vanuit dit tabblad' }).click();
  await said(again.page, '"Omzet" telt vanaf nu');
  await again.page.getByLabel('Waar ze staan').selectOption('');
  await again.page.getByLabel('Cijfers', { exact: true }).fill('2026-03 10.000');
  await again.page.getByRole('button', { name: 'In de werkmap zetten' }).click();
  await said(again.page, '1 cijfer van "Omzet"');
  await again.page.getByRole('button', { name: /^5\. / }).click();
  await again.page.getByRole('button', { name: 'Bereken' }).click();
  await again.page.locator('.begin-results h3', { hasText: 'Omzet' }).waitFor();
  expect(await axeFindings(again.page)).toEqual([]);
  await again.page.getByRole('button', { name: /^1\. / }).click();
  await again.page.getByText('<img src=x onerror=alert(1)> =1+1').waitFor();
  expect([...complaints, ...again.complaints]).toEqual([]);
});
