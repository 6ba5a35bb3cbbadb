import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { connectorFailure } from '../../../src/preview/emulation/host/connector-failure.ts';
import { runFunction } from '../../../src/preview/emulation/host/execution.ts';
import {
  emulatorText,
  errorOf,
  resultOf,
  runScript,
  testManifest,
} from '../../support/emulated-script.ts';

const account = (): EmulatedAccount => createAccount({ owner: 'anna@example.com' });

/** `cc`, and `fields` with one dimension and two metrics. */
const FIELDS = `
  const cc = DataStudioApp.createCommunityConnector();
  const fields = cc.getFields();
  fields.newDimension().setId('month').setName('Month').setType(cc.FieldType.YEAR_MONTH);
  fields.newMetric().setId('visits').setName('Visits').setType(cc.FieldType.NUMBER);
  fields.newMetric().setId('share').setName('Share').setType(cc.FieldType.PERCENT);
`;

describe('fields', () => {
  it('leave out of their JSON what was never set', () => {
    expect(resultOf(account(), `${FIELDS} return fields.build();`)).toEqual([
      {
        dataType: 'STRING',
        label: 'Month',
        name: 'month',
        semantics: { conceptType: 'DIMENSION', semanticType: 'YEAR_MONTH' },
      },
      {
        dataType: 'NUMBER',
        label: 'Visits',
        name: 'visits',
        semantics: { conceptType: 'METRIC', semanticType: 'NUMBER' },
      },
      {
        dataType: 'NUMBER',
        label: 'Share',
        name: 'share',
        semantics: { conceptType: 'METRIC', semanticType: 'PERCENT' },
      },
    ]);
  });

  it('carry every property that was set under its documented key', () => {
    const script = `
      const cc = DataStudioApp.createCommunityConnector();
      const fields = cc.getFields();
      fields.newMetric().setId('cost').setName('Cost').setDescription('What it cost')
        .setType(cc.FieldType.CURRENCY_EUR).setAggregation(cc.AggregationType.SUM)
        .setGroup('Money').setIsHidden(false).setIsReaggregatable(true);
      fields.newMetric().setId('rate').setFormula('SUM($won)/SUM($sent)')
        .setType(cc.FieldType.PERCENT).setAggregation(cc.AggregationType.AUTO);
      fields.setDefaultMetric('cost');
      return fields.build();`;
    expect(resultOf(account(), script)).toEqual([
      {
        dataType: 'NUMBER',
        defaultAggregationType: 'SUM',
        description: 'What it cost',
        group: 'Money',
        isDefault: true,
        isHidden: false,
        label: 'Cost',
        name: 'cost',
        semantics: { conceptType: 'METRIC', isReaggregatable: true, semanticType: 'CURRENCY_EUR' },
      },
      {
        dataType: 'NUMBER',
        defaultAggregationType: 'AUTO',
        formula: 'SUM($won)/SUM($sent)',
        name: 'rate',
        semantics: { conceptType: 'METRIC', semanticType: 'PERCENT' },
      },
    ]);
  });

  it.each([
    ['NUMBER', 'NUMBER'],
    ['PERCENT', 'NUMBER'],
    ['CURRENCY_USD', 'NUMBER'],
    ['DURATION', 'STRING'],
    ['TEXT', 'STRING'],
    ['YEAR_MONTH_DAY', 'STRING'],
    ['URL', 'STRING'],
    ['BOOLEAN', 'BOOLEAN'],
  ])('of type %s have data type %s', (type, dataType) => {
    const script = `
      const cc = DataStudioApp.createCommunityConnector();
      const fields = cc.getFields();
      fields.newMetric().setId('m').setType(cc.FieldType.${type});
      return fields.build()[0].dataType;`;
    expect(resultOf(account(), script)).toBe(dataType);
  });

  it('read back what was set, and null for what was not', () => {
    const script = `${FIELDS}
      const visits = fields.getFieldById('visits');
      return [visits.getName(), visits.getDescription(), visits.getType() === cc.FieldType.NUMBER,
        String(visits.getType()), visits.isMetric(), visits.isDimension(), visits.isDefault(),
        fields.getFieldById('missing'), fields.getDefaultDimension(), fields.asArray().length];`;
    expect(resultOf(account(), script)).toEqual([
      'Visits',
      null,
      true,
      'NUMBER',
      true,
      false,
      false,
      null,
      null,
      3,
    ]);
  });

  it('are new and empty each time the connector is asked for them', () => {
    expect(resultOf(account(), `${FIELDS} return cc.getFields().asArray().length;`)).toBe(0);
  });
});

