import type { Board, BoardKpi } from '../workflows/board/board.ts';
import { type Choice, chosenKpis } from './choose.ts';
import { h, replaceChildren } from './dom.ts';
import { filterBar } from './filter-bar.ts';
import { changes, decisions, strategyLines, tallyBar, verdict } from './first-screen.ts';
import { unfold } from './fold.ts';
import { goalSection, goalSectionId, type ShownGoal } from './goal-section.ts';
import { cardId } from './kpi-card.ts';
import type { Say } from './say.ts';

/** Goals in the order of the workbook, those without KPIs only while nothing is chosen. */
function shownGoals({ goals }: Board, kpis: readonly BoardKpi[], isAll: boolean): ShownGoal[] {
  const of = (id: string) => kpis.filter(({ goalId }) => goalId === id);
  const withKpis = goals.map((goal) => ({ goal, kpis: of(goal.id) }));
  const known = new Set(goals.map(({ id }) => id));
  const others = kpis.filter(({ goalId }) => !known.has(goalId));
  return [
    ...withKpis.filter(({ kpis: own }) => isAll || own.length > 0),
    ...(others.length > 0 ? [{ goal: null, kpis: others }] : []),
  ];
}

const isEverything = (choice: Choice): boolean =>
  Object.values(choice).every((value) => value === '');

/** Unfolds the goal that a KPI's card is folded in, and leads there. */
function leadTo(kpi: BoardKpi, goal: HTMLElement | undefined): void {
  const fold = goal?.querySelector('details');
  if (fold != null) unfold(fold);
  const card = document.getElementById(cardId(kpi));
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'start' });
}

/** Leads to a KPI or a goal of these ids; to the top where there is none such. */
export function openAt({ goals, kpis }: Board, kpiId: string, goalId: string): void {
  const kpi = kpis.find(({ id }) => kpiId !== '' && id === kpiId);
  const wanted = kpi?.goalId ?? goalId;
  const goal = goals.find(({ id }) => wanted !== '' && id === wanted);
  const section = document.getElementById(goalSectionId(goal?.id ?? ''));
  if (kpi !== undefined && section !== null) leadTo(kpi, section);
  else if (goal !== undefined && section !== null) {
    const fold = section.querySelector('details');
    if (fold !== null) unfold(fold);
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: 'start' });
  }
}

/** What somebody chose and unfolded: it stays when the same board is drawn anew. */
export interface BoardState {
  choice: Choice;
  /** Ids of goals. */
  readonly unfolded: Set<string>;
}

/** The whole board: first the answer, then what to do about it, then goal by goal. */
export function boardView(
  board: Board,
  say: Say,
  state: BoardState,
  whatIf: HTMLElement | null,
): HTMLElement {
  const { words } = say;
  const first = h('div', { class: 'first' });
  const goals = h('section', { class: 'goals' });

  const draw = (choice: Choice): void => {
    state.choice = choice;
    const { ofAnyStatus, shown } = chosenKpis(board, choice);
    const isAll = isEverything(choice);
    const ofGoals = shownGoals(board, shown, isAll);
    const sections = ofGoals.map((shownGoal) => {
      const id = shownGoal.goal?.id ?? '';
      const unfolded = (isOpen: boolean): void => {
        if (isAll) state.unfolded[isOpen ? 'add' : 'delete'](id);
      };
      const isOpen = !isAll || state.unfolded.has(id);
      return goalSection(shownGoal, { say, today: board.today, isOpen, unfolded });
    });
    const showCard = (kpi: BoardKpi) =>
      leadTo(kpi, sections[ofGoals.findIndex(({ kpis }) => kpis.includes(kpi))]);
    const focused = document.activeElement?.getAttribute('data-status') ?? null;
    bar.show(choice);
    replaceChildren(
      first,
      verdict(shown, say),
      tallyBar(ofAnyStatus, choice.status, say, (status) => draw({ ...choice, status })),
      h(
        'div',
        { class: 'columns' },
        decisions(shown, board, say, showCard),
        changes(shown, board, say),
      ),
    );
    replaceChildren(
      goals,
      h(
        'h2',
        {},
        words.goals,
        h('span', { class: 'how-many' }, ` ${words.shown(shown.length, board.kpis.length)}`),
      ),
      shown.length === 0 && !isAll && h('p', { class: 'soft' }, words.nothingFound),
      ...sections,
    );
    if (focused !== null) {
      first.querySelector<HTMLElement>(`[data-status="${focused}"]`)?.focus();
    }
  };

  const bar = filterBar(board, say, draw);
  draw(state.choice);
  return h(
    'main',
    { class: 'board' },
    h(
      'header',
      { class: 'top' },
      h('p', { class: 'organisation' }, board.organisation),
      h('h1', {}, words.title),
      strategyLines(board, say),
    ),
    board.note !== '' && h('p', { class: 'note' }, board.note),
    first,
    whatIf,
    bar.node,
    goals,
    ...board.foretold.map((text) => h('p', { class: 'soft' }, text)),
  );
}
