import { h, replaceChildren } from '../../board/dom.ts';
import type { Answers, PreviewState } from '../page-api.ts';
import { actionsView } from './actions-view.ts';
import { askRefresh, askState, forgetAnswers } from './api-client.ts';
import { beginView } from './begin-view.ts';
import { boardView } from './board-view.ts';
import { exploreView } from './explore-view.ts';
import { failureNotice, noticeOf } from './failure-notice.ts';
import { libraryView } from './library-view.ts';
import { readAddress } from './page-address.ts';
import type { PageContext, View } from './page-context.ts';
import type { Language } from './texts.ts';
import { sayIn } from './texts.ts';
import type { TextKey } from './texts-en.ts';
import { todoView } from './todo-view.ts';
import { takeInChange, workbookView } from './workbook-view.ts';

interface Part {
  readonly view: View;
  readonly text: TextKey;
  /** Without figures there is nothing to see here. */
  readonly needsFigures: boolean;
  /** Whether it is not drawn anew: something is typed in it, or it took in by itself what changed. */
  readonly keepsItself?: (main: HTMLElement) => boolean;
}

const hasOpenForm = (main: HTMLElement): boolean => {
  const board = main.querySelector('iframe')?.contentDocument;
  return board?.querySelector('details[open] form') != null;
};

const VIEWS: Readonly<Record<string, Part>> = {
  board: { view: boardView, text: 'board', needsFigures: true, keepsItself: hasOpenForm },
  todo: { view: todoView, text: 'todo', needsFigures: true },
  workbook: {
    view: workbookView,
    text: 'workbook',
    needsFigures: false,
    keepsItself: takeInChange,
  },
  actions: { view: actionsView, text: 'actions', needsFigures: false },
  explore: { view: exploreView, text: 'explore', needsFigures: true },
  begin: { view: beginView, text: 'begin', needsFigures: false, keepsItself: () => true },
  library: { view: libraryView, text: 'library', needsFigures: false },
};

const LANGUAGE_KEY = 'koers-language';

function firstLanguage(): Language {
  const asked =
    new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(LANGUAGE_KEY);
  const code = asked ?? navigator.language;
  return code.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

const viewName = (): string => {
  const { view } = readAddress(location.hash);
  return view in VIEWS ? view : 'board';
};

function startPage(root: HTMLElement): void {
  let language = firstLanguage();
  let answers: Answers = {};
  let drawing = 0;
  const status = h('p', { class: 'unseen', attributes: { role: 'status', 'aria-live': 'polite' } });
  const header = h('header', { class: 'top' });
  const main = h('main', { attributes: { id: 'main', tabindex: -1 } });

  const drawHeader = (): void => {
    const say = sayIn(language);
    const now = viewName();
    const links = Object.entries(VIEWS).map(([name, { text }]) =>
      h(
        'a',
        { attributes: { href: `#/${name}`, 'aria-current': name === now ? 'page' : null } },
        say(text),
      ),
    );
    const languageButton = (code: Language, label: string) =>
      h(
        'button',
        {
          attributes: { type: 'button', lang: code, 'aria-pressed': String(code === language) },
          on: { click: () => chooseLanguage(code) },
        },
        label,
      );
    replaceChildren(
      header,
      h('a', { class: 'skip', attributes: { href: '#main' }, on: { click: skip } }, say('skip')),
      h(
        'a',
        { class: 'brand', attributes: { href: '#/board' } },
        h('span', { class: 'brand-mark', attributes: { 'aria-hidden': 'true' } }),
        'Koers',
      ),
      h('nav', { attributes: { 'aria-label': say('views') } }, ...links),
      h(
        'div',
        { class: 'tools' },
        h(
          'button',
          {
            class: 'refresh',
            attributes: { type: 'button', title: say('refresh'), 'aria-label': say('refresh') },
            on: { click: () => void refresh() },
          },
          h('span', { attributes: { 'aria-hidden': 'true' } }, '⟳'),
        ),
        h(
          'div',
          { class: 'languages', attributes: { role: 'group', 'aria-label': say('language') } },
          languageButton('en', 'EN'),
          languageButton('nl', 'NL'),
        ),
      ),
    );
  };

  const skip = (event: Event): void => {
    event.preventDefault();
    main.focus();
  };

  const announce = (text: string): void => replaceChildren(status, text);

  const drawView = async (): Promise<void> => {
    const say = sayIn(language);
    drawing += 1;
    const own = drawing;
    const place = h('div', { class: `view view-${viewName()}` });
    document.documentElement.lang = language;
    main.setAttribute('aria-busy', 'true');
    if (main.childElementCount === 0)
      replaceChildren(main, h('p', { class: 'loading' }, say('loading')));
    try {
      const state: PreviewState = await askState(language);
      const context: PageContext = {
        language,
        say,
        answers,
        state,
        announce,
        setAnswers: (next) => {
          answers = next;
        },
      };
      const part = VIEWS[viewName()];
      if (state.problem === null || part?.needsFigures === false) await part?.view(place, context);
      for (const text of [state.notice, state.problem]) {
        if (text !== null) place.prepend(failureNotice({ title: state.fileName, text }, say));
      }
    } catch (error) {
      replaceChildren(place, noticeOf(error, say));
    }
    // A newer drawing was asked for meanwhile: this one is late.
    if (own !== drawing) return;
    const { scrollY } = window;
    replaceChildren(main, place);
    window.scrollTo({ top: scrollY });
    main.removeAttribute('aria-busy');
    document.title = `Koers · ${say(VIEWS[viewName()]?.text ?? 'board')}`;
  };

  const draw = (): Promise<void> => {
    drawHeader();
    return drawView();
  };

  const chooseLanguage = (code: Language): void => {
    language = code;
    localStorage.setItem(LANGUAGE_KEY, code);
    void draw().then(() => header.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus());
  };

  const refresh = async (): Promise<void> => {
    await askRefresh();
    forgetAnswers();
    await drawView();
  };

  const follow = (): void => {
    const events = new EventSource('/api/events');
    // The first message only says hello; a server that was started anew says it again.
    let isFirst = true;
    events.addEventListener('message', () => {
      if (isFirst) {
        isFirst = false;
        return;
      }
      forgetAnswers();
      if (VIEWS[viewName()]?.keepsItself?.(main) === true) return;
      announce(sayIn(language)('updated'));
      void drawView();
    });
  };

  replaceChildren(root, header, status, main);
  window.addEventListener('hashchange', () => {
    replaceChildren(main);
    window.scrollTo({ top: 0 });
    void draw();
  });
  void draw();
  follow();
}

const root = document.getElementById('koers');
if (root !== null) startPage(root);