describe('a connector made at the top level of the script', () => {
  it('serves every function of it', () => {
    const code = `const cc = DataStudioApp.createCommunityConnector();
      function test() { return cc.newAuthTypeResponse().setAuthType(cc.AuthType.NONE).build(); }`;
    const call = { emulator: emulatorText(), code, functionName: 'test', manifest: testManifest };
    const run = runFunction(account(), { ...call, project: 'connector', trigger: 'datastudio' });
    expect(run.result).toEqual({ type: 'NONE' });
  });
});

describe('forIds', () => {
  const script = `${FIELDS}
    return fields.forIds(['share', 'unknown', 'month', 'share']).asArray().map((f) => f.getId());`;

  it('answers in the order of the ids unless the account says otherwise', () => {
    expect(resultOf(account(), script)).toEqual(['share', 'month']);
  });

  it('answers in the order of declaration when the account says so', () => {
    const other = account();
    other.forIdsOrder = 'declaration';
    expect(resultOf(other, script)).toEqual(['month', 'share']);
  });
});

describe('a set of fields is refused', () => {
  const refusal = (changes: string) => errorOf(account(), `${FIELDS} ${changes} fields.build();`);

  it('without an id', () => {
    expect(refusal('fields.newMetric().setType(cc.FieldType.NUMBER);')).toMatch(/has no id/);
  });
  it('with an id that has a space', () => {
    expect(refusal(`fields.newMetric().setId('Filing Year');`)).toMatch(/letters, digits.*Filing/);
  });
  it('with the same id twice', () => {
    expect(refusal(`fields.newMetric().setId('month').setType(cc.FieldType.TEXT);`)).toMatch(
      /same id: month/,
    );
  });
  it('without a type', () => {
    expect(refusal(`fields.newMetric().setId('clicks');`)).toMatch(/no type: clicks/);
  });
  it('when a hidden field has a formula', () => {
    expect(
      refusal(`fields.getFieldById('share').setFormula('SUM($visits)').setIsHidden(true);`),
    ).toMatch(/cannot be hidden: share/);
  });
  it('when its default is no field of that kind', () => {
    expect(refusal(`fields.setDefaultDimension('visits');`)).toMatch(/no dimension.*visits/);
  });
});

describe('an aggregation', () => {
  const SENTENCE =
    'Exception: Cannot set aggregation type for field: downloads since it is not reaggregatable.';
  const metric = `${FIELDS} const downloads = fields.newMetric().setId('downloads');`;

  it('is refused on a metric that was locked before', () => {
    expect(
      errorOf(
        account(),
        `${metric} downloads.setIsReaggregatable(false).setAggregation(cc.AggregationType.SUM);`,
      ),
    ).toBe(SENTENCE);
  });
  it('is refused on a metric that is locked afterwards', () => {
    expect(
      errorOf(
        account(),
        `${metric} downloads.setAggregation(cc.AggregationType.SUM).setIsReaggregatable(false);`,
      ),
    ).toBe(SENTENCE);
  });
  it('is refused on a dimension', () => {
    expect(
      errorOf(
        account(),
        `${FIELDS} fields.getFieldById('month').setAggregation(cc.AggregationType.MAX);`,
      ),
    ).toMatch(/field: month since it is a dimension/);
  });
  it('that is text and no enum value does not fit the method', () => {
    expect(errorOf(account(), `${metric} downloads.setAggregation('SUM');`)).toBe(
      "Exception: The parameters (String) don't match the method signature for DataStudioApp.Field.setAggregation.",
    );
  });
});

