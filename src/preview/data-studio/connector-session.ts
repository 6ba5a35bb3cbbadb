import type { Call, ConfigParam, ConfigResponse, Exchange, SchemaField } from './contract.ts';
import { ConnectorError, ContractError } from './errors.ts';
import type { CheckedSchema } from './schema.ts';
import { checkSchema } from './schema.ts';

/** What a person filled in: text as typed, a choice's value, several values, a tick. */
export type Answers = Readonly<Record<string, string | readonly string[] | boolean>>;
export type EncodedAnswers = Record<string, string>;

export interface SessionOptions {
  readonly call: Call;
  readonly languageCode: string;
  /** The report's today, YYYY-MM-DD. */
  readonly today: string;
  /** Epoch milliseconds as text; a new one is what "Refresh data" sends. */
  readonly lastRefresh: string;
  /** How many fields one request asks for; as many as Data Studio's own when left out. */
  readonly fieldsARequest?: number;
  /** Functions that this Data Studio refuses in a connector's formula. */
  readonly refusedFunctions?: readonly string[];
  /** Asks once more without filters and compares, to catch a connector that only says it filtered. */
  readonly verifyFilters?: boolean;
  readonly onExchange?: (exchange: Exchange) => void;
}

export interface Configuration {
  readonly params: readonly ConfigParam[];
  readonly answers: Answers;
  readonly encoded: EncodedAnswers;
  readonly dateRangeRequired: boolean;
  /** False while the connector still wants answers before it shows the next step. */
  readonly isComplete: boolean;
}

export interface Session {
  readonly options: SessionOptions;
  readonly configuration: Configuration;
  readonly schema: CheckedSchema;
  readonly isAdmin: boolean;
}

const MOST_STEPS = 20;

export async function ask(options: SessionOptions, functionName: string, request?: object) {
  const started = performance.now();
  const answer = await options.call(functionName, request);
  const milliseconds = performance.now() - started;
  options.onExchange?.({ functionName, request, answer, milliseconds });
  if ('error' in answer) throw new ConnectorError(functionName, answer.error);
  return answer.result;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Strings only: a tick is "true" or absent, several choices are joined by commas. */
export function encodeAnswers(params: readonly ConfigParam[], answers: Answers): EncodedAnswers {
  const encoded: EncodedAnswers = {};
  for (const { name, type } of params) {
    const answer = answers[name];
    if (answer === undefined || type === 'INFO') continue;
    if (type === 'CHECKBOX') {
      if (answer === true || answer === 'true') encoded[name] = 'true';
    } else if (Array.isArray(answer)) {
      if (answer.length > 0) encoded[name] = answer.join(',');
    } else {
      encoded[name] = String(answer);
    }
  }
  return encoded;
}

/** Changing an answer that later questions depend on clears the answers to all questions after it. */
export function changeAnswer(
  params: readonly ConfigParam[],
  answers: Answers,
  name: string,
  value: Answers[string],
): Answers {
  const position = params.findIndex((param) => param.name === name);
  if (position < 0) return answers;
  const cleared = params[position]?.isDynamic
    ? new Set(params.slice(position + 1).map((param) => param.name))
    : new Set<string>();
  const kept = Object.entries(answers).filter(([key]) => !cleared.has(key));
  return { ...Object.fromEntries(kept), [name]: value };
}

function checkConfig(value: unknown, earlier: readonly ConfigParam[]): ConfigResponse {
  const refuse = (reason: string): never => {
    throw new ContractError('getConfig', reason);
  };
  if (!isRecord(value) || !Array.isArray(value.configParams)) {
    return refuse('the answer has no list configParams');
  }
  // SAFETY: the entries are checked below, and nothing else is read from them.
  const config = value as unknown as ConfigResponse;
  const names = new Set<string>();
  for (const param of config.configParams) {
    if (!/^\S+$/.test(param.name ?? '')) refuse(`"${param.name}" is not a legal parameter name`);
    if (names.has(param.name)) refuse(`the parameter "${param.name}" occurs twice`);
    names.add(param.name);
    if (param.isDynamic && param.parameterControl?.allowOverride) {
      refuse(`"${param.name}" is dynamic, so it cannot be overridable`);
    }
    for (const option of param.options ?? []) {
      if (typeof option.value !== 'string' || !/^[^\s,]+$/.test(option.value)) {
        refuse(`"${param.name}" has the option value "${option.value}"`);
      }
    }
  }
  for (const { name } of earlier) {
    if (!names.has(name)) refuse(`the question "${name}" of an earlier step is gone`);
  }
  return config;
}

/** Asks getConfig as the form does: without answers first, then again for as long as it is stepped. */
export async function configure(options: SessionOptions, answers: Answers): Promise<Configuration> {
  const { languageCode } = options;
  let config = checkConfig(await ask(options, 'getConfig', { languageCode }), []);
  let isComplete = config.isSteppedConfig !== true;
  for (let step = 1; !isComplete; step += 1) {
    if (step > MOST_STEPS) throw new ContractError('getConfig', 'the steps never end');
    const earlier = config.configParams;
    const configParams = encodeAnswers(earlier, answers);
    config = checkConfig(await ask(options, 'getConfig', { languageCode, configParams }), earlier);
    isComplete = config.isSteppedConfig !== true;
    if (!isComplete && config.configParams.length === earlier.length) break;
  }
  const params = config.configParams;
  const known = new Set(params.map((param) => param.name));
  const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => known.has(name)));
  return {
    params,
    answers: kept,
    encoded: encodeAnswers(params, kept),
    dateRangeRequired: config.dateRangeRequired === true,
    isComplete,
  };
}

async function askAdmin(options: SessionOptions): Promise<boolean> {
  try {
    return (await ask(options, 'isAdminUser')) === true;
  } catch (error) {
    // A connector without isAdminUser has no admins; that is no failure.
    if (error instanceof ConnectorError) return false;
    throw error;
  }
}

/** From "Add data" to a data source with fields. */
export async function openSession(options: SessionOptions, answers: Answers): Promise<Session> {
  const auth = await ask(options, 'getAuthType');
  if (!isRecord(auth) || auth.type !== 'NONE') {
    throw new ContractError(
      'getAuthType',
      'only connectors without a login of their own are run here',
    );
  }
  const isAdmin = await askAdmin(options);
  const configuration = await configure(options, answers);
  const configParams = configuration.encoded;
  const response = await ask(options, 'getSchema', { configParams });
  if (!isRecord(response) || !Array.isArray(response.schema)) {
    throw new ContractError('getSchema', 'the answer has no list schema');
  }
  // SAFETY: checkSchema reads each entry with suspicion.
  const fields = response.schema as SchemaField[];
  const schema = checkSchema(fields, options.refusedFunctions ?? []);
  return { options, configuration, schema, isAdmin };
}
