import { KPI_TONES } from '../drawing/tones.ts';
import type { Board, BoardKpi } from '../workflows/board/board.ts';
import { toneOf, worrying } from './choose.ts';
import { h, replaceChildren } from './dom.ts';
import { tallyBar, verdict } from './first-screen.ts';
import { goalRoute } from './goal-route.ts';
import { sparkline } from './kpi-card.ts';
import type { Say } from './say.ts';
import { statusChip } from './status-chip.ts';

/** As many as are readable across a room. */
const MOST_ROWS = 5;
const SECONDS_A_PAGE = 15;

const kpiRow = (kpi: BoardKpi, say: Say): HTMLElement =>
  h(
    'li',
    { class: `wall-kpi tone-${toneOf(kpi)}` },
    h('span', { class: 'wall-name' }, kpi.name),
    h('span', { class: 'wall-figure' }, kpi.actual),
    sparkline(kpi, say) ?? h('span'),
    statusChip(kpi.status, toneOf(kpi)),
  );

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** One page for the whole, then one or more for each goal that has KPIs. */
function pagesOf(board: Board, say: Say): (() => (HTMLElement | null)[])[] {
  const overview = () => [
    h('h1', { class: 'of-all' }, say.words.title),
    verdict(board.kpis, say),
    tallyBar(board.kpis, '', say, null),
    h(
      'ul',
      { class: 'wall-kpis' },
      ...worrying(board.kpis)
        .slice(0, 3)
        .map((kpi) => kpiRow(kpi, say)),
    ),
  ];
  const ofGoals = board.goals.flatMap((goal) => {
    const kpis = board.kpis.filter(({ goalId }) => goalId === goal.id);
    if (kpis.length === 0) return [];
    return chunks(kpis, MOST_ROWS).map((part) => () => [
      h(
        'header',
        { class: 'wall-head' },
        h('h1', {}, goal.name),
        goal.status === null
          ? null
          : statusChip(goal.status, KPI_TONES[goal.status.code] ?? 'quiet'),
      ),
      // Names of days would be too small from there.
      goalRoute({ ...goal, days: [] }, board.today, say),
      h('ul', { class: 'wall-kpis' }, ...part.map((kpi) => kpiRow(kpi, say))),
    ]);
  });
  return [overview, ...ofGoals];
}

export interface Wall {
  readonly node: HTMLElement;
  readonly stop: () => void;
}

/** For a screen that everybody passes: page after page, with the arrows and the space bar. */
export function wallView(board: Board, say: Say, leave: () => void): Wall {
  const { words } = say;
  const pages = pagesOf(board, say);
  const page = h('div', { class: 'wall-page' });
  const place = h('span', { class: 'wall-place' });
  const hold = h('button', { attributes: { type: 'button' }, on: { click: () => toggle() } });
  let at = 0;
  let timer: number | null = null;

  const turn = (by: number): void => {
    at = (at + by + pages.length) % pages.length;
    replaceChildren(page, ...pages[at]());
    replaceChildren(place, words.page(at + 1, pages.length));
  };
  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const toggle = (): void => {
    if (timer === null) timer = window.setInterval(() => turn(1), SECONDS_A_PAGE * 1000);
    else stop();
    replaceChildren(hold, timer === null ? words.resume : words.pause);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') turn(1);
    else if (event.key === 'ArrowLeft') turn(-1);
    else if (event.key === 'Escape') leave();
    else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) toggle();
  };
  document.addEventListener('keydown', onKey);
  const button = (text: string, act: () => void) =>
    h('button', { attributes: { type: 'button' }, on: { click: act } }, text);
  turn(0);
  toggle();
  return {
    node: h(
      'main',
      { class: 'wall' },
      page,
      h(
        'footer',
        {},
        h('span', { class: 'wall-book' }, board.organisation),
        place,
        button(words.previous, () => turn(-1)),
        hold,
        button(words.next, () => turn(1)),
        button(words.leaveWall, leave),
      ),
    ),
    stop: () => {
      stop();
      document.removeEventListener('keydown', onKey);
    },
  };
}
