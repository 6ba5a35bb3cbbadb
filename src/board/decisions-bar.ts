import { REVIEW_WORDS, type ReviewWords } from '../core/language/review-words.ts';
import type { Language } from '../core/model/workspace.ts';
import type {
  DecidedRow,
  DecisionsAnswer,
  SentDecision,
  SentDecisions,
} from '../workflows/review/sent-decisions.ts';
import { askDecisions } from './ask-script.ts';
import { button, buttons } from './buttons.ts';
import { h, replaceChildren, safeLink } from './dom.ts';

interface Typed {
  readonly sent: () => SentDecision[];
  readonly clear: () => void;
}

/** A row as it will stand, or stands, with its place. */
function rowItem({ tab, row, url, cells }: DecidedRow, words: ReviewWords): HTMLElement {
  const place = words.place(tab, row);
  return h(
    'li',
    {},
    h('h3', {}, url === '' ? place : safeLink(url, place, place)),
    h(
      'dl',
      { class: 'facts' },
      ...cells.map(({ name, text }) => h('div', {}, h('dt', {}, name), h('dd', {}, text))),
    ),
  );
}

/**
 * What was typed all over the review goes into the workbook from here: first it is shown as it would
 * stand there, then it is written with an OK.
 */
export function decisionsBar(typed: Typed, language: Language): HTMLElement {
  const words = REVIEW_WORDS[language];
  const said = h('p', { class: 'review-said', attributes: { role: 'status' } });
  const shown = h('div', { class: 'review-shown' });
  const bar = h('section', {
    class: 'review-bar',
    attributes: { 'aria-label': words.write.title },
  });

  const ask = async (sent: SentDecisions): Promise<DecisionsAnswer> => {
    for (const own of bar.querySelectorAll('button')) own.disabled = true;
    said.classList.remove('refused');
    said.textContent = words.write.working;
    const answer = await askDecisions(sent, language);
    for (const own of bar.querySelectorAll('button')) own.disabled = false;
    const isRefused = 'failure' in answer;
    said.classList.toggle('refused', isRefused);
    said.textContent = isRefused ? answer.failure : answer.said;
    return answer;
  };

  const hide = (): void => {
    replaceChildren(shown);
    first.hidden = false;
  };

  const showRows = (title: string, rows: readonly DecidedRow[], ...own: HTMLElement[]): void => {
    first.hidden = own.length > 0;
    const heading = h('h2', { attributes: { tabindex: -1 } }, title);
    replaceChildren(
      shown,
      heading,
      h('ol', {}, ...rows.map((row) => rowItem(row, words))),
      own.length > 0 && buttons(...own),
    );
    heading.focus();
  };

  const write = async (decisions: readonly SentDecision[], seen: string): Promise<void> => {
    const answer = await ask({ decisions, seen });
    if ('failure' in answer) {
      hide();
      return;
    }
    showRows(words.write.landed, answer.rows);
    // What was typed since stays; what is written is known when it is sent again.
    if (JSON.stringify(typed.sent()) === JSON.stringify(decisions)) typed.clear();
  };

  const look = async (): Promise<void> => {
    const decisions = typed.sent();
    hide();
    if (decisions.length === 0) {
      said.textContent = words.nothingTyped;
      return;
    }
    const answer = await ask({ decisions, seen: null });
    if ('failure' in answer) return;
    if (answer.isWritten) {
      showRows(words.write.landed, answer.rows);
      return;
    }
    showRows(
      words.write.will,
      answer.rows,
      button(words.write.ok, () => void write(decisions, answer.seen)),
      button(words.write.back, hide, false),
    );
  };

  const first = h(
    'p',
    {},
    button(words.write.show, () => void look()),
  );
  replaceChildren(bar, shown, said, first);
  return bar;
}
