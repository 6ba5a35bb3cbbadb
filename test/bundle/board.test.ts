import type { EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import type { Board, OpenedBoard } from '../../src/workflows/board/board.ts';
import { morningOf, smallAccount } from '../workflows/small-workbook.ts';
import { runShipped, shippedBoard, shippedManifest } from './shipped-bundle.ts';

const WORKBOOK = 'small-workbook-0123456789';
const VIEWER = 'viewer@koers.example';
const STRANGER = 'stranger@koers.example';

function preparedAccount(): EmulatedAccount {
  const account = smallAccount();
  const workbook = account.workbooks.get(WORKBOOK);
  if (workbook === undefined) throw new Error('no workbook');
  workbook.sharing = { ...workbook.sharing, viewers: [VIEWER] };
  account.projects.sheet.boundWorkbookId = WORKBOOK;
  account.htmlFiles = { board: shippedBoard('connector') };
  const { scriptProperties } = account.projects.connector;
  scriptProperties.set('DEFAULT_WORKBOOK_ID', WORKBOOK);
  scriptProperties.set('BOARD', 'on');
  runShipped(account, 'sheet', 'recalculate');
  account.clock = fixedClock(morningOf('2026-02-16'));
  account.screen.length = 0;
  return account;
}

interface ServedPage {
  readonly content: string;
  readonly title: string;
  readonly metaTags: readonly (readonly string[])[];
}

const openedIn = (page: string): OpenedBoard =>
  JSON.parse(/id="opened">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null');

/** What a person at the address of the web app gets. */
function visit(account: EmulatedAccount, parameter: object = {}, asUser = VIEWER) {
  const { result, error } = runShipped(account, 'connector', 'doGet', {
    trigger: 'web_app',
    args: [{ parameter }],
    asUser,
  });
  expect(error).toBeUndefined();
  const page = result as ServedPage;
  return { page, opened: openedIn(page.content) };
}

const boardOf = ({ answer }: OpenedBoard) => {
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.board;
};
const failureOf = ({ answer }: OpenedBoard) => ('failure' in answer ? answer.failure : null);

describe('the web app', () => {
  const account = preparedAccount();

  it('shows who may see the workbook what the last recalculation found', () => {
    const { page, opened } = visit(account);
    const { language, organisation, kpis, goals } = boardOf(opened);
    expect([language, organisation]).toEqual(['nl', 'Webwinkel']);
    expect(page.title).toBe('Liggen wij op koers?');
    expect(page.metaTags).toEqual([['viewport', 'width=device-width, initial-scale=1']]);
    expect(kpis.map(({ name, status }) => [name, status.code])).toEqual([
      ['=HYPERLINK("http://x")', 'invalid'],
      ['Bezoekers Q1', 'on_course'],
    ]);
    expect(goals[0]).toMatchObject({ name: 'Groei', successWhen: '=1+1 klanten', owner: 'Noor' });
    expect(goals[0].stops.map(({ name }) => name)).toEqual(['Halverwege']);
    const [, visitors] = kpis;
    expect(visitors.way?.actual).toBeGreaterThan(0.4);
    expect(visitors.trend?.actual.some((value) => value !== null)).toBe(true);
    expect(page.content.length).toBeLessThan(150 * 1024);
  });

  it('reads no more than it takes to prove access and to fetch what was stored', () => {
    const fresh = preparedAccount();
    const { calls } = runShipped(fresh, 'connector', 'doGet', {
      trigger: 'web_app',
      args: [{ parameter: {} }],
      asUser: VIEWER,
    });
    const reads = Object.entries(calls).filter(([method]) => method.startsWith('Sheets.'));
    expect(reads.reduce((sum, [, count]) => sum + count, 0)).toBe(2);
  });

  it('speaks another language, hangs on the wall, and reads another workbook when asked', () => {
    const { opened } = visit(account, { lang: 'en', view: 'wall', workbook: WORKBOOK });
    expect([boardOf(opened).language, opened.view, opened.workbook]).toEqual([
      'en',
      'wall',
      WORKBOOK,
    ]);
    expect(boardOf(opened).kpis[1].status.word).toBe('On course');
    expect(boardOf(visit(account, { lang: 'xx' }).opened).language).toBe('nl');
    expect(failureOf(visit(account, { workbook: '<script>' }).opened)).toMatch(/adres|address/);
  });

  it('shows nothing to who may not see the workbook, not even what others just saw', () => {
    const { page, opened } = visit(account, {}, STRANGER);
    expect(failureOf(opened)).toMatch(/toegang|access/i);
    // On the page that was asked for, whatever language the person has elsewhere.
    expect(failureOf(visit(account, { lang: 'en' }, STRANGER).opened)).toMatch(/access/);
    expect(failureOf(visit(account, { lang: 'nl' }, STRANGER).opened)).toMatch(/toegang/);
    expect(page.content).not.toContain('Bezoekers');
    const { result } = runShipped(account, 'connector', 'boardText', {
      trigger: 'page',
      args: ['nl', WORKBOOK],
      asUser: STRANGER,
    });
    expect(String(result)).not.toContain('Bezoekers');
  });

  it('ends for a viewer with the sharing, however short ago they looked', () => {
    const own = preparedAccount();
    expect(failureOf(visit(own).opened)).toBeNull();
    const workbook = own.workbooks.get(WORKBOOK);
    if (workbook !== undefined) workbook.sharing = { ...workbook.sharing, viewers: [] };
    expect(failureOf(visit(own).opened)).not.toBeNull();
  });

  it('is off until somebody switches it on', () => {
    const own = preparedAccount();
    own.projects.connector.scriptProperties.delete('BOARD');
    expect(failureOf(visit(own).opened)).toMatch(/BOARD/);
  });

  it('answers with a sentence before the first recalculation and of what is no workbook', () => {
    const own = preparedAccount();
    own.projects.connector.scriptProperties.delete('DEFAULT_WORKBOOK_ID');
    expect(failureOf(visit(own).opened)).not.toBeNull();
  });

  it('gives the same board to its page when that asks again', () => {
    const { result } = runShipped(account, 'connector', 'boardText', {
      trigger: 'page',
      args: ['nl', ''],
      asUser: VIEWER,
    });
    const { board } = JSON.parse(String(result));
    expect(board).toEqual(boardOf(visit(account).opened));
  });

  it('shows another future when one is supposed, the same past, and keeps nothing of it', () => {
    const plain = boardOf(visit(account).opened);
    expect(plain.supposable).toEqual([{ id: 'bezoekers', name: 'Bezoekers' }]);
    const ask = (whatIf: unknown) => {
      const { result } = runShipped(account, 'connector', 'boardText', {
        trigger: 'page',
        args: ['nl', '', whatIf],
        asUser: VIEWER,
      });
      return JSON.parse(String(result)).board as Board;
    };
    const supposed = ask('bezoekers=-50%');
    const [own, supposedOwn] = [plain, supposed].map(({ kpis }) => kpis[1]);
    expect(supposed.note).toContain('Bezoekers -50%');
    expect(supposedOwn.actual).toBe(own.actual);
    expect(supposedOwn.trend?.actual).toHaveLength(own.trend?.actual.length ?? 0);
    expect(supposedOwn.forecast).not.toBe(own.forecast);
    expect(ask('nonsense').note).toContain('nonsense');
    for (const nothing of ['', null, { what: 'if' }]) expect(ask(nothing)).toEqual(plain);
  });

  it('asks its visitor for nothing but reading and an address', () => {
    expect(shippedManifest('connector').oauthScopes).toHaveLength(2);
  });
});

describe('the sheet', () => {
  it.each([
    ['showBoard', 'sidebar'],
    ['showWideBoard', 'dialog'],
  ])('%s shows it as a %s', (functionName, kind) => {
    const account = preparedAccount();
    const { error } = runShipped(account, 'sheet', functionName);
    expect(error).toBeUndefined();
    const [event] = account.screen;
    expect([event.kind, event.title]).toEqual([kind, 'Liggen wij op koers?']);
    expect(boardOf(openedIn(String(event.content))).kpis).toHaveLength(2);
  });

  it('shows the sentence in the same place when there is nothing to show', () => {
    const account = preparedAccount();
    account.workbooks.get(WORKBOOK)?.tabs.splice(0);
    runShipped(account, 'sheet', 'showBoard');
    expect(failureOf(openedIn(String(account.screen[0]?.content)))).not.toBeNull();
  });
});
