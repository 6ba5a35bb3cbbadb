import type { Browser, Page } from 'playwright-core';
import { REVIEW_WORDS } from '../../src/core/language/review-words.ts';
import type { Day } from '../../src/core/model/calendar-date.ts';
import { isoDate } from '../../src/core/model/calendar-date.ts';
import type { Language } from '../../src/core/model/workspace.ts';
import { OWNER, WORKBOOK_ID } from '../../src/preview/account-host.ts';
import { createAccount, type EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import { putCell } from '../../src/preview/emulation/workbook/cells.ts';
import {
  emptyTab,
  emptyWorkbook,
  type Tab,
} from '../../src/preview/emulation/workbook/workbook.ts';
import { shownMenu } from '../../src/preview/script-menu.ts';
import { runShipped, shippedBoard } from '../bundle/shipped-bundle.ts';
import { morningOf } from '../workflows/small-workbook.ts';
import { type GuideChapter, type GuideStep, typedCell } from './guide-steps.ts';
import { decide, openReview, press } from './walk-review.ts';

const MINUTE = 60_000;
const LOCALES = { en: 'en_GB', nl: 'nl_NL' } as const;

/** A reader with an empty spreadsheet, in a country of the guide's language. */
export function guideAccount(language: Language, title: string): EmulatedAccount {
  const workbook = emptyWorkbook({
    id: WORKBOOK_ID,
    owner: OWNER,
    title,
    locale: LOCALES[language],
    timeZone: 'Europe/Amsterdam',
    tabs: [emptyTab(0, 'Sheet1')],
  });
  const account = createAccount({ owner: OWNER, workbooks: [workbook] });
  account.userLocale = language;
  account.htmlFiles = { board: shippedBoard('sheet') };
  // As an installation leaves it.
  account.projects.sheet.scriptProperties.set('CONNECTOR_DEPLOYMENT_ID', 'deployment-1');
  return account;
}

const workbookOf = (account: EmulatedAccount) => {
  const [workbook] = account.workbooks.values();
  return workbook;
};

function setDay(account: EmulatedAccount, day: Day): void {
  Object.assign(account, { clock: fixedClock(morningOf(isoDate(day))) });
}

/** The name of the function behind an entry, found by the words on the way to it. */
function handlerOf(account: EmulatedAccount, path: readonly string[]): string {
  runShipped(account, 'sheet', 'onOpen', { trigger: 'simple', args: [{ authMode: 'LIMITED' }] });
  const menu = shownMenu(account);
  let at = 0;
  path.forEach((label, depth) => {
    at = menu.findIndex((entry, i) => i > at && entry.depth === depth + 1 && entry.label === label);
    if (at === -1) throw new Error(`The menu has no ${path.join(' › ')}`);
  });
  const name = menu[at].functionName;
  if (name === undefined) throw new Error(`${path.join(' › ')} does nothing`);
  return name;
}

/** How a sentence ends that says that Koers itself failed: with a number to pass on. */
const FAILED = /: [0-9A-F]{8}\.$/;

function choose(
  account: EmulatedAccount,
  { path, answer }: Extract<GuideStep, { kind: 'choose' }>,
): void {
  account.answerDialog = () => ({ button: 'OK', text: answer });
  account.clock.advance(MINUTE);
  const { error } = runShipped(account, 'sheet', handlerOf(account, path));
  const shown = account.screen.at(-1);
  const failure = error?.message ?? (shown?.kind === 'alert' ? String(shown.content) : '');
  if (error !== undefined || FAILED.test(failure)) {
    throw new Error(`${path.join(' › ')}: ${failure}`);
  }
}

const textAt = (tab: Tab, row: number, column: number): string =>
  String(tab.rows[row]?.[column]?.value ?? '');

/** The first row below the header without anything typed. */
function firstFreeRow(tab: Tab): number {
  let row = 1;
  while (tab.rows[row]?.some((cell) => cell !== undefined && cell.value !== null)) row++;
  return row;
}

/** Types rows below the others, each value in the column that its header names. */
function type(
  account: EmulatedAccount,
  { tab: title, rows }: Extract<GuideStep, { kind: 'type' }>,
  language: Language,
): void {
  const tab = workbookOf(account).tabs.find((own) => own.title === title);
  if (tab === undefined) throw new Error(`There is no tab ${title} to fill in`);
  const [names, ...typed] = rows;
  const columns = names.map((name) => {
    const column = tab.rows[0]?.findIndex((cell) => cell?.value === name) ?? -1;
    if (column === -1) throw new Error(`${title} has no column ${name}`);
    return column;
  });
  const free = firstFreeRow(tab);
  typed.forEach((row, at) => {
    row.forEach((text, i) => {
      if (text === '') return;
      const before = tab.rows[free + at]?.[columns[i]];
      putCell(tab, free + at, columns[i], { ...before, ...typedCell(text, language) });
    });
  });
}

/** What the board would say now, as it is handed to its page. */
function boardTexts(account: EmulatedAccount, language: Language): string {
  const { result } = runShipped(account, 'sheet', 'boardText', {
    trigger: 'page',
    args: [language],
  });
  return String(result);
}

/** A page of the script says what is seen of it, not what stands in its code. */
const isPage = (content: unknown): boolean => /<script/.test(String(content));

/** Everything that can be read by now: what the menu said, tabs that are shown, and the board. */
function readable(account: EmulatedAccount, language: Language): string {
  const said = account.screen
    .filter(({ content }) => !isPage(content))
    .map(({ content }) => String(content ?? ''));
  const cells = workbookOf(account)
    .tabs.filter(({ hidden }) => !hidden)
    .flatMap((tab) => tab.rows.flatMap((row, at) => (row ?? []).map((_, i) => textAt(tab, at, i))));
  return [...said, ...cells, boardTexts(account, language)].join('\n');
}

/** What is read in the window of Koers that is open, or else of all there is. */
const seen = (account: EmulatedAccount, language: Language, review: Page | null) =>
  review === null
    ? Promise.resolve(readable(account, language))
    : review.locator('main').innerText();

/** Does what a chapter says; gives what it quotes and nobody could have read by then. */
export async function walkChapter(
  browser: Browser,
  account: EmulatedAccount,
  { steps }: GuideChapter,
  language: Language,
): Promise<string[]> {
  const unread: string[] = [];
  const { title } = REVIEW_WORDS[language];
  let review: Page | null = null;
  let texts: string | null = null;
  for (const step of steps) {
    if (step.kind === 'read') {
      texts ??= await seen(account, language, review);
      if (!texts.includes(step.text)) unread.push(step.text);
      continue;
    }
    texts = null;
    if (step.kind === 'day') setDay(account, step.day);
    else if (step.kind === 'choose') {
      await review?.context().close();
      choose(account, step);
      review = account.screen.at(-1)?.title === title ? await openReview(browser, account) : null;
    } else if (step.kind === 'type' && step.tab !== title) {
      type(account, step, language);
    } else if (review === null) throw new Error(`Nothing is open to ${step.kind} in`);
    else if (step.kind === 'press') await press(review, step.button);
    else await decide(review, step.rows, language);
  }
  await review?.context().close();
  return unread;
}
