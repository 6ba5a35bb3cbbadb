import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '../../src/core/model/workspace.ts';
import { createAccountHost, OWNER, WORKBOOK_ID } from '../../src/preview/account-host.ts';
import { openWorkbook } from '../../src/preview/open-workbook.ts';
import type { Board, OpenedBoard } from '../../src/workflows/board/board.ts';
import { pageWithBoard } from '../../src/workflows/board/page-with-board.ts';
import { sampleBoard, sampleGoal, sampleKpi } from '../board/sample-board.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { startBrowser } from '../support/browser.ts';
import { builtBoard, pushedProject } from '../support/pushed-bundle.ts';

// The page that ships, with what the bundle that ships says of the example.

const TODAY = '2026-02-15';
const PLACE = { id: WORKBOOK_ID, owner: OWNER, today: TODAY, timeZone: 'Europe/Amsterdam' };
const PHONE = { width: 390, height: 844 };
const SIDEBAR = { width: 300, height: 700 };
const LAPTOP = { width: 1280, height: 800 };
const WALL = { width: 1920, height: 1080 };

const host = createAccountHost({
  version: '0.0.0',
  sheet: pushedProject('sheet'),
  connector: pushedProject('connector'),
  boardPage: builtBoard(),
  fileName: 'web-shop.xlsx',
  today: TODAY,
  readWorkbook: () => openWorkbook('examples/web-shop.xlsx', PLACE),
});
const pages = new Map<string, string>();
let browser: Browser;

beforeAll(async () => {
  host.reload();
  browser = await startBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const exampleIn = (lang: Language, view = ''): string => {
  const known = pages.get(lang + view) ?? host.webApp({ lang, view });
  pages.set(lang + view, known);
  return known;
};

async function show(html: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: LAPTOP, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await page.setContent(html);
  await page.locator('main').waitFor();
  return { page, complaints };
}

const numbersIn = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map(Number);
/** "At risk: 4" as 4. */
const counted = (texts: readonly string[]) => texts.map((text) => Number(/\d+$/.exec(text)?.[0]));
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const scroll = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { scrollWidth, scrollHeight };
  });

describe('the counts', () => {
  test('add up to the KPIs that are shown, of everything and of one owner', async () => {
    const { page, complaints } = await show(exampleIn('nl'));
    expect(sum(await numbersIn(page, '.tally-count'))).toBe(28);
    await page.getByText('28 van 28 KPI’s').waitFor();
    await page.getByLabel('Eigenaar').selectOption('Tom');
    const cards = await page.locator('.kpi').count();
    expect(cards).toBeGreaterThan(0);
    expect(cards).toBeLessThan(28);
    expect(sum(await numbersIn(page, '.tally-count'))).toBe(cards);
    await page.getByText(`${cards} van 28 KPI’s`).waitFor();
    await page.getByRole('button', { name: 'Toon alles' }).click();
    await page.getByText('28 van 28 KPI’s').waitFor();
    expect(sum(await numbersIn(page, '.tally-count'))).toBe(28);
    expect(complaints).toEqual([]);
  });

  test('of the answer add up too: good and other judged ones, and those that are not', async () => {
    const { page } = await show(exampleIn('en'));
    const counted = await page.locator('.counted').innerText();
    const [good, judged, others] = (counted.match(/\d+/g) ?? []).map(Number);
    expect(judged + others).toBe(28);
    expect(good).toBeLessThan(judged);
  });
});

test('a colleague at the web app reads, and has no form to write with', async () => {
  const { page } = await show(exampleIn('nl'));
  await page.locator('.goal summary').first().click();
  await page.locator('.kpi').first().waitFor();
  expect(await page.locator('.check-in, textarea').count()).toBe(0);
});

