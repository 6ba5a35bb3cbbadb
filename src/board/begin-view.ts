import { BEGIN_WORDS, type BeginStep } from '../core/language/begin-words.ts';
import type { AskedStep, BeginAnswer, OpenedBegin } from '../workflows/begin/begin.ts';
import { askBegin } from './ask-script.ts';
import type { BeginContext } from './begin-parts.ts';
import { STEPS } from './begin-steps.ts';
import { h, replaceChildren } from './dom.ts';
import { draftsIn, tabStore } from './drafts.ts';

type Filled = Exclude<BeginAnswer, { readonly failure: string }>;

/** What of each step the workbook holds already. */
const doneSteps = ({ state, results }: Filled): Readonly<Record<BeginStep, boolean>> => ({
  course: Object.values(state.strategy).some((text) => text !== ''),
  goal: state.goals.length > 0,
  kpi: state.kpis.length > 0,
  figures: state.measures.some(({ count }) => count > 0),
  result: results.length > 0,
});

const ORDER: readonly BeginStep[] = ['course', 'goal', 'kpi', 'figures', 'result'];

/** Whoever comes back goes on behind the last step that is done; what was passed over stays in sight. */
const whereLeft = (filled: Filled): BeginStep => {
  const done = doneSteps(filled);
  const last = ORDER.map((step) => done[step]).lastIndexOf(true);
  return ORDER[last + 1] ?? 'result';
};

/** The first steps, one at a time; what is saved stands in the workbook, and nowhere else. */
export function startBegin(root: HTMLElement, { language, answer, workbook }: OpenedBegin): void {
  const words = BEGIN_WORDS[language];
  const said = h('p', {
    class: 'begin-said',
    attributes: { role: 'status', 'aria-live': 'polite' },
  });
  document.documentElement.lang = language;
  document.title = `Koers · ${words.title}`;

  if ('failure' in answer) {
    const failed = [h('h1', {}, words.failed), h('p', {}, answer.failure)];
    replaceChildren(root, h('main', { class: 'board begin' }, ...failed));
    return;
  }
  let filled: Filled = answer;
  const drafts = draftsIn(tabStore(), `koers-begin ${workbook}`);
  const chosen = {};
  const left = ORDER.find((own) => own === drafts.of('step'));
  let step = left ?? whereLeft(filled);

  const go = (to: BeginStep): void => {
    step = to;
    drafts.keep('step', to);
    draw();
    root.querySelector<HTMLElement>('h2')?.focus();
  };

  const send = async (asked: AskedStep | { readonly step: 'result' }): Promise<boolean> => {
    root.setAttribute('aria-busy', 'true');
    said.classList.remove('refused');
    replaceChildren(said, words.working);
    for (const button of root.querySelectorAll('button')) button.disabled = true;
    const newer = await askBegin({ ...asked, language });
    root.removeAttribute('aria-busy');
    for (const button of root.querySelectorAll('button')) button.disabled = false;
    const isRefused = 'failure' in newer;
    said.classList.toggle('refused', isRefused);
    replaceChildren(said, isRefused ? newer.failure : newer.said);
    if (isRefused) return false;
    filled = newer;
    if (asked.step !== 'look') drafts.forget(`${step}|`);
    return true;
  };

  const keyOf = (target: HTMLElement): string =>
    `${step}|${target.closest<HTMLElement>('[data-form]')?.dataset.form ?? ''}|${target.dataset.field}`;

  const restore = (place: HTMLElement, form?: string): void => {
    if (form !== undefined) {
      place.dataset.form = form;
      drafts.keep(`${step}|form`, form);
    }
    for (const node of place.querySelectorAll<HTMLInputElement>('[data-field]')) {
      const text = drafts.of(keyOf(node));
      if (text !== null) node.value = text;
    }
  };

  const draw = (): void => {
    const done = doneSteps(filled);
    const { state, results } = filled;
    const context: BeginContext = {
      words,
      state,
      results,
      look: filled.look,
      send,
      draw,
      chosen,
      restore,
      openForm: () => drafts.of(`${step}|form`) ?? '',
      next: () => go(ORDER[ORDER.indexOf(step) + 1] ?? 'result'),
    };
    const steps = ORDER.map((own, at) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            class: 'begin-step',
            attributes: { type: 'button', 'aria-current': own === step ? 'step' : null },
            on: { click: () => go(own) },
          },
          `${at + 1}. ${words.steps[own]}`,
          done[own] && h('span', { class: 'begin-done' }, ` ✓ ${words.done}`),
        ),
      ),
    );
    replaceChildren(
      root,
      h(
        'main',
        { class: 'board begin' },
        h('h1', {}, words.title),
        h('p', { class: 'soft' }, words.intro),
        h(
          'nav',
          { attributes: { 'aria-label': words.title } },
          h('ol', { class: 'begin-steps' }, ...steps),
        ),
        h(
          'section',
          { class: 'begin-part', attributes: { 'aria-labelledby': 'question' } },
          h('h2', { attributes: { id: 'question', tabindex: -1 } }, words.questions[step]),
          h('p', { class: 'soft' }, words.help[step]),
          ...STEPS[step](context),
        ),
        said,
      ),
    );
    restore(root);
  };

  root.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      if (target.dataset.field !== undefined) drafts.keep(keyOf(target), target.value);
    }
  });
  draw();
}
