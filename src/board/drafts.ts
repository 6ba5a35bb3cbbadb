/** Texts by their name, as a browser keeps them for as long as its tab is open. */
export type TextStore = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** Texts that were typed and not saved, by a key of their field. */
export interface Drafts {
  of(key: string): string | null;
  /** '' forgets it. */
  keep(key: string, text: string): void;
  /** Those of all fields whose key begins so. */
  forget(start: string): void;
}

/** Lasts as long as the page. */
export function pageStore(): TextStore {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (at) => [...texts.keys()][at] ?? null,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}

/** Drafts under a name, which nobody finds under another one. */
export function draftsIn(store: TextStore, name: string): Drafts {
  const nameOf = (key: string) => `${name} ${key}`;
  return {
    of: (key) => store.getItem(nameOf(key)),
    keep(key, text) {
      if (text === '') store.removeItem(nameOf(key));
      else store.setItem(nameOf(key), text);
    },
    forget(start) {
      const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
      for (const own of names) if (own.startsWith(nameOf(start))) store.removeItem(own);
    },
  };
}

/**
 * That of this browser tab: what is in it is there when the page is opened anew, goes with the tab
 * and leaves the browser never. A browser may refuse it to a page; then it lasts as long as the page.
 */
export function tabStore(): TextStore {
  try {
    return sessionStorage;
  } catch {
    return pageStore();
  }
}
