import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { createPageServer } from '../../src/preview/http-server.ts';
import { createStudio } from '../../src/preview/studio-service.ts';
import { sampleHost } from '../browser/sample-host.ts';
import { buildPage } from '../support/built-page.ts';
import { JSON_TYPE, listening, send, stopServing } from '../support/local-server.ts';
import { callOf, FakeFailure } from './data-studio/fake-connector.ts';

let server: Server;
let failing: Server;
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
  for (const one of [server, failing]) stopServing(one);
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

test('what is large travels packed to a browser that can unpack it', async () => {
  const packed = await send(server, '/page.js', { headers: { 'accept-encoding': 'gzip' } });
  const plain = await send(server, '/page.js');
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
  expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
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

test('a page that listens hears of each save, until it goes', async () => {
  const host = sampleHost();
  const listened = await listening(createPageServer(host, buildPage()));
  const { port } = listened.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect((await reader?.read())?.value).toBe('data: changed\n\n');
  host.save();
  expect((await reader?.read())?.value).toBe('data: changed\n\n');
  await reader?.cancel();
  stopServing(listened);
});