describe('by keyboard', () => {
  test('a status is chosen, stays in focus, and is left again', async () => {
    const { page } = await show(exampleIn('en'));
    const chosen = page.getByRole('button', { name: /At risk/ });
    await chosen.focus();
    await page.keyboard.press('Enter');
    expect(await chosen.getAttribute('aria-pressed')).toBe('true');
    expect(await chosen.evaluate((node) => node === document.activeElement)).toBe(true);
    const count = Number(await chosen.locator('.tally-count').innerText());
    expect(await page.locator('.kpi').count()).toBe(count);
    await page.keyboard.press('Enter');
    await page.getByText('28 of 28 KPIs').waitFor();
  });

  test('a decision leads to its KPI, unfolded', async () => {
    const { page } = await show(exampleIn('nl'));
    await page.locator('.decision .as-link').first().press('Enter');
    const card = page.locator('.kpi:focus');
    expect(await card.locator('h4').innerText()).toBe('Conversie Q1');
    expect(await card.isVisible()).toBe(true);
  });
});

describe('a link to the board', () => {
  const openAt = (place: Readonly<Record<string, string>>) =>
    show(host.webApp({ lang: 'nl', ...place }));

  test('opens at its KPI, unfolded', async () => {
    const { page } = await openAt({ kpi: 'conversie_q1' });
    const card = page.locator('.kpi:focus');
    expect(await card.locator('h4').innerText()).toBe('Conversie Q1');
    expect(await card.isVisible()).toBe(true);
  });

  test('opens at its goal, unfolded, and at the top where there is none such', async () => {
    const { page } = await openAt({ goal: 'slim_adverteren' });
    expect(await page.locator('.goal:focus h3').innerText()).toBe('Slim adverteren');
    expect(await page.locator('.goal details[open]').count()).toBe(1);
    const { page: top, complaints } = await openAt({ kpi: '"><script>', goal: 'gone' });
    expect(await top.evaluate(() => scrollY)).toBe(0);
    expect(await top.locator('.goal details[open]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('what is folded', () => {
  test('is drawn when it is unfolded, once, by keyboard too', async () => {
    const { page, complaints } = await show(exampleIn('en'));
    const goal = page.locator('.goal').nth(1);
    const summary = goal.locator('summary');
    expect(await page.locator('.kpi').count()).toBe(0);
    await summary.press('Enter');
    await goal.locator('.kpi').first().waitFor();
    const cards = await page.locator('.kpi').count();
    expect(cards).toBe(sum(counted(await goal.locator('.count').allInnerTexts())));
    for (const _ of ['folded', 'unfolded']) await summary.press('Enter');
    expect(await page.locator('.kpi').count()).toBe(cards);
    expect(complaints).toEqual([]);
  });

  test('is there for the search of the browser, and stays folded', async () => {
    const { page } = await show(exampleIn('nl'));
    await page.keyboard.press('Control+f');
    expect(await page.locator('.kpi').count()).toBe(28);
    expect(await page.locator('.kpi').first().isVisible()).toBe(false);
  });

  test('is found by the search of the board, unfolded', async () => {
    const { page } = await show(exampleIn('nl'));
    await page.getByRole('searchbox').fill('conversie q1');
    expect(await page.locator('.kpi h4').allInnerTexts()).toEqual(['Conversie Q1']);
    expect(await page.locator('.kpi').isVisible()).toBe(true);
  });
});

describe('a check-in that was written', () => {
  const NOTE = '<b>The checkout</b> was down';
  const board = sampleBoard([
    sampleKpi('Revenue', 'at_risk', { checkIn: 'Anna, 3 Feb: Calm' }),
    sampleKpi('Costs', 'on_course', { checkIn: 'Tom, 4 Feb: Fine' }),
  ]);
  const opened: OpenedBoard = { view: 'board', workbook: '', canCheckIn: true, answer: { board } };

  /** A script that writes every check-in, and gives this board when it is asked for a newer one. */
  async function withScript(newer: Board) {
    const { page } = await show(pageWithBoard(builtBoard(), opened));
    await page.evaluate(
      (text) => {
        let answered = (_: string): void => undefined;
        const run = {
          withSuccessHandler: (handler: typeof answered) => {
            answered = handler;
            return run;
          },
          withFailureHandler: () => run,
          checkInText: () => answered('{"said":"Written.","isWritten":true}'),
          boardText: () => answered(text),
        };
        Object.assign(window, { google: { script: { run } } });
      },
      JSON.stringify({ board: newer }),
    );
    await page.locator('.goal summary').first().click();
    const card = page.locator('#kpi-Revenue');
    await card.locator('.check-in summary').click();
    await card.locator('textarea').fill(NOTE);
    await card.locator('.check-in button').click();
    await card.getByText('Written.').waitFor();
    return { page, card };
  }

  test('stands on its card at once as text, and stays while somebody searches', async () => {
    const { page, card } = await withScript(board);
    await card.getByText(`${NOTE} (written just now)`).waitFor();
    expect(await card.getByText('Calm').count()).toBe(0);
    await page.getByText('Tom, 4 Feb: Fine').waitFor();
    await page.getByRole('searchbox').fill('rev');
    await page.getByText(`${NOTE} (written just now)`).waitFor();
  });

  test('gives way to the workbook once that was recalculated', async () => {
    const read = sampleKpi('Revenue', 'at_risk', { checkIn: 'Anna, 15 Feb: The checkout' });
    const { page } = await withScript(sampleBoard([read], { stamp: 'Recalculated 15 Feb' }));
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Recalculated 15 Feb').waitFor();
    await page.getByText('Anna, 15 Feb: The checkout').waitFor();
    expect(await page.getByText('written just now').count()).toBe(0);
  });
});

describe('a supposition', () => {
  const goals = [sampleGoal('g', { name: 'Grow' })];
  const supposable = [
    { id: 'visits', name: '<i>Visits</i>' },
    { id: 'orders', name: 'Orders' },
  ];
  const kpi = (code: 'off_course' | 'on_course') =>
    sampleKpi('Revenue', code, { goalId: 'g', owner: 'Anna' });
  const plain = sampleBoard([kpi('off_course')], { goals, supposable });
  const better = sampleBoard([kpi('on_course')], { goals, supposable, note: 'What if: so.' });

  /** A script that remembers what it was asked to suppose, and answers with what fits that. */
  async function withScript() {
    const opened = { view: 'board', workbook: '', canCheckIn: false, answer: { board: plain } };
    // SAFETY: a board, as above.
    const { page } = await show(pageWithBoard(builtBoard(), opened as OpenedBoard));
    await page.evaluate(
      ([asIs, otherwise]) => {
        const asked: string[] = [];
        let answered = (_: string): void => undefined;
        const run = {
          withSuccessHandler: (handler: typeof answered) => {
            answered = handler;
            return run;
          },
          withFailureHandler: () => run,
          boardText: (_language: string, _workbook: string, whatIf: string) => {
            asked.push(whatIf);
            const failed = '{"failure":"No access.","language":"en"}';
            answered(whatIf === '' ? asIs : whatIf.includes('-50') ? failed : otherwise);
          },
        };
        Object.assign(window, { asked, google: { script: { run } } });
      },
      [plain, better].map((board) => JSON.stringify({ board })),
    );
    await page.locator('.what-if summary').click();
    const slider = page.getByRole('slider');
    const move = async (key: string) => {
      await slider.press(key);
      await page.waitForFunction(
        () => document.querySelector('.said')?.textContent !== 'One moment…',
      );
    };
    const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
    return { page, slider, move, asked };
  }

  test('changes the board and says so; choices, what is unfolded and the focus stay', async () => {
    const { page, slider, move, asked } = await withScript();
    await page.locator('.goal summary').click();
    await page.locator('.kpi').waitFor();
    await page.locator('.what-if select').selectOption('visits');
    await move('ArrowRight');
    await page.getByText('What if: so.').waitFor();
    expect(await asked()).toEqual(['visits=+5%']);
    const said = await page.locator('.said').innerText();
    expect(said).toMatch(/^<i>Visits<\/i> \+5%\. A supposition, written down nowhere: then 1 of 1/);
    expect(await slider.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await slider.getAttribute('aria-valuetext')).toBe('+5%');
    expect(await page.locator('.kpi').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to as it is' }).click();
    await page.getByText('What if: so.').waitFor({ state: 'detached' });
    expect((await asked()).at(-1)).toBe('');
  });

  test('of a second measure comes beside the first, and 0% takes it away', async () => {
    const { page, move, asked } = await withScript();
    await move('ArrowLeft');
    await page.locator('.what-if select').selectOption('orders');
    await move('ArrowRight');
    expect((await asked()).at(-1)).toBe('visits=-5%; orders=+5%');
    await move('ArrowLeft');
    expect((await asked()).at(-1)).toBe('visits=-5%');
  });

  test('that finds no answer leaves the board as it was, with the sentence', async () => {
    const { page, move } = await withScript();
    await move('Home');
    expect(await page.locator('.said').innerText()).toBe('No access.');
    await page.locator('.answer', { hasText: 'No, off course' }).waitFor();
  });

  test('never hangs on the wall', async () => {
    const { page, move } = await withScript();
    await move('ArrowRight');
    await page.getByRole('button', { name: 'Wall' }).click();
    await page.locator('.wall .answer', { hasText: 'No, off course' }).waitFor();
  });
});

test('a course is read by the values and days at its edges, and what makes the gap beside it', async () => {
  const { page } = await show(exampleIn('en'));
  await page.getByRole('searchbox').fill('omzet q1');
  const card = page.locator('.kpi');
  expect(await card.locator('.values span').allInnerTexts()).toEqual(
    expect.arrayContaining(['€0', '€100,000']),
  );
  expect(await card.locator('.course .days span').allInnerTexts()).toEqual([
    'Jan 2026',
    'Feb',
    'Mar',
  ]);
  const [driver] = await card.locator('.gap li').allInnerTexts();
  expect(driver).toContain('Conversie Q1: €16,123 less than planned');
});

describe('in every place', () => {
  test('a phone scrolls six screens at most, and nothing is wider than it', async () => {
    const { page } = await show(exampleIn('nl'), { viewport: PHONE });
    const { scrollWidth, scrollHeight } = await scroll(page);
    expect(scrollWidth).toBe(PHONE.width);
    expect(scrollHeight).toBeLessThan(6 * PHONE.height);
  });

  test('the sidebar is as narrow as Google makes it, unfolded too', async () => {
    const { page } = await show(host.sheetBoard('nl'), { viewport: SIDEBAR });
    const unfold = async (folds: string): Promise<void> => {
      const found = page.locator(`:is(${folds}) > summary`);
      for (const fold of await found.all()) await fold.press('Enter');
    };
    // What is folded is drawn a moment after it was unfolded.
    await unfold('.goal > details, .rest');
    await page.locator('.check-in > summary').nth(27).waitFor();
    await unfold('.check-in');
    await page.locator('.check-in textarea').nth(27).waitFor();
    expect(await page.locator('.check-in textarea').count()).toBe(28);
    expect((await scroll(page)).scrollWidth).toBe(SIDEBAR.width);
  });

  test('every page of the wall fits, in letters that are read from five metres', async () => {
    const { page, complaints } = await show(exampleIn('nl', 'wall'), { viewport: WALL });
    const place = page.locator('.wall-place');
    const count = Number((await place.innerText()).split(' ').at(-1));
    for (let at = 1; at <= count; at += 1) {
      expect(await place.innerText()).toBe(`${at} van ${count}`);
      const faults = await page.evaluate(() => {
        const wall = document.querySelector('.wall-page');
        const bottom = wall?.getBoundingClientRect().bottom ?? 0;
        return [...(wall?.querySelectorAll('*') ?? [])].flatMap((node) => {
          const text = [...node.childNodes].some(
            (child) => child instanceof Text && child.data.trim() !== '',
          );
          if (!text || !(node instanceof HTMLElement)) return [];
          const isSmall = Number.parseFloat(getComputedStyle(node).fontSize) < 36;
          const isCut = node.getBoundingClientRect().bottom > bottom + 1;
          return isSmall || isCut ? [node.innerText] : [];
        });
      });
      expect(faults).toEqual([]);
      await page.keyboard.press('ArrowRight');
    }
    expect(await place.innerText()).toBe(`1 van ${count}`);
    await page.keyboard.press('Escape');
    await page.locator('main.board').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the wall turns its pages by itself, until it is held', async () => {
    const context = await browser.newContext({ viewport: WALL });
    const page = await context.newPage();
    await page.clock.install();
    await page.setContent(exampleIn('en', 'wall'));
    await page.clock.runFor(16_000);
    expect(await page.locator('.wall-place').innerText()).toMatch(/^2 of/);
    await page.keyboard.press(' ');
    await page.clock.runFor(60_000);
    expect(await page.locator('.wall-place').innerText()).toMatch(/^2 of/);
  });

  test('on paper everything is unfolded, and nothing is left to press', async () => {
    const { page } = await show(exampleIn('nl'));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.kpi').count()).toBe(28);
    expect(await page.locator('.kpi').last().isVisible()).toBe(true);
    expect(await page.locator('.rest .decision').last().isVisible()).toBe(true);
    expect(await page.locator('.filters, .tools button').first().isVisible()).toBe(false);
  });
});

describe('axe finds nothing', () => {
  test.each([
    ['in English on a laptop', 'en', '', { viewport: LAPTOP }],
    ['in Dutch in the dark on a phone', 'nl', '', { viewport: PHONE, colorScheme: 'dark' }],
    ['on the wall', 'nl', 'wall', { viewport: WALL }],
    ['on the wall in the dark', 'en', 'wall', { viewport: WALL, colorScheme: 'dark' }],
  ] as const)('%s', async (_, language, view, options) => {
    const { page } = await show(exampleIn(language, view), options);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    expect(await axeFindings(page)).toEqual([]);
  });

  test('beside the Sheet, where a check-in is typed', async () => {
    const { page } = await show(host.sheetBoard('en'), { viewport: SIDEBAR });
    await page.locator('.goal summary').first().click();
    await page.locator('.check-in summary').first().click();
    await page.getByLabel('What is going on?').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('but what is wrong', async () => {
    const { page } = await show(exampleIn('en'));
    await page.locator('main').evaluate((main) => main.append(document.createElement('button')));
    expect(await axeFindings(page)).toEqual([expect.stringContaining('button-name')]);
  });
});

describe('text of cells', () => {
  const NAMES = [
    '<img src=x onerror=alert(1)>',
    '</script><script>alert(2)</script>',
    '=1+1',
    'مبيعات الربع الأول',
    '🫖🍃 thé & "co"',
    `${'Averylongnamewithoutanyblank'.repeat(6)}`,
  ];
  const opened: OpenedBoard = {
    view: 'board',
    workbook: '',
    canCheckIn: true,
    answer: {
      board: sampleBoard(
        NAMES.map((name) =>
          sampleKpi(name, 'off_course', {
            goalId: 'g',
            owner: name,
            team: name,
            advice: name,
            explanation: name,
            nextStop: name,
            url: 'javascript:alert(3)',
            fuel: [{ resource: name, index: 0, text: name }],
            drivers: [{ text: name, size: -1 }],
            channels: [{ text: name, size: 0.5 }],
          }),
        ),
        {
          organisation: NAMES[0],
          strategy: [{ kind: 'mission', text: NAMES[1] }],
          goals: [
            sampleGoal('g', { name: NAMES[0], successWhen: NAMES[1], url: 'data:text/html,x' }),
          ],
          changes: NAMES.map((text) => ({ day: 1, label: text, text, isGood: null, kpiKey: text })),
        },
      ),
    },
  };

  test('is text: it runs nothing, leads nowhere and tears nothing apart', async () => {
    const page = await show(pageWithBoard(builtBoard(), opened), { viewport: PHONE });
    await page.page.locator('summary').evaluateAll((folds) => {
      for (const fold of folds) if (fold instanceof HTMLElement) fold.click();
    });
    expect(await page.page.locator('.kpi h4').allTextContents()).toEqual(NAMES);
    expect(await page.page.locator('img, a, main script').count()).toBe(0);
    expect((await scroll(page.page)).scrollWidth).toBe(PHONE.width);
    expect(page.complaints).toEqual([]);
  });
});

test('a failure is a sentence, with a way to try again', async () => {
  const answer = { failure: 'Vraag toegang tot de werkmap.', language: 'nl' } as const;
  const opened = { view: 'wall', workbook: '', answer, canCheckIn: false } as const;
  const { page } = await show(pageWithBoard(builtBoard(), opened));
  await page.getByText('Vraag toegang tot de werkmap.').waitFor();
  expect(await page.getByRole('button', { name: 'Vernieuwen' }).count()).toBe(1);
  expect(await axeFindings(page)).toEqual([]);
});
