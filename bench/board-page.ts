import type { Browser, Page } from 'playwright-core';
import { STATUS_CODES } from '../src/core/model/status.ts';
import type { Board, BoardGoal, BoardKpi } from '../src/workflows/board/board.ts';
import { pageWithBoard } from '../src/workflows/board/page-with-board.ts';
import { daysBetween, trendOf } from '../src/workflows/board/trend.ts';
import { sampleBoard, sampleGoal, sampleKpi } from '../test/board/sample-board.ts';
import { startBrowser } from '../test/support/browser.ts';
import { builtBoard } from '../test/support/pushed-bundle.ts';
import { atMost, type Figure, milliseconds, trend, wrongAnswer } from './figure.ts';

const KPIS = 200;
const GOALS = 20;
const MOST_MILLISECONDS = 300;
const ROUNDS = 5;
const TODAY = 20_500;
const START = TODAY - 230;
const SENTENCE =
  'Actual is €1,240 behind plan; at this pace it ends at 87% of its target, 12 days late.';

const positions = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

function goalOf(position: number): BoardGoal {
  const name = `Goal ${position + 1} of a company with many`;
  return sampleGoal(`goal_${position}`, {
    name,
    owner: `Owner ${position % 7}`,
    start: START,
    due: START + 365,
    progress: 0.4,
    successWhen: SENTENCE,
    explanation: SENTENCE,
    advice: SENTENCE,
    url: 'https://docs.google.com/spreadsheets/d/workbook',
    stops: positions(4).map((at) => ({
      name: `Stopover ${at + 1}`,
      day: START + at * 90,
      expected: START + at * 100,
      status: { code: 'expected_late', word: 'expected late', symbol: '◆' },
    })),
    days: daysBetween(START, START + 365, 'en'),
    fuel: [{ resource: 'Budget', index: 0.8, text: '€800 of €1,000' }],
  });
}

/** Every status in turn; a course of every day of a year, and all that a card can have. */
function kpiOf(position: number): BoardKpi {
  const ends = positions(365).map((day) => START + day);
  const rise = ends.map((_, at) => at * (1 + (position % 9) / 10));
  return sampleKpi(`KPI ${position + 1} on its way`, STATUS_CODES[position % STATUS_CODES.length], {
    key: `kpi_${position}`,
    goalId: `goal_${position % GOALS}`,
    owner: `Owner ${position % 7}`,
    team: `Team ${position % 5}`,
    actual: '€12,400',
    plan: '€13,640',
    target: '€24,000',
    forecast: '€20,880',
    explanation: SENTENCE,
    advice: SENTENCE,
    nextStop: 'Stopover 3, 31 Mar',
    url: 'https://docs.google.com/spreadsheets/d/workbook',
    way: { actual: 0.52, plan: 0.57 },
    trend: trendOf(
      {
        start: START,
        ends,
        plan: ends.map((_, at) => at * 1.5),
        actual: rise.map((value, at) => (ends[at] < TODAY ? value : null)),
        forecast: rise.map((value, at) => (ends[at] < TODAY ? null : value)),
        unitLabel: '€',
      },
      TODAY,
      'en',
    ),
    fuel: [
      { resource: 'Budget', index: 0.8, text: '€800 of €1,000' },
      { resource: 'Hours', index: 1.2, text: '120 hours of 100' },
    ],
  });
}

const boardOfMany = (): Board =>
  sampleBoard(positions(KPIS).map(kpiOf), {
    goals: positions(GOALS).map(goalOf),
    changes: positions(KPIS / 4).map((at) => ({
      day: TODAY - at,
      label: 'New',
      text: SENTENCE,
      isGood: at % 2 === 0,
      kpiKey: `kpi_${at}`,
    })),
  });

/** What scripts have taken in a page since it began, compiling them included. */
async function scriptTime(page: Page): Promise<() => Promise<number>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    const { value = Number.NaN } = metrics.find(({ name }) => name === 'ScriptDuration') ?? {};
    return value * 1000;
  };
}

interface BoardRun {
  readonly drawn: number;
  readonly printed: number;
  readonly isComplete: boolean;
}

/** In a page of its own: to the first board, and with everything unfolded for paper. */
async function drawBoard(browser: Browser, html: string): Promise<BoardRun> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.route('**/*', (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  const taken = await scriptTime(page);
  await page.goto('https://board.example/');
  const drawn = await taken();
  const goals = await page.locator('.goal').count();
  const before = await taken();
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  const printed = (await taken()) - before;
  const cards = await page.locator('.kpi').count();
  await context.close();
  return { drawn, printed, isComplete: goals === GOALS && cards === KPIS };
}

export async function measureBoard(): Promise<Figure[]> {
  const html = pageWithBoard(builtBoard(), {
    view: 'board',
    workbook: '',
    canCheckIn: true,
    answer: { board: boardOfMany() },
  });
  const browser = await startBrowser();
  const runs: BoardRun[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await drawBoard(browser, html));
  } finally {
    await browser.close();
  }
  const what = 'to the first board';
  const least = (of: (run: BoardRun) => number) => Math.min(...runs.map(of));
  return [
    atMost(
      what,
      least(({ drawn }) => drawn),
      MOST_MILLISECONDS,
      milliseconds,
    ),
    trend('all of it unfolded, as for paper', milliseconds(least(({ printed }) => printed))),
    ...(runs.every(({ isComplete }) => isComplete) ? [] : [wrongAnswer(what)]),
  ];
}
