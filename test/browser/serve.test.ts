import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { EXAMPLE_REPORTS } from '../../src/preview/report/example-reports.ts';
import { startBrowser } from '../support/browser.ts';

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
  test('shows the board first: destination, answer, what to decide, goals', async () => {
    await open('board');
    const board = page.frameLocator('iframe.board-frame');
    await board.getByText('Iedereen een goede kop thee gunnen').waitFor();
    expect(await board.locator('.counted').innerText()).toMatch(
      /^\d+ van \d+ beoordeelde KPI’s op koers of gehaald/,
    );
    expect(await board.locator('.goal').count()).toBe(8);
    await open('board', 'en');
    await board.getByText('Needs a decision').waitFor();
    await board.getByRole('button', { name: 'Refresh' }).click();
    await board.getByText('Needs a decision').waitFor();
    expect(await texts('.notice')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('the sidebar of the menu is that board', async () => {
    await open('actions');
    await page.getByRole('button', { name: 'Liggen wij op koers?' }).click();
    const board = page.frameLocator('.screen-message iframe');
    await board.getByText('Vraagt om een besluit').waitFor();
    await board.getByRole('button', { name: 'English' }).click();
    await board.getByText('Needs a decision').waitFor();
    expect(complaints).toEqual([]);
  });

  test('writes a check-in down as a row of Actions, and what was typed as text', async () => {
    await open('board');
    const board = page.frameLocator('iframe.board-frame');
    await board.locator('.goal summary').first().click();
    const card = board.locator('.kpi').first();
    const name = await card.locator('h4').innerText();
    await card.locator('.check-in summary').click();
    await card.getByRole('button', { name: 'Inchecken' }).click();
    expect(await card.locator('.said').innerText()).toBe('');
    await card.getByLabel('Wat speelt er?').fill('=1+1 <b>druk</b>');
    await card.getByLabel('Hoe zeker').selectOption('0.3');
    await card.getByLabel('Wat nu?').selectOption('adjust');
    await card.getByRole('button', { name: 'Inchecken' }).click();
    await card.getByText('Opgeschreven in Acties').waitFor();
    expect(await card.getByLabel('Wat speelt er?').inputValue()).toBe('');
    await open('workbook');
    await page.getByRole('button', { name: 'Acties' }).click();
    const row = page.locator('tr', { hasText: '=1+1 <b>druk</b>' });
    await row.waitFor();
    const cells = await row.locator('td').allInnerTexts();
    for (const cell of ['Check-in', name, 'you@example.com', 'aanpassen']) {
      expect(cells).toContainEqual(cell);
    }
    expect(complaints).toEqual([]);
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

  test.each(EXAMPLE_REPORTS.map(({ id, charts }) => [id, charts.length] as const))(
    'shows the saved report %s whole, and says why to who may not see the workbook',
    async (report, charts) => {
      const shown = async (person: string) => {
        const state = encodeURIComponent(JSON.stringify({ report, person }));
        await open(`explore/${state}`, 'nl');
        return page.getByRole('link', { name: 'Link naar precies dit' }).getAttribute('href');
      };
      expect(await shown('viewer')).toContain(report);
      expect(await page.locator('.report .chart').count()).toBe(charts);
      expect(await texts('.notice')).toEqual([]);
      for (const figure of await texts('.scorecard strong')) expect(figure).toMatch(/^[\d%.,]+$/);
      for (const picture of await page.locator('.chart svg').all()) {
        expect(await picture.locator('path, rect, circle').count()).toBeGreaterThan(0);
      }
      await shown('stranger');
      expect((await texts('.notice')).join()).toContain('geen toegang tot de werkmap');
      expect(await page.locator('.report').count()).toBe(0);
    },
  );

  test('a filter, another chart and another viewer are asked, drawn and in the link', async () => {
    const state = {
      kind: 'bar',
      person: 'viewer',
      answers: { fields: 'essential', table: 'kpis' },
      fields: ['status_label', 'kpi_count'],
      filters: [
        {
          fieldName: 'status_order',
          operator: 'NUMERIC_LESS_THAN',
          type: 'INCLUDE',
          values: ['4'],
        },
      ],
    };
    await open(`explore/${encodeURIComponent(JSON.stringify(state))}`, 'en');
    expect(await texts('.notice')).toEqual([]);
    const before = await texts('.bars li');
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(4);
    await redrawn('.result > *', () => page.getByRole('button', { name: 'Remove' }).click());
    expect((await texts('.bars li')).length).toBeGreaterThan(before.length);
    await redrawn('.result > *', () => page.getByLabel('Chart').selectOption('scorecard'));
    expect((await texts('.scorecard strong'))[0]).toMatch(/^\d+$/);
    expect(decodeURIComponent(page.url())).toContain('"kind":"scorecard"');
    expect((await texts('.exchanges > .help'))[0]).toMatch(/^\d+ calls, \d+ ms together$/);
  });

  test('switches the schedule on from the menu', async () => {
    await open('actions', 'en');
    await page.getByRole('button', { name: 'hour', exact: false }).first().click();
    await page.locator('.trigger', { hasText: 'recalculateOnSchedule' }).waitFor();
  });

  test('typing in a cell notes what is wrong, recalculates, and moves on by keyboard', async () => {
    await open('workbook');
    await page.getByRole('button', { name: "KPI's", exact: true }).click();
    await page.locator('.grid [data-cell="A1"]', { hasText: 'KPI' }).waitFor();
    const header = await page.locator('.grid tbody tr:first-child td').allInnerTexts();
    const column = String.fromCharCode(
      65 + header.findIndex((text) => text.startsWith('Streefwaarde')),
    );
    const cell = (row: number) => page.locator(`[data-cell="${column}${row}"]`);
    const before = await cell(2).innerText();
    await cell(2).click();
    await page.keyboard.type('veel');
    await page.keyboard.press('Enter');
    await cell(2).and(page.locator('.grid-note')).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(
      `${column}3`,
    );
    await page.keyboard.press('ArrowUp');
    await page.getByRole('status').filter({ hasText: '"veel" bij Streefwaarde' }).first().waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('onzin');
    await page.keyboard.press('Escape');
    expect(await cell(2).innerText()).toContain('veel');
    await page.keyboard.type(before.replace(/[^0-9,-]/g, ''));
    await page.keyboard.press('Tab');
    await page.locator(`[data-cell="${column}2"]:not(.grid-note)`).waitFor();
    expect(await cell(2).innerText()).toBe(before);
  });

  test('follows the workbook: a broken file says so, a whole one brings the board back', async () => {
    await open('board');
    writeFileSync(file, 'no longer a workbook');
    await page.getByText('is geen .xlsx-werkmap').waitFor();
    for (const view of ['todo', 'workbook', 'explore', 'board']) {
      await open(view);
      expect(await texts('.notice')).toEqual([expect.stringContaining('is geen .xlsx-werkmap')]);
    }
    copyFileSync('examples/superstore.xlsx', file);
    const board = page.frameLocator('iframe.board-frame');
    await board.locator('.goal').first().waitFor();
    expect(await board.locator('.organisation').innerText()).not.toBe('De Theekast');
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
