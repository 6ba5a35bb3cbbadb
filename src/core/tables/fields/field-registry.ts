import { COMPARISON_FIELDS } from './comparison-fields.ts';
import { COUNT_FIELDS } from './count-fields.ts';
import type { Field, FieldType } from './field.ts';
import { FIGURE_FIELDS } from './figure-fields.ts';
import { PACE_FIELDS } from './pace-fields.ts';
import { STATUS_FIELDS } from './status-fields.ts';
import { STOPOVER_FIELDS } from './stopover-fields.ts';
import { TEXT_FIELDS } from './text-fields.ts';
import { WHO_FIELDS } from './who-fields.ts';

/** Every field that is declared; typed twins follow from these. */
export const DECLARED_FIELDS: readonly Field[] = [
  ...WHO_FIELDS,
  ...STATUS_FIELDS,
  ...FIGURE_FIELDS,
  ...PACE_FIELDS,
  ...STOPOVER_FIELDS,
  ...COMPARISON_FIELDS,
  ...COUNT_FIELDS,
  ...TEXT_FIELDS,
];

interface Twin {
  suffix: string;
  type: FieldType;
  label: Field['label'];
  help: Field['help'];
}

/** The same number for one kind of unit, or for people. */
const TWINS: readonly Twin[] = [
  {
    suffix: '_money',
    type: 'CURRENCY',
    label: { en: 'in money', nl: 'in geld' },
    help: { en: 'only in the currency of the workbook', nl: 'alleen in de valuta van de werkmap' },
  },
  {
    suffix: '_percent',
    type: 'PERCENT',
    label: { en: 'in percent', nl: 'in procenten' },
    help: { en: 'only where the unit is percent', nl: 'alleen als de eenheid procent is' },
  },
  {
    suffix: '_text',
    type: 'TEXT',
    label: { en: 'in words', nl: 'in woorden' },
    help: { en: 'with its unit', nl: 'met eenheid' },
  },
];

function deriveTwin(id: string): Field | null {
  const twin = TWINS.find(({ suffix }) => id.endsWith(suffix));
  const base = DECLARED_FIELDS.find(
    (field) => field.role === 'guarded' && `${field.id}${twin?.suffix}` === id,
  );
  if (twin === undefined || base === undefined) return null;
  const isText = twin.type === 'TEXT';
  const join = (language: 'en' | 'nl', mark: string, part: 'label' | 'help') =>
    `${base[part][language]}${mark}${twin[part][language]}`;
  return {
    id,
    group: isText ? 'texts' : base.group,
    role: isText ? 'dimension' : base.role,
    type: twin.type,
    label: { en: join('en', ' ', 'label'), nl: join('nl', ' ', 'label') },
    help: { en: join('en', '; ', 'help'), nl: join('nl', '; ', 'help') },
  };
}

/** A declared field or a typed twin of one. */
export function fieldOf(id: string): Field {
  const field = DECLARED_FIELDS.find((declared) => declared.id === id) ?? deriveTwin(id);
  if (field === null) throw new Error(`No result table declares the field ${id}`);
  return field;
}
