import { h } from '../../board/dom.ts';

/** A list to choose from with its label before it; `onChange` hears what was chosen. */
export function labelledChoice<Value extends string>(
  id: string,
  label: string,
  options: readonly (readonly [Value, string])[],
  value: Value,
  onChange: (value: Value) => void,
): HTMLElement {
  const select = h(
    'select',
    // SAFETY: the options of this list.
    { attributes: { id }, on: { change: () => onChange(select.value as Value) } },
    ...options.map(([own, text]) =>
      h('option', { attributes: { value: own, selected: own === value } }, text),
    ),
  );
  return h('div', { class: 'question' }, h('label', { attributes: { for: id } }, label), select);
}
