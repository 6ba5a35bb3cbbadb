import { asEvent } from './edit-event.ts';
import { classNameOf } from './emulated-object.ts';
import { callHost } from './host-bridge.ts';

/** How the host finds the way in; removed again before the script's function runs. */
const INVOKE_NAME = '__emulation_invoke__';

type Outcome = { readonly result: unknown } | { readonly error: DescribedError };

interface DescribedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly details?: unknown;
}

interface Unfit {
  readonly at: string;
  readonly what: string;
}

function unfitKind(value: unknown): string | null {
  if (typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : String(value);
  const className = classNameOf(value);
  if (className !== null) return `a ${className} object (an unbuilt builder?)`;
  if (value instanceof Date) return 'a Date';
  if (['undefined', 'function', 'symbol', 'bigint'].includes(typeof value)) return typeof value;
  return null;
}

/** Whether JSON would lose or change nothing: asked of whole tables, so no place is kept in mind. */
function isFit(value: unknown): boolean {
  if (typeof value === 'string' || value === null) return true;
  if (unfitKind(value) !== null) return false;
  if (typeof value !== 'object') return true;
  return Array.isArray(value) ? value.every(isFit) : Object.values(value).every(isFit);
}

/** The first place in a value that JSON would silently lose or change. */
function firstUnfit(value: unknown, at: string): Unfit | null {
  const what = unfitKind(value);
  if (what !== null) return { at, what };
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const unfit = firstUnfit(member, `${at}.${key}`);
    if (unfit !== null) return unfit;
  }
  return null;
}

/**
 * What the host asked to do with a result: hand over exactly, to a page, as the page of a web app,
 * or leave it (menu, trigger).
 */
type ResultRule = 'exact' | 'page' | 'web_app' | 'ignored';

function describedError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  const { name, message, stack = '' } = error;
  return { name, message, stack, details: Reflect.get(error, 'details') };
}

/** [seen] The sentences: a web app answers with an output of HtmlService, and nothing else. */
function servedPage(result: unknown): Outcome {
  const fail = (message: string) => ({ error: { name: 'Error', message, stack: '' } });
  if (result === undefined || result === null) {
    return fail('The script completed but did not return anything.');
  }
  if (classNameOf(result) !== 'HtmlService.HtmlOutput') {
    return fail('The script completed but the returned value is not a supported return type.');
  }
  // SAFETY: an object of this class answers these.
  const page = result as GoogleAppsScript.HTML.HtmlOutput;
  const metaTags = page.getMetaTags().map((tag) => [tag.getName(), tag.getContent()]);
  return { result: { content: page.getContent(), title: page.getTitle(), metaTags } };
}

function handOver(result: unknown, rule: ResultRule): Outcome {
  if (rule === 'web_app') return servedPage(result);
  if (rule === 'ignored') return { result: null };
  // [documented] google.script.run: a page gets null for undefined; Dates fail, nested too.
  const value = rule === 'page' && result === undefined ? null : result;
  if (isFit(value)) return { result: value };
  const unfit = firstUnfit(value, 'result');
  if (unfit === null) return { result: value };
  const message = `The function's ${unfit.at} is ${unfit.what}, which does not leave the script as it is.`;
  return { error: { name: 'UnfitResultError', message, stack: '' } };
}

function settle(value: unknown, rule: ResultRule): void {
  callHost('execution.finish', handOver(value, rule));
}

function settleLater(promise: Promise<unknown>, rule: ResultRule): void {
  promise.then(
    (result) => settle(result, rule),
    (error) => callHost('execution.finish', { error: describedError(error) }),
  );
}

/** [documented] Microtasks run after the call stack; a promise's value is what Google hands over. */
function start(fn: unknown, argumentsAsJson: string, rule: ResultRule): void {
  try {
    // SAFETY: the host has looked the name up and refuses what is not a function.
    const value = (fn as (...args: unknown[]) => unknown)(
      ...JSON.parse(argumentsAsJson).map(asEvent),
    );
    if (value instanceof Promise) settleLater(value, rule);
    else settle(value, rule);
  } catch (error) {
    callHost('execution.finish', { error: describedError(error) });
  }
}

export function installInvocation(globals: Record<string, unknown>): void {
  Object.defineProperty(globals, INVOKE_NAME, {
    configurable: true,
    value: (fn: unknown, argumentsAsJson: string, rule: ResultRule) => {
      Reflect.deleteProperty(globals, INVOKE_NAME);
      start(fn, argumentsAsJson, rule);
    },
  });
}
