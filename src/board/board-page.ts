import { BOARD_WORDS } from '../core/language/board-words.ts';
import { LANGUAGES } from '../core/model/locale.ts';
import type { Language } from '../core/model/workspace.ts';
import type { OpenedBegin } from '../workflows/begin/begin.ts';
import type { Board, BoardAnswer, OpenedBoard } from '../workflows/board/board.ts';
import type { OpenedReview } from '../workflows/review/review.ts';
import { askBoard } from './ask-script.ts';
import { startBegin } from './begin-view.ts';
import { type BoardState, boardView, openAt } from './board-view.ts';
import { EVERYTHING } from './choose.ts';
import { h, replaceChildren } from './dom.ts';
import { drawFoldsIn, unfoldAllIn } from './fold.ts';
import { startReview } from './review-view.ts';
import { sayIn } from './say.ts';
import { type Wall, wallView } from './wall-view.ts';
import { type Supposed, type WhatIfPanel, whatIfPanel, whatIfText } from './what-if-panel.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', nl: 'Nederlands' };
/** A wall that hangs for days shows what is true now. */
const WALL_REFRESH_MILLISECONDS = 15 * 60_000;

const languageOf = (answer: BoardAnswer): Language =>
  'board' in answer ? answer.board.language : answer.language;

const boardIn = (answer: BoardAnswer): Board | null => ('board' in answer ? answer.board : null);

const stampOf = (answer: BoardAnswer): string => boardIn(answer)?.stamp ?? '';

function startBoard(root: HTMLElement, opened: OpenedBoard): void {
  let { answer } = opened;
  let isWall = opened.view === 'wall';
  let wall: Wall | null = null;
  /** As it is, nothing supposed. */
  let plain = boardIn(answer);
  let panel: WhatIfPanel | null = null;
  let asked = 0;
  const supposed: Supposed = new Map();
  const checkIns = opened.canCheckIn ? new Map<string, string>() : null;
  const state: BoardState = { choice: EVERYTHING, unfolded: new Set() };

  const ask = async (language: Language): Promise<void> => {
    asked += 1;
    const own = asked;
    root.setAttribute('aria-busy', 'true');
    const newer = await askBoard(language, opened.workbook, whatIfText(supposed));
    // Somebody has moved on: another answer is on its way.
    if (own !== asked) return;
    root.removeAttribute('aria-busy');
    if ('failure' in newer && 'board' in answer) {
      // A wall that misses an answer keeps the board it has, and so does whoever supposes something.
      if (isWall) return;
      if (supposed.size > 0) return panel?.say(newer.failure);
    }
    // A board that was calculated since has the check-ins from the workbook.
    if (stampOf(newer) !== stampOf(answer)) checkIns?.clear();
    answer = newer;
    if (supposed.size === 0) plain = boardIn(newer);
    draw();
  };
  const askAnew = (language: Language): void => {
    panel = null;
    void ask(language);
  };
  const showWall = (shown: boolean): void => {
    isWall = shown;
    // Whoever passes a wall takes what it shows for what is.
    if (supposed.size > 0 && plain !== null) answer = { board: plain };
    supposed.clear();
    panel = null;
    draw();
  };

  const tools = (language: Language): HTMLElement => {
    const words = BOARD_WORDS[language];
    const button = (text: string, act: () => void, attributes = {}) =>
      h('button', { attributes: { type: 'button', ...attributes }, on: { click: act } }, text);
    return h(
      'footer',
      { class: 'tools' },
      h('p', { class: 'stamp' }, stampOf(answer)),
      h(
        'div',
        { attributes: { role: 'group', 'aria-label': words.view } },
        button(words.refresh, () => askAnew(language)),
        button(words.wall, () => showWall(true)),
        button(words.print, () => print()),
      ),
      h(
        'div',
        { attributes: { role: 'group', 'aria-label': words.language } },
        ...LANGUAGES.map((code) =>
          button(LANGUAGE_NAMES[code], () => askAnew(code), {
            lang: code,
            'aria-pressed': String(code === language),
          }),
        ),
      ),
    );
  };

  const draw = (): void => {
    wall?.stop();
    wall = null;
    const language = languageOf(answer);
    const words = BOARD_WORDS[language];
    document.documentElement.lang = language;
    document.documentElement.classList.toggle('on-wall', isWall && 'board' in answer);
    document.title = `Koers · ${words.title}`;
    if ('failure' in answer) {
      const failed = h(
        'main',
        { class: 'board' },
        h('h1', {}, words.failed),
        h('p', {}, answer.failure),
      );
      replaceChildren(root, failed, tools(language));
      return;
    }
    const say = sayIn(language, answer.board.today, checkIns);
    if (isWall) {
      wall = wallView(answer.board, say, () => showWall(false));
      replaceChildren(root, wall.node);
      return;
    }
    const { board } = answer;
    if (board.supposable.length > 0) {
      panel ??= whatIfPanel(board, say, supposed, () => void ask(language));
      panel.show(board, plain ?? board);
    }
    const focused = document.activeElement;
    replaceChildren(root, boardView(board, say, state, panel?.node ?? null), tools(language));
    // What was taken out and put back has lost it.
    if (focused instanceof HTMLElement && root.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  };

  draw();
  const { kpi = '', goal = '' } = opened.at ?? {};
  const first = boardIn(answer);
  if (!isWall && first !== null) openAt(first, kpi, goal);
  setInterval(() => {
    if (isWall) void ask(languageOf(answer));
  }, WALL_REFRESH_MILLISECONDS);
  // What is folded would be missing on paper, and what is not drawn in the browser's own search.
  addEventListener('beforeprint', () => unfoldAllIn(root));
  addEventListener('keydown', ({ ctrlKey, metaKey, key }) => {
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'f') drawFoldsIn(root);
  });
}

const root = document.getElementById('board');
const opened: OpenedBoard | OpenedBegin | OpenedReview | null = JSON.parse(
  document.getElementById('opened')?.textContent ?? 'null',
);
if (root !== null && opened !== null) {
  if (opened.view === 'begin') startBegin(root, opened);
  else if (opened.view === 'review') startReview(root, opened);
  else startBoard(root, opened);
}
