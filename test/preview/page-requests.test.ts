import type { Server } from 'node:http';
import fc from 'fast-check';
import { createPageServer } from '../../src/preview/http-server.ts';
import { sampleHost } from '../browser/sample-host.ts';
import { buildPage } from '../support/built-page.ts';
import {
  JSON_TYPE,
  listening,
  type Sent,
  send,
  sendRaw,
  stopServing,
} from '../support/local-server.ts';

const QUESTIONS = [
  '/api/config',
  '/api/schema',
  '/api/query',
  '/api/run',
  '/api/refresh',
  '/api/call',
];
const SOURCE = { language: 'en', answers: {}, table: 'kpis' };
const QUERY = { dimensions: ['kpi'], metrics: [] };

let server: Server;
const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  server = await listening(createPageServer(sampleHost(), buildPage()));
});
afterEach(() => {
  // A mistake of the sender leaves nothing in the log.
  expect(logged).not.toHaveBeenCalled();
});
afterAll(() => stopServing(server));

const post = (path: string, body: string, more: Sent = {}) =>
  send(server, path, { method: 'POST', headers: JSON_TYPE, body, ...more });

const textOf = (body: string): string => JSON.parse(body).failure.text;

describe('an address that is none', () => {
  test.each(['//', 'http://[', 'http://', '*', '/api/tab?title=%', '/..//', '\\'])(
    'GET %s is refused',
    async (target) => {
      const answer = await sendRaw(server, `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).not.toMatch(/ at |Error|node:/);
    },
  );

  test.each([
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a host with a space', 'GET / HTTP/1.1\r\nHost: local host\r\n\r\n'],
    ['no HTTP at all', 'hello\r\n\r\n'],
  ])('%s', async (_, text) => {
    expect(await sendRaw(server, text)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

describe('a question that is none', () => {
  test.each(QUESTIONS)('%s wants an object with what it needs', async (path) => {
    for (const body of ['null', '[]', '1', '"kpis"', 'true', '{"language":"fr"}', '{"x":1}']) {
      expect([body, (await post(path, body)).status]).toEqual([body, 400]);
    }
  });

  test.each<[string, string, number, Sent]>([
    ['broken JSON', '{', 400, {}],
    ['nothing', '', 400, {}],
    ['a form', 'a=1', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['more than is read', `"${'x'.repeat(1_000_000)}"`, 413, {}],
    [
      'more than is read, in pieces',
      `"${'x'.repeat(1_000_000)}"`,
      413,
      { headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' } },
    ],
  ])('%s', async (_, body, status, more) => {
    expect((await post('/api/query', body, more)).status).toBe(status);
  });

  test('another method', async () => {
    for (const method of ['GET', 'DELETE', 'PUT', 'OPTIONS']) {
      expect((await send(server, '/api/query', { method })).status).toBe(405);
    }
    expect((await send(server, '/api/state', { method: 'POST' })).status).toBe(405);
  });

  test.each([
    ['objects', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`],
    ['lists', `${'['.repeat(400_000)}${']'.repeat(400_000)}`],
  ])('%s within each other without end', async (_, deep) => {
    const places = [
      deep,
      `{"language":"en","answers":${deep}}`,
      `{"language":"en","answers":{"a":${deep}},"query":${JSON.stringify(QUERY)}}`,
      `{"language":"en","answers":{},"query":${deep}}`,
    ];
    for (const body of places) {
      expect((await post('/api/query', body)).status).toBe(400);
    }
  });

  test.each<[object, string]>([
    [{ ...SOURCE, query: { ...QUERY, limit: -1 } }, 'query.limit does not fit: >=0 is expected.'],
    [{ ...SOURCE, query: { ...QUERY, limit: 0.5 } }, 'query.limit'],
    [{ ...SOURCE, query: { ...QUERY, metrics: [7] } }, 'query.metrics.0'],
    [
      { ...SOURCE, query: { ...QUERY, dateRange: { startDate: 'x' } } },
      'query.dateRange.startDate',
    ],
    [{ ...SOURCE, query: { ...QUERY, dimensions: Array(501).fill('kpi') } }, 'query.dimensions'],
    [{ ...SOURCE, query: { ...QUERY, filters: [{}] } }, 'query.filters.0'],
    [{ ...SOURCE, answers: { table: 4 }, query: QUERY }, 'answers.table'],
    [{ ...SOURCE, query: QUERY, colour: 'red' }, 'colour'],
  ])('%j is refused with the place', async (body, words) => {
    const reply = await post('/api/query', JSON.stringify(body));
    expect(reply.status).toBe(400);
    expect(textOf(reply.body)).toContain(words);
  });

  test.each([20, 21, 100_000])('arguments %d levels deep', async (levels) => {
    const inner = levels - 2;
    const args = `${'['.repeat(inner)}7${']'.repeat(inner)}`;
    const body = `{"project":"sheet","functionName":"onOpen","args":[${args}]}`;
    const { status, body: answer } = await post('/api/call', body);
    expect(status).toBe(levels > 20 ? 400 : 200);
    if (levels > 20) expect(textOf(answer)).toBe('A request is 20 levels deep at most.');
  });

  test('a key that would change every object changes none', async () => {
    const body = '{"language":"en","answers":{"__proto__":"x","constructor":"y"}}';
    expect((await post('/api/config', body)).status).toBe(200);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  test('whatever else is asked is answered or refused, and never with a stack', async () => {
    const field = fc.oneof(fc.constantFrom('kpi', 'status', 'actual', 'due_date'), fc.string());
    const clause = fc.record({
      fieldName: field,
      values: fc.array(fc.string(), { maxLength: 3 }),
      type: fc.constantFrom('INCLUDE', 'EXCLUDE'),
      operator: fc.constantFrom('EQUALS', 'REGEXP_PARTIAL_MATCH', 'BETWEEN', 'IS_NULL'),
    });
    const query = fc.record({
      dimensions: fc.array(field, { maxLength: 3 }),
      metrics: fc.array(field, { maxLength: 3 }),
      filters: fc.array(fc.array(clause, { maxLength: 2 }), { maxLength: 2 }),
      limit: fc.nat(),
    });
    const fits = fc.record({ ...constants(SOURCE), query, skipAbsent: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...QUESTIONS),
        fc.oneof(fits, fc.jsonValue()),
        async (path, body) => {
          const reply = await post(path, JSON.stringify(body));
          expect([200, 400]).toContain(reply.status);
          expect(reply.body).not.toMatch(/\n\s+at |\.ts:\d|\.js:\d/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const constants = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fc.constant(value)]));

test.each(['menu', 'trigger'])('a run of a %s that is not there is not found', async (kind) => {
  const { status, body } = await post(
    '/api/run',
    JSON.stringify({ kind, id: 'gone', language: 'en' }),
  );
  expect(status).toBe(404);
  expect(textOf(body)).toBe('The script has no such menu entry or trigger.');
});

test('a question about a field that does not exist is answered in a sentence', async () => {
  const query = { dimensions: ['colour'], metrics: [] };
  const reply = await post('/api/query', JSON.stringify({ ...SOURCE, query }));
  expect(JSON.parse(reply.body)).toEqual({
    failure: { title: 'Invalid request', text: 'The data source has no field "colour".' },
  });
});
