import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { audit } from './audit.ts';

// The whole of it: what `npm start` starts, on a copy of the example, in a browser.

const folder = mkdtempSync(join(tmpdir(), 'koers-serve-'));
const file = join(folder, 'theekast.xlsx');
let child: ChildProcess;
let address: string;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

const firstAddress = (started: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let printed = '';
    started.stdout?.on('data', (chunk) => {
      printed += chunk;
      const found = /http:\/\/localhost:\d+/.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    started.on('exit', () => reject(new Error(`the server ended: ${printed}`)));
  });

beforeAll(async () => {
  copyFileSync('examples/web-shop.xlsx', file);
  child = spawn(process.execPath, ['dist/preview/serve.js', file, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  [address, browser] = await Promise.all([firstAddress(child), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  child?.kill();
  rmSync(folder, { recursive: true });
});

async function open(view: string, language = 'nl'): Promise<void> {
  await page.goto(`${address}/?lang=${language}#/${view}`);
  await page.reload();
  await page.waitForSelector('main:not([aria-busy]) .view');
}

const texts = (selector: string) => page.locator(selector).allInnerTexts();

/** What the page knows already it shows without asking, so a new drawing is what one waits for. */
async function redrawn(selector: string, act: () => Promise<unknown>): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((drawn) => drawn.setAttribute('data-before', ''));
  await act();
  await page.waitForFunction(
    (drawn) => document.querySelector(drawn)?.hasAttribute('data-before') === false,
    selector,
  );
}

describe('the example in a browser', () => {
  test('tells the story of the shop: destination, verdict, goals, meters, course, stopovers', async () => {
    await open('report');
    expect(await texts('.hero-mission p')).toEqual([
      'Iedereen een goede kop thee gunnen, eerlijk verbouwd en vers gemengd.',
    ]);
    expect((await texts('.headline-text'))[0]).toMatch(/^\d+ van \d+ KPI’s op koers$/);
    const horizons = await texts('.lane-horizon');
    expect(horizons[0]).toBe('3 jaar');
    expect(horizons[1]).toBe('1 jaar · onderdeel van Dé theewinkel van Nederland in 2027');
    expect((await texts('.track-due'))[0]).toMatch(/^31 dec 2027\s+Bijsturen$/);
    expect(await page.locator('.lane').first().locator('.station').count()).toBe(3);
    expect(await page.locator('.chart-meter canvas').count()).toBe(6);
    await page.locator('.chart-timeline canvas').waitFor();
    expect(await page.locator('.scorecard').count()).toBeGreaterThan(20);
    await page.locator('.chart-drivers canvas').first().waitFor();
    expect(await page.locator('.tank').count()).toBeGreaterThan(0);
    expect(await texts('.notice')).toEqual([]);
    expect(await page.evaluate(audit)).toEqual([]);
  });

  test('speaks English on request, down to the sentences that come with the figures', async () => {
    await open('report', 'en');
    const card = page.locator('.scorecard', {
      has: page.getByRole('heading', { name: 'Omzet Q1' }),
    });
    expect(await card.locator('.explanation').allInnerTexts()).toEqual([
      expect.stringMatching(/^Judged to 14 Feb: €.*planned/),
    ]);
  });

  test('draws the course of KPIs of every kind without complaint', async () => {
    await open('report');
    const values = await page
      .locator('#course-kpi option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    for (const value of values.filter((_, at) => at % 4 === 0)) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/api/query'));
      await page.locator('#course-kpi').selectOption(value);
      const reply = await (await answered).json();
      expect(reply.failure).toBeUndefined();
    }
    await page.getByText('Per periode').click();
    await page.getByText('Toon de cijfers').click();
    expect(complaints).toEqual([]);
  });

  test('names the channels of a KPI, with what they could still do and what has no channel', async () => {
    await open('report');
    const channels = page.locator('.channels');
    await channels.waitFor();
    expect((await channels.allInnerTexts()).join()).toMatch(
      /E-mail\s+€\s32\.909\s+€\s35\.559\s+€\s2\.650 minder dan gepland\s+Om nog op tijd aan te komen: E-mail \+43%\./,
    );
    await page.locator('#course-kpi').selectOption({ label: 'Abonnees op de nieuwsbrief' });
    await channels.getByText('Overig, zonder kanaal').waitFor();
    expect(await channels.locator('tbody tr').count()).toBe(3);
  });

  test('a stopover that was missed is not expected any more', async () => {
    await open('report');
    const missed = page.locator('.milestones tr', { hasText: 'Nieuwe klanten Q4 2025' });
    expect((await missed.allInnerTexts()).join()).toMatch(/31 dec 2025\s+–\s+–\s+2\.250/);
  });

  test('shows a percent as its scorecard does, and the forecast with its band and chance', async () => {
    await open('report', 'en');
    const choose = async (kpi: string) => {
      const answered = page.waitForResponse((response) => response.url().endsWith('/api/query'));
      await page.locator('#course-kpi').selectOption({ label: kpi });
      await answered;
    };
    await choose('Conversie Q1');
    await page.locator('.course-summary', { hasText: '2.29' }).waitFor();
    await page.getByText('Show the numbers').click();
    const judged = page.locator('.numbers tbody tr', { hasText: '2026-02-14' });
    expect((await judged.allInnerTexts())[0]).toContain('2.29%');
    await choose('Advertentiekosten Q1');
    await page
      .locator('.course-forecast', { hasText: /band .* chance to stay within the ceiling/ })
      .waitFor();
  });

  test('asks what a menu item asks, and does not ask again once it is answered', async () => {
    await open('actions', 'en');
    await page.getByRole('button', { name: 'Start next period' }).click();
    await page.getByText('Which KPIs go on').waitFor();
    await page.locator('.answer input').fill('nothing of the kind');
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await page.locator('.answer', { hasText: 'nothing of the kind' }).waitFor();
    expect(await page.getByText('Which KPIs go on').count()).toBe(0);
    expect(await page.getByText('The log is empty.').count()).toBe(1);
  });

  test('leads from a finding to its cell', async () => {
    await open('todo');
    const finding = page.locator('.finding', { hasText: 'ca. 4,6' });
    await finding.getByRole('link').click();
    const cell = page.locator('.grid-found');
    await cell.waitFor();
    expect(await cell.allInnerTexts()).toEqual([expect.stringMatching(/^ca. 4,6\nKoers: /)]);
    expect(await page.locator('.sheet-tab[aria-pressed=true]').allInnerTexts()).toEqual(["KPI's"]);
  });

  test('explores each table that the connector offers', async () => {
    await open('explore', 'en');
    const tables = await page
      .getByLabel('Table', { exact: true })
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    for (const table of tables.filter((value) => value !== '')) {
      await redrawn('form.config', () =>
        page.getByLabel('Table', { exact: true }).selectOption(table),
      );
      await redrawn('.result > *', () => page.getByRole('button', { name: 'Connect' }).click());
      const asked = page.locator('.exchange', { hasText: 'getData' }).locator('pre').first();
      expect([table, await asked.textContent()]).toEqual([
        table,
        expect.stringContaining(`"table": "${table}"`),
      ]);
      expect([table, await texts('.notice')]).toEqual([table, []]);
    }
  });

  test('switches the schedule on from the menu', async () => {
    await open('actions', 'en');
    await page.getByRole('button', { name: 'hour', exact: false }).first().click();
    await page.locator('.trigger', { hasText: 'recalculateOnSchedule' }).waitFor();
  });

  test('follows the workbook: a broken file says so, a whole one brings the report back', async () => {
    await open('report');
    writeFileSync(file, 'no longer a workbook');
    await page.getByText('is geen .xlsx-werkmap').waitFor();
    for (const view of ['todo', 'workbook', 'explore', 'report']) {
      await open(view);
      expect(await texts('.notice')).toEqual([expect.stringContaining('is geen .xlsx-werkmap')]);
    }
    copyFileSync('examples/superstore.xlsx', file);
    await page.waitForFunction(() => document.querySelectorAll('.scorecard').length > 0);
    expect((await texts('.hero h1'))[0]).not.toBe('De Theekast');
    expect(await texts('.notice')).toEqual([]);
  });
});

describe('a start that cannot succeed', () => {
  test.each([
    [['nowhere.xlsx'], 'There is no file nowhere.xlsx'],
    [['package.json'], 'package.json is not an .xlsx workbook'],
    [['--today', 'tomorrow'], '--today wants a day'],
  ])('%p ends with a sentence and exit code 1', (args, sentence) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/preview/serve.js', ...args],
      { encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
