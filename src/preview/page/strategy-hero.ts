import type { Row } from './api-client.ts';
import { textOf } from './api-client.ts';
import { h, svg } from './dom.ts';
import { formatDay } from './format.ts';
import type { PageContext } from './page-context.ts';
import type { TextKey } from './texts.ts';

const KIND_TEXTS: Readonly<Record<string, TextKey>> = {
  mission: 'mission',
  vision: 'vision',
  strategy: 'strategy',
  choice: 'choice',
};

function routeDrawing(): SVGElement {
  return svg(
    'svg',
    {
      class: 'hero-route',
      viewBox: '0 0 1200 300',
      'aria-hidden': 'true',
      preserveAspectRatio: 'xMaxYMid slice',
    },
    svg('path', {
      d: 'M-20 285 C 260 285 300 190 520 190 S 820 120 900 96 S 1020 52 1100 52',
      class: 'hero-path',
    }),
    ...[
      [330, 226],
      [600, 181],
      [845, 113],
    ].map(([cx, cy]) => svg('circle', { cx, cy, r: 8, class: 'hero-stop' })),
    svg('circle', { cx: 1100, cy: 52, r: 30, class: 'hero-glow' }),
    svg('circle', { cx: 1100, cy: 52, r: 14, class: 'hero-sun' }),
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
