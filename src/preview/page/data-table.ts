import { h, safeLink } from '../../board/dom.ts';
import type { Value } from '../data-studio/contract.ts';
import type { Column, QueryResult } from '../data-studio/query-types.ts';
import { formatValue } from './format.ts';
import type { PageContext } from './page-context.ts';

const isFigure = (column: Column): boolean => column.dataType === 'NUMBER';

function cell(value: Value | undefined, column: Column, context: PageContext): HTMLElement {
  const { say, language } = context;
  const className = isFigure(column) ? 'figure-cell' : '';
  if (value === null || value === undefined) {
    return h(
      'td',
      { class: `${className} missing-cell` },
      h('span', { attributes: { title: say('missing') } }, '–'),
    );
  }
  if (typeof value === 'object') return h('td', {}, safeLink(value.url, value.text));
  if (typeof value === 'boolean') return h('td', {}, say(value ? 'yes' : 'no'));
  if (column.semanticType === 'URL') return h('td', {}, safeLink(String(value), String(value)));
  return h('td', { class: className }, formatValue(value, column, language));
}

/** The rows of a question as a table, formatted by the types of its fields. */
export function dataTable(result: QueryResult, caption: string, context: PageContext): HTMLElement {
  const { columns, rows, totals } = result;
  const hasTotals = totals.some((total) => total !== null) && rows.length > 1;
  const firstIsDimension = columns[0]?.concept === 'DIMENSION';
  return h(
    'div',
    { class: 'table-scroll', attributes: { tabindex: 0, role: 'region', 'aria-label': caption } },
    h(
      'table',
      {},
      h('caption', { class: 'unseen' }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...columns.map((column) =>
            h(
              'th',
              {
                class: isFigure(column) ? 'figure-cell' : '',
                attributes: { scope: 'col', title: column.description || column.name },
              },
              column.label,
            ),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        ...rows.map((values) =>
          h('tr', {}, ...columns.map((column, at) => cell(values[at], column, context))),
        ),
      ),
      hasTotals &&
        h(
          'tfoot',
          {},
          h(
            'tr',
            {},
            ...columns.map((column, at) =>
              at === 0 && firstIsDimension
                ? h('th', { attributes: { scope: 'row' } }, context.say('totals'))
                : column.concept === 'METRIC'
                  ? cell(totals[at], column, context)
                  : h('td', {}),
            ),
          ),
        ),
    ),
  );
}
