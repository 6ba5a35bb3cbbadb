import type { Configuration, Session, SessionOptions } from './data-studio/connector-session.ts';
import { changeAnswer, configure, openSession } from './data-studio/connector-session.ts';
import type { Answer, Call, ConfigParam, Exchange } from './data-studio/contract.ts';
import { query } from './data-studio/query.ts';
import type { Query } from './data-studio/query-types.ts';
import type { Field } from './data-studio/schema.ts';
import type {
  Answers,
  ConfigReply,
  ConfigRequest,
  FieldReply,
  Person,
  QueryReply,
  QueryRequest,
  SchemaReply,
  SourceRequest,
} from './page-api.ts';

export interface StudioFacts {
  readonly call: (
    functionName: string,
    request: object | undefined,
    person: Person,
  ) => ReturnType<Call>;
  /** The report's today, YYYY-MM-DD; asked each time, because a page stays open overnight. */
  readonly today: () => string;
}

interface OpenSource {
  readonly session: Session;
  /** Where this session's exchanges go while one question is answered. */
  readonly exchanges: Exchange[];
}

/** The question that chooses a table is the one that offers this table. */
const tableParamOf = (params: readonly ConfigParam[], table: string): string | null =>
  params.find((param) => param.options?.some((option) => option.value === table))?.name ?? null;

/** Questions about the language are answered by the page's switch until somebody answers them. */
function withLanguage(params: readonly ConfigParam[], answers: Answers, language: string): Answers {
  const languageParam = params.find((param) =>
    ['en', 'nl'].every((code) => param.options?.some((option) => option.value === code)),
  );
  if (languageParam === undefined || answers[languageParam.name] !== undefined) return answers;
  return { ...answers, [languageParam.name]: language };
}

function presentFields(session: Session, asked: Query): Query {
  const isPresent = (name: string) => session.schema.byName.get(name)?.isHidden === false;
  return {
    ...asked,
    dimensions: asked.dimensions.filter(isPresent),
    metrics: asked.metrics.filter(isPresent),
    ...(asked.sort ? { sort: asked.sort.filter(({ field }) => isPresent(field)) } : {}),
  };
}

const toFieldReply = (field: Field): FieldReply => ({
  name: field.name,
  label: field.label,
  description: field.description,
  concept: field.concept,
  dataType: field.dataType,
  semanticType: field.semanticType,
  aggregation: field.aggregation,
  group: field.group,
  isDefault: field.isDefault,
  isCalculated: field.formula !== null,
});

/** A page asks some thirty; who explores for hours begins anew. */
const MOST_ANSWERS = 300;

/** Data Studio on this machine: data sources stay open until the workbook changes. */
export function createStudio(facts: StudioFacts) {
  let lastRefresh = String(Date.now());
  const sources = new Map<string, Promise<OpenSource>>();
  /** What the connector answered since the last refresh, by who asks, language, day, function and request. */
  const answers = new Map<string, Answer>();

  const callIn =
    (language: string, person: Person): Call =>
    async (functionName, request) => {
      const key = JSON.stringify([person, language, facts.today(), functionName, request]);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = await facts.call(functionName, request, person);
      // A failure is not remembered: the next question tries again.
      if (answers.size >= MOST_ANSWERS) answers.clear();
      if ('result' in answer) answers.set(key, answer);
      return answer;
    };

  const optionsFor = (
    { language, person = 'owner' }: Pick<SourceRequest, 'language' | 'person'>,
    exchanges: Exchange[],
  ): SessionOptions => ({
    call: callIn(language, person),
    languageCode: language,
    today: facts.today(),
    lastRefresh,
    onExchange: (exchange) => exchanges.push(exchange),
  });

  const configuration = async (
    request: SourceRequest,
    exchanges: Exchange[],
  ): Promise<Configuration> => {
    const options = optionsFor(request, exchanges);
    const first = await configure(options, request.answers);
    const tableParam = request.table ? tableParamOf(first.params, request.table) : null;
    const chosen =
      tableParam === null || request.table === undefined
        ? first.answers
        : { ...request.answers, [tableParam]: request.table };
    const answers = withLanguage(first.params, chosen, request.language);
    const isSame = JSON.stringify(answers) === JSON.stringify(first.answers);
    return isSame ? first : configure(options, answers);
  };

  const open = async (request: SourceRequest): Promise<OpenSource> => {
    const exchanges: Exchange[] = [];
    const { answers: chosen } = await configuration(request, exchanges);
    exchanges.length = 0;
    const session = await openSession(optionsFor(request, exchanges), chosen);
    return { session, exchanges };
  };

  const source = (request: SourceRequest): Promise<OpenSource> => {
    const key = JSON.stringify([request.person, request.language, request.table, request.answers]);
    const known = sources.get(key);
    if (known !== undefined) return known;
    const opened = open(request);
    sources.set(key, opened);
    // A failed opening is not remembered: the next question tries again.
    opened.catch(() => sources.delete(key));
    return opened;
  };

  return {
    /** What "Refresh data" does: every source is opened anew, with a newer stamp. */
    refresh(): void {
      lastRefresh = String(Math.max(Date.now(), Number(lastRefresh) + 1));
      sources.clear();
      answers.clear();
    },

    async config(request: ConfigRequest): Promise<ConfigReply> {
      const exchanges: Exchange[] = [];
      const before = await configuration(request, exchanges);
      const { changed } = request;
      const now =
        changed === undefined
          ? before
          : await configuration(
              {
                language: request.language,
                person: request.person,
                answers: changeAnswer(before.params, before.answers, changed.name, changed.value),
              },
              exchanges,
            );
      const { params, answers, isComplete, dateRangeRequired } = now;
      const tableParam = tableParamOf(params, 'kpis');
      return { params, answers, isComplete, dateRangeRequired, tableParam, exchanges };
    },

    async schema(request: SourceRequest): Promise<SchemaReply> {
      const { session, exchanges } = await source(request);
      return {
        fields: session.schema.fields.filter((field) => !field.isHidden).map(toFieldReply),
        warnings: session.schema.warnings,
        exchanges: exchanges.filter((exchange) => exchange.functionName !== 'getData'),
      };
    },

    async query(request: QueryRequest): Promise<QueryReply> {
      const { session } = await source(request);
      const exchanges: Exchange[] = [];
      const own: Session = {
        ...session,
        options: optionsFor(request, exchanges),
      };
      const asked = request.skipAbsent ? presentFields(own, request.query) : request.query;
      return { ...(await query(own, asked)), exchanges };
    },

    /** Whether the person at the screen is one to whom Data Studio shows debug texts. */
    async isAdmin(): Promise<boolean> {
      const answer = await facts.call('isAdminUser', undefined, 'owner');
      return 'result' in answer && answer.result === true;
    },
  };
}

export type Studio = ReturnType<typeof createStudio>;
