import { h } from '../../board/dom.ts';
import type { FieldReply } from '../page-api.ts';
import type { Say } from './texts.ts';

/** What a field's type is called; a type without a word is shown as it is. */
function typeWord(semanticType: string, say: Say): string {
  const [, currency] = /^CURRENCY_([A-Z]{3})$/.exec(semanticType) ?? [];
  const words: Readonly<Record<string, string>> = {
    TEXT: say('typeText'),
    NUMBER: say('typeNumber'),
    PERCENT: say('typePercent'),
    YEAR_MONTH_DAY: say('typeDay'),
    YEAR_MONTH_DAY_SECOND: say('typeMoment'),
    BOOLEAN: say('typeYesNo'),
    URL: say('typeAddress'),
    HYPERLINK: say('typeLink'),
    IMAGE: say('typePicture'),
  };
  return currency ?? words[semanticType] ?? semanticType;
}

function fieldRow(
  field: FieldReply,
  isChosen: boolean,
  say: Say,
  onToggle: (name: string, isOn: boolean) => void,
): HTMLElement {
  const box = h('input', {
    attributes: { type: 'checkbox', checked: isChosen },
    on: { change: () => onToggle(field.name, box.checked) },
  });
  return h(
    'li',
    { attributes: { 'data-search': `${field.name} ${field.label}`.toLowerCase() } },
    h(
      'label',
      {
        class: `field field-${field.concept.toLowerCase()}`,
        attributes: { title: field.description },
      },
      box,
      h('span', { class: 'field-label' }, field.label),
      h(
        'span',
        { class: 'field-type' },
        field.isCalculated ? say('calculatedField') : typeWord(field.semanticType, say),
      ),
    ),
  );
}

/** The fields of a table by group, to tick. */
export function fieldPicker(
  fields: readonly FieldReply[],
  chosen: readonly string[],
  say: Say,
  onChange: (names: readonly string[]) => void,
): HTMLElement {
  const names = new Set(chosen);
  const toggle = (name: string, isOn: boolean): void => {
    if (isOn) names.add(name);
    else names.delete(name);
    onChange([...names]);
  };
  const groups = new Map<string, FieldReply[]>();
  for (const field of fields) groups.set(field.group, [...(groups.get(field.group) ?? []), field]);
  const lists = [...groups].map(([group, members]) =>
    h(
      'details',
      {
        class: 'field-group',
        attributes: { open: members.some((field) => names.has(field.name)) },
      },
      h('summary', {}, `${group || say('fields')} (${members.length})`),
      h(
        'ul',
        { class: 'plain' },
        ...members.map((field) => fieldRow(field, names.has(field.name), say, toggle)),
      ),
    ),
  );
  const search = h('input', {
    attributes: {
      type: 'search',
      id: 'find-field',
      placeholder: say('findField'),
      'aria-label': say('findField'),
    },
    on: {
      input: () => {
        const wanted = search.value.trim().toLowerCase();
        for (const list of lists) {
          const items = [...list.querySelectorAll('li')];
          for (const item of items) item.hidden = !(item.dataset.search ?? '').includes(wanted);
          list.hidden = items.every((item) => item.hidden);
          if (wanted !== '' && !list.hidden) list.open = true;
        }
      },
    },
  });
  return h('div', { class: 'field-picker' }, h('h2', {}, say('fields')), search, ...lists);
}
