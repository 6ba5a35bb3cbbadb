import {
  changeAnswer,
  configure,
  encodeAnswers,
  openSession,
} from '../../../src/preview/data-studio/connector-session.ts';
import type { ConfigParam, Exchange } from '../../../src/preview/data-studio/contract.ts';
import { surfaceError } from '../../../src/preview/data-studio/errors.ts';
import {
  connectorOf,
  dimension,
  FakeFailure,
  metric,
  optionsFor,
  requestsTo,
} from './fake-connector.ts';

const PARAMS: readonly ConfigParam[] = [
  { type: 'INFO', name: 'hello', text: 'Koers' },
  { type: 'TEXTINPUT', name: 'workbook' },
  {
    type: 'SELECT_SINGLE',
    name: 'table',
    isDynamic: true,
    options: [{ label: 'KPIs', value: 'kpis' }],
  },
  { type: 'SELECT_MULTIPLE', name: 'teams' },
  { type: 'CHECKBOX', name: 'closed' },
];

describe('answers on their way to the connector', () => {
  test('are strings: a tick is "true", several choices are joined, what is blank is absent', () => {
    expect(
      encodeAnswers(PARAMS, {
        workbook: 'abc',
        teams: ['shop', 'app'],
        closed: true,
        hello: 'x',
        other: 'y',
      }),
    ).toEqual({ workbook: 'abc', teams: 'shop,app', closed: 'true' });
    expect(encodeAnswers(PARAMS, { teams: [], closed: false })).toEqual({});
    expect(encodeAnswers(PARAMS, { workbook: '' })).toEqual({ workbook: '' });
  });

  test('a changed answer that others depend on clears the later ones, an ordinary one does not', () => {
    const answers = { workbook: 'abc', table: 'kpis', teams: ['shop'], closed: true };
    expect(changeAnswer(PARAMS, answers, 'table', 'goals')).toEqual({
      workbook: 'abc',
      table: 'goals',
    });
    expect(changeAnswer(PARAMS, answers, 'workbook', 'xyz')).toEqual({
      ...answers,
      workbook: 'xyz',
    });
  });
});

describe('the form', () => {
  const stepped = (steps: readonly ConfigParam[][]) =>
    connectorOf([], [], {
      getConfig: (request: { configParams?: Record<string, string> }) => {
        const at = request.configParams === undefined ? 0 : 'table' in request.configParams ? 1 : 0;
        return { configParams: steps[at], isSteppedConfig: at === 0 };
      },
    });
  const first: ConfigParam[] = [{ type: 'SELECT_SINGLE', name: 'table', isDynamic: true }];
  const second: ConfigParam[] = [...first, { type: 'TEXTINPUT', name: 'grain' }];

  test('is asked without answers first, then with them until no step is left', async () => {
    const exchanges: Exchange[] = [];
    const options = optionsFor(stepped([first, second]), exchanges);
    const configuration = await configure(options, { table: 'timeline', grain: 'month' });
    expect(requestsTo(exchanges, 'getConfig')).toEqual([
      { languageCode: 'en' },
      { languageCode: 'en', configParams: { table: 'timeline' } },
    ]);
    expect(configuration.isComplete).toBe(true);
    expect(configuration.encoded).toEqual({ table: 'timeline', grain: 'month' });
  });

  test('stays open while the connector waits for an answer', async () => {
    const configuration = await configure(optionsFor(stepped([first, second])), {});
    expect(configuration.isComplete).toBe(false);
    expect(configuration.params.map((param) => param.name)).toEqual(['table']);
  });

  test.each<[string, unknown[], unknown[]]>([
    [
      'the question "table" of an earlier step is gone',
      first,
      [{ type: 'TEXTINPUT', name: 'grain' }],
    ],
    ['occurs twice', [...first, ...first], []],
    ['is not a legal parameter name', [{ type: 'TEXTINPUT', name: 'my table' }], []],
    [
      'is dynamic, so it cannot be overridable',
      [
        {
          type: 'TEXTINPUT',
          name: 'a',
          isDynamic: true,
          parameterControl: { allowOverride: true },
        },
      ],
      [],
    ],
    [
      'has the option value "a,b"',
      [{ type: 'SELECT_SINGLE', name: 'a', options: [{ label: 'A', value: 'a,b' }] }],
      [],
    ],
  ])('is refused when %s', async (reason, one, two) => {
    const call = stepped([one as ConfigParam[], two as ConfigParam[]]);
    await expect(configure(optionsFor(call), { table: 'kpis' })).rejects.toThrow(reason);
  });
});

describe('opening a data source', () => {
  test('asks in the order of Data Studio and sends the answers with the schema request', async () => {
    const exchanges: Exchange[] = [];
    const call = connectorOf([dimension('kpi'), metric('actual')], [], {
      getConfig: () => ({ configParams: PARAMS }),
    });
    const session = await openSession(optionsFor(call, exchanges), { table: 'kpis' });
    expect(exchanges.map((exchange) => exchange.functionName)).toEqual([
      'getAuthType',
      'isAdminUser',
      'getConfig',
      'getSchema',
    ]);
    expect(requestsTo(exchanges, 'getSchema')).toEqual([{ configParams: { table: 'kpis' } }]);
    expect(session.schema.fields).toHaveLength(2);
  });

  test('a connector without isAdminUser has no admins', async () => {
    expect((await openSession(optionsFor(connectorOf([], [])), {})).isAdmin).toBe(false);
    const admin = connectorOf([], [], { isAdminUser: () => true });
    expect((await openSession(optionsFor(admin), {})).isAdmin).toBe(true);
  });

  test('a login of its own is refused', async () => {
    const call = connectorOf([], [], { getAuthType: () => ({ type: 'OAUTH2' }) });
    await expect(openSession(optionsFor(call), {})).rejects.toThrow('without a login of their own');
  });
});

describe('what people see of a failure', () => {
  const failing = async (error: Error) => {
    const call = connectorOf([], [], {
      getSchema: () => {
        throw error;
      },
    });
    try {
      return await openSession(optionsFor(call), {});
    } catch (caught) {
      return caught;
    }
  };

  test('a viewer sees the text for users, an admin the debug text too', async () => {
    const error = await failing(
      new FakeFailure({
        message: 'Exception',
        userText: 'The tab KPIs is missing.',
        debugText: 'id 4f2a',
      }),
    );
    expect(surfaceError(error, false)).toEqual({
      title: 'Community Connector Error',
      text: 'The tab KPIs is missing.',
    });
    expect(surfaceError(error, true)).toMatchObject({ debug: 'id 4f2a' });
  });

  test('an ordinary error gives a viewer the generic sentence and nothing else', async () => {
    const error = await failing(new Error('secret detail'));
    expect(surfaceError(error, false)).toEqual({
      title: 'Community Connector Error',
      text: 'There was an error caused by this connector.',
    });
    expect(surfaceError(error, true)).toMatchObject({
      debug: expect.stringContaining('secret detail'),
    });
  });

  test("our own bugs are not dressed up as the connector's", () => {
    expect(() => surfaceError(new TypeError('oops'), true)).toThrow('oops');
  });
});
