import { h } from '../../board/dom.ts';
import { svgNode } from '../../drawing/write-svg.ts';
import type { Value } from '../data-studio/contract.ts';
import type { Column, QueryResult } from '../data-studio/query-types.ts';
import { formatValue } from './format.ts';
import type { PageContext } from './page-context.ts';

const textOf = (value: Value | undefined): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'object'
      ? value.text
      : String(value);

const shown = (value: Value | undefined, column: Column, { language, say }: PageContext): string =>
  value === null || value === undefined ? say('noData') : formatValue(value, column, language);

const metricsOf = ({ columns }: QueryResult) =>
  columns.flatMap((column, at) => (column.concept === 'METRIC' ? [{ column, at }] : []));

/** The first metric over all rows, as a large figure. */
export function scorecard(result: QueryResult, context: PageContext): HTMLElement {
  const [metric] = metricsOf(result);
  if (metric === undefined) return h('p', { class: 'help' }, context.say('needsMetric'));
  return h(
    'p',
    { class: 'scorecard' },
    h('span', { class: 'scorecard-label' }, metric.column.label),
    h('strong', {}, shown(result.totals[metric.at], metric.column, context)),
  );
}

/** A bar for each row; a row without a figure says so. */
export function bars(result: QueryResult, context: PageContext): HTMLElement {
  const [metric] = metricsOf(result);
  if (metric === undefined) return h('p', { class: 'help' }, context.say('needsMetric'));
  const sizes = result.rows.map((row) => Math.abs(Number(row[metric.at] ?? 0)));
  const most = Math.max(...sizes, Number.MIN_VALUE);
  return h(
    'ol',
    { class: 'bars plain' },
    ...result.rows.map((row, at) =>
      h(
        'li',
        {},
        h('span', { class: 'bar-label' }, row.slice(0, metric.at).map(textOf).join(' · ')),
        h('span', { class: 'bar', style: { width: `${(60 * sizes[at]) / most}%` } }),
        h('span', { class: 'bar-value' }, shown(row[metric.at], metric.column, context)),
      ),
    ),
  );
}

/** Share of the half circle, by what Data Studio's gauge has as its axis. */
const GAUGE_END = 1.5;
const GAUGE_RANGES = [
  [0, 0.8, 'bad'],
  [0.8, 0.95, 'watch'],
  [0.95, GAUGE_END, 'good'],
] as const;

const onArc = (value: number, radius: number): string => {
  const angle = Math.PI * (1 - Math.min(Math.max(value / GAUGE_END, 0), 1));
  return `${100 + radius * Math.cos(angle)} ${100 - radius * Math.sin(angle)}`;
};

/** A dial from 0 to 1.5 with the edges of every kind of KPI. */
export function gauge(result: QueryResult, context: PageContext): HTMLElement {
  const [metric] = metricsOf(result);
  if (metric === undefined) return h('p', { class: 'help' }, context.say('needsMetric'));
  const value = result.totals[metric.at];
  const text = `${metric.column.label}: ${shown(value, metric.column, context)}`;
  const arcs = GAUGE_RANGES.map(([from, to, tone]) => ({
    tag: 'path',
    attributes: {
      class: `arc arc-${tone}`,
      d: `M ${onArc(from, 80)} A 80 80 0 0 1 ${onArc(to, 80)}`,
    },
    children: [],
  }));
  const needle =
    typeof value === 'number'
      ? [
          {
            tag: 'path',
            attributes: { class: 'needle', d: `M 100 100 L ${onArc(value, 72)}` },
            children: [],
          },
        ]
      : [];
  const place = h('figure', { class: 'gauge' });
  place.append(
    svgNode(
      {
        tag: 'svg',
        attributes: { viewBox: '0 0 200 108', role: 'img', 'aria-label': text },
        children: [...arcs, ...needle],
      },
      document,
    ),
    h('figcaption', {}, text),
  );
  return place;
}

const WIDTH = 1000;
const HEIGHT = 300;

