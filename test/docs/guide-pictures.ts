import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Language } from '../../src/core/model/workspace.ts';
import { type AccountHost, createAccountHost } from '../../src/preview/account-host.ts';
import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { createPageServer } from '../../src/preview/http-server.ts';
import { listening, stopServing } from '../support/local-server.ts';
import { builtBoard, pushedProject } from '../support/pushed-bundle.ts';

// What the guides show, as a reader has it before him at the end of a chapter.

/** A picture, and every word in it: what says that it is still true. */
export interface Picture {
  readonly name: string;
  readonly image: Buffer;
  readonly words: readonly string[];
}

interface Shot {
  readonly chapter: number;
  readonly name: string;
  readonly height: number;
  readonly take: (page: Page, at: Showing) => Promise<Locator>;
}

interface Showing {
  readonly host: AccountHost;
  readonly address: string;
  readonly language: Language;
}

const WIDE = { width: 1500, height: 1600 };
/** A first screen; of a card all of it. */
const HEIGHT = 900;
const TAB_HEIGHT = 280;
/** Two charts with what their lines are. */
const CHARTS_HEIGHT = 310;

/** A tab as the page of one's own machine shows it. */
const tabNumbered =
  (at: number, part = '.grid') =>
  async (page: Page, { address, language, host }: Showing) => {
    const { title } = host.state(language).tabs[at];
    await page.goto(`${address}/?lang=${language}#/workbook/${encodeURIComponent(title)}`);
    await page.waitForSelector('main:not([aria-busy]) .grid');
    return page.locator(part);
  };

async function board(page: Page, { host, language }: Showing): Promise<Locator> {
  await page.setContent(host.webApp({ lang: language }));
  await page.locator('main').waitFor();
  return page.locator('main');
}

/** The card of the KPI that has fuel, unfolded. */
async function card(page: Page, showing: Showing): Promise<Locator> {
  const main = await board(page, showing);
  await page.locator('.goal').nth(1).locator('summary').first().press('Enter');
  const own = main.locator('.kpi', { hasText: 'Youssef' });
  await own.evaluate((node) => node.scrollIntoView());
  return own;
}

const KPIS_TAB = 5;
const STATUS_TAB = 8;
const CHARTS_TAB = 13;

const SHOTS: readonly Shot[] = [
  { chapter: 5, name: 'kpis', height: TAB_HEIGHT, take: tabNumbered(KPIS_TAB) },
  { chapter: 7, name: 'status', height: TAB_HEIGHT, take: tabNumbered(STATUS_TAB) },
  {
    chapter: 7,
    name: 'charts',
    height: CHARTS_HEIGHT,
    take: tabNumbered(CHARTS_TAB, '.tab-charts'),
  },
  { chapter: 9, name: 'card', height: HEIGHT, take: card },
  { chapter: 12, name: 'board', height: HEIGHT, take: board },
];

function hostOf({ workbooks, clock }: EmulatedAccount, fileName: string): AccountHost {
  const [workbook] = workbooks.values();
  const host = createAccountHost({
    version: '0.0.0',
    sheet: pushedProject('sheet'),
    connector: pushedProject('connector'),
    boardPage: builtBoard(),
    fileName,
    today: new Date(clock.now()).toISOString().slice(0, 10),
    readWorkbook: () => structuredClone(workbook),
  });
  host.reload();
  return host;
}

/** The pictures at the end of a chapter. */
export async function takePictures(
  browser: Browser,
  account: EmulatedAccount,
  chapter: number,
  language: Language,
): Promise<Picture[]> {
  const shots = SHOTS.filter((shot) => shot.chapter === chapter);
  if (shots.length === 0) return [];
  const host = hostOf(account, 'theekast.xlsx');
  const server = await listening(createPageServer(host, 'dist/preview/page'));
  const page = await browser.newPage({ viewport: WIDE });
  const pictures: Picture[] = [];
  const { port } = server.address() as AddressInfo;
  for (const { name, height, take } of shots) {
    const part = await take(page, { host, address: `http://127.0.0.1:${port}`, language });
    const words = (await part.innerText()).split('\n').filter((line) => line.trim() !== '');
    const box = await part.boundingBox();
    const clip = box && { ...box, height: Math.min(box.height, height) };
    const image = await page.screenshot({ clip: clip ?? undefined });
    pictures.push({ name: `${name}-${language}`, image, words });
  }
  await page.close();
  stopServing(server);
  return pictures;
}
