import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import { createPageServer } from '../../src/preview/http-server.ts';
import { startBrowser } from '../support/browser.ts';
import { buildPage } from '../support/built-page.ts';
import { audit } from './audit.ts';
import { sampleHost } from './sample-host.ts';

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 1920, height: 1080 };
const VIEWS = ['board', 'todo', 'workbook', 'actions', 'explore', 'begin', 'library'];

let browser: Browser;
let server: Server;
let base: string;
const host = sampleHost();

beforeAll(async () => {
  server = createPageServer(host, buildPage());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

// A page that is left open goes on drawing.
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

interface Visit {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: string[];
}

async function visit(view: string, language = 'en', viewport = LAPTOP): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
  await page.goto(`${base}/?lang=${language}#/${view}`);
  await settled(page);
  return { page, complaints };
}

const settled = (page: Page) => page.waitForSelector('main:not([aria-busy]) .view');
const wordsOf = async (locator: Locator) => (await locator.allInnerTexts()).join(' ');
const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

describe('the board', () => {
  test('is the first view, as the web app serves it, with the script of the build and no other', async () => {
    const { page, complaints } = await visit('');
    const frame = page.frameLocator('iframe.board-frame');
    await frame.getByRole('heading', { name: 'The board, en' }).waitFor();
    expect(await frame.locator('body').getAttribute('data-drawn')).toBe('1');
    await page.getByRole('button', { name: 'NL' }).click();
    await frame.getByRole('heading', { name: 'The board, nl' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('language', () => {
  test('the switch changes the page and what the connector says, and is remembered', async () => {
    const { page } = await visit('todo');
    await page.getByRole('button', { name: 'NL' }).click();
    await page.getByRole('heading', { name: 'Te doen' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    await page.goto(`${base}/#/actions`);
    await page.reload();
    await page.getByRole('heading', { name: 'Acties' }).waitFor();
  });
});

describe.each([
  ['a phone', PHONE],
  ['a laptop', LAPTOP],
  ['a wall', WALL],
])('on %s', (_, viewport) => {
  test.each(VIEWS)('%s fits the width, names every control and contrasts enough', async (view) => {
    const { page, complaints } = await visit(view, 'nl', viewport);
    expect(await page.evaluate(audit)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('the library finds a KPI by a word of its name, its field or its meaning', async () => {
  const { page, complaints } = await visit('library', 'nl');
  const rows = page.locator('.library-field tbody tr:visible');
  expect(await rows.count()).toBeGreaterThanOrEqual(40);
  await page.getByLabel('Zoek een KPI').fill('verzuim');
  expect(await wordsOf(rows)).toMatch(/Ziekteverzuim.*hoogstens.*lager/s);
  expect(await rows.count()).toBe(1);
  expect(await page.locator('.library-field:visible').count()).toBe(1);
  await page.getByLabel('Zoek een KPI').fill('zeilboot');
  expect(await rows.count()).toBe(0);
  expect(await wordsOf(page.locator('.library-search'))).toContain('0 KPI’s gevonden');
  expect(complaints).toEqual([]);
});

test('the audit itself notices what it is for', async () => {
  const { page } = await visit('todo');
  await page.locator('main').evaluate((main) => {
    const made = (name: string, text: string, style: string) => {
      const node = document.createElement(name);
      node.textContent = text;
      node.style.cssText = style;
      main.append(node);
    };
    made('button', '', '');
    made('h4', 'too deep', '');
    made('p', 'grey on white', 'color: rgb(150, 150, 150); background: white');
    made('p', 'wide', 'width: 3000px');
  });
  const problems = (await page.evaluate(audit)).join('\n');
  for (const problem of ['is 3000 wide', 'no name: <button', 'followed by h4', 'contrast 2.9']) {
    expect(problems).toContain(problem);
  }
});

describe('the other parts', () => {
  test('checks are a list of what to do and where', async () => {
    const { page } = await visit('todo');
    const first = await wordsOf(page.locator('.finding').first());
    expect(first).toMatch(/Error[\s\S]*KPI's I7[\s\S]*Streefwaarde is tekst[\s\S]*Typ een getal/);
    await page.getByText('2 things to look at', { exact: true }).waitFor();
  });

  test('text from a workbook stays text', async () => {
    const { page, complaints } = await visit('workbook');
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('a menu item runs, and its words stay while the page redraws', async () => {
    const { page } = await visit('actions');
    await page.getByRole('button', { name: 'Recalculate' }).click();
    await page.getByText('6 KPIs recalculated.').waitFor();
    host.save();
    await page.getByText('6 KPIs recalculated.').waitFor();
    await page.getByText('Omzet Q1: at risk').click();
    await page.getByText('<b>90%</b>').waitFor();
    expect(await page.getByRole('button', { name: 'Run now' }).count()).toBe(1);
  });

  test.each(['light', 'dark'] as const)(
    'a mail in the outbox looks as it will arrive, %s, and runs and fetches nothing',
    async (colorScheme) => {
      const { page, complaints } = await visit('actions');
      await page.emulateMedia({ colorScheme });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.getByText('1 of 3 KPIs on course').first().click();
      const mail = page.frameLocator('.mail iframe');
      await mail.getByRole('heading', { name: 'What needs a decision' }).waitFor();
      const pictures = await mail
        .locator('img')
        .evaluateAll((images) =>
          images.map((image) => [
            (image as HTMLImageElement).naturalWidth,
            image.getBoundingClientRect().width,
          ]),
        );
      expect(pictures).toEqual([[1040, 520]]);
      expect(await mail.getByAltText('<b>Revenue</b>, 1 Jan – 31 Mar 2026').count()).toBe(1);
      expect(await mail.getByText('<img src=x onerror=alert(1)> Revenue').count()).toBe(1);
      const widths = await mail
        .locator('table table table')
        .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
      expect(widths).toHaveLength(3);
      expect(widths.every((width) => width > 200 && width <= 600)).toBe(true);
      expect(asked.filter((url) => !url.endsWith('/script/mail/0'))).toEqual([]);
      expect(complaints).toEqual([]);
      await page.getByText('As plain text').click();
      await page.getByText('[###....|.............] 15% of the way').waitFor();
    },
  );

  test('exploring draws the form of getConfig, and shows rows, totals and every word that passed', async () => {
    const { page } = await visit('explore');
    await page.locator('.result table').waitFor();
    await page.getByLabel('Table').selectOption('milestones');
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/query'));
    await page.getByRole('button', { name: 'Connect' }).click();
    await answered;
    await page.getByLabel('Find a field').fill('milestone_days');
    await page.getByRole('checkbox', { name: /milestone_days_late/ }).check();
    await page.locator('tfoot').waitFor();
    expect(await wordsOf(page.locator('tfoot'))).toMatch(/Total\s+3/);
    const summaries = await texts(page, '.exchange summary code');
    expect(summaries).toEqual(['getAuthType', 'isAdminUser', 'getConfig', 'getSchema', 'getData']);
    await page.locator('.exchange summary').last().click();
    expect(await wordsOf(page.locator('.exchange pre').nth(8))).toContain('"milestone_days_late"');
  });

  test('going back to a view asks nothing again, until the workbook changes', async () => {
    const { page } = await visit('todo');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const questions = () => asked.filter((path) => path === '/api/query' || path === '/api/config');
    await page.getByRole('link', { name: 'Workbook' }).click();
    await page.locator('.view-workbook').waitFor();
    await page.getByRole('link', { name: 'To do' }).click();
    await page.locator('.view-todo').waitFor();
    expect(questions()).toEqual([]);
    host.save();
    await page.getByText('The workbook was saved').waitFor({ state: 'attached' });
    await settled(page);
    expect(questions()).toContain('/api/query');
  });

  test('saving the workbook redraws the page', async () => {
    const { page } = await visit('todo');
    const redrawn = page.waitForRequest((request) => request.url().includes('/api/state'));
    host.save();
    await redrawn;
    await page.getByText('The workbook was saved').waitFor({ state: 'attached' });
  });

  test('the keyboard reaches the content first, and then each part', async () => {
    const { page } = await visit('todo');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the content',
    );
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(new URL(page.url()).hash).toBe('#/todo');
  });
});
