import { type Emulates, emulatedObject, emulatedService } from './emulated-object.ts';
import { callHost, checkArguments, platformError } from './host-bridge.ts';

type CacheApi = GoogleAppsScript.Cache.Cache;
type CacheServiceApi = GoogleAppsScript.Cache.CacheService;
type CacheName = 'script' | 'document' | 'user';

interface CacheStore {
  readonly name: CacheName;
}

const CLASS_NAME = 'CacheService.Cache';
const MAX_KEY_CHARACTERS = 250;

/** [recorded live] Null and '' are no keys; 250 characters at most. [assumed] The sentence for longer ones. */
function keyOf(value: unknown): string {
  if (value === null || value === undefined || value === '') {
    throw platformError('Invalid argument: key');
  }
  const key = String(value);
  if (key.length > MAX_KEY_CHARACTERS) throw platformError('Argument too large: key');
  return key;
}

const keysOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(keyOf) : []);

/** [recorded live] Anything becomes text: {} is "[object Object]", null is "null". */
const textOfValue = (value: unknown): string => String(value);

function putAll(
  store: CacheStore,
  entries: readonly (readonly [string, string])[],
  seconds: unknown,
): null {
  callHost('cache.putAll', store.name, entries, seconds ?? null);
  // [recorded live] put returns null.
  return null;
}

const MEMBERS = {
  get(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.get`, args, ['any']);
    const key = keyOf(args[0]);
    return callHost<Record<string, string>>('cache.getAll', store.name, [key])[key] ?? null;
  },
  getAll(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.getAll`, args, ['array']);
    return callHost<Record<string, string>>('cache.getAll', store.name, keysOf(args[0]));
  },
  put(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.put`, args, ['any', 'any'], ['any', 'any', 'number']);
    // SAFETY: the published type says void; live it is null.
    return putAll(store, [[keyOf(args[0]), textOfValue(args[1])]], args[2]) as unknown as undefined;
  },
  putAll(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.putAll`, args, ['object'], ['object', 'number']);
    const values = Object.entries(args[0] ?? {});
    const entries = values.map(([key, value]): [string, string] => [
      keyOf(key),
      textOfValue(value),
    ]);
    return putAll(store, entries, args[1]) as unknown as undefined;
  },
  remove(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.remove`, args, ['any']);
    callHost('cache.removeAll', store.name, [keyOf(args[0])]);
    // SAFETY: the published type says void; [recorded live] it is null.
    return null as unknown as undefined;
  },
  removeAll(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.removeAll`, args, ['array']);
    callHost('cache.removeAll', store.name, keysOf(args[0]));
    return null as unknown as undefined;
  },
} satisfies Required<Emulates<CacheApi, CacheStore>>;

const cache = (name: CacheName) => emulatedObject(CLASS_NAME, MEMBERS, { name });

/** [documented] No scope; a standalone project has no document cache. */
const SERVICE = {
  getScriptCache: () => cache('script'),
  getUserCache: () => cache('user'),
  getDocumentCache: () => (callHost<boolean>('cache.hasDocument') ? cache('document') : null),
} satisfies Required<Emulates<CacheServiceApi, undefined>>;

export function installCacheService(globals: Record<string, unknown>): void {
  globals.CacheService = emulatedService('CacheService', SERVICE);
}
