import { type FetchAnswer, type FetchRequest, PlatformError } from './account.ts';
import type { Execution } from './execution-state.ts';

interface MutableRequest extends FetchRequest {
  readonly muteHttpExceptions: boolean;
  readonly followRedirects: boolean;
}

interface Response {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** [documented] 2 082 characters of URL, 50 MB each way, 100 headers of 8 KB. */
const MAX_URL_CHARACTERS = 2_082;
const MAX_BYTES = 50 * 1024 * 1024;
const MAX_HEADERS = 100;
const MAX_HEADER_BYTES = 8 * 1024;
/** [assumed] How much of an answer the error quotes. */
const QUOTED_CHARACTERS = 200;

function prefixPattern(prefix: string): RegExp {
  const escaped = prefix.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace('://*\\.', '://[^/]+\\.').replace(/\*/g, '\\*')}`);
}

/** [documented] HTTPS prefixes with one wildcard for subdomains. [seen] The sentence. */
function refuseUnlisted({ manifest }: Execution, url: string): void {
  const list = manifest.urlFetchWhitelist;
  if (list === undefined || list.some((prefix) => prefixPattern(prefix).test(url))) return;
  throw new PlatformError(
    `Request to ${url} failed because the URL has not been whitelisted in the script manifest.`,
  );
}

/** [assumed] The sentences of payload and headers; [seen] the others. */
function refuseTooLarge({ url, payload, headers }: FetchRequest): void {
  if (url.length > MAX_URL_CHARACTERS) {
    throw new PlatformError('Limit Exceeded: URLFetch URL Length.');
  }
  if (payload !== undefined && Buffer.byteLength(payload) > MAX_BYTES) {
    throw new PlatformError('Limit Exceeded: URLFetch POST Size.');
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (
    lines.length > MAX_HEADERS ||
    lines.some((line) => Buffer.byteLength(line) > MAX_HEADER_BYTES)
  ) {
    throw new PlatformError('Limit Exceeded: URLFetch Header Size.');
  }
}

function answerOf(execution: Execution, request: FetchRequest): FetchAnswer {
  const { account } = execution;
  if (account.fetchQuota !== undefined) {
    if (account.fetchQuota <= 0) {
      // [seen]
      throw new PlatformError('Service invoked too many times for one day: urlfetch.');
    }
    account.fetchQuota -= 1;
  }
  // [seen] What a host that cannot be reached gives; here there is no network at all.
  if (account.answerRequest === undefined) {
    throw new PlatformError(`Address unavailable: ${request.url}`);
  }
  return account.answerRequest(request);
}

function sendOne(execution: Execution, request: MutableRequest): Response {
  const { muteHttpExceptions, followRedirects, ...sent } = request;
  if (!/^https?:\/\/[^/\s]+/.test(sent.url)) {
    // [seen]
    throw new PlatformError(`Invalid argument: ${sent.url}`);
  }
  refuseUnlisted(execution, sent.url);
  refuseTooLarge(sent);
  const { status, headers = {}, body } = answerOf(execution, sent);
  if (status >= 300 && status < 400 && followRedirects) {
    throw new PlatformError('Following a redirect is not emulated', 'NotEmulatedError');
  }
  if (status >= 400 && !muteHttpExceptions) {
    const { origin } = new URL(sent.url);
    const quoted = body.slice(0, QUOTED_CHARACTERS);
    // [seen]
    throw new PlatformError(
      `Request failed for ${origin} returned code ${status}. Truncated server response: ${quoted} ` +
        '(use muteHttpExceptions option to examine full response)',
    );
  }
  return { url: sent.url, status, headers, body };
}

export const urlFetchOperations = {
  send: (execution: Execution, requests: MutableRequest[]) =>
    requests.map((request) => sendOne(execution, request)),
};
