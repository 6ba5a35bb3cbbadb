import type { FieldDefinition } from '../core/tables/fields-of.ts';
import type { DataAnswer } from '../workflows/connector/answer-data.ts';
import type { ConfigForm, FormQuestion } from '../workflows/connector/config-form.ts';

type Connector = GoogleAppsScript.Data_Studio.CommunityConnector;
type Config = GoogleAppsScript.Data_Studio.Config;
type Fields = GoogleAppsScript.Data_Studio.Fields;

const connector = (): Connector => DataStudioApp.createCommunityConnector();

export function authTypeResponse() {
  const cc = connector();
  return cc.newAuthTypeResponse().setAuthType(cc.AuthType.NONE).build();
}

function addQuestion(config: Config, question: FormQuestion): void {
  if (question.kind === 'info') {
    config.newInfo().setId(question.id).setText(question.text);
    return;
  }
  if (question.kind === 'text') {
    const { id, name, help, placeholder } = question;
    const input = config.newTextInput().setId(id).setName(name);
    input.setHelpText(help).setPlaceholder(placeholder);
    if (question.isOverridable) input.setAllowOverride(true);
    return;
  }
  const select = config
    .newSelectSingle()
    .setId(question.id)
    .setName(question.name)
    .setHelpText(question.help);
  if (question.isDynamic) select.setIsDynamic(true);
  if (question.isOverridable) select.setAllowOverride(true);
  for (const { value, label } of question.options) {
    select.addOption(config.newOptionBuilder().setLabel(label).setValue(value));
  }
}

export function configResponse(form: ConfigForm) {
  const config = connector().getConfig();
  for (const question of form.questions) addQuestion(config, question);
  config.setDateRangeRequired(form.dateRangeRequired);
  config.setIsSteppedConfig(form.isStepped);
  return config.build();
}

/** Values of Google's enums by the names that our declarations use. */
function enumValue<T extends object>(values: T, name: string): T[keyof T] {
  const value: unknown = Reflect.get(values, name);
  if (value === undefined) throw new Error(`Data Studio has no ${name}`);
  // SAFETY: it was just read from there.
  return value as T[keyof T];
}

function addField(fields: Fields, cc: Connector, field: FieldDefinition) {
  const added = field.concept === 'DIMENSION' ? fields.newDimension() : fields.newMetric();
  // SAFETY: the values of FieldType, whatever the published types call their union.
  const type = enumValue(cc.FieldType, field.type) as GoogleAppsScript.Data_Studio.FieldType;
  return added.setId(field.id).setName(field.label).setType(type);
}

function addDescribedField(fields: Fields, cc: Connector, field: FieldDefinition): void {
  const added = addField(fields, cc, field).setGroup(field.group);
  if (field.help !== '') added.setDescription(field.help);
  if (field.formula !== null) added.setFormula(field.formula);
  if (field.isHidden) added.setIsHidden(true);
  if (field.aggregation !== null) {
    // SAFETY: as above.
    const aggregation = enumValue(
      cc.AggregationType,
      field.aggregation,
    ) as GoogleAppsScript.Data_Studio.AggregationType;
    added.setAggregation(aggregation);
  }
}

export function schemaResponse(definitions: readonly FieldDefinition[]) {
  const cc = connector();
  const fields = cc.getFields();
  for (const definition of definitions) addDescribedField(fields, cc, definition);
  for (const { id, concept, isDefault } of definitions) {
    if (!isDefault) continue;
    if (concept === 'DIMENSION') fields.setDefaultDimension(id);
    else fields.setDefaultMetric(id);
  }
  return { schema: fields.build() };
}

/** Built from the answer's own list, so that no order of Google's can come between. */
export function dataResponse({ fields: definitions, rows, areFiltersApplied }: DataAnswer) {
  const cc = connector();
  const fields = cc.getFields();
  for (const definition of definitions) addField(fields, cc, definition);
  return {
    schema: fields.build(),
    rows: rows.map((values) => ({ values })),
    filtersApplied: areFiltersApplied === true,
  };
}

/** Ends the call with a sentence for the report's viewer; details are for admins only. */
export function throwUserError(text: string, debugText: string): never {
  const error = connector().newUserError().setText(text);
  if (debugText !== '') error.setDebugText(debugText);
  error.throwException();
  throw new Error('throwException returned');
}
