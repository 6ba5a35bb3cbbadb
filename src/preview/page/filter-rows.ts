import { h } from '../../board/dom.ts';
import {
  FILTER_OPERATORS,
  type FilterClause,
  type FilterOperator,
  type Filters,
} from '../data-studio/contract.ts';
import type { FieldReply } from '../page-api.ts';
import type { Say } from './texts.ts';

/** Operators that take more than one value, which a comma separates. */
const WITH_LISTS: readonly FilterOperator[] = ['IN_LIST', 'BETWEEN'];

const valuesIn = (text: string, operator: FilterOperator): string[] => {
  if (operator === 'IS_NULL') return [];
  return WITH_LISTS.includes(operator) ? text.split(',').map((value) => value.trim()) : [text];
};

function choice(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
): HTMLSelectElement {
  return h(
    'select',
    { attributes: { 'aria-label': label } },
    ...options.map(([own, text]) =>
      h('option', { attributes: { value: own, selected: own === value } }, text),
    ),
  );
}

/** One condition: field, include or exclude, operator and value. */
function clauseRow(
  fields: readonly FieldReply[],
  filter: FilterClause,
  say: Say,
  onChange: (next: FilterClause | null) => void,
): HTMLElement {
  const named = choice(
    say('filterField'),
    fields.map(({ name, label }) => [name, label]),
    filter.fieldName,
  );
  const type = choice(
    say('filterType'),
    [
      ['INCLUDE', say('include')],
      ['EXCLUDE', say('exclude')],
    ],
    filter.type,
  );
  const operator = choice(
    say('filterOperator'),
    FILTER_OPERATORS.map((own) => [own, own]),
    filter.operator,
  );
  const value = h('input', {
    attributes: {
      type: 'text',
      'aria-label': say('filterValue'),
      value: filter.values.join(', '),
    },
  });
  const changed = () => {
    // SAFETY: the options of these lists.
    const chosen = operator.value as FilterOperator;
    onChange({
      fieldName: named.value,
      type: type.value as FilterClause['type'],
      operator: chosen,
      values: valuesIn(value.value, chosen),
    });
  };
  const line = h(
    'li',
    {},
    named,
    type,
    operator,
    value,
    button(say('removeFilter'), () => onChange(null)),
  );
  line.addEventListener('change', changed);
  return line;
}

const button = (text: string, click: () => void): HTMLElement =>
  h('button', { class: 'button', attributes: { type: 'button' }, on: { click } }, text);

/** Filters as a report sends them: all lists have to hold, and of each list one condition. */
export function filterRows(
  fields: readonly FieldReply[],
  filters: Filters,
  say: Say,
  onChange: (filters: Filters) => void,
): HTMLElement {
  const [first] = fields;
  const blank: readonly FilterClause[] =
    first === undefined
      ? []
      : [{ fieldName: first.name, type: 'INCLUDE', operator: 'EQUALS', values: [''] }];
  const replaced = (at: number, clauses: readonly FilterClause[]) =>
    onChange(
      filters
        .map((own, other) => (other === at ? clauses : own))
        .filter(({ length }) => length > 0),
    );
  const list = (clauses: readonly FilterClause[], at: number): HTMLElement =>
    h(
      'ul',
      { class: 'plain', attributes: { 'aria-label': say('filters') } },
      ...clauses.map((clause, place) =>
        clauseRow(fields, clause, say, (next) =>
          replaced(
            at,
            clauses.flatMap((own, other) => (other === place ? (next ?? []) : own)),
          ),
        ),
      ),
      h(
        'li',
        {},
        button(say('addOr'), () => replaced(at, [...clauses, ...blank])),
      ),
    );
  return h(
    'div',
    { class: 'filters' },
    h('h2', {}, say('filters')),
    ...filters.map(list),
    button(say('addFilter'), () =>
      onChange([...filters, blank].filter(({ length }) => length > 0)),
    ),
  );
}
