import { type CacheEntry, PlatformError } from './account.ts';
import type { Execution } from './execution-state.ts';

type CacheName = 'script' | 'document' | 'user';
type Cache = Map<string, CacheEntry>;

/** [recorded live] 102 400 bytes a value; at more than 1000 items the 900 written last stay. */
const MAX_VALUE_BYTES = 102_400;
const MAX_ITEMS = 1_000;
const ITEMS_AFTER_EVICTION = 900;

/** [documented] 10 minutes unless told otherwise, 6 hours at most. */
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;

function cacheOf({ project, user }: Execution, name: CacheName): Cache {
  if (name === 'script') return project.scriptCache;
  if (name === 'document') return project.documentCache;
  const known = project.userCaches.get(user);
  if (known !== undefined) return known;
  const created: Cache = new Map();
  project.userCaches.set(user, created);
  return created;
}

/** [assumed] More than six hours is refused, to find the mistake; live may shorten it. */
function lifetimeSeconds(seconds: number | null): number {
  if (seconds === null) return DEFAULT_SECONDS;
  if (seconds > MAX_SECONDS) {
    throw new PlatformError('Argument too large: expirationInSeconds');
  }
  // [recorded live] A negative time is stored all the same. [assumed] For the default time.
  return seconds <= 0 ? DEFAULT_SECONDS : seconds;
}

/** [recorded live] First written, first out; reading an item does not keep it. */
function evictOldest(cache: Cache): void {
  if (cache.size <= MAX_ITEMS) return;
  const surplus = cache.size - ITEMS_AFTER_EVICTION;
  for (const key of [...cache.keys()].slice(0, surplus)) cache.delete(key);
}

function putAll(
  execution: Execution,
  name: CacheName,
  entries: [string, string][],
  seconds: number | null,
): void {
  const cache = cacheOf(execution, name);
  const expiresAt = execution.account.clock.now() + lifetimeSeconds(seconds) * 1000;
  if (entries.some(([, value]) => Buffer.byteLength(value) > MAX_VALUE_BYTES)) {
    throw new PlatformError('Argument too large: value');
  }
  for (const [key, value] of entries) {
    cache.delete(key);
    cache.set(key, { value, expiresAt });
    evictOldest(cache);
  }
}

function getAll(execution: Execution, name: CacheName, keys: string[]): Record<string, string> {
  const { account } = execution;
  const cache = cacheOf(execution, name);
  const found: [string, string][] = [];
  for (const key of keys) {
    const entry = cache.get(key);
    if (entry === undefined) continue;
    const gone = entry.expiresAt <= account.clock.now() || account.evictsEarly?.(key) === true;
    if (gone) cache.delete(key);
    else found.push([key, entry.value]);
  }
  return Object.fromEntries(found);
}

/**
 * [documented] "Cached data may be removed before this time": an `evictsEarly` under which about
 * this share of the reads finds its entry gone, the same ones in every run with the same seed.
 */
export function randomEviction(seed: number, share: number): (key: string) => boolean {
  let state = seed >>> 0;
  return () => {
    // A linear congruential generator is random enough to lose entries and needs no machine's dice.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 < share;
  };
}

export const cacheOperations = {
  hasDocument: (execution: Execution) => execution.project.boundWorkbookId !== null,
  getAll,
  putAll,
  removeAll: (execution: Execution, name: CacheName, keys: string[]) => {
    const cache = cacheOf(execution, name);
    for (const key of keys) cache.delete(key);
  },
};
