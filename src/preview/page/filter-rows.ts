import { h, replaceChildren } from '../../board/dom.ts';
import {
  FILTER_OPERATORS,
  type FilterClause,
  type FilterOperator,
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

/** Filters that all have to hold, as a report sends them. */
export function filterRows(
  fields: readonly FieldReply[],
  filters: readonly FilterClause[],
  say: Say,
  onChange: (filters: readonly FilterClause[]) => void,
): HTMLElement {
  const row = (filter: FilterClause, at: number): HTMLElement => {
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
      const next: FilterClause = {
        fieldName: named.value,
        type: type.value as FilterClause['type'],
        operator: chosen,
        values: valuesIn(value.value, chosen),
      };
      onChange(filters.map((own, other) => (other === at ? next : own)));
    };
    const remove = h(
      'button',
      {
        class: 'button',
        attributes: { type: 'button' },
        on: { click: () => onChange(filters.filter((_, other) => other !== at)) },
      },
      say('removeFilter'),
    );
    const line = h('li', {}, named, type, operator, value, remove);
    line.addEventListener('change', changed);
    return line;
  };
  const [first] = fields;
  const add = (): void => {
    if (first === undefined) return;
    const own = {
      fieldName: first.name,
      type: 'INCLUDE',
      operator: 'EQUALS',
      values: [''],
    } as const;
    onChange([...filters, own]);
  };
  const place = h('div', { class: 'filters' });
  replaceChildren(
    place,
    h('h2', {}, say('filters')),
    h('ul', { class: 'plain' }, ...filters.map(row)),
    h(
      'button',
      { class: 'button', attributes: { type: 'button' }, on: { click: add } },
      say('addFilter'),
    ),
  );
  return place;
}
