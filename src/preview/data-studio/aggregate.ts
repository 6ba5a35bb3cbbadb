import type { Value } from './contract.ts';
import { QueryError } from './errors.ts';
import type { ReadField } from './formula-evaluate.ts';
import { evaluateFormula } from './formula-evaluate.ts';
import { aggregateFunctions, identityOf } from './formula-functions.ts';
import type { FetchedRows } from './request-data.ts';
import type { CheckedSchema, Field } from './schema.ts';

/** One chart row before it is cut to columns: its dimension values and the rows behind it. */
export interface Group {
  readonly key: string;
  readonly dimensions: readonly Value[];
  readonly rows: readonly ReadField[];
}

function fieldNamed(schema: CheckedSchema, name: string): Field {
  const field = schema.byName.get(name);
  if (field === undefined) throw new QueryError(`The data source has no field "${name}".`);
  return field;
}

/** A reader per row that answers for plain fields and for formulas that have a value in a row. */
export function rowReaders(schema: CheckedSchema, fetched: FetchedRows): ReadField[] {
  return Array.from({ length: fetched.rowCount }, (_, row) => {
    const read: ReadField = (name) => {
      const formula = schema.byName.get(name)?.formula ?? null;
      return formula === null
        ? fetched.read(name, row)
        : evaluateFormula(formula.formula, read, []);
    };
    return read;
  });
}

export function groupRows(rows: readonly ReadField[], dimensions: readonly string[]): Group[] {
  const groups = new Map<string, { dimensions: Value[]; rows: ReadField[] }>();
  for (const row of rows) {
    const values = dimensions.map(row);
    const key = JSON.stringify(values.map(identityOf));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { dimensions: values, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

export type WarnOnce = (text: string) => void;

/** A metric's value for a group: its formula, or its default aggregation over the group's rows. */
export function metricValue(
  schema: CheckedSchema,
  name: string,
  rows: readonly ReadField[],
  warn: WarnOnce,
): Value {
  const field = fieldNamed(schema, name);
  const { formula } = field;
  if (formula !== null && formula.grain !== 'row') {
    const read: ReadField = (inner) => metricValue(schema, inner, rows, warn);
    return evaluateFormula(formula.formula, read, rows);
  }
  const values = rows.map((row) => row(name));
  if (field.concept === 'METRIC' && !field.isReaggregatable) {
    if (values.length > 1) warn(`"${field.label}" cannot be added up over ${values.length} rows.`);
    return values.length === 1 ? (values[0] ?? null) : null;
  }
  const how = field.concept === 'DIMENSION' ? 'COUNT_DISTINCT' : field.aggregation;
  return aggregateFunctions[how]?.aggregate(values) ?? null;
}

/** Nulls come last in either direction. */
export function compareValues(left: Value, right: Value, descending: boolean): number {
  const [one, other] = [identityOf(left), identityOf(right)];
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  const ascendingOrder =
    typeof one === 'string' && typeof other === 'string'
      ? one.localeCompare(other, 'en')
      : Number(one) - Number(other);
  return descending ? -ascendingOrder : ascendingOrder;
}
