import type { Board } from '../workflows/board/board.ts';
import { type Choice, EVERYTHING, ownersIn, tally, teamsIn } from './choose.ts';
import { h } from './dom.ts';
import type { Say } from './say.ts';

type Option = readonly [value: string, text: string];

export interface FilterBar {
  readonly node: HTMLElement;
  /** Shows a choice that was made elsewhere. */
  readonly show: (choice: Choice) => void;
}

/** Search and choices by owner, team, goal and status; whatever changes is told at once. */
export function filterBar(board: Board, say: Say, choose: (choice: Choice) => void): FilterBar {
  const { words } = say;
  let choice = EVERYTHING;
  const change = (part: Partial<Choice>) => {
    choice = { ...choice, ...part };
    choose(choice);
  };
  const search = h('input', {
    attributes: { type: 'search', placeholder: words.search, 'aria-label': words.search },
    on: { input: () => change({ search: search.value }) },
  });
  const same = (names: readonly string[]): Option[] => names.map((name) => [name, name]);
  const options: Readonly<Record<Exclude<keyof Choice, 'search'>, readonly Option[]>> = {
    owner: same(ownersIn(board)),
    team: same(teamsIn(board)),
    goalId: board.goals.map(({ id, name }) => [id, name]),
    status: tally(board.kpis).map(({ status }) => [status.code, `${status.symbol} ${status.word}`]),
  };
  const names = { owner: words.owner, team: words.team, goalId: words.goal, status: words.status };
  const lists = (['owner', 'team', 'goalId', 'status'] as const)
    .filter((key) => options[key].length > 1)
    .map((key) => {
      const list = h(
        'select',
        {
          attributes: { 'aria-label': names[key] },
          on: { change: () => change({ [key]: list.value }) },
        },
        h(
          'option',
          { attributes: { value: '' } },
          `${names[key]}: ${words.everything.toLowerCase()}`,
        ),
        ...options[key].map(([value, text]) => h('option', { attributes: { value } }, text)),
      );
      return { key, list };
    });
  const clear = h(
    'button',
    {
      class: 'plain',
      attributes: { type: 'button', hidden: true },
      on: { click: () => change(EVERYTHING) },
    },
    words.showAll,
  );
  const show = (shown: Choice): void => {
    choice = shown;
    if (search.value !== shown.search) search.value = shown.search;
    for (const { key, list } of lists) list.value = shown[key];
    clear.hidden = Object.values(shown).every((value) => value === '');
  };
  const node = h(
    'form',
    {
      class: 'filters',
      attributes: { role: 'search', 'aria-label': words.filters },
      on: { submit: (event) => event.preventDefault() },
    },
    search,
    ...lists.map(({ list }) => list),
    clear,
  );
  return { node, show };
}
