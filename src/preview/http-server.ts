import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { debuglog } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { type GenericSchema, safeParse } from 'valibot';
import { surfaceError } from './data-studio/errors.ts';
import type {
  PreviewState,
  RunReply,
  RunRequest,
  ScriptCall,
  ScriptReply,
  TabView,
  TypeRequest,
} from './page-api.ts';
import {
  configRequest,
  queryRequest,
  refreshRequest,
  runRequest,
  scriptCall,
  sourceRequest,
  typeRequest,
  whatDoesNotFit,
} from './page-requests.ts';
import type { Studio } from './studio-service.ts';

/** What the page can see and do; the server only carries it. */
export interface PreviewHost {
  readonly studio: Studio;
  readonly state: (language: string) => PreviewState;
  /** The language of the person at the screen. */
  readonly speak: (language: string) => void;
  readonly tab: (title: string) => TabView | null;
  /** Types into a tab; false where nobody types: Koers writes it, or it is not there. */
  readonly type: (request: TypeRequest) => boolean;
  /** Runs an entry of the menu or a trigger; null for one that is not there. */
  readonly run: (request: RunRequest) => RunReply | null;
  /** The page of the board as the build made it, without a board in it. */
  readonly boardPage: string;
  /** The board beside the Sheet, which can write a check-in down. */
  readonly sheetBoard: (language: string) => string;
  /** The page that the connector's web app serves for these parameters. */
  readonly webApp: (parameter: Readonly<Record<string, string>>) => string;
  /** The open workbook as an .xlsx file; null where there is none to save. */
  readonly copy: () => Uint8Array | null;
  /** The page of the first steps. */
  readonly beginPage: () => string;
  /** A page that a sidebar or dialog showed; null for one that never was. */
  readonly shownPage: (at: number) => string | null;
  /** The markup of a mail that the script sent; null for none. */
  readonly mail: (at: number) => string | null;
  /** A function of the script, called from one of its pages. */
  readonly callScript: (call: ScriptCall) => ScriptReply;
  /** Calls back on every change, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void;
}

const PAGE_FILES = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/page.js', file: 'page.js', type: 'text/javascript; charset=utf-8' },
  { path: '/page.css', file: 'page.css', type: 'text/css; charset=utf-8' },
  { path: '/script-run.js', file: 'script-run.js', type: 'text/javascript; charset=utf-8' },
];

const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  connectSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  frameSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/**
 * Pages of the script bring their own style and script, in themselves. Only the script that the
 * build made runs: one that came in with somebody's data has another fingerprint.
 */
const scriptPolicy = (builtPage: string) => ({
  ...POLICY,
  scriptSrc: ["'self'", `'sha256-${scriptHash(builtPage)}'`],
  styleSrc: ["'unsafe-inline'"],
  frameAncestors: ["'self'"],
});

/** A mail brings its styles and nothing else. */
const MAIL_POLICY = {
  scriptSrc: ["'none'"],
  styleSrc: ["'unsafe-inline'"],
  frameAncestors: ["'self'"],
};

const scriptHash = (page: string): string =>
  createHash('sha256')
    .update(/<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '')
    .digest('base64');

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BODY_BYTES = 1_000_000;
const TOO_LARGE = `A request has ${MOST_BODY_BYTES} bytes at most.`;
const BEAT_MILLISECONDS = 20_000;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

type Status = HTTPException['status'];

const languageOf = ({ req }: Context): 'en' | 'nl' => (req.query('lang') === 'nl' ? 'nl' : 'en');

const refuse = (status: Status, message: string): never => {
  throw new HTTPException(status, { message });
};

const refusal = (context: Context, status: Status, text: string): Response =>
  context.json({ failure: { title: 'Koers', text } }, status);

/** Another site that points its name at this machine must not reach the workbook. */
function refuseForeigners(context: Context): void {
  const [host, origin] = [context.req.header('host'), context.req.header('origin')];
  if (!LOOPBACK.test(host ?? '')) refuse(403, 'This page is served to this machine only.');
  if (origin !== undefined && origin !== `http://${host}`) {
    refuse(403, 'Requests from other sites are refused.');
  }
}

/** More levels than any request of the page has; a script that gets them runs out of stack. */
const MOST_LEVELS = 20;

function isTooDeep(body: unknown): boolean {
  let level = [body];
  for (let depth = 0; depth <= MOST_LEVELS; depth += 1) {
    level = level.flatMap((own) => (typeof own === 'object' ? Object.values(own ?? {}) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** The body as this kind of request; anything else is the sender's mistake. */
async function readBody<T>(context: Context, schema: GenericSchema<unknown, T>): Promise<T> {
  // A foreign page can post a form here, but not JSON without asking first.
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\b/.test(type)) refuse(415, 'JSON is expected.');
  const body: unknown = await context.req.json().catch(() => refuse(400, 'It is not JSON.'));
  if (isTooDeep(body)) refuse(400, `A request is ${MOST_LEVELS} levels deep at most.`);
  // To valibot a list without members is an object without any.
  if (Array.isArray(body)) refuse(400, 'An object is expected.');
  const { success, output, issues } = safeParse(schema, body);
  return success ? output : refuse(400, whatDoesNotFit(issues));
}

function answerFailure(error: unknown, context: Context): Response {
  // What is left of a refused request is not read, so its connection cannot serve another.
  context.header('Connection', 'close');
  if (error instanceof HTTPException) return refusal(context, error.status, error.message);
  console.error(`${context.req.method} ${context.req.path} failed inside the preview: ${error}`);
  // NODE_DEBUG=koers shows where.
  debuglog('koers')('%s', error instanceof Error ? error.stack : '');
  return refusal(context, 500, 'The preview itself failed; its log has more.');
}

function sendEvents(host: PreviewHost, context: Context): Response {
  return streamSSE(context, async (stream) => {
    const send = () => stream.writeSSE({ data: 'changed' });
    const stop = host.subscribe(send);
    const beat = setInterval(() => stream.write(': still here\n\n'), BEAT_MILLISECONDS);
    await send();
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    stop();
    clearInterval(beat);
  });
}

/** What the connector cannot answer is told where its data would have been. */
async function answer(host: PreviewHost, context: Context, work: () => unknown) {
  try {
    return context.json((await work()) ?? {});
  } catch (error) {
    return context.json({ failure: surfaceError(error, await host.studio.isAdmin()) });
  }
}

function addPage(app: Hono, host: PreviewHost, pageFolder: string): void {
  for (const { path, file, type } of PAGE_FILES) {
    app.get(path, (context) =>
      context.body(readFileSync(`${pageFolder}/${file}`), 200, { 'Content-Type': type }),
    );
  }
  app.get('/api/state', (context) => context.json(host.state(languageOf(context))));
  app.get('/api/tab', (context) =>
    context.json(
      host.tab(context.req.query('title') ?? '') ?? refuse(404, 'The workbook has no such tab.'),
    ),
  );
  app.get('/copy.xlsx', (context) => {
    const bytes = host.copy() ?? refuse(404, 'There is no workbook to save.');
    return context.body(new Uint8Array(bytes), 200, { 'Content-Type': XLSX_TYPE });
  });
  app.get('/api/events', (context) => sendEvents(host, context));
}

/** With what Google puts into every page of a script: google.script.run. */
const asServed = (page: string, project: ScriptCall['project']): string =>
  `<script src="/script-run.js" data-project="${project}"></script>${page}`;

function addScriptPages(app: Hono, host: PreviewHost): void {
  app.get('/script/board', (context) => {
    const language = languageOf(context);
    host.speak(language);
    return context.html(asServed(host.sheetBoard(language), 'sheet'));
  });
  app.get('/script/web-app', (context) => {
    host.speak(languageOf(context));
    return context.html(asServed(host.webApp(context.req.query()), 'connector'));
  });
  app.get('/script/begin', (context) => {
    host.speak(languageOf(context));
    return context.html(asServed(host.beginPage(), 'sheet'));
  });
  app.get('/script/shown/:at', (context) => {
    const page = host.shownPage(Number(context.req.param('at')));
    return context.html(asServed(page ?? refuse(404, 'No such page was shown.'), 'sheet'));
  });
  // A mail as it is: nothing is put into it.
  app.get('/script/mail/:at', (context) =>
    context.html(host.mail(Number(context.req.param('at'))) ?? refuse(404, 'No such mail.')),
  );
}

function addQuestions(app: Hono, host: PreviewHost): void {
  const { studio } = host;
  const question = <T extends { readonly language?: string }>(
    path: string,
    schema: GenericSchema<unknown, T>,
    work: (request: T) => unknown,
  ) =>
    app.post(path, async (context) => {
      const request = await readBody(context, schema);
      if (request.language !== undefined) host.speak(request.language);
      return answer(host, context, () => work(request));
    });
  app.use('/api/*', bodyLimit({ maxSize: MOST_BODY_BYTES, onError: () => refuse(413, TOO_LARGE) }));
  question('/api/config', configRequest, studio.config);
  question('/api/schema', sourceRequest, studio.schema);
  question('/api/query', queryRequest, studio.query);
  question('/api/refresh', refreshRequest, () => studio.refresh());
  question(
    '/api/run',
    runRequest,
    (request) => host.run(request) ?? refuse(404, 'The script has no such menu entry or trigger.'),
  );
  question('/api/type', typeRequest, (request) => {
    if (!host.type(request)) refuse(404, 'The workbook has no such tab to type in.');
  });
  question('/api/call', scriptCall, host.callScript);
}

/** The page's server; `pageFolder` holds its files. */
export function createPageServer(host: PreviewHost, pageFolder: string): Server {
  const app = new Hono();
  app.onError(answerFailure);
  app.notFound((context) => refusal(context, 404, 'There is nothing here.'));
  const headers = (contentSecurityPolicy: typeof POLICY) =>
    secureHeaders({ contentSecurityPolicy, strictTransportSecurity: false });
  const own = headers(POLICY);
  const ofScript = headers(scriptPolicy(host.boardPage));
  const ofMail = secureHeaders({
    contentSecurityPolicy: { ...POLICY, ...MAIL_POLICY },
    strictTransportSecurity: false,
    // A frame without rights has no origin that could be kept apart.
    originAgentCluster: false,
  });
  app.use((context, next) => {
    const { path } = context.req;
    if (path.startsWith('/script/mail/')) return ofMail(context, next);
    return (path.startsWith('/script/') ? ofScript : own)(context, next);
  });
  app.use(compress());
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) =>
        refusal(context, 405, `Only ${methods.join(', ')} is answered here.`),
    }),
  );
  app.use(async (context, next) => {
    context.header('Cache-Control', 'no-store');
    refuseForeigners(context);
    await next();
  });
  addPage(app, host, pageFolder);
  addScriptPages(app, host);
  addQuestions(app, host);
  // SAFETY: no options for another protocol are given, so it is a server of node:http.
  return createAdaptorServer({ fetch: app.fetch }) as Server;
}
