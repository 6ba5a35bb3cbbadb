import { openSession, type Session } from './data-studio/connector-session.ts';
import type { Call, Value } from './data-studio/contract.ts';
import { ContractError } from './data-studio/errors.ts';
import { evaluateFormula, type ReadField } from './data-studio/formula-evaluate.ts';
import { referencedFields } from './data-studio/formula-syntax.ts';
import { type FetchedRows, fetchRows } from './data-studio/request-data.ts';
import type { Field } from './data-studio/schema.ts';
import type { PrintedColumn } from './table-text.ts';

export interface TableQuestion {
  readonly table: string;
  readonly workbook: string;
  readonly language: 'en' | 'nl' | null;
  /** YYYY-MM-DD */
  readonly today: string;
}

export interface TableRows {
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly Value[])[];
}

const MOST_FIELDS = 1000;

/** Fields that must be fetched: formulas are calculated here from the hidden ones. */
function fetchedNames(shown: readonly Field[]): string[] {
  const names = shown.flatMap(({ name, formula }) =>
    formula === null ? [name] : referencedFields(formula.formula),
  );
  return [...new Set(names)];
}

/** One row is a group of its own, so that a formula over rows has the value of that row. */
function valueIn(field: Field, read: ReadField): Value {
  return field.formula === null
    ? read(field.name)
    : evaluateFormula(field.formula.formula, read, [read]);
}

async function rowsOf(session: Session): Promise<TableRows> {
  const { warnings } = session.schema;
  if (warnings.length > 0) {
    const [{ field, text }] = warnings;
    throw new ContractError('getSchema', `${field}: ${text}`);
  }
  const shown = session.schema.fields.filter(({ isHidden }) => !isHidden);
  const fetched: FetchedRows = await fetchRows(session, {
    fieldNames: fetchedNames(shown),
    filters: [],
    dateRange: undefined,
  });
  const rows = Array.from({ length: fetched.rowCount }, (_, row) =>
    shown.map((field) => valueIn(field, (name) => fetched.read(name, row))),
  );
  return {
    columns: shown.map(({ name, semanticType }) => ({ id: name, type: semanticType })),
    rows,
  };
}

/** A whole result table, asked of the connector as Data Studio asks, with nothing added up. */
export async function tableRows(call: Call, question: TableQuestion): Promise<TableRows> {
  const { table, workbook, language, today } = question;
  const session = await openSession(
    // All in one: each request is an execution of its own, and nobody looks at them here.
    { call, languageCode: language ?? 'en', today, lastRefresh: '0', fieldsARequest: MOST_FIELDS },
    { workbook, table, guard: 'none', language: language ?? 'workbook' },
  );
  return rowsOf(session);
}
