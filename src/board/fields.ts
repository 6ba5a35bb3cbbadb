import { h } from './dom.ts';

export interface Field {
  readonly node: HTMLElement;
  readonly value: () => string;
}

interface FieldOptions {
  readonly kind?: 'text' | 'date' | 'lines' | 'number';
  readonly value?: string;
  readonly help?: string;
  readonly isNeeded?: boolean;
  /** Behind the field. */
  readonly unit?: string;
}

let count = 0;

/** A labelled field; the help below it belongs to it. */
export function field(label: string, options: FieldOptions = {}): Field {
  const { kind = 'text', value = '', help = '', unit = '', isNeeded = false } = options;
  count += 1;
  const id = `field-${count}`;
  const describedBy = help === '' ? null : `${id}-help`;
  const attributes = {
    id,
    'aria-describedby': describedBy,
    required: isNeeded,
    'data-field': label,
  };
  const input =
    kind === 'lines'
      ? h('textarea', { attributes: { ...attributes, rows: 4 } })
      : h('input', {
          attributes: {
            ...attributes,
            type: kind === 'date' ? 'date' : 'text',
            inputmode: kind === 'number' ? 'decimal' : null,
          },
        });
  input.value = value;
  const node = h(
    'p',
    { class: `field field-${kind}` },
    h('label', { attributes: { for: id } }, unit === '' ? label : `${label} (${unit})`),
    input,
    help !== '' && h('span', { class: 'soft', attributes: { id: `${id}-help` } }, help),
  );
  return { node, value: () => input.value };
}

/** A labelled list to choose from. */
export function list(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  on: () => void = () => {},
  chosen?: string,
): Field {
  count += 1;
  const id = `field-${count}`;
  const select = h(
    'select',
    { attributes: { id, 'data-field': label }, on: { change: on } },
    ...options.map(([value, text]) => h('option', { attributes: { value } }, text)),
  );
  if (chosen !== undefined && options.some(([value]) => value === chosen)) select.value = chosen;
  const node = h('p', { class: 'field' }, h('label', { attributes: { for: id } }, label), select);
  return { node, value: () => select.value };
}