describe('a configuration', () => {
  it('gives the JSON that live Apps Script gave, entry by entry', () => {
    const script = `
      const cc = DataStudioApp.createCommunityConnector();
      const config = cc.getConfig();
      const option = (label, value) => config.newOptionBuilder().setLabel(label).setValue(value);
      config.newInfo().setId('notice').setText('Read this first.');
      config.newTextInput().setId('workbook').setName('Workbook').setPlaceholder('URL or id');
      config.newTextArea().setId('notes').setName('Notes');
      config.newSelectSingle().setId('table').setName('Table').setIsDynamic(true)
        .addOption(option('KPIs', 'kpis')).addOption(option('Goals', 'goals'));
      config.newSelectMultiple().setId('regions').setHelpText('One or more')
        .setAllowOverride(true).addOption(option('North', 'n'));
      config.newCheckbox().setId('archived').setName('Archived too');
      config.setDateRangeRequired(true).setIsSteppedConfig(false);
      return config.build();`;
    expect(resultOf(account(), script)).toEqual({
      configParams: [
        { name: 'notice', text: 'Read this first.', type: 'INFO' },
        {
          displayName: 'Workbook',
          name: 'workbook',
          placeholder: 'URL or id',
          type: 'TEXTINPUT',
        },
        { displayName: 'Notes', name: 'notes', type: 'TEXTAREA' },
        {
          displayName: 'Table',
          isDynamic: true,
          name: 'table',
          options: [
            { label: 'KPIs', value: 'kpis' },
            { label: 'Goals', value: 'goals' },
          ],
          type: 'SELECT_SINGLE',
        },
        {
          helpText: 'One or more',
          name: 'regions',
          options: [{ label: 'North', value: 'n' }],
          parameterControl: { allowOverride: true },
          type: 'SELECT_MULTIPLE',
        },
        { displayName: 'Archived too', name: 'archived', type: 'CHECKBOX' },
      ],
      dateRangeRequired: true,
      isSteppedConfig: false,
    });
  });

  it('leaves both switches out when neither was set, and can be empty', () => {
    const script = 'return DataStudioApp.createCommunityConnector().getConfig().build();';
    expect(resultOf(account(), script)).toEqual({ configParams: [] });
  });

  it.each([
    ['no id', 'config.newCheckbox();'],
    ['a space in an id', `config.newTextInput().setId('my table');`],
    ['an id twice', `config.newTextInput().setId('a'); config.newCheckbox().setId('a');`],
    [
      'an option without a value',
      `config.newSelectSingle().setId('a').addOption(config.newOptionBuilder().setLabel('A'));`,
    ],
  ])('with %s is refused', (_what, entries) => {
    const script = `const config = DataStudioApp.createCommunityConnector().getConfig();
      ${entries} config.build();`;
    expect(errorOf(account(), script)).toMatch(/^Exception: /);
  });
});

