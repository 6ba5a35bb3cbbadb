import { h } from '../../board/dom.ts';
import { svgNode } from '../../drawing/write-svg.ts';
import type { Value } from '../data-studio/contract.ts';
import type { Column, QueryResult } from '../data-studio/query-types.ts';
import { formatValue } from './format.ts';
import { gaugePicture } from './gauge-picture.ts';
import type { PageContext } from './page-context.ts';
import { type Lines, metricsOf, seriesPicture } from './series-picture.ts';

const textOf = (value: Value | undefined): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'object'
      ? value.text
      : String(value);

const shown = (value: Value | undefined, column: Column, { language, say }: PageContext): string =>
  value === null || value === undefined ? say('noData') : formatValue(value, column, language);

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

const isLess = (value: Value | undefined): boolean => typeof value === 'number' && value < 0;

/** A bar for each row, an open one below 0; a row without a figure says so. */
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
        h('span', {
          class: `bar${isLess(row[metric.at]) ? ' bar-less' : ''}`,
          style: { width: `${(60 * sizes[at]) / most}%` },
        }),
        h('span', { class: 'bar-value' }, shown(row[metric.at], metric.column, context)),
      ),
    ),
  );
}

/** A dial from 0 to 1.5 with the edges of every kind of KPI. */
export function gauge(result: QueryResult, context: PageContext): HTMLElement {
  const [metric] = metricsOf(result);
  if (metric === undefined) return h('p', { class: 'help' }, context.say('needsMetric'));
  const value = result.totals[metric.at];
  const text = `${metric.column.label}: ${shown(value, metric.column, context)}`;
  const place = h('figure', { class: 'gauge' });
  place.append(svgNode(gaugePicture(result, text), document), h('figcaption', {}, text));
  return place;
}

/** A line for each metric, with its key below. */
export function series(result: Lines, context: PageContext): HTMLElement {
  const picture = seriesPicture(result, context.language);
  if (picture === null) return h('p', { class: 'help' }, context.say('noData'));
  const place = h('figure', { class: 'series' });
  place.append(
    svgNode(picture, document),
    h(
      'figcaption',
      {},
      ...metricsOf(result).map(({ column }, line) =>
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
    h('td', { class: 'figure-cell' }, formatValue(value, metric.column, context.language));
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
