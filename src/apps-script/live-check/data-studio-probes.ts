import { odd, type ProbeRoom } from './probe.ts';

type Fields = GoogleAppsScript.Data_Studio.Fields;

const connector = () => DataStudioApp.createCommunityConnector();

/** The fields that `add` makes, as Data Studio gets them. */
function built(add: (fields: Fields, cc: GoogleAppsScript.Data_Studio.CommunityConnector) => void) {
  const cc = connector();
  const fields = cc.getFields();
  add(fields, cc);
  return fields.build();
}

const textField = (fields: Fields, id: string) =>
  fields.newDimension().setId(id).setName(id).setType(connector().FieldType.TEXT);
const numberField = (fields: Fields, id: string) =>
  fields.newMetric().setId(id).setName(id).setType(connector().FieldType.NUMBER);

export const FIELD_PROBES: ProbeRoom = {
  'fields.plain': () => built((fields) => textField(fields, 'a')),
  'fields.everything_said': () =>
    built((fields, cc) => {
      textField(fields, 'a').setDescription('help').setGroup('Who');
      numberField(fields, 'b').setAggregation(cc.AggregationType.SUM).setIsHidden(true);
      fields.setDefaultDimension('a');
    }),
  'fields.formula': () =>
    built((fields, cc) => {
      numberField(fields, 'b');
      numberField(fields, 'c').setFormula('SUM($b)').setAggregation(cc.AggregationType.AUTO);
    }),
  'fields.formula_without_aggregation': () =>
    built((fields) => numberField(fields, 'c').setFormula('SUM($b)')),
  'fields.hidden_formula': () =>
    built((fields) => numberField(fields, 'c').setFormula('SUM($b)').setIsHidden(true)),
  'fields.reaggregatable': () =>
    built((fields) => numberField(fields, 'b').setIsReaggregatable(true)),
  'fields.duration': () =>
    built((fields, cc) => numberField(fields, 'b').setType(cc.FieldType.DURATION)),
  'fields.currency': () =>
    built((fields, cc) => numberField(fields, 'b').setType(cc.FieldType.CURRENCY_EUR)),
  'fields.currency_ngn': () => typeof Reflect.get(connector().FieldType, 'CURRENCY_NGN'),
  'fields.hyperlink': () =>
    built((fields, cc) =>
      textField(fields, 'a').setType(cc.FieldType.HYPERLINK).setFormula('HYPERLINK($u, $t)'),
    ),
  'fields.number_dimension': () =>
    built((fields, cc) => textField(fields, 'a').setType(cc.FieldType.NUMBER)),
  'fields.without_name': () =>
    built((fields, cc) => fields.newDimension().setId('a').setType(cc.FieldType.TEXT)),
  'fields.without_type': () => built((fields) => fields.newDimension().setId('a').setName('a')),
  'fields.without_id': () => built((fields) => fields.newDimension().setName('a')),
  'fields.id_with_a_space': () => built((fields) => textField(fields, 'a b')),
  'fields.same_id_twice': () =>
    built((fields) => {
      textField(fields, 'a');
      textField(fields, 'a');
    }),
  'fields.default_that_is_not_there': () => built((fields) => fields.setDefaultMetric('x')),
  'fields.aggregated_dimension': () =>
    built((fields, cc) => textField(fields, 'a').setAggregation(cc.AggregationType.SUM)),
  'fields.aggregated_then_locked': () =>
    built((fields, cc) =>
      numberField(fields, 'b').setAggregation(cc.AggregationType.SUM).setIsReaggregatable(false),
    ),
  'fields.locked_then_aggregated': () =>
    built((fields, cc) =>
      numberField(fields, 'b').setIsReaggregatable(false).setAggregation(cc.AggregationType.SUM),
    ),
  'fields.order_of_for_ids': () => {
    const fields = connector().getFields();
    for (const id of ['a', 'b', 'c']) textField(fields, id);
    return fields
      .forIds(['c', 'x', 'a'])
      .asArray()
      .map((field) => field.getId());
  },
};

function config(add: (config: GoogleAppsScript.Data_Studio.Config) => void) {
  const made = connector().getConfig();
  add(made);
  return made.build();
}

const answered = (cell: unknown) => {
  const cc = connector();
  const fields = cc.getFields();
  textField(fields, 'a');
  return cc
    .newGetDataResponse()
    .setFields(fields)
    .addRow(odd([cell]))
    .build();
};

function caught(run: () => unknown) {
  try {
    return run();
  } catch (error) {
    return {
      name: Reflect.get(Object(error), 'name'),
      message: Reflect.get(Object(error), 'message'),
    };
  }
}

export const RESPONSE_PROBES: ProbeRoom = {
  'responses.authorisation': () => {
    const cc = connector();
    return cc.newAuthTypeResponse().setAuthType(cc.AuthType.NONE).build();
  },
  'responses.form': () =>
    config((form) => {
      form.newInfo().setId('info').setText('text');
      form.newTextInput().setId('a').setName('A').setHelpText('help').setPlaceholder('here');
      const option = form.newOptionBuilder().setLabel('One').setValue('1');
      form.newSelectSingle().setId('b').setName('B').setIsDynamic(true).addOption(option);
      form.newSelectSingle().setId('c').setName('C').setAllowOverride(true).addOption(option);
      form.setIsSteppedConfig(true);
    }),
  'responses.form_with_a_date_range': () => config((form) => form.setDateRangeRequired(true)),
  'responses.question_with_a_space': () =>
    config((form) => form.newTextInput().setId('a b').setName('A')),
  'responses.schema': () => {
    const cc = connector();
    const fields = cc.getFields();
    textField(fields, 'a');
    return cc.newGetSchemaResponse().setFields(fields).build();
  },
  'responses.row_of_text': () => answered('x'),
  'responses.row_of_null': () => answered(null),
  'responses.row_of_a_number': () => answered(2.5),
  'responses.row_of_nan': () => answered(Number.NaN),
  'responses.error_for_the_person': () =>
    caught(() => connector().newUserError().setText('text').setDebugText('debug').throwException()),
  'responses.error_printed': () => connector().newUserError().setText('text').printJson(),
};
