import type { Day } from '../core/model/calendar-date.ts';
import { STOP_TONES } from '../drawing/tones.ts';
import type { BoardGoal, BoardKpi } from '../workflows/board/board.ts';
import { tally, toneOf } from './choose.ts';
import { h, safeLink } from './dom.ts';
import { fold } from './fold.ts';
import { goalRoute } from './goal-route.ts';
import { keepTogether } from './keep-together.ts';
import { fuelLine, kpiCard } from './kpi-card.ts';
import type { Say } from './say.ts';
import { statusChip } from './status-chip.ts';

export interface ShownGoal {
  /** Null for the KPIs of no goal. */
  readonly goal: BoardGoal | null;
  readonly kpis: readonly BoardKpi[];
}

/** "▼ 1  ◆ 2  ● 4": how the KPIs below stand, before they are unfolded. */
function countsOf(kpis: readonly BoardKpi[]): HTMLElement {
  return h(
    'span',
    { class: 'counts' },
    ...tally(kpis).map(({ status, tone, count }) =>
      h(
        'span',
        { class: `count tone-${tone}`, attributes: { title: status.word } },
        h('span', { class: 'symbol', attributes: { 'aria-hidden': 'true' } }, status.symbol),
        h('span', { class: 'unseen' }, `${status.word}: `),
        ` ${count}`,
      ),
    ),
  );
}

function stopList({ stops }: BoardGoal, say: Say): HTMLElement | null {
  if (stops.length === 0) return null;
  return h(
    'ol',
    { class: 'stops' },
    ...stops.map(({ name, day, expected, status }) =>
      h(
        'li',
        {},
        statusChip(status, STOP_TONES[status.code] ?? 'quiet'),
        h('strong', {}, name),
        h('span', {}, say.day(day)),
        expected !== null && h('span', { class: 'soft' }, say.lateness(expected - day)),
      ),
    ),
  );
}

const meta = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

function aboutGoal(goal: BoardGoal, today: Day | null, say: Say): (HTMLElement | null | false)[] {
  const { words } = say;
  return [
    h(
      'p',
      { class: 'meta' },
      meta([
        goal.owner,
        goal.due === null ? '' : words.due(say.day(goal.due)),
        goal.progress === null ? '' : say.share(goal.progress),
        goal.parent === '' ? '' : words.partOf(goal.parent),
      ]),
    ),
    goalRoute(goal, today, say),
  ];
}

function insideGoal(goal: BoardGoal, say: Say): (HTMLElement | null | false)[] {
  return [
    goal.successWhen !== '' && h('p', { class: 'success' }, goal.successWhen),
    goal.note !== '' && h('p', { class: 'soft' }, goal.note),
    goal.explanation !== '' && h('p', {}, keepTogether(goal.explanation)),
    goal.advice !== '' && h('p', { class: 'advice' }, keepTogether(goal.advice)),
    stopList(goal, say),
    goal.fuel.length > 0 &&
      h(
        'ul',
        { class: 'fuels', attributes: { 'aria-label': say.words.fuel } },
        ...goal.fuel.map((fuel) => fuelLine(fuel, say)),
      ),
    goal.url !== '' &&
      h(
        'p',
        { class: 'to-cell' },
        safeLink(goal.url, say.words.openCell, `${say.words.openCell}: ${goal.name}`),
      ),
  ];
}

/** Where the section of a goal stands, for a link to it; '' is that of the KPIs of none. */
export const goalSectionId = (goalId: string): string => `goal-${goalId}`;

interface Showing {
  readonly say: Say;
  readonly today: Day | null;
  readonly isOpen: boolean;
  readonly unfolded: (isOpen: boolean) => void;
}

/** A goal with its route; its KPIs are folded under it. */
export function goalSection(
  { goal, kpis }: ShownGoal,
  { say, today, isOpen, unfolded }: Showing,
): HTMLElement {
  const status = goal?.status ?? null;
  const folded = fold({
    isOpen,
    summary: [h('span', {}, say.words.kpis(kpis.length)), ' ', countsOf(kpis)],
    inside: () =>
      h(
        'div',
        { class: 'inside' },
        ...(goal === null ? [] : insideGoal(goal, say)),
        h('div', { class: 'cards' }, ...kpis.map((kpi) => kpiCard(kpi, say))),
      ),
  });
  folded.addEventListener('toggle', () => unfolded(folded.open));
  return h(
    'section',
    { class: 'goal', attributes: { id: goalSectionId(goal?.id ?? ''), tabindex: -1 } },
    h(
      'header',
      {},
      h('h3', {}, goal?.name ?? say.words.withoutGoal),
      status !== null && statusChip(status, toneOf({ status })),
    ),
    ...(goal === null ? [] : aboutGoal(goal, today, say)),
    folded,
  );
}
