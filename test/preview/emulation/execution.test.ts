import { createAccount } from '../../../src/preview/emulation/host/account.ts';
import { runFunction } from '../../../src/preview/emulation/host/execution.ts';
import {
  emulatorText,
  errorOf,
  resultOf,
  runScript,
  testManifest,
} from '../../support/emulated-script.ts';

const account = () => createAccount({ owner: 'owner@koers.example' });

const BARE = { emulator: emulatorText(), project: 'sheet', manifest: testManifest } as const;

describe('an execution', () => {
  test('hands over the result of the function, in the time zone of the manifest', () => {
    const hour = 'return [new Date(2026, 0, 1).getTimezoneOffset(), ...args]';
    expect(resultOf(account(), hour, { args: [3, 'x'] })).toEqual([300, 3, 'x']);
    const manifest = { ...testManifest, timeZone: 'Pacific/Auckland' };
    expect(resultOf(account(), hour, { manifest })).toEqual([-780]);
  });

  test('makes Dates and Arrays that the script recognises as its own', () => {
    expect(
      resultOf(
        account(),
        'return [new Date() instanceof Date, args instanceof Array, Date() + ""]',
      ),
    ).toEqual([true, true, 'Thu Jan 15 2026 04:30:00 GMT-0500 (Eastern Standard Time)']);
  });

  test('lacks every name that Apps Script lacks, and the door to the host', () => {
    const names = [
      'setTimeout',
      'setInterval',
      'TextEncoder',
      'fetch',
      'FormData',
      'Blob',
      'URL',
      'URLSearchParams',
      'DOMException',
      'atob',
      'btoa',
      'crypto',
      'window',
      'navigator',
      'performance',
      'process',
      'structuredClone',
      'queueMicrotask',
      'AbortController',
      'Buffer',
      'require',
      'module',
      'global',
      '__emulation_host__',
      '__emulation_invoke__',
    ];
    const body = 'return args.filter((name) => name in globalThis)';
    expect(resultOf(account(), body, { args: names })).toEqual([]);
  });

  test('keeps nothing from the one before', () => {
    const same = account();
    const body = 'globalThis.seen = (globalThis.seen || 0) + 1; return globalThis.seen';
    expect([resultOf(same, body), resultOf(same, body)]).toEqual([1, 1]);
  });

  test.each([
    ...['missing', 'private_', '1x', 'a.b'],
    ...['eval', 'Function', 'constructor', 'toString', '__proto__', 'SpreadsheetApp'],
  ])('does not find a function %s', (functionName) => {
    const call = { ...BARE, code: 'function private_() {}', functionName };
    expect(runFunction(account(), call).error?.message).toBe(
      `Script function not found: ${functionName}`,
    );
  });

  test('finds functions that are declared as constants', () => {
    const call = { ...BARE, code: 'const f = (a) => a + 1', functionName: 'f', args: [41] };
    expect(runFunction(account(), { ...call, trigger: 'page' }).result).toBe(42);
  });

  test('waits for a promise', () => {
    const body = 'return Promise.resolve(6).then((six) => six * 7)';
    expect(resultOf(account(), body)).toBe(42);
    expect(errorOf(account(), 'return Promise.reject(new RangeError("far"))')).toBe(
      'RangeError: far',
    );
  });

  test.each([
    ['({ rows: [{ values: [1, undefined] }] })', 'result.rows.0.values.1 is undefined'],
    ['({ a: 0 / 0 })', 'result.a is NaN'],
    ['[new Date(0)]', 'result.0 is a Date'],
    ['({ f: () => 1 })', 'result.f is function'],
    ['undefined', 'result is undefined'],
  ])('refuses to hand %s to Data Studio', (value, reason) => {
    expect(errorOf(account(), `return ${value}`, { trigger: 'datastudio' })).toContain(reason);
  });

  test('ends an endless loop of a simple trigger', () => {
    const slow = account();
    slow.beforeCall = () => slow.clock.advance(31_000);
    const body = 'try { SpreadsheetApp.flush() } catch (e) {} return 1';
    expect(errorOf(slow, body, { trigger: 'simple' })).toBe(
      'Exception: Exceeded maximum execution time',
    );
  });

  test('names what it does not emulate', () => {
    expect(errorOf(account(), 'return SpreadsheetApp.enableBigQueryExecution()')).toBe(
      'NotEmulatedError: SpreadsheetApp.enableBigQueryExecution is not emulated',
    );
  });

  test('reports the line of the script in the stack of an error', () => {
    expect(runScript(account(), 'null.x').error?.stack).toContain('Code.gs:2');
  });
});
