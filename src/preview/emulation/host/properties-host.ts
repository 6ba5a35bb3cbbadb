import { PlatformError } from './account.ts';
import type { Execution } from './execution-state.ts';

type StoreName = 'script' | 'document' | 'user';

/** [documented] 9 KB a value, 500 KB a store. */
const MAX_VALUE_BYTES = 9 * 1024;
const MAX_STORE_BYTES = 500 * 1024;

function storeOf({ project, user }: Execution, name: StoreName): Map<string, string> {
  if (name === 'script') return project.scriptProperties;
  if (name === 'document') return project.documentProperties;
  const known = project.userProperties.get(user);
  if (known !== undefined) return known;
  const created = new Map<string, string>();
  project.userProperties.set(user, created);
  return created;
}

function bytesOf(entries: Iterable<[string, string]>): number {
  let total = 0;
  for (const [key, value] of entries) total += Buffer.byteLength(key) + Buffer.byteLength(value);
  return total;
}

function setAll(
  execution: Execution,
  name: StoreName,
  entries: [string, string][],
  deleteOthers: boolean,
): void {
  const store = storeOf(execution, name);
  // [assumed] The sentence that the cache has for the same mistake.
  if (entries.some(([, value]) => Buffer.byteLength(value) > MAX_VALUE_BYTES)) {
    throw new PlatformError('Argument too large: value');
  }
  const next = new Map([...(deleteOthers ? [] : store), ...entries]);
  if (bytesOf(next) > MAX_STORE_BYTES) {
    // [seen]
    throw new PlatformError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
  store.clear();
  for (const [key, value] of next) store.set(key, value);
}

export const propertiesOperations = {
  hasDocument: (execution: Execution) => execution.project.boundWorkbookId !== null,
  get: (execution: Execution, name: StoreName, key: string) =>
    storeOf(execution, name).get(key) ?? null,
  getAll: (execution: Execution, name: StoreName) => Object.fromEntries(storeOf(execution, name)),
  setAll,
  delete: (execution: Execution, name: StoreName, key: string) => {
    storeOf(execution, name).delete(key);
  },
};
