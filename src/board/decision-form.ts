import type { ReviewWords } from '../core/language/review-words.ts';
import type { ReviewKpi } from '../workflows/review/review.ts';
import type { SentDecision } from '../workflows/review/sent-decisions.ts';
import { h } from './dom.ts';
import type { Drafts } from './drafts.ts';
import { field, list } from './fields.ts';
import type { Say } from './say.ts';

/** What a meeting decides is mostly to do something. */
const DECISIONS = ['adjust', 'keep', 'stop'] as const;

/** Decisions on one KPI, as far as they are typed. */
export interface DecisionForms {
  readonly node: HTMLElement;
  readonly sent: () => SentDecision[];
  /** As if nothing had been typed. */
  readonly clear: () => void;
}

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Form {
  readonly node: HTMLElement;
  /** Null while nothing is typed. */
  readonly sent: () => SentDecision | null;
}

/** The nth form of a KPI, with what was typed into it before the page was closed. */
function form(
  kpi: ReviewKpi,
  { form: words }: ReviewWords,
  { words: board }: Say,
  { drafts, start }: { readonly drafts: Drafts; readonly start: string },
): Form {
  const text = field(words.text, { kind: 'lines' });
  const kind = list(
    words.kind,
    DECISIONS.map((code) => [code, board.checkIn.decisions[code]]),
  );
  const owner = field(words.owner, { value: kpi.owner });
  const due = field(words.due, { kind: 'date' });
  const effect = field(words.effect, { kind: 'number', help: words.effectHelp });
  const target = field(words.target, { kind: 'number', help: words.targetNow(kpi.target) });
  const from = field(words.from, { kind: 'date', help: words.fromHelp });
  const fields = [text, kind, owner, due, effect, ...(kpi.hasTarget ? [target, from] : [])];
  const sent = (): SentDecision | null => {
    const isBlank = [text, due, effect, target].every((own) => own.value().trim() === '');
    return isBlank
      ? null
      : {
          kpiId: kpi.id,
          text: text.value(),
          decision: DECISIONS.find((code) => code === kind.value()) ?? 'adjust',
          owner: owner.value(),
          due: due.value(),
          effect: effect.value(),
          target: target.value(),
          from: from.value(),
        };
  };
  const node = h('div', { class: 'review-form is-blank' }, ...fields.map((own) => own.node));
  const mark = (): void => {
    node.classList.toggle('is-blank', sent() === null);
  };
  for (const own of node.querySelectorAll<Typed>('[data-field]')) {
    const key = `${start}${own.dataset.field}`;
    own.value = drafts.of(key) ?? own.value;
    own.addEventListener('input', () => drafts.keep(key, own.value));
  }
  node.addEventListener('input', mark);
  mark();
  return { node, sent };
}

/** A form for the first decision, and for another one when it is asked for; those with drafts at once. */
export function decisionForms(
  kpi: ReviewKpi,
  words: ReviewWords,
  say: Say,
  drafts: Drafts,
): DecisionForms {
  const place = h('div', {});
  const opened = `${kpi.id}|forms`;
  let forms: Form[] = [];
  const add = (): void => {
    const own = form(kpi, words, say, { drafts, start: `${kpi.id}|${forms.length}|` });
    forms.push(own);
    place.append(own.node);
  };
  const clear = (): void => {
    for (const { node } of forms) node.remove();
    forms = [];
    drafts.forget(`${kpi.id}|`);
  };
  const more = h(
    'button',
    {
      attributes: { type: 'button' },
      on: {
        click: () => {
          add();
          drafts.keep(opened, String(forms.length));
          place.lastElementChild?.querySelector('textarea')?.focus();
        },
      },
    },
    words.form.add,
    h('span', { class: 'unseen' }, `: ${kpi.name}`),
  );
  for (let left = Number(drafts.of(opened) ?? 0); left > 0; left -= 1) add();
  return {
    node: h('div', { class: 'review-forms' }, place, more),
    sent: () => forms.flatMap((own) => own.sent() ?? []),
    clear,
  };
}
