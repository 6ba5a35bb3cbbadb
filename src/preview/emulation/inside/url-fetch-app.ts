import { bytesOfBase64 } from './bytes.ts';
import { type Emulates, emulatedObject, emulatedService } from './emulated-object.ts';
import {
  callHost,
  checkArguments,
  notEmulated,
  platformError,
  requireScope,
} from './host-bridge.ts';
import { base64OfText, blobArgument, newBlob } from './utilities-blob.ts';

type UrlFetchAppApi = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type HttpResponseApi = GoogleAppsScript.URL_Fetch.HTTPResponse;

interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly payload?: string;
  readonly muteHttpExceptions: boolean;
  readonly followRedirects: boolean;
}

interface Response {
  readonly url: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const FORM = 'application/x-www-form-urlencoded';
const DEFAULTS_ONLY = ['validateHttpsCertificates', 'escaping'];

/** [documented] An object is sent as a form. */
function payloadText(payload: unknown): string | undefined {
  if (payload === undefined || payload === null) return undefined;
  if (typeof payload !== 'object') return String(payload);
  if (typeof Reflect.get(payload, 'getBytes') === 'function') {
    const { base64 } = blobArgument('UrlFetchApp.fetch', [payload]);
    return callHost<string>('utilities.decodeText', base64, 'UTF-8');
  }
  return Object.entries(payload)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

const isPlain = (payload: unknown) =>
  typeof payload !== 'object' || payload === null || !('getBytes' in payload);

function methodOf(options: object, payload: string | undefined): string {
  const named: unknown = Reflect.get(options, 'method');
  // [assumed] A payload without a method is posted.
  if (named === undefined) return payload === undefined ? 'get' : 'post';
  const method = String(named).toLowerCase();
  // [seen]
  if (!METHODS.includes(method)) {
    throw platformError('Attribute provided with invalid value: method');
  }
  return method;
}

function headersOf(options: object, method: string, payload: string | undefined) {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(Reflect.get(options, 'headers') ?? {})) {
    headers[name] = String(value);
  }
  const contentType: unknown = Reflect.get(options, 'contentType');
  if (contentType !== undefined) headers['Content-Type'] = String(contentType);
  else if (payload !== undefined && method !== 'get') headers['Content-Type'] ??= FORM;
  return headers;
}

function requestOf(url: unknown, params: unknown): Request {
  const options = typeof params === 'object' && params !== null ? params : {};
  for (const name of DEFAULTS_ONLY) {
    if (Reflect.get(options, name) === false) throw notEmulated(`UrlFetchApp without ${name}`);
  }
  const raw: unknown = Reflect.get(options, 'payload');
  const payload = payloadText(raw);
  const method = methodOf(options, payload);
  return {
    url: String(url),
    method,
    headers: headersOf(options, method, isPlain(raw) ? payload : undefined),
    ...(payload !== undefined && { payload }),
    muteHttpExceptions: Reflect.get(options, 'muteHttpExceptions') === true,
    followRedirects: Reflect.get(options, 'followRedirects') !== false,
  };
}

/** [recorded live] Without the character set. */
const typeOf = (headers: Response['headers']): string | null =>
  headers['Content-Type']?.split(';')[0]?.trim() ?? null;

/** [recorded live] A blob that was fetched has a name; [assumed] the last part of its address. */
const nameOf = (url: string): string =>
  url
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/[^/]*/, '')
    .split('/')
    .pop() || 'index';

const RESPONSE = {
  getResponseCode: ({ status }) => status,
  getContentText: ({ body }) => body,
  getContent: ({ body }) => bytesOfBase64(base64OfText(body)) ?? [],
  getHeaders: ({ headers }) => ({ ...headers }),
  getAllHeaders: ({ headers }) => ({ ...headers }),
  getBlob: ({ body, headers, url }) => newBlob(base64OfText(body), typeOf(headers), nameOf(url)),
  // [recorded live] Google's own samples parse a response as if it were its text.
  toString: ({ body }: Response) => body,
  valueOf: ({ body }: Response) => body,
} satisfies Emulates<HttpResponseApi, Response> & { toString: unknown; valueOf: unknown };

function send(method: string, requests: readonly Request[]): unknown[] {
  requireScope(method, ['script.external_request']);
  const responses = callHost<Response[]>('urlFetch.send', requests);
  return responses.map((response) =>
    emulatedObject('UrlFetchApp.HTTPResponse', RESPONSE, response),
  );
}

function requestArgument(request: unknown): Request {
  if (typeof request === 'string') return requestOf(request, {});
  const url: unknown = Reflect.get(Object(request), 'url');
  // [seen]
  if (url === undefined) throw platformError('Attribute provided with no value: url');
  return requestOf(url, request);
}

const SERVICE = {
  fetch(...args: unknown[]) {
    checkArguments('UrlFetchApp.fetch', args, ['string'], ['string', 'object']);
    return send('UrlFetchApp.fetch', [requestOf(args[0], args[1])])[0];
  },
  /** [recorded live] One failure without muteHttpExceptions fails the whole batch. */
  fetchAll(...args: unknown[]) {
    checkArguments('UrlFetchApp.fetchAll', args, ['array']);
    const requests = Array.isArray(args[0]) ? args[0].map(requestArgument) : [];
    return send('UrlFetchApp.fetchAll', requests);
  },
} satisfies Emulates<UrlFetchAppApi, undefined>;

export function installUrlFetchApp(globals: Record<string, unknown>): void {
  globals.UrlFetchApp = emulatedService('UrlFetchApp', SERVICE);
}
