import type { Language } from '../model/workspace.ts';
import { currencyType } from './currency-type.ts';
import { type Field, GROUP_LABELS } from './fields/field.ts';
import { fieldOf } from './fields/field-registry.ts';
import {
  AUTO_FORMULAS,
  basesOf,
  type Guard,
  type GuardVariant,
  guardFormula,
  hasOwnBase,
  LINK_FORMULAS,
  plainAggregation,
} from './guards.ts';
import { TABLE_SPECS, type TableId, type TableSpec } from './table-specs.ts';

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

export interface FieldOptions {
  language: Language;
  guard: GuardVariant;
  /** ISO code of the workbook's currency. */
  currency: string;
}

const idsIn = (ids: string): string[] => ids.split(' ').filter((id) => id !== '');

/** Public ids of a table, in the order they are shown. */
function publicIds(table: TableId): string[] {
  const { dimensions, guarded, metrics } = TABLE_SPECS[table];
  return [...idsIn(dimensions), ...guarded.flatMap(([, ids]) => idsIn(ids)), ...idsIn(metrics)];
}

/** Hidden columns that hold more than a public field's own value. */
function hiddenColumns(table: TableId): string[] {
  const { guarded, metrics } = TABLE_SPECS[table];
  const ofGuards = guarded.flatMap(([guard, ids]) =>
    idsIn(ids).flatMap((id) => basesOf(id, guard).slice(hasOwnBase(guard) ? 0 : 1)),
  );
  const ofFormulas = idsIn(metrics).flatMap((id) => AUTO_FORMULAS[id]?.bases ?? []);
  return [...new Set([...ofGuards, ...ofFormulas])];
}

/** Columns of a table: public values row by row, then the hidden ones. */
export const columnsOf = (table: TableId): string[] => [
  ...publicIds(table).filter((id) => LINK_FORMULAS[id] === undefined),
  ...hiddenColumns(table),
];

const guardOf = (spec: TableSpec, id: string): Guard | null =>
  spec.guarded.find(([, ids]) => idsIn(ids).includes(id))?.[0] ?? null;

function publicField(spec: TableSpec, field: Field, options: FieldOptions): FieldDefinition {
  const { id, role, type } = field;
  const guard = guardOf(spec, id);
  const formula =
    guard === null
      ? (AUTO_FORMULAS[id]?.formula ?? LINK_FORMULAS[id] ?? null)
      : guardFormula(id, guard, options.guard);
  return {
    id,
    label: field.label[options.language],
    help: field.help[options.language],
    group: GROUP_LABELS[field.group][options.language],
    type: type === 'CURRENCY' ? currencyType(options.currency) : type,
    concept: role === 'dimension' ? 'DIMENSION' : 'METRIC',
    aggregation: aggregationOf(field, guard, formula),
    formula,
    isHidden: false,
    isDefault: spec.defaults.includes(id),
    column: LINK_FORMULAS[id] === undefined ? id : null,
  };
}

function aggregationOf(
  { role }: Field,
  guard: Guard | null,
  formula: string | null,
): FieldDefinition['aggregation'] {
  if (role === 'dimension') return null;
  if (formula !== null) return 'AUTO';
  if (guard !== null) return plainAggregation(guard);
  return role === 'min' ? 'MIN' : 'SUM';
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

/** The hidden fields that a public one's formula names. */
function basesFor(spec: TableSpec, shown: FieldDefinition): FieldDefinition[] {
  if (shown.formula === null) return [];
  const guard = guardOf(spec, shown.id);
  if (guard === null) {
    return (AUTO_FORMULAS[shown.id]?.bases ?? []).map((id) => hiddenField(id, shown, id));
  }
  return basesOf(shown.id, guard).map((id, position) => {
    const isOwnValue = position === 0 && !hasOwnBase(guard);
    return hiddenField(id, shown, isOwnValue ? shown.id : id);
  });
}

/** Every field of a table in order: the public ones, then the hidden bases of their formulas. */
export function fieldsOf(table: TableId, options: FieldOptions): FieldDefinition[] {
  const spec = TABLE_SPECS[table];
  const shown = publicIds(table).map((id) => publicField(spec, fieldOf(id), options));
  const hidden = new Map(
    shown.flatMap((field) => basesFor(spec, field)).map((field) => [field.id, field]),
  );
  return [...shown, ...hidden.values()];
}
