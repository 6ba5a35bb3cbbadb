import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { randomEviction } from '../../../src/preview/emulation/host/cache-host.ts';
import { errorOf, resultOf } from '../../support/emulated-script.ts';

const account = (): EmulatedAccount =>
  createAccount({ owner: 'anna@example.com', boundWorkbookId: 'w1' });

const CACHE = 'const cache = CacheService.getScriptCache();';
const MINUTE = 60_000;

describe('the cache', () => {
  it('answers null for what is not there and leaves it out of getAll', () => {
    const script = `${CACHE}
      const answer = cache.put('a', 'A');
      cache.putAll({ b: 'B', c: 'C' }, 30);
      const removed = [cache.remove('b'), cache.removeAll(['d'])];
      return [removed, answer, cache.get('a'), cache.get('b'), cache.getAll(['a', 'b', 'c'])];`;
    expect(resultOf(account(), script)).toEqual([
      [null, null],
      null,
      'A',
      null,
      { a: 'A', c: 'C' },
    ]);
  });

  it('makes text of every value', () => {
    const script = `${CACHE}
      cache.put('object', {}); cache.put('null', null); cache.put('zero', 0);
      return ['object', 'null', 'zero'].map((key) => cache.get(key));`;
    expect(resultOf(account(), script)).toEqual(['[object Object]', 'null', '0']);
  });

  it.each(['null', "''"])('refuses %s as a key', (key) => {
    expect(errorOf(account(), `${CACHE} cache.put(${key}, 'x');`)).toBe(
      'Exception: Invalid argument: key',
    );
  });

  it('takes a key of 250 characters and not of 251', () => {
    const put = (length: number) => `${CACHE} cache.put('k'.repeat(${length}), 'x'); return 'put';`;
    expect(resultOf(account(), put(250))).toBe('put');
    expect(errorOf(account(), put(251))).toBe('Exception: Argument too large: key');
  });

  it('takes 102 400 bytes and not one more, however few characters they are', () => {
    const put = (value: string) => `${CACHE} cache.put('k', ${value}); return 'put';`;
    expect(resultOf(account(), put(`'é'.repeat(51200)`))).toBe('put');
    expect(errorOf(account(), put(`'é'.repeat(51200) + 'x'`))).toBe(
      'Exception: Argument too large: value',
    );
  });

  it('keeps a value for ten minutes, or for as long as told', () => {
    const one = account();
    resultOf(one, `${CACHE} cache.put('default', '1'); cache.put('short', '2', 60);`);
    const read = `${CACHE} return [cache.get('default'), cache.get('short')];`;
    one.clock.advance(MINUTE - 1);
    expect(resultOf(one, read)).toEqual(['1', '2']);
    one.clock.advance(1);
    expect(resultOf(one, read)).toEqual(['1', null]);
    one.clock.advance(9 * MINUTE);
    expect(resultOf(one, read)).toEqual([null, null]);
  });

  it('stores a value with a negative time too, and refuses more than six hours', () => {
    expect(resultOf(account(), `${CACHE} cache.put('k', 'kept', -5); return cache.get('k');`)).toBe(
      'kept',
    );
    expect(errorOf(account(), `${CACHE} cache.put('k', 'x', 21601);`)).toMatch(/too large/);
  });

  it('past a thousand items drops those written first, read or not', () => {
    const script = `${CACHE}
      for (let i = 0; i < 1000; i += 1) cache.put('k' + i, 'v');
      const before = cache.get('k0');
      cache.put('k1000', 'v');
      return [before, 'k0', 'k100', 'k101', 'k1000'].map((key, at) => at === 0 ? key : cache.get(key));`;
    expect(resultOf(account(), script)).toEqual(['v', null, null, 'v', 'v']);
  });

  it('of a user serves nobody else', () => {
    const one = account();
    resultOf(one, `CacheService.getUserCache().put('rows', 'of Anna');`);
    const read = `return CacheService.getUserCache().get('rows');`;
    expect(resultOf(one, read)).toBe('of Anna');
    expect(resultOf(one, read, { asUser: 'bram@example.com' })).toBeNull();
  });

  it('of the document exists only in a bound project', () => {
    const read = 'return CacheService.getDocumentCache() === null;';
    expect(resultOf(account(), read)).toBe(false);
    expect(resultOf(account(), read, { project: 'connector' })).toBe(true);
  });

  it('may lose what it likes before its time, the same entries for the same seed', () => {
    const kept = (seed: number) => {
      const one = account();
      one.evictsEarly = randomEviction(seed, 0.5);
      const script = `${CACHE}
        const keys = Array.from({ length: 200 }, (_, i) => 'k' + i);
        cache.putAll(Object.fromEntries(keys.map((key) => [key, 'v'])));
        return Object.keys(cache.getAll(keys));`;
      return resultOf(one, script);
    };
    const first = kept(7);
    expect(first).toEqual(kept(7));
    expect(first).not.toEqual(kept(8));
    expect(Array.isArray(first) && first.length > 60 && first.length < 140).toBe(true);
  });
});
