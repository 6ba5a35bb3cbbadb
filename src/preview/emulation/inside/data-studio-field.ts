import { AGGREGATION_TYPES, enumName, FIELD_TYPES } from './data-studio-enums.ts';
import { type Emulates, emulatedObject } from './emulated-object.ts';
import { type ArgumentKind, checkArguments, platformError } from './host-bridge.ts';

type Field = GoogleAppsScript.Data_Studio.Field;

export interface FieldRecord {
  readonly concept: 'DIMENSION' | 'METRIC';
  /** The builder that stands for this record in the script. */
  field: unknown;
  id: string | null;
  name: string | null;
  description: string | null;
  type: string | null;
  aggregation: string | null;
  formula: string | null;
  group: string | null;
  isHidden: boolean | null;
  isReaggregatable: boolean | null;
  isDefault: boolean;
}

/** [recorded live, the sentence] It comes in either order of the two calls. */
function refuseLockedAggregation(record: FieldRecord): void {
  if (record.aggregation !== null && record.isReaggregatable === false) {
    throw platformError(
      `Cannot set aggregation type for field: ${record.id} since it is not reaggregatable.`,
    );
  }
}

/**
 * [assumed] The reference says setAggregation "throws an error if called on a metric", against
 * every sample of Google's own; it can only mean a dimension.
 */
function refuseOnDimension(record: FieldRecord, what: string): void {
  if (record.concept === 'DIMENSION') {
    throw platformError(`Cannot set ${what} for field: ${record.id} since it is a dimension.`);
  }
}

function checkOne(method: string, args: readonly unknown[], kind: ArgumentKind): void {
  checkArguments(`DataStudioApp.Field.${method}`, args, [kind]);
}

type TextProperty = 'id' | 'name' | 'description' | 'formula' | 'group';

function textSetter(method: string, property: TextProperty) {
  return (record: FieldRecord, ...args: unknown[]) => {
    checkOne(method, args, 'string');
    const [text] = args;
    record[property] = text === null ? null : String(text);
    return record.field;
  };
}

// SAFETY: Google's types call an enum value a number; it is an object that prints its name.
const valueOfEnum = <E>(values: object, name: string | null): E | null =>
  name === null ? null : (Reflect.get(values, name) as E);

const MEMBERS = {
  // [assumed] A property that was never set reads as null.
  getAggregation: (record) => valueOfEnum(AGGREGATION_TYPES, record.aggregation),
  getDescription: (record) => record.description,
  getFormula: (record) => record.formula,
  getGroup: (record) => record.group,
  getId: (record) => record.id,
  getIsReaggregatable: (record) => record.isReaggregatable,
  getName: (record) => record.name,
  getType: (record) => valueOfEnum(FIELD_TYPES, record.type),
  isDefault: (record) => record.isDefault,
  isDimension: (record) => record.concept === 'DIMENSION',
  isHidden: (record) => record.isHidden ?? false,
  isMetric: (record) => record.concept === 'METRIC',
  setId: textSetter('setId', 'id'),
  setName: textSetter('setName', 'name'),
  setDescription: textSetter('setDescription', 'description'),
  setFormula: textSetter('setFormula', 'formula'),
  setGroup: textSetter('setGroup', 'group'),
  setAggregation(record, ...args: unknown[]) {
    const name = enumName('AggregationType', 'DataStudioApp.Field.setAggregation', args);
    refuseOnDimension(record, 'aggregation type');
    refuseLockedAggregation({ ...record, aggregation: name });
    record.aggregation = name;
    return record.field;
  },
  setIsReaggregatable(record, ...args: unknown[]) {
    checkOne('setIsReaggregatable', args, 'boolean');
    const isReaggregatable = args[0] === true;
    refuseOnDimension(record, 'isReaggregatable');
    refuseLockedAggregation({ ...record, isReaggregatable });
    record.isReaggregatable = isReaggregatable;
    return record.field;
  },
  setIsHidden(record, ...args: unknown[]) {
    checkOne('setIsHidden', args, 'boolean');
    record.isHidden = args[0] === true;
    return record.field;
  },
  setType(record, ...args: unknown[]) {
    record.type = enumName('FieldType', 'DataStudioApp.Field.setType', args);
    return record.field;
  },
} satisfies Required<Emulates<Field, FieldRecord>>;

export function newField(concept: FieldRecord['concept']): FieldRecord {
  const record: FieldRecord = {
    concept,
    field: null,
    id: null,
    name: null,
    description: null,
    type: null,
    aggregation: null,
    formula: null,
    group: null,
    isHidden: null,
    isReaggregatable: null,
    isDefault: false,
  };
  record.field = emulatedObject('DataStudioApp.Field', MEMBERS, record);
  return record;
}
