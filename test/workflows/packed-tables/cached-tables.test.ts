import {
  findPacked,
  keepPacked,
  type TableKey,
} from '../../../src/workflows/packed-tables/cached-tables.ts';
import { memoryCache } from '../memory-ports.ts';

const KEY: TableKey = {
  fileId: 'file',
  table: 'timeline',
  options: 'nl|now|month',
  moment: '1771142400000',
};

/** Of 2.5 entries. */
const PACKED = 'abcdefghij'.repeat(25_000);

function filledCache() {
  const cache = memoryCache();
  keepPacked(cache, [[KEY, PACKED]], 600);
  return cache;
}

describe('a packed table in the cache', () => {
  it('is found whole, in one look', () => {
    const cache = filledCache();
    expect(findPacked(cache, KEY)).toBe(PACKED);
    expect(cache.calls).toEqual(['putAll', 'getAll']);
    expect(cache.entries.size).toBe(4);
  });

  it('is no answer to another wish', () => {
    const cache = filledCache();
    expect(findPacked(cache, { ...KEY, moment: '1771142400001' })).toBeNull();
    expect(findPacked(cache, { ...KEY, options: 'en|now|month' })).toBeNull();
  });

  it('is missed when any entry of it was evicted', () => {
    for (const gone of filledCache().entries.keys()) {
      const cache = filledCache();
      cache.entries.delete(gone);
      expect([gone, findPacked(cache, KEY)]).toEqual([gone, null]);
    }
  });

  it('is missed when one letter of any entry changed, or its end is gone', () => {
    for (const [key, text] of filledCache().entries) {
      for (const damaged of [`${text.slice(0, -1)}~`, text.slice(0, -1), '']) {
        const cache = filledCache();
        cache.entries.set(key, damaged);
        expect([key, findPacked(cache, KEY)]).toEqual([key, null]);
      }
    }
  });

  it('of more than twenty entries is left out, beside one that fits', () => {
    const cache = memoryCache();
    const large: TableKey = { ...KEY, table: 'kpis' };
    keepPacked(
      cache,
      [
        [large, 'x'.repeat(2_000_001)],
        [KEY, PACKED],
      ],
      600,
    );
    expect(findPacked(cache, large) === null).toBe(true);
    expect(findPacked(cache, KEY)).toBe(PACKED);
  });
});
