import { COMPARISON_FIELDS } from './comparison-fields.ts';
import { COUNT_FIELDS } from './count-fields.ts';
import { type Field, fieldWords } from './field.ts';
import { FIGURE_FIELDS } from './figure-fields.ts';
import { PACE_FIELDS } from './pace-fields.ts';
import { STATUS_FIELDS } from './status-fields.ts';
import { STOPOVER_FIELDS } from './stopover-fields.ts';
import { TEXT_FIELDS } from './text-fields.ts';
import { WHO_FIELDS } from './who-fields.ts';

/** Every field that is declared; variants follow from these. */
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

interface Variant {
  /** Id and words, with * where those of the declared field come. */
  readonly words: ReturnType<typeof fieldWords>;
  /** Ids of the declared fields that it is made of. */
  readonly of: string;
  /** Where it is another kind of field than the declared one. */
  readonly kind: Partial<Field>;
}

const variant = (row: string, kind: Partial<Field> = {}, of = '*'): Variant => ({
  words: fieldWords(row),
  of,
  kind,
});

/** What declared fields say in another way, or of something else. */
const VARIANTS: readonly Variant[] = [
  variant(
    '*_money|* in money|* in geld|*; only in the currency of the workbook|*; alleen in de valuta van de werkmap',
    { type: 'CURRENCY' },
  ),
  variant(
    '*_percent|* in percent|* in procenten|*; only where the unit is percent|*; alleen als de eenheid procent is',
    { type: 'PERCENT' },
  ),
  variant('*_text|* in words|* in woorden|*; with its unit|*; met eenheid', {
    group: 'texts',
    role: 'dimension',
    type: 'TEXT',
  }),
  variant('snapshot_*|* that day|* die dag|As published|Zoals gepubliceerd'),
  variant('interval_*|Interval *|* interval|As judged at its end|Zoals beoordeeld aan het eind'),
  variant('goal_*_count|* in the goal|* in doelstelling|*|*', {}, '*_count'),
  variant('goal_*|Goal *|* doelstelling|*|*'),
  variant('milestone_*|Milestone *|* mijlpaal|*|*', { group: 'stopover' }),
];

const DECLARED_BY_ID = new Map(DECLARED_FIELDS.map((field) => [field.id, field]));

/** The declared field whose id stands for * in the variant's id. */
function baseOf(id: string, { words, of }: Variant): Field | null {
  const [before, after] = words.id.split('*');
  if (!id.startsWith(before) || !id.endsWith(after)) return null;
  const inner = id.slice(before.length, id.length - after.length);
  return DECLARED_BY_ID.get(of.replace('*', inner)) ?? null;
}

/** Within a sentence a label begins with a small letter. */
const filled = (pattern: string, words: string): string =>
  pattern.startsWith('*')
    ? pattern.replace('*', words)
    : pattern.replace('*', words.charAt(0).toLowerCase() + words.slice(1));

function variantField(id: string, { words, kind }: Variant, base: Field): Field {
  const both = (part: 'label' | 'help') => ({
    en: filled(words[part].en, base[part].en),
    nl: filled(words[part].nl, base[part].nl),
  });
  return { ...base, id, label: both('label'), help: both('help'), ...kind };
}

/** A declared field or a variant of one. */
export function fieldOf(id: string): Field {
  const declared = DECLARED_BY_ID.get(id);
  if (declared !== undefined) return declared;
  for (const each of VARIANTS) {
    const base = baseOf(id, each);
    if (base !== null) return variantField(id, each, base);
  }
  throw new Error(`No result table declares the field ${id}`);
}