describe('a response', () => {
  const CC = 'const cc = DataStudioApp.createCommunityConnector();';

  it('to getAuthType carries type and help page', () => {
    expect(
      resultOf(
        account(),
        `${CC} return [cc.newAuthTypeResponse().setAuthType(cc.AuthType.NONE).build(),
          cc.newAuthTypeResponse().setAuthType(cc.AuthType.USER_TOKEN)
            .setHelpUrl('https://koers.example/help').build()];`,
      ),
    ).toEqual([{ type: 'NONE' }, { helpUrl: 'https://koers.example/help', type: 'USER_TOKEN' }]);
  });

  it('to setCredentials carries one of two codes', () => {
    expect(
      resultOf(
        account(),
        `${CC} return [true, false].map((ok) => cc.newSetCredentialsResponse().setIsValid(ok).build());`,
      ),
    ).toEqual([{ errorCode: 'NONE' }, { errorCode: 'INVALID_CREDENTIALS' }]);
  });

  it('to getSchema carries the built fields', () => {
    expect(
      resultOf(
        account(),
        `${FIELDS} return cc.newGetSchemaResponse().setFields(fields).build().schema.map((f) => f.name);`,
      ),
    ).toEqual(['month', 'visits', 'share']);
  });

  it('to getData carries rows of text, numbers, booleans and null', () => {
    const script = `${FIELDS}
      return cc.newGetDataResponse().setFields(fields.forIds(['visits', 'month']))
        .addRow(['7', '202601']).addAllRows([[0, '202602'], [null, true]])
        .setFiltersApplied(true).build();`;
    expect(resultOf(account(), script)).toMatchObject({
      schema: [{ name: 'visits' }, { name: 'month' }],
      rows: [{ values: ['7', '202601'] }, { values: [0, '202602'] }, { values: [null, true] }],
      filtersApplied: true,
    });
  });

  it('without rows keeps its schema, and says nothing of filters', () => {
    const script = `${FIELDS} return cc.newGetDataResponse().setFields(fields).build();`;
    const response = resultOf(account(), script);
    expect(response).toMatchObject({ rows: [] });
    expect(response).not.toHaveProperty('filtersApplied');
  });

  it.each(['NaN', 'Infinity', 'new Date(0)', '({})', 'undefined'])(
    'refuses %s in a row',
    (value) => {
      expect(errorOf(account(), `${CC} cc.newGetDataResponse().addRow([1, ${value}]);`)).toMatch(
        /Value 2 of the row/,
      );
    },
  );

  it('that is a builder and not built does not leave the script', () => {
    expect(errorOf(account(), `${CC} return cc.newAuthTypeResponse();`)).toMatch(/unbuilt builder/);
  });

  it('has no method that only a sample of the reference calls', () => {
    expect(errorOf(account(), `${CC} cc.newGetAuthTypeResponse();`)).toMatch(
      /newGetAuthTypeResponse is not emulated/,
    );
  });

  it('to a BigQuery connector is the literal of the official sample', () => {
    const script = `${CC}
      return cc.newBigQueryConfig().setBillingProjectId('p').setQuery('SELECT @n')
        .setUseStandardSql(true).setAccessToken('token')
        .addQueryParameter('n', cc.BigQueryParameterType.INT64, '5').build();`;
    expect(resultOf(account(), script)).toEqual({
      dataConfig: {
        type: 'BIGQUERY',
        bigQueryConnectorConfig: {
          billingProjectId: 'p',
          query: 'SELECT @n',
          useStandardSql: true,
          queryParameters: [
            { name: 'n', parameterType: { type: 'INT64' }, parameterValue: { value: '5' } },
          ],
        },
      },
      authConfig: { accessToken: 'token' },
    });
  });
});

describe("a connector's error", () => {
  const throwing = `DataStudioApp.createCommunityConnector().newUserError()
    .setText('Share the workbook with me.').setDebugText('403 for id 7').throwException();`;

  it('carries the text for everyone and the text for admins to Data Studio', () => {
    expect(runScript(account(), throwing).error).toMatchObject({
      name: 'Exception',
      message: 'Exception',
      details: {
        connectorError: 'user',
        userText: 'Share the workbook with me.',
        debugText: '403 for id 7',
      },
    });
  });

  it('for admins only has no text for everyone', () => {
    const script = `DataStudioApp.createCommunityConnector().newDebugError()
      .setText('a bug of ours').throwException();`;
    expect(runScript(account(), script).error?.details).toEqual({
      connectorError: 'debug',
      userText: null,
      debugText: 'a bug of ours',
    });
  });

  it('can be caught, marked and thrown again unchanged', () => {
    const script = `
      try { ${throwing} } catch (error) {
        if (String(error) !== 'Exception' || error.message !== 'Exception') throw new Error('seen from inside: ' + error);
        error.isConnectorThrownError = true;
        throw error;
      }`;
    expect(runScript(account(), script).error?.details).toMatchObject({
      userText: 'Share the workbook with me.',
    });
  });

  it('is told apart from any other error of the script', () => {
    const failure = (body: string) => {
      const { error } = runScript(account(), body);
      return error === undefined ? null : connectorFailure(error);
    };
    expect(failure(throwing)).toMatchObject({
      message: 'Exception',
      userText: 'Share the workbook with me.',
      debugText: '403 for id 7',
    });
    const plain = failure(`throw new Error('a secret');`);
    expect(plain).toMatchObject({ message: 'Error: a secret' });
    expect(plain).not.toHaveProperty('userText');
  });
});
