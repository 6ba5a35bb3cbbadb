import { FIELD_BOOKS } from '../language/connector-languages.ts';
import { type FieldId, fieldWords } from '../language/field-words.ts';
import type { Language } from '../model/workspace.ts';
import type { Column, OverRows } from './column.ts';
import { currencyType } from './currency-type.ts';
import {
  basesOf,
  type Guard,
  type GuardVariant,
  guardFormula,
  hasOwnBase,
  plainAggregation,
} from './guards.ts';
import { type TableId, tableSpec } from './result-tables.ts';

/** A field as a schema wants it. */
export interface FieldDefinition {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly group: string;
  /** Semantic type of Data Studio, such as NUMBER or CURRENCY_EUR. */
  readonly type: string;
  readonly concept: 'DIMENSION' | 'METRIC';
  /** Null for a dimension. */
  readonly aggregation: 'SUM' | 'MIN' | 'MAX' | 'AVG' | 'AUTO' | null;
  readonly formula: string | null;
  readonly isHidden: boolean;
  readonly isDefault: boolean;
  /** The column of the table that holds it row by row; null for one that is only a formula. */
  readonly column: string | null;
}

/** Which fields of a table are offered, by the same ids. */
export const FIELD_CHOICES = ['essential', 'all'] as const;

export interface FieldOptions {
  language: Language;
  guard: GuardVariant;
  /** ISO code of the workbook's currency. */
  currency: string;
  /** Left out: every id there is, those too that nothing fills. */
  offered?: (typeof FIELD_CHOICES)[number];
  /** Ids of the only ones that are asked for, and of the hidden ones among them. Left out: all. */
  named?: readonly string[];
}

/** How it is shown over rows: by a formula of its own, or by what Data Studio does by itself. */
function shownOverRows(
  id: string,
  over: OverRows,
  variant: GuardVariant,
): Pick<FieldDefinition, 'concept' | 'aggregation' | 'formula'> {
  switch (over.kind) {
    case 'dimension':
      return { concept: 'DIMENSION', aggregation: null, formula: null };
    case 'link':
      return { concept: 'DIMENSION', aggregation: null, formula: over.formula };
    case 'sum':
      return { concept: 'METRIC', aggregation: 'SUM', formula: null };
    case 'min':
      return { concept: 'METRIC', aggregation: 'MIN', formula: null };
    case 'formula':
      return { concept: 'METRIC', aggregation: 'AUTO', formula: over.formula };
    case 'guarded': {
      const formula = guardFormula(id, over.guard, variant);
      const aggregation = formula === null ? plainAggregation(over.guard) : 'AUTO';
      return { concept: 'METRIC', aggregation, formula };
    }
  }
}

/** When a guarded number stays empty. */
function emptyWhen({ keys, alone }: Guard, language: Language): string {
  const { empty } = FIELD_BOOKS[language];
  return empty[alone].replace('*', keys.map((key) => empty.things[key]).join(` ${empty.and} `));
}

function publicField(
  table: TableId,
  [id, { group, type, overRows }]: readonly [FieldId, Column<never>],
  { language, guard, currency }: FieldOptions,
): FieldDefinition {
  const { label, help } = fieldWords(id, language);
  const isGuarded = overRows.kind === 'guarded' && guard !== 'none';
  return {
    id,
    label,
    help: isGuarded ? `${help}. ${emptyWhen(overRows.guard, language)}.` : help,
    group: FIELD_BOOKS[language].groups[group],
    type: type === 'CURRENCY' ? currencyType(currency) : type,
    ...shownOverRows(id, overRows, guard),
    isHidden: false,
    isDefault: tableSpec(table).defaults.includes(id),
    column: overRows.kind === 'link' ? null : id,
  };
}

/** Hidden fields that a formula names, by the column that each holds. */
function basesFor(id: string, over: OverRows): (readonly [id: string, column: string])[] {
  if (over.kind === 'formula') return over.bases.map((base) => [base, base]);
  if (over.kind !== 'guarded') return [];
  return basesOf(id, over.guard).map((base, position) => {
    const isOwnValue = position === 0 && !hasOwnBase(over.guard);
    return [base, isOwnValue ? id : base];
  });
}

const hiddenField = (id: string, like: FieldDefinition, column: string): FieldDefinition => ({
  ...like,
  id,
  label: id,
  help: '',
  type: 'NUMBER',
  concept: 'METRIC',
  aggregation: 'SUM',
  formula: null,
  isHidden: true,
  isDefault: false,
  column,
});

const isOffered = ({ isEssential }: Column<never>, { offered }: FieldOptions): boolean =>
  offered !== 'essential' || isEssential === true;

function isNamed(id: string, { overRows }: Column<never>, { named }: FieldOptions): boolean {
  if (named === undefined || named.includes(id)) return true;
  return basesFor(id, overRows).some(([base]) => named.includes(base));
}

/** Ids that a formula names. */
const namedIn = (formula: string): string[] =>
  [...formula.matchAll(/\$(\w+)/g)].map(([, id]) => id);

/**
 * The fields of a table in order: the public ones that are offered, then, hidden, whatever their
 * formulas name beside them.
 */
export function fieldsOf(table: TableId, options: FieldOptions): FieldDefinition[] {
  // SAFETY: the keys of columns are ids of fields.
  const all = Object.entries(tableSpec(table).columns) as [FieldId, Column<never>][];
  const columns = all.filter(([id, column]) => isNamed(id, column, options));
  const shown = new Map<string, FieldDefinition>();
  const others = new Map<string, FieldDefinition>();
  for (const entry of columns) {
    const [id, column] = entry;
    (isOffered(column, options) ? shown : others).set(id, publicField(table, entry, options));
  }
  const hidden = new Map<string, FieldDefinition>();
  for (const [id, { overRows }] of columns) {
    const field = shown.get(id);
    if (field === undefined || field.formula === null) continue;
    for (const [base, column] of basesFor(id, overRows)) {
      hidden.set(base, hiddenField(base, field, column));
    }
    for (const named of namedIn(field.formula)) {
      const other = others.get(named);
      if (other !== undefined) hidden.set(named, { ...other, isHidden: true, isDefault: false });
    }
  }
  return [...shown.values(), ...hidden.values()];
}