/** Points of a line, in pieces where a figure is missing. */
function pathOf(points: readonly (readonly [number, number] | null)[]): string {
  let isDrawing = false;
  return points
    .flatMap((point) => {
      const step = point === null ? [] : [`${isDrawing ? 'L' : 'M'} ${point[0]} ${point[1]}`];
      isDrawing = point !== null;
      return step;
    })
    .join(' ');
}

/** A line for each metric over the rows, which stand in the order of their first dimension. */
export function series(result: QueryResult, context: PageContext): HTMLElement {
  const metrics = metricsOf(result);
  const numbers = result.rows.flatMap((row) =>
    metrics.flatMap(({ at }) => (typeof row[at] === 'number' ? [row[at]] : [])),
  );
  if (numbers.length === 0) return h('p', { class: 'help' }, context.say('noData'));
  const low = Math.min(...numbers);
  const span = Math.max(...numbers, low + Number.MIN_VALUE) - low || 1;
  const across = Math.max(result.rows.length - 1, 1);
  const round = (value: number) => Math.round(value * 10) / 10;
  const lines = metrics.map(({ at }, line) => ({
    tag: 'path',
    attributes: {
      class: `line line-${line}`,
      d: pathOf(
        result.rows.map((row, x) =>
          typeof row[at] === 'number'
            ? ([
                round((x * WIDTH) / across),
                round(HEIGHT - ((row[at] - low) * HEIGHT) / span),
              ] as const)
            : null,
        ),
      ),
    },
    children: [],
  }));
  const [first, last] = [result.rows[0], result.rows.at(-1)].map((row) =>
    formatValue(row?.[0] ?? null, result.columns[0], context.language),
  );
  const names = metrics.map(({ column }) => column.label).join(', ');
  const place = h('figure', { class: 'series' });
  place.append(
    svgNode(
      {
        tag: 'svg',
        attributes: {
          viewBox: `-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`,
          role: 'img',
          'aria-label': `${names}: ${first} – ${last}`,
        },
        children: lines,
      },
      document,
    ),
    h(
      'figcaption',
      {},
      h('span', {}, `${first} – ${last}`),
      ...metrics.map(({ column }, line) =>
        h('span', { class: `key key-${line}` }, `${'━┅┉╌╍'[line] ?? '─'} ${column.label}`),
      ),
    ),
  );
  return place;
}

/** Rows by all dimensions but one, which goes across; of the first metric. */
export function pivot(result: QueryResult, across: string | undefined, context: PageContext) {
  const { columns, rows } = result;
  const [metric] = metricsOf(result);
  const dimensions = columns.filter(({ concept }) => concept === 'DIMENSION');
  const wide = Math.max(
    columns.findIndex(({ name }) => name === (across ?? dimensions.at(-1)?.name)),
    0,
  );
  if (metric === undefined || dimensions.length < 2) {
    return h('p', { class: 'help' }, context.say('needsPivot'));
  }
  const rest = dimensions.map((_, at) => at).filter((at) => at !== wide);
  const heads = [...new Set(rows.map((row) => textOf(row[wide])))];
  const lines = new Map<string, Map<string, Value>>();
  for (const row of rows) {
    const key = rest.map((at) => textOf(row[at])).join(' · ');
    const line = lines.get(key) ?? new Map<string, Value>();
    line.set(textOf(row[wide]), row[metric.at] ?? null);
    lines.set(key, line);
  }
  const cell = (value: Value | undefined) =>
    h(
      'td',
      { class: 'figure-cell' },
      value === null || value === undefined
        ? ''
        : formatValue(value, metric.column, context.language),
    );
  const label = rest.map((at) => columns[at].label).join(' · ');
  return h(
    'div',
    { class: 'table-scroll', attributes: { tabindex: 0, role: 'region', 'aria-label': label } },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { attributes: { scope: 'col' } }, label),
          ...heads.map((head) =>
            h('th', { class: 'figure-cell', attributes: { scope: 'col' } }, head),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        ...[...lines].map(([key, line]) =>
          h(
            'tr',
            {},
            h('th', { attributes: { scope: 'row' } }, key),
            ...heads.map((head) => cell(line.get(head))),
          ),
        ),
      ),
    ),
  );
}
