import type { Aggregation, SchemaField } from './contract.ts';
import { ContractError } from './errors.ts';
import type { CheckedFormula } from './formula-check.ts';
import { checkFormulas } from './formula-check.ts';
import { aggregateFunctions, rowFunctions } from './formula-functions.ts';
import type { Concept } from './query-types.ts';
import { semanticTypeNamed } from './semantic-types.ts';

/** A field of the data source, with Data Studio's defaults filled in. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly group: string;
  readonly concept: Concept;
  readonly dataType: SchemaField['dataType'];
  readonly semanticType: string;
  readonly aggregation: Aggregation;
  readonly isReaggregatable: boolean;
  readonly isHidden: boolean;
  readonly isDefault: boolean;
  readonly formula: CheckedFormula | null;
}

interface SchemaWarning {
  readonly field: string;
  readonly text: string;
}

export interface CheckedSchema {
  readonly fields: readonly Field[];
  readonly byName: ReadonlyMap<string, Field>;
  readonly warnings: readonly SchemaWarning[];
}

const LEGAL_NAME = /^[A-Za-z0-9_]+$/;
const AGGREGATIONS: readonly string[] = [...Object.keys(aggregateFunctions), 'AUTO', 'NONE'];
const PLAIN_TYPE = { STRING: 'TEXT', NUMBER: 'NUMBER', BOOLEAN: 'BOOLEAN' } as const;

const conceptOf = (field: SchemaField): Concept =>
  field.semantics?.conceptType ?? (field.dataType === 'NUMBER' ? 'METRIC' : 'DIMENSION');

function fieldProblem(field: SchemaField): string | null {
  if (!LEGAL_NAME.test(field.name ?? '')) return 'has an illegal name';
  const upper = field.name.toUpperCase();
  if (upper in aggregateFunctions || upper in rowFunctions) return 'is named like a function';
  if (!(field.dataType in PLAIN_TYPE)) return `has the data type ${field.dataType}`;
  const { semanticType } = field.semantics ?? {};
  const semantic = semanticType === undefined ? undefined : semanticTypeNamed(semanticType);
  if (semanticType !== undefined && semantic === undefined) {
    return `has the unknown type ${semanticType}`;
  }
  if (semantic !== undefined && semantic.dataType !== field.dataType) {
    return `is a ${field.dataType} but says to be ${semanticType}`;
  }
  if (field.formula !== undefined && field.isHidden) return 'has a formula and is hidden';
  const aggregation = field.defaultAggregationType;
  if (aggregation !== undefined && !AGGREGATIONS.includes(aggregation)) {
    return `has the unknown aggregation ${aggregation}`;
  }
  if (aggregation !== undefined && field.semantics?.isReaggregatable === false) {
    return 'has an aggregation although it is not reaggregatable';
  }
  return null;
}

function refuseIllegal(fields: readonly SchemaField[]): void {
  const names = new Set<string>();
  const defaults = new Map<Concept, string>();
  for (const field of fields) {
    const problem = names.has(field.name) ? 'occurs twice' : fieldProblem(field);
    if (problem !== null)
      throw new ContractError('getSchema', `the field "${field.name}" ${problem}`);
    names.add(field.name);
    if (!field.isDefault) continue;
    const concept = conceptOf(field);
    const other = defaults.get(concept);
    if (other !== undefined) {
      throw new ContractError(
        'getSchema',
        `"${other}" and "${field.name}" are both the default ${concept}`,
      );
    }
    defaults.set(concept, field.name);
  }
}

function aggregationOf(field: SchemaField, formula: CheckedFormula | null): Aggregation {
  if (formula?.grain === 'aggregate') return 'AUTO';
  if (conceptOf(field) === 'DIMENSION') return 'NONE';
  if (field.semantics?.isReaggregatable === false) return 'AUTO';
  const stated = field.defaultAggregationType;
  if (stated !== undefined && stated !== 'AUTO' && stated !== 'NONE') return stated;
  return 'SUM';
}

/** Fills in what Data Studio assumes, and leaves out the fields whose formula it would refuse. */
export function checkSchema(
  schema: readonly SchemaField[],
  refusedFunctions: readonly string[],
): CheckedSchema {
  refuseIllegal(schema);
  const { formulas, refused } = checkFormulas(schema, refusedFunctions);
  const warnings: SchemaWarning[] = [...refused].map(([field, reason]) => ({
    field,
    text: `The field is left out, because its formula is refused: ${reason}.`,
  }));
  const hasGroups = schema.some((field) => field.group !== undefined);
  const fields = schema
    .filter((field) => !refused.has(field.name))
    .map((field): Field => {
      const formula = formulas.get(field.name) ?? null;
      if (field.formula === undefined && field.defaultAggregationType === 'AUTO') {
        warnings.push({ field: field.name, text: 'AUTO is meant for fields with a formula.' });
      }
      return {
        name: field.name,
        label: field.label ?? field.name,
        description: field.description ?? '',
        group: field.group ?? (hasGroups ? 'Default Group' : ''),
        concept: conceptOf(field),
        dataType: field.dataType,
        semanticType: field.semantics?.semanticType ?? PLAIN_TYPE[field.dataType],
        aggregation: aggregationOf(field, formula),
        isReaggregatable: field.semantics?.isReaggregatable !== false,
        isHidden: field.isHidden === true,
        isDefault: field.isDefault === true,
        formula,
      };
    });
  return { fields, byName: new Map(fields.map((field) => [field.name, field])), warnings };
}
