import { type FieldRecord, newField } from './data-studio-field.ts';
import { withoutUnset } from './data-studio-json.ts';
import { type Emulates, emulatedObject, stateOf } from './emulated-object.ts';
import { callHost, checkArguments, platformError } from './host-bridge.ts';

type Fields = GoogleAppsScript.Data_Studio.Fields;
type Concept = FieldRecord['concept'];

const CLASS_NAME = 'DataStudioApp.Fields';
const LEGAL_ID = /^[A-Za-z0-9_]+$/;

/** [recorded live] A duration is a STRING, also as a metric. [assumed] BOOLEAN and the rest: the reference's examples. */
function dataTypeOf(semanticType: string): 'STRING' | 'NUMBER' | 'BOOLEAN' {
  if (semanticType === 'NUMBER' || semanticType === 'PERCENT') return 'NUMBER';
  if (semanticType.startsWith('CURRENCY_')) return 'NUMBER';
  return semanticType === 'BOOLEAN' ? 'BOOLEAN' : 'STRING';
}

/**
 * [recorded live] dataType, label, name and semantics; what was never set is left out.
 * [assumed] The names of the other keys: those of the documented JSON.
 */
function fieldJson(record: FieldRecord, semanticType: string) {
  return withoutUnset({
    dataType: dataTypeOf(semanticType),
    defaultAggregationType: record.aggregation,
    description: record.description,
    formula: record.formula,
    group: record.group,
    isDefault: record.isDefault || null,
    isHidden: record.isHidden,
    label: record.name,
    name: record.id,
    semantics: withoutUnset({
      conceptType: record.concept,
      isReaggregatable: record.isReaggregatable,
      semanticType,
    }),
  });
}

/**
 * [documented] build() "throws Error if a valid object cannot be constructed". [assumed] The
 * sentences; and the strict id, as a sample of Google's own has a space in one.
 */
function validatedJson(record: FieldRecord, seen: Set<string>) {
  const { id, type } = record;
  if (id === null || id === '') throw platformError('A field has no id.');
  if (!LEGAL_ID.test(id)) {
    throw platformError(`The id of a field may only hold letters, digits and _: ${id}`);
  }
  if (seen.has(id)) throw platformError(`Two fields have the same id: ${id}`);
  seen.add(id);
  if (type === null) throw platformError(`The field has no type: ${id}`);
  if (record.isHidden === true && record.formula !== null) {
    throw platformError(`A field with a formula cannot be hidden: ${id}`);
  }
  return fieldJson(record, type);
}

/**
 * [documented] "filtered"; unknown ids are dropped. Whether the order is that of the ids or that
 * of the declarations is contradicted, so the account says which.
 */
function subset(records: readonly FieldRecord[], ids: readonly unknown[]): FieldRecord[] {
  if (callHost<string>('dataStudio.forIdsOrder') === 'declaration') {
    return records.filter(({ id }) => id !== null && ids.includes(id));
  }
  return [...new Set(ids)].flatMap((wanted) => records.find(({ id }) => id === wanted) ?? []);
}

function setDefault(records: readonly FieldRecord[], concept: Concept, fieldId: unknown): void {
  const ofConcept = records.filter((record) => record.concept === concept);
  // [documented] The id "must be present in the set of fields". [assumed] The sentence.
  if (!ofConcept.some(({ id }) => id === fieldId)) {
    throw platformError(`There is no ${concept.toLowerCase()} with the id ${String(fieldId)}.`);
  }
  for (const record of ofConcept) record.isDefault = record.id === fieldId;
}

function add(records: FieldRecord[], concept: Concept): unknown {
  const record = newField(concept);
  records.push(record);
  return record.field;
}

const defaultOf = (records: readonly FieldRecord[], concept: Concept) =>
  records.find((record) => record.concept === concept && record.isDefault)?.field ?? null;

export function buildFields(records: readonly FieldRecord[]) {
  const seen = new Set<string>();
  return records.map((record) => validatedJson(record, seen));
}

const MEMBERS = {
  newDimension: (records) => add(records, 'DIMENSION'),
  newMetric: (records) => add(records, 'METRIC'),
  asArray: (records) => records.map(({ field }) => field),
  build: buildFields,
  forIds(records, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.forIds`, args, ['array']);
    const [ids] = args;
    return newFields(subset(records, Array.isArray(ids) ? ids : []));
  },
  getDefaultDimension: (records) => defaultOf(records, 'DIMENSION'),
  getDefaultMetric: (records) => defaultOf(records, 'METRIC'),
  getFieldById(records, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.getFieldById`, args, ['string']);
    return records.find(({ id }) => id === args[0])?.field ?? null;
  },
  setDefaultDimension(records, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setDefaultDimension`, args, ['string']);
    setDefault(records, 'DIMENSION', args[0]);
  },
  setDefaultMetric(records, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setDefaultMetric`, args, ['string']);
    setDefault(records, 'METRIC', args[0]);
  },
} satisfies Required<Emulates<Fields, FieldRecord[]>>;

export function newFields(records: FieldRecord[] = []): unknown {
  return emulatedObject(CLASS_NAME, MEMBERS, records);
}

/** The fields a response was given: the first argument must be a Fields object. */
export function fieldsArgument(method: string, args: readonly unknown[]): readonly FieldRecord[] {
  const records = stateOf<FieldRecord[]>(CLASS_NAME, args[0]);
  if (records === null || args.length !== 1) checkArguments(method, args);
  return records ?? [];
}
