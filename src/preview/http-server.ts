import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { surfaceError } from './data-studio/errors.ts';
import type {
  ConfigRequest,
  PreviewState,
  QueryRequest,
  RunReply,
  RunRequest,
  SourceRequest,
  TabView,
} from './page-api.ts';
import type { Studio } from './studio-service.ts';

/** What the page can see and do; the server only carries it. */
export interface PreviewHost {
  readonly studio: Studio;
  readonly state: (language: string) => PreviewState;
  /** The language of the person at the screen. */
  readonly speak: (language: string) => void;
  readonly tab: (title: string) => TabView | null;
  readonly run: (request: RunRequest) => Promise<RunReply> | RunReply;
  /** Calls back on every change, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

const STATIC_FILES: Readonly<Record<string, { file: string; type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
};

const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const MOST_BODY_BYTES = 1_000_000;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  // A foreign page can post a form here, but not JSON without asking first.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new RequestError(415, 'JSON is expected.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw new RequestError(413, 'The request is too large.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RequestError(400, 'The request is not JSON.');
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Another site that points its name at this machine must not reach the workbook. */
function refuseForeigners(request: IncomingMessage): void {
  const { host, origin } = request.headers;
  if (!LOOPBACK.test(host ?? ''))
    throw new RequestError(403, 'This page is served to this machine only.');
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new RequestError(403, 'Requests from other sites are refused.');
  }
}

const languageOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'language' in body && body.language === 'nl'
    ? 'nl'
    : 'en';

type Handler = (host: PreviewHost, body: unknown) => unknown;

// SAFETY: the page is the only caller; what a stranger sends is refused above or fails as data.
const POST_HANDLERS: Readonly<Record<string, Handler>> = {
  '/api/config': (host, body) => host.studio.config(body as ConfigRequest),
  '/api/schema': (host, body) => host.studio.schema(body as SourceRequest),
  '/api/query': (host, body) => host.studio.query(body as QueryRequest),
  '/api/refresh': (host) => {
    host.studio.refresh();
    return {};
  },
  '/api/run': (host, body) => host.run(body as RunRequest),
};

async function answerPost(host: PreviewHost, path: string, request: IncomingMessage) {
  const handler = POST_HANDLERS[path];
  if (handler === undefined) throw new RequestError(404, 'There is nothing here.');
  const body = await readJson(request);
  host.speak(languageOf(body));
  try {
    return await handler(host, body);
  } catch (error) {
    return { failure: surfaceError(error, await host.studio.isAdmin()) };
  }
}

function sendEvents(host: PreviewHost, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': 'text/event-stream' });
  const send = () => response.write('data: changed\n\n');
  const stop = host.subscribe(send);
  const beat = setInterval(() => response.write(': still here\n\n'), 20_000);
  request.on('close', () => {
    stop();
    clearInterval(beat);
  });
  send();
}

function answerGet(
  host: PreviewHost,
  pageFolder: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const file = STATIC_FILES[url.pathname];
  if (file !== undefined) {
    response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': file.type });
    response.end(readFileSync(`${pageFolder}/${file.file}`));
  } else if (url.pathname === '/api/state') {
    const language = url.searchParams.get('lang') === 'nl' ? 'nl' : 'en';
    sendJson(response, 200, host.state(language));
  } else if (url.pathname === '/api/tab') {
    const view = host.tab(url.searchParams.get('title') ?? '');
    if (view === null) throw new RequestError(404, 'The workbook has no such tab.');
    sendJson(response, 200, view);
  } else if (url.pathname === '/api/events') {
    sendEvents(host, request, response);
  } else {
    throw new RequestError(404, 'There is nothing here.');
  }
}

/** The page's server; `pageFolder` holds index.html, page.css and page.js. */
export function createPageServer(host: PreviewHost, pageFolder: string): Server {
  return createServer(async (request, response) => {
    try {
      refuseForeigners(request);
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (request.method === 'POST') {
        sendJson(response, 200, await answerPost(host, url.pathname, request));
      } else if (request.method === 'GET') {
        answerGet(host, pageFolder, url, request, response);
      } else {
        throw new RequestError(405, 'Only GET and POST are answered.');
      }
    } catch (error) {
      const status = error instanceof RequestError ? error.status : 500;
      if (status === 500) console.error(error);
      const text =
        error instanceof RequestError
          ? error.message
          : 'The preview itself failed; its log has more.';
      // What is left of a refused request is not read, so its connection cannot serve another.
      if (response.headersSent) return;
      response.setHeader('Connection', 'close');
      sendJson(response, status, { failure: { title: 'Koers', text } });
    }
  });
}
