import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPageServer } from '../../src/preview/http-server.ts';
import { createStudio } from '../../src/preview/studio-service.ts';
import { sampleHost } from '../browser/sample-host.ts';
import { buildPage } from '../support/built-page.ts';
import { callOf, FakeFailure } from './data-studio/fake-connector.ts';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

let server: Server;
let failing: Server;
const JSON_TYPE = { 'content-type': 'application/json' };

function send(to: Server, path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const { port } = to.address() as AddressInfo;
  return new Promise<Reply>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const listening = (made: Server) =>
  new Promise<Server>((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)));

beforeAll(async () => {
  const folder = buildPage();
  server = await listening(createPageServer(sampleHost(), folder));
  const call = callOf({
    isAdminUser: () => true,
    getAuthType: () => ({ type: 'NONE' }),
    getConfig: () => {
      throw new FakeFailure({
        message: 'Exception',
        userText: 'The tab KPIs is missing. Add it.',
        debugText: 'id 4f2a',
      });
    },
  });
  const studio = createStudio({ call, today: () => '2026-02-15' });
  failing = await listening(createPageServer({ ...sampleHost(), studio }, folder));
});

afterAll(() => {
  for (const one of [server, failing]) {
    one.closeAllConnections();
    one.close();
  }
});

describe('the page', () => {
  test('comes with a policy that runs only its own script', async () => {
    const { status, headers, body } = await send(server, '/');
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).toContain('<div id="koers">');
  });

  test.each(['/../package.json', '/page.ts', '/%2e%2e/package.json', '/api/secret'])(
    '%s is not there',
    async (path) => {
      expect((await send(server, path)).status).toBe(404);
    },
  );
});

describe('strangers are refused', () => {
  test.each(['evil.example', 'localhost.evil.example', '10.0.0.5:8765'])(
    'a host called %p',
    async (host) => {
      const { status, body } = await send(server, '/api/state', { headers: { host } });
      expect(status).toBe(403);
      expect(body).not.toContain('web-shop');
    },
  );

  test('another site that sends a form or JSON', async () => {
    const headers = { ...JSON_TYPE, origin: 'https://evil.example' };
    const posted = await send(server, '/api/run', { method: 'POST', headers, body: '{}' });
    expect(posted.status).toBe(403);
    const form = await send(server, '/api/run', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"kind":"menu","id":"recalculate"}',
    });
    expect(form.status).toBe(415);
  });

  test('the page itself is not', async () => {
    const { port } = server.address() as AddressInfo;
    for (const name of ['localhost', '127.0.0.1']) {
      const host = `${name}:${port}`;
      const headers = { ...JSON_TYPE, host, origin: `http://${host}` };
      const body = '{"kind":"menu","id":"recalculate","language":"en"}';
      expect((await send(server, '/api/run', { method: 'POST', headers, body })).status).toBe(200);
    }
  });
});

describe('requests that make no sense', () => {
  test.each<[string, number, Sent]>([
    ['broken JSON', 400, { method: 'POST', headers: JSON_TYPE, body: '{' }],
    ['another method', 405, { method: 'DELETE' }],
    ['too much', 413, { method: 'POST', headers: JSON_TYPE, body: `"${'x'.repeat(1_100_000)}"` }],
  ])('%s', async (_, status, sent) => {
    expect((await send(server, '/api/query', sent)).status).toBe(status);
  });

  test('a question about a field that does not exist is answered in a sentence', async () => {
    const query = { dimensions: ['colour'], metrics: [] };
    const body = JSON.stringify({ language: 'en', answers: {}, table: 'kpis', query });
    const reply = await send(server, '/api/query', { method: 'POST', headers: JSON_TYPE, body });
    expect(JSON.parse(reply.body)).toEqual({
      failure: { title: 'Invalid request', text: 'The data source has no field "colour".' },
    });
  });
});

test('a failure of the connector reaches the page with its sentence, and its debug text for an admin', async () => {
  const body = '{"language":"en","answers":{}}';
  const reply = await send(failing, '/api/config', { method: 'POST', headers: JSON_TYPE, body });
  expect(JSON.parse(reply.body)).toEqual({
    failure: {
      title: 'Community Connector Error',
      text: 'The tab KPIs is missing. Add it.',
      debug: 'id 4f2a',
    },
  });
});
