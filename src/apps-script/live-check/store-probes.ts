import { odd, type ProbeRoom } from './probe.ts';

const KEY = 'koers.check';

/** A question to the person's properties, which afterwards hold what they held before. */
function inProperties<T>(ask: (store: GoogleAppsScript.Properties.Properties) => T): T {
  const store = PropertiesService.getUserProperties();
  try {
    return ask(store);
  } finally {
    store.deleteProperty(KEY);
  }
}

const NINE_KILOBYTES = 9 * 1024;

export const PROPERTY_PROBES: ProbeRoom = {
  'properties.missing': () => inProperties((store) => store.getProperty(KEY)),
  'properties.number_becomes_text': () =>
    inProperties((store) => {
      store.setProperty(KEY, odd(25));
      return store.getProperty(KEY);
    }),
  'properties.nine_kilobytes': () =>
    inProperties((store) => {
      store.setProperty(KEY, 'x'.repeat(NINE_KILOBYTES));
      return store.getProperty(KEY)?.length;
    }),
  'properties.over_nine_kilobytes': () =>
    inProperties((store) => {
      store.setProperty(KEY, 'x'.repeat(NINE_KILOBYTES + 1024));
      return store.getProperty(KEY)?.length;
    }),
  'properties.of_the_document': () => PropertiesService.getDocumentProperties() !== null,
};

/** A question to the person's cache. */
function inCache<T>(ask: (cache: GoogleAppsScript.Cache.Cache) => T): T {
  const cache = CacheService.getUserCache();
  try {
    return ask(cache);
  } finally {
    cache.remove(KEY);
  }
}

/** What a value is when it comes back. */
const kept = (value: unknown, seconds = 60) =>
  inCache((cache) => {
    cache.put(KEY, odd(value), seconds);
    return cache.get(KEY);
  });

const LARGEST = 102_400;
const MOST_ITEMS = 1000;

/** Puts one entry too many and looks which are left. */
function pastThousand() {
  const cache = CacheService.getUserCache();
  const keys = Array.from({ length: MOST_ITEMS + 1 }, (_, number) => `${KEY}.${number}`);
  const entries = Object.fromEntries(keys.map((key) => [key, 'x']));
  try {
    cache.putAll(entries, 60);
    const left = Object.keys(cache.getAll(keys));
    return {
      left: left.length,
      hasFirst: left.includes(keys[0]),
      hasLast: left.includes(keys[MOST_ITEMS]),
    };
  } finally {
    cache.removeAll(keys);
  }
}

export const CACHE_PROBES: ProbeRoom = {
  'cache.missing': () => inCache((cache) => cache.get(KEY)),
  'cache.put_answers': () => inCache((cache) => cache.put(KEY, 'x', 60)),
  'cache.remove_answers': () => inCache((cache) => cache.remove(KEY)),
  'cache.object_becomes_text': () => kept({}),
  'cache.null_becomes_text': () => kept(null),
  'cache.largest_value': () => kept('x'.repeat(LARGEST))?.length,
  'cache.larger_value': () => kept('x'.repeat(LARGEST + 1))?.length,
  'cache.larger_value_in_bytes': () => kept('é'.repeat(LARGEST / 2 + 1))?.length,
  'cache.longest_key': () => inCache((cache) => cache.put('k'.repeat(250), 'x', 1)),
  'cache.longer_key': () => inCache((cache) => cache.put('k'.repeat(251), 'x', 1)),
  'cache.blank_key': () => inCache((cache) => cache.get('')),
  'cache.no_key': () => inCache((cache) => cache.get(odd(null))),
  'cache.negative_seconds': () => kept('x', -1),
  'cache.over_six_hours': () => kept('x', 21_601),
  'cache.get_all_leaves_out': () => inCache((cache) => cache.getAll([KEY, `${KEY}.2`])),
  'cache.past_thousand': pastThousand,
  'cache.of_the_document': () => CacheService.getDocumentCache() !== null,
};

/** A question to the person's lock, free before and after. */
function withLock<T>(ask: (lock: GoogleAppsScript.Lock.Lock) => T): T {
  const lock = LockService.getUserLock();
  try {
    return ask(lock);
  } finally {
    lock.releaseLock();
  }
}

export const LOCK_PROBES: ProbeRoom = {
  'lock.without_time': () => withLock((lock) => lock.tryLock(0)),
  'lock.twice': () => withLock((lock) => [lock.tryLock(10), lock.tryLock(10)]),
  'lock.negative_time': () => withLock((lock) => lock.tryLock(-1)),
  'lock.is_held': () => withLock((lock) => [lock.hasLock(), lock.tryLock(10), lock.hasLock()]),
  'lock.wait_answers': () => withLock((lock) => lock.waitLock(10)),
  'lock.is_released': () =>
    withLock((lock) => {
      lock.tryLock(10);
      return [lock.releaseLock(), lock.hasLock()];
    }),
  'lock.of_the_document': () => LockService.getDocumentLock() !== null,
};
