/** Worked out when it is first asked for, and never again. */
export function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/**
 * Gives a record a part that is worked out when somebody first asks for it. Otherwise it is a part
 * like any other: whoever copies, prints or compares the record asks for it.
 */
export const whenAsked = <Owner extends object, Key extends keyof Owner>(
  owner: Owner,
  key: Key,
  work: () => Owner[Key],
): Owner =>
  Object.defineProperty(owner, key, { configurable: true, enumerable: true, get: once(work) });
