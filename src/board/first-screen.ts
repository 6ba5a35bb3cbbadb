import type { Board, BoardChange, BoardKpi } from '../workflows/board/board.ts';
import { tally, toneOf, verdictOf, worrying } from './choose.ts';
import { h } from './dom.ts';
import { fold } from './fold.ts';
import { keepTogether } from './keep-together.ts';
import { sparkline } from './kpi-card.ts';
import type { Say } from './say.ts';
import { statusChip } from './status-chip.ts';

/** How many stand there before the rest is folded. */
const AT_FIRST = 4;

export function strategyLines({ strategy }: Board, { words }: Say): HTMLElement | null {
  const first = (kinds: readonly string[]) => strategy.find(({ kind }) => kinds.includes(kind));
  // Two lines: where to, and along which way.
  const lines = [first(['mission', 'vision']), first(['strategy', 'choice'])].flatMap(
    (line) => line ?? [],
  );
  if (lines.length === 0) return null;
  return h(
    'dl',
    { class: 'strategy' },
    ...lines.map(({ kind, text }) =>
      h('div', {}, h('dt', {}, words.strategy[kind] ?? kind), h('dd', {}, keepTogether(text))),
    ),
  );
}

/** Are we on course, in one glance: an answer, and the counts that make it. */
export function verdict(kpis: readonly BoardKpi[], { words }: Say): HTMLElement {
  const { code, tone, good, judged } = verdictOf(kpis);
  const symbol = { good: '●', done: '✓', watch: '◆', bad: '▼', quiet: '◔' }[tone];
  return h(
    'div',
    { class: `verdict tone-${tone}`, attributes: { role: 'status' } },
    h(
      'p',
      { class: 'answer' },
      h('span', { class: 'symbol', attributes: { 'aria-hidden': 'true' } }, symbol),
      ` ${words.verdicts[code]}`,
    ),
    judged > 0 && h('p', { class: 'counted' }, words.counted(good, judged, kpis.length - judged)),
  );
}

/** The counts of all statuses; each can be chosen, and chosen again to leave it. */
export function tallyBar(
  kpis: readonly BoardKpi[],
  chosen: string,
  say: Say,
  choose: ((status: string) => void) | null,
): HTMLElement {
  const counts = tally(kpis);
  const entry = ({ status, tone, count }: (typeof counts)[number]) => {
    const inside = [
      h('span', { class: 'symbol', attributes: { 'aria-hidden': 'true' } }, status.symbol),
      h('span', { class: 'tally-count' }, count),
      h('span', {}, status.word),
    ];
    if (choose === null) return h('span', { class: `tally-part tone-${tone}` }, ...inside);
    const isChosen = status.code === chosen;
    return h(
      'button',
      {
        class: `tally-part tone-${tone}`,
        attributes: {
          type: 'button',
          'aria-pressed': String(isChosen),
          'data-status': status.code,
        },
        on: { click: () => choose(isChosen ? '' : status.code) },
      },
      ...inside,
    );
  };
  return h(
    'div',
    { class: 'tally' },
    h(
      'div',
      { class: 'tally-bar', attributes: { 'aria-hidden': 'true' } },
      ...counts.map(({ tone, count }) =>
        h('span', { class: `tone-${tone}`, style: { 'flex-grow': String(count) } }),
      ),
    ),
    h(
      'div',
      { class: 'tally-parts', attributes: { role: 'group', 'aria-label': say.words.status } },
      ...counts.map(entry),
    ),
  );
}

/** The first few, and the rest folded under them. */
function folded<Item>(
  items: readonly Item[],
  { words }: Say,
  entry: (item: Item) => HTMLElement,
): HTMLElement[] {
  const list = (part: readonly Item[]) => h('ul', {}, ...part.map(entry));
  const rest = items.slice(AT_FIRST);
  const first = list(items.slice(0, AT_FIRST));
  if (rest.length === 0) return [first];
  const summary = [words.more(rest.length)];
  return [first, fold({ class: 'rest', summary, inside: () => list(rest) })];
}

function decision(kpi: BoardKpi, goal: string, say: Say, show: (kpi: BoardKpi) => void) {
  return h(
    'li',
    { class: 'decision' },
    h(
      'div',
      { class: 'decision-head' },
      h(
        'button',
        { class: 'as-link', attributes: { type: 'button' }, on: { click: () => show(kpi) } },
        kpi.name,
      ),
      statusChip(kpi.status, toneOf(kpi)),
    ),
    h('p', {}, keepTogether(kpi.advice === '' ? kpi.explanation : kpi.advice)),
    h('p', { class: 'meta' }, [kpi.owner, goal].filter(Boolean).join(' · ')),
    sparkline(kpi, say),
  );
}

/** What needs a decision, the most urgent first. */
export function decisions(
  kpis: readonly BoardKpi[],
  { goals }: Board,
  say: Say,
  show: (kpi: BoardKpi) => void,
): HTMLElement {
  const { words } = say;
  const nameOf = (goalId: string) => goals.find(({ id }) => id === goalId)?.name ?? '';
  const urgent = worrying(kpis);
  return h(
    'section',
    { class: 'decisions' },
    h('h2', {}, words.decide, h('span', { class: 'how-many' }, ` ${urgent.length}`)),
    ...(urgent.length === 0
      ? [h('p', { class: 'soft' }, words.nothingToDecide)]
      : folded(urgent, say, (kpi) => decision(kpi, nameOf(kpi.goalId), say, show))),
  );
}

const CHANGE_SYMBOLS = { good: '✓', watch: '◆', quiet: '○' };

export function change({ day, label, text, isGood }: BoardChange, say: Say): HTMLElement {
  const tone = isGood === null ? 'quiet' : isGood ? 'good' : 'watch';
  return h(
    'li',
    { class: 'change' },
    h('span', { class: 'change-day' }, say.day(day)),
    h('span', {}, keepTogether(text)),
    statusChip({ code: label, word: label, symbol: CHANGE_SYMBOLS[tone] }, tone),
  );
}

/** What changed for these KPIs, the newest first. */
export function changes(kpis: readonly BoardKpi[], board: Board, say: Say): HTMLElement {
  const keys = new Set(kpis.map(({ key }) => key));
  const items = board.changes.filter(({ kpiKey }) => keys.has(kpiKey));
  return h(
    'section',
    { class: 'changes' },
    h('h2', {}, say.words.changed),
    ...(items.length === 0
      ? [h('p', { class: 'soft' }, say.words.nothingChanged)]
      : folded(items, say, (each) => change(each, say))),
  );
}
