import type { ReviewWords } from '../core/language/review-words.ts';
import type { Day } from '../core/model/calendar-date.ts';
import type { ReviewedAction, ReviewKpi, ReviewPage } from '../workflows/review/review.ts';
import { plain, toneOf, worrying } from './choose.ts';
import { type DecisionForms, decisionForms } from './decision-form.ts';
import { type Child, h, replaceChildren, safeLink } from './dom.ts';
import type { Drafts } from './drafts.ts';
import { change } from './first-screen.ts';
import { goalRoute } from './goal-route.ts';
import { keepTogether } from './keep-together.ts';
import type { Say } from './say.ts';
import { statusChip } from './status-chip.ts';

export interface PageContext {
  readonly at: number;
  readonly today: Day;
  readonly words: ReviewWords;
  readonly say: Say;
  readonly drafts: Drafts;
}

/** A page of the review, with what is typed on it. */
export interface ShownPage {
  readonly node: HTMLElement;
  /** Shows what was decided and what changed from this day on; what is typed stays. */
  readonly show: (from: Day) => void;
  readonly forms: readonly DecisionForms[];
}

export const pageId = (at: number): string => `review-${at + 1}`;

export const goalName = ({ goal }: ReviewPage, { words }: Say): string =>
  goal?.name ?? words.withoutGoal;

/** A heading with a list below it, or with the sentence that there is nothing. */
const part = (title: string, nothing: string, items: readonly HTMLElement[]): HTMLElement =>
  h(
    'section',
    { class: 'review-part' },
    h('h3', {}, title),
    items.length === 0 ? h('p', { class: 'soft' }, nothing) : h('ul', {}, ...items),
  );

const line = (...inside: readonly Child[]): HTMLElement =>
  h('li', { class: 'review-line' }, ...inside);

/** What a KPI says, with its name before it; nothing where it says nothing. */
const said = (kpis: readonly ReviewKpi[], text: (kpi: ReviewKpi) => string): HTMLElement[] =>
  kpis
    .filter((kpi) => text(kpi) !== '')
    .map((kpi) => line(h('strong', {}, kpi.name), ` ${keepTogether(text(kpi))}`));

/** Of many channels, those that hold back most. */
const MOST_CHANNELS = 3;

/** What a KPI says of its gap, and what makes it: what holds back first. */
function gapLine({ name, explanation, drivers, channels }: ReviewKpi): HTMLElement {
  const behind = channels.filter(({ size }) => size < 0).slice(0, MOST_CHANNELS);
  const parts = [...drivers, ...behind].map(({ text }) => keepTogether(text));
  return line(
    h('strong', {}, name),
    ` ${keepTogether(explanation)}`,
    parts.length > 0 && h('span', { class: 'review-about' }, parts.join(' · ')),
  );
}

function decidedLine(action: ReviewedAction, { words }: Say): HTMLElement {
  const { name, kpi, decision, text, state, isOverdue, url } = action;
  return line(
    url === '' ? h('strong', {}, name) : safeLink(url, name, name),
    isOverdue
      ? h('strong', { class: 'overdue' }, ` ${words.overdue}`)
      : state !== '' && h('span', { class: 'soft' }, ` ${state}`),
    h(
      'span',
      { class: 'review-about' },
      [decision, keepTogether(text)].filter(Boolean).join(' · '),
    ),
    h('span', { class: 'soft' }, kpi),
  );
}

/** Decided or in effect within the period, or still to be done. */
const isInPeriod = (from: Day) => (action: ReviewedAction) =>
  action.isToDo || (action.day !== null && action.day >= from);

function kpiLine(kpi: ReviewKpi, forms: DecisionForms, { words }: Say): HTMLElement {
  const figures = [
    [words.actual, kpi.actual],
    [words.plan, kpi.plan],
    [words.target, kpi.target],
    [words.forecast, kpi.forecast],
    [words.lastCheckIn, kpi.checkIn],
  ].filter(([, text]) => text !== '');
  return h(
    'li',
    { class: 'review-kpi' },
    h('h4', {}, kpi.name, ' ', statusChip(kpi.status, toneOf(kpi))),
    h(
      'p',
      { class: 'meta' },
      [...figures.map(([name, text]) => `${name}: ${keepTogether(text)}`), kpi.owner]
        .filter((text) => text !== '')
        .join(' · '),
    ),
    forms.node,
  );
}

function head(page: ReviewPage, { at, today, say }: PageContext): Child[] {
  const { goal } = page;
  const status = goal?.status ?? null;
  return [
    h(
      'header',
      {},
      h('h2', { attributes: { id: pageId(at), tabindex: -1 } }, goalName(page, say)),
      status !== null && statusChip(status, toneOf({ status })),
    ),
    ...(goal === null
      ? []
      : [
          h(
            'p',
            { class: 'meta' },
            [goal.owner, goal.due === null ? '' : say.words.due(say.day(goal.due))]
              .filter((text) => text !== '')
              .join(' · '),
          ),
          goal.successWhen !== '' && h('p', { class: 'success' }, goal.successWhen),
          goalRoute(goal, today, say),
          goal.explanation !== '' && h('p', {}, keepTogether(goal.explanation)),
        ]),
  ];
}

/** The advice of the goal, where none of its KPIs says the same. */
function ofGoal({ goal, kpis }: ReviewPage): string[] {
  const own = plain(goal?.advice ?? '');
  const isSaid = kpis.some(({ advice }) => {
    const said = plain(advice);
    return said !== '' && (said.includes(own) || own.includes(said));
  });
  return goal === null || own === '' || isSaid ? [] : [goal.advice];
}

/** A goal as a meeting goes through it: what was, what is, what is to be. */
export function reviewPage(page: ReviewPage, context: PageContext): ShownPage {
  const { words, say, drafts } = context;
  const { kpis, actions, changes } = page;
  const behind = worrying(kpis);
  const others = kpis.filter((kpi) => !behind.includes(kpi));
  const formsOf = new Map(kpis.map((kpi) => [kpi, decisionForms(kpi, words, say, drafts)]));
  const lines = (own: readonly ReviewKpi[]): HTMLElement[] =>
    own.flatMap((kpi) => {
      const forms = formsOf.get(kpi);
      return forms === undefined ? [] : [kpiLine(kpi, forms, say)];
    });
  const past = h('div', {});
  const show = (from: Day): void =>
    replaceChildren(
      past,
      part(
        words.decided,
        words.nothingDecided,
        actions.filter(isInPeriod(from)).map((action) => decidedLine(action, say)),
      ),
      part(
        words.changed,
        words.nothingChanged,
        changes.filter(({ day }) => day >= from).map((own) => change(own, say)),
      ),
    );
  const node = h(
    'section',
    { class: 'goal review-page', attributes: { 'aria-labelledby': pageId(context.at) } },
    ...head(page, context),
    past,
    part(words.gap, words.noGap, behind.map(gapLine)),
    part(words.wayOut, words.noWayOut, [
      ...ofGoal(page).map((text) => line(keepTogether(text))),
      ...said(behind, ({ advice }) => advice),
    ]),
    part(words.decide, say.words.nothingToDecide, lines(behind)),
    others.length > 0 &&
      h(
        'details',
        { class: 'review-others' },
        h('summary', {}, words.otherKpis(others.length)),
        h('ul', {}, ...lines(others)),
      ),
  );
  return { node, show, forms: [...formsOf.values()] };
}
