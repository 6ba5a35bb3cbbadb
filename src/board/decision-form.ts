import type { ReviewWords } from '../core/language/review-words.ts';
import type { ReviewKpi } from '../workflows/review/review.ts';
import type { SentDecision } from '../workflows/review/sent-decisions.ts';
import { h } from './dom.ts';
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

interface Form {
  readonly node: HTMLElement;
  /** Null while nothing is typed. */
  readonly sent: () => SentDecision | null;
}

function form(kpi: ReviewKpi, { form: words }: ReviewWords, { words: board }: Say): Form {
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
  node.addEventListener('input', () => node.classList.toggle('is-blank', sent() === null));
  return { node, sent };
}

/** A form for the first decision, and for another one when it is asked for. */
export function decisionForms(kpi: ReviewKpi, words: ReviewWords, say: Say): DecisionForms {
  const place = h('div', {});
  let forms: Form[] = [];
  const add = (): void => {
    const own = form(kpi, words, say);
    forms.push(own);
    place.append(own.node);
    own.node.querySelector('textarea')?.focus();
  };
  const clear = (): void => {
    for (const { node } of forms) node.remove();
    forms = [];
  };
  const more = h(
    'button',
    { attributes: { type: 'button' }, on: { click: add } },
    words.form.add,
    h('span', { class: 'unseen' }, `: ${kpi.name}`),
  );
  return {
    node: h('div', { class: 'review-forms' }, place, more),
    sent: () => forms.flatMap((own) => own.sent() ?? []),
    clear,
  };
}
