import type { Row } from './api-client.ts';
import { textOf } from './api-client.ts';
import { h, svg } from './dom.ts';
import { formatDay } from './format.ts';
import type { PageContext } from './page-context.ts';
import type { TextKey } from './texts-en.ts';

const KIND_TEXTS: Readonly<Record<string, TextKey>> = {
  mission: 'mission',
  vision: 'vision',
  strategy: 'strategy',
  choice: 'choice',
};

type Point = readonly [x: number, y: number];
type Curve = readonly [Point, Point, Point, Point];

/** In percent of the hero: along the bottom, under the words, then up to the destination. */
const ROUTE: readonly [Curve, Curve] = [
  [
    [0, 95],
    [34, 95],
    [60, 93],
    [80, 84],
  ],
  [
    [80, 84],
    [91, 79],
    [95.5, 58],
    [95.5, 24],
  ],
];
const STOPS: readonly (readonly [curve: 0 | 1, share: number])[] = [
  [0, 0.42],
  [0, 0.8],
  [1, 0.45],
];

function pointOn([a, b, c, d]: Curve, share: number): Point {
  const rest = 1 - share;
  const along = (axis: 0 | 1) =>
    rest ** 3 * a[axis] +
    3 * rest ** 2 * share * b[axis] +
    3 * rest * share ** 2 * c[axis] +
    share ** 3 * d[axis];
  return [along(0), along(1)];
}

function routeDrawing(): HTMLElement {
  const [first, second] = ROUTE;
  const path = `M${first.join(' ').replace(' ', ' C')} C${second.slice(1).join(' ')}`;
  const dots = STOPS.map(([curve, share]) => {
    const [x, y] = pointOn(ROUTE[curve], share);
    return h('span', { class: 'hero-stop', style: { left: `${x}%`, top: `${y}%` } });
  });
  return h(
    'div',
    { class: 'hero-route', attributes: { 'aria-hidden': 'true' } },
    svg(
      'svg',
      { viewBox: '0 0 100 100', preserveAspectRatio: 'none' },
      svg('path', { d: path, class: 'hero-path' }),
    ),
    ...dots,
    h('span', { class: 'hero-sun' }),
  );
}

function line(row: Row, { say }: PageContext): HTMLElement {
  const kind = textOf(row, 'line_kind');
  const key = KIND_TEXTS[kind];
  const isLead = kind === 'mission' || kind === 'vision';
  return h(
    'li',
    { class: `hero-line hero-${isLead ? kind : 'course'}` },
    h('span', { class: 'eyebrow' }, key === undefined ? kind : say(key)),
    h('p', {}, textOf(row, 'line_text')),
  );
}

/** The destination and the course above everything else. */
export function strategyHero(
  strategy: readonly Row[],
  firstKpi: Row | undefined,
  context: PageContext,
): HTMLElement {
  const { say, language } = context;
  const isDestination = (row: Row) => ['mission', 'vision'].includes(textOf(row, 'line_kind'));
  const viewDate = formatDay(firstKpi?.view_date, language);
  const note = textOf(firstKpi, 'view_note');
  const group = (rows: readonly Row[], name: string) =>
    rows.length > 0 &&
    h('ul', { class: `hero-lines ${name}` }, ...rows.map((row) => line(row, context)));
  return h(
    'section',
    { class: 'hero', attributes: { 'aria-labelledby': 'hero-title' } },
    routeDrawing(),
    h(
      'div',
      { class: 'hero-content' },
      h(
        'div',
        { class: 'hero-head' },
        h(
          'h1',
          { attributes: { id: 'hero-title' } },
          textOf(firstKpi, 'organisation') || say('route'),
        ),
        viewDate !== '' && h('p', { class: 'hero-date' }, say('judgedFrom', { date: viewDate })),
      ),
      strategy.length === 0
        ? h('p', { class: 'hero-empty' }, say('noStrategy'))
        : h(
            'div',
            { class: 'hero-columns' },
            group(strategy.filter(isDestination), 'hero-destination'),
            group(
              strategy.filter((row) => !isDestination(row)),
              'hero-courses',
            ),
          ),
      note !== '' && h('p', { class: 'hero-note' }, note),
    ),
  );
}
