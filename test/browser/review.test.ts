import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createAccountHost, OWNER, WORKBOOK_ID } from '../../src/preview/account-host.ts';
import { openWorkbook } from '../../src/preview/open-workbook.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { startBrowser } from '../support/browser.ts';
import { showDialog } from '../support/dialog-page.ts';
import { builtBoard, pushedProject } from '../support/pushed-bundle.ts';

// The review meeting as it ships, with what the bundle that ships says of the example.

const TODAY = '2026-02-15';
const PLACE = { id: WORKBOOK_ID, owner: OWNER, today: TODAY, timeZone: 'Europe/Amsterdam' };

const host = createAccountHost({
  version: '0.0.0',
  sheet: pushedProject('sheet'),
  connector: pushedProject('connector'),
  boardPage: builtBoard(),
  fileName: 'web-shop.xlsx',
  today: TODAY,
  readWorkbook: () => openWorkbook('examples/web-shop.xlsx', PLACE),
});
let browser: Browser;

beforeAll(async () => {
  host.reload();
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** What the menu opens. */
function chosen(): string {
  const reply = host.run({ kind: 'menu', id: 'showReview', language: 'nl' });
  return host.shownPage(reply?.messages.at(-1)?.page ?? -1) ?? '';
}

async function opened(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 760 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await showDialog(page, chosen, (args) => {
    const reply = host.callScript({ project: 'sheet', functionName: 'decisionsText', args });
    return 'result' in reply ? reply.result : null;
  });
  await page.locator('.review-page').first().waitFor();
  return { page, complaints };
}

const button = (page: Page, name: string) => page.getByRole('button', { name });

test('a decision is typed, shown as it will stand, written with an OK, and in the next review', async () => {
  const { page, complaints } = await opened();
  const goal = page.locator('.review-page', { hasText: 'Eerste kwartaal: 10% meer omzet' });
  await goal.getByText('Conversie Q1: € 16.123 minder dan gepland').waitFor();
  await button(page, 'Toon wat er komt te staan').click();
  await page.getByText('Er is nog niets besloten').waitFor();

  const kpi = goal.locator('.review-kpi', { hasText: 'Omzet Q1' });
  await kpi.getByRole('button', { name: 'Besluiten' }).press('Enter');
  await page.keyboard.type('=1+1 <img src=x onerror=alert(1)>');
  await kpi.getByLabel('Klaar op').fill('2026-03-01');
  await kpi.getByLabel('Verwacht effect').fill('veel');
  await kpi.getByLabel('Nieuwe streefwaarde', { exact: true }).fill('175.000');
  await button(page, 'Toon wat er komt te staan').click();
  await page.locator('.refused', { hasText: '"veel" is geen getal' }).waitFor();
  await kpi.getByLabel('Verwacht effect').fill('0');
  // What changed since another day is shown, and what is typed stays.
  await page.getByLabel('Periode').selectOption('quarter');
  await button(page, 'Toon wat er komt te staan').click();
  await page.getByText('Dit komt in de werkmap').waitFor();
  expect(await page.locator('.review-shown h3').allInnerTexts()).toEqual([
    'Acties, rij 8',
    'Gewijzigde streefwaarden, rij 4',
  ]);
  await page.getByText('€ 175.000', { exact: true }).waitFor();
  expect(JSON.stringify(host.tab('Acties'))).not.toContain('onerror');
  expect(await axeFindings(page)).toEqual([]);

  await button(page, 'OK, schrijf het op').click();
  await page.getByText('Dit staat in de werkmap').waitFor();
  await page.locator('.review-shown a', { hasText: 'Acties, rij 8' }).waitFor();
  expect(await page.locator('.review-form').count()).toBe(0);
  expect(complaints).toEqual([]);

  host.run({ kind: 'menu', id: 'recalculate', language: 'nl' });
  const again = await opened({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await again.page
    .locator('.review-line', { hasText: '=1+1 <img src=x onerror=alert(1)>' })
    .getByText('aanpassen · Youssef, 15 feb')
    .waitFor();
  expect(await axeFindings(again.page)).toEqual([]);
  expect(await again.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(again.complaints).toEqual([]);
});

test('what was typed is there again when the review is opened anew, and gone once it is written', async () => {
  const { page } = await opened();
  const kpiOf = (name: string) => page.locator('.review-kpi', { hasText: name }).first();
  const first = kpiOf('Omzet Q1');
  await first.getByRole('button', { name: 'Besluiten' }).click();
  await first.getByRole('button', { name: 'Besluiten' }).click();
  await first.getByLabel('Wat gaan we doen?').nth(1).fill('Prijzen <b>omhoog</b>');
  await first.getByLabel('Wat voor besluit is het?').nth(1).selectOption('stop');
  await first.getByLabel('Verwacht effect').nth(1).fill('-0,5');
  await page.reload();
  await first.waitFor();
  expect(await page.locator('.review-form').count()).toBe(2);
  expect(await first.getByLabel('Wat gaan we doen?').nth(0).inputValue()).toBe('');
  expect(await first.getByLabel('Wat gaan we doen?').nth(1).inputValue()).toBe(
    'Prijzen <b>omhoog</b>',
  );
  expect(await first.getByLabel('Wat voor besluit is het?').nth(1).inputValue()).toBe('stop');
  expect(await first.getByLabel('Verwacht effect').nth(1).inputValue()).toBe('-0,5');
  await button(page, 'Toon wat er komt te staan').click();
  await button(page, 'OK, schrijf het op').click();
  await page.getByText('Dit staat in de werkmap').waitFor();
  await page.reload();
  await first.waitFor();
  expect(await page.locator('.review-form').count()).toBe(0);
});

test('on paper every goal begins on a sheet of its own, with what was typed and without buttons', async () => {
  const { page } = await opened();
  const kpi = page.locator('.review-kpi').first();
  await kpi.getByRole('button', { name: 'Besluiten' }).click();
  await kpi.getByLabel('Wat gaan we doen?').fill('Naar de beurs');
  await page.emulateMedia({ media: 'print' });
  const visible = (selector: string) => page.locator(selector).filter({ visible: true }).count();
  expect(await visible('.review-form')).toBe(1);
  expect(await visible('button:not(.as-link)')).toBe(0);
  const breaks = await page
    .locator('.review-page')
    .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).breakBefore));
  expect(new Set(breaks)).toEqual(new Set(['page']));
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const sheets = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThanOrEqual(1 + breaks.length);
  expect(sheets).toBeLessThan(2 * breaks.length);
});
