import { BOARD_WORDS } from '../core/language/board-words.ts';
import { REVIEW_WORDS, type ReviewWords } from '../core/language/review-words.ts';
import type { Day } from '../core/model/calendar-date.ts';
import type { OpenedReview, Review, ReviewPage } from '../workflows/review/review.ts';
import { toneOf, worrying } from './choose.ts';
import { decisionsBar } from './decisions-bar.ts';
import { h, replaceChildren } from './dom.ts';
import { type Drafts, draftsIn, tabStore } from './drafts.ts';
import { list } from './fields.ts';
import { tallyBar, verdict } from './first-screen.ts';
import { goalName, pageId, reviewPage } from './review-page.ts';
import { type Say, sayIn } from './say.ts';
import { statusChip } from './status-chip.ts';

/** The pages by name, with how each stands and how much of it asks for a decision. */
function contents(pages: readonly ReviewPage[], words: ReviewWords, say: Say): HTMLElement {
  return h(
    'nav',
    { class: 'review-contents', attributes: { 'aria-label': words.pages } },
    h(
      'ol',
      {},
      ...pages.map((page, at) =>
        h(
          'li',
          {},
          // The page stands in a frame of Google's: an address with # would lead away from it.
          h(
            'button',
            {
              class: 'as-link',
              attributes: { type: 'button' },
              on: { click: () => document.getElementById(pageId(at))?.focus() },
            },
            goalName(page, say),
          ),
          page.goal?.status != null &&
            statusChip(page.goal.status, toneOf({ status: page.goal.status })),
          h('span', { class: 'soft' }, words.toDecide(worrying(page.kpis).length)),
        ),
      ),
    ),
  );
}

function start(root: HTMLElement, review: Review, drafts: Drafts): void {
  const { language, today, periods, pages } = review;
  const words = REVIEW_WORDS[language];
  const say = sayIn(language, today, null);
  const kpis = pages.flatMap((page) => page.kpis);
  const shown = pages.map((page, at) => reviewPage(page, { at, today, words, say, drafts }));
  const fromOf = (id: string): Day => periods.find((own) => own.id === id)?.from ?? today;
  const showPeriod = (): void => {
    for (const { show } of shown) show(fromOf(period.value()));
  };
  const period = list(
    words.period,
    periods.map(({ id, from }) => [id, words.periods[id](say.day(from))] as const),
    showPeriod,
  );
  showPeriod();
  const forms = shown.flatMap((own) => own.forms);
  const typed = {
    sent: () => forms.flatMap((own) => own.sent()),
    clear: () => {
      for (const own of forms) own.clear();
    },
  };
  replaceChildren(
    root,
    h(
      'main',
      { class: 'board review' },
      h(
        'header',
        { class: 'top' },
        h('p', { class: 'organisation' }, review.organisation),
        h('h1', {}, words.title),
        h('p', { class: 'soft' }, words.on(say.day(today))),
      ),
      review.note !== '' && h('p', { class: 'note' }, review.note),
      h('div', { class: 'first' }, verdict(kpis, say), tallyBar(kpis, '', say, null)),
      h('div', { class: 'review-tools' }, period.node),
      contents(pages, words, say),
      h('div', { class: 'review-pages' }, ...shown.map(({ node }) => node)),
      decisionsBar(typed, language),
    ),
    h(
      'footer',
      { class: 'tools' },
      h('p', { class: 'stamp' }, review.stamp),
      h(
        'div',
        {},
        h(
          'button',
          { attributes: { type: 'button' }, on: { click: () => print() } },
          say.words.print,
        ),
      ),
    ),
  );
}

/** The review meeting: an overview, then a page for each goal. */
export function startReview(root: HTMLElement, { answer, workbook }: OpenedReview): void {
  const language = 'review' in answer ? answer.review.language : answer.language;
  document.documentElement.lang = language;
  document.title = `Koers · ${REVIEW_WORDS[language].title}`;
  if ('review' in answer && answer.review.pages.length > 0) {
    start(root, answer.review, draftsIn(tabStore(), `koers-review ${workbook}`));
    return;
  }
  const why = 'review' in answer ? BOARD_WORDS[language].verdicts.empty : answer.failure;
  const failed = [h('h1', {}, REVIEW_WORDS[language].failed), h('p', {}, why)];
  replaceChildren(root, h('main', { class: 'board' }, ...failed));
}
