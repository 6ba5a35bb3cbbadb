import type { TabId, Words } from './layout/layout-types.ts';
import { type NearestName, nearestName } from './nearest-name.ts';
import { normaliseText } from './normalise-text.ts';
import { tabLayout } from './sheet-layout.ts';
import type { TabRow } from './tab-row.ts';

/** Rows of one tab, found by id or by name. */
export interface NameIndex<T> {
  readonly tab: Words;
  readonly nearest: NearestName;
  /** None, one, or several of the same name. */
  find(text: string): readonly T[];
}

export function nameIndex<T extends { readonly id: string; readonly name: string }>(
  tab: TabId,
  items: readonly T[],
): NameIndex<T> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const byName = new Map<string, T[]>();
  for (const item of items) {
    const key = normaliseText(item.name);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [item]);
    else same.push(item);
  }
  return {
    tab: tabLayout(tab).name,
    nearest: nearestName(items.map(({ name }) => name)),
    find: (text) => {
      const named = byName.get(normaliseText(text));
      if (named !== undefined) return named;
      const item = byId.get(text.trim().toLowerCase());
      return item === undefined ? [] : [item];
    },
  };
}

/**
 * What a reference cell means; null for a blank one and, with an issue, for one that is unknown
 * or the name of several rows among which `choose` finds not exactly one.
 */
export function resolveReference<T>(
  row: TabRow,
  column: string,
  index: NameIndex<T>,
  choose: (item: T) => boolean = () => true,
): T | null {
  const text = row.text(column);
  if (text === '') return null;
  const found = index.find(text);
  const chosen = found.length > 1 ? found.filter(choose) : found;
  if (chosen.length === 1) return chosen[0];
  if (chosen.length > 1 || found.length > 1) {
    row.report('E_REFERENCE_AMBIGUOUS', { received: text }, column);
    return null;
  }
  row.reportProblem(unknownReference(text, index.nearest, index.tab), column);
  return null;
}

/** @param tabs where the name could have stood */
export const unknownReference = (received: string, nearest: NearestName, ...tabs: Words[]) =>
  ({
    code: 'E_REFERENCE',
    details: {
      received,
      suggestion: nearest(received),
      tabEn: tabs.map(({ en }) => en).join(' or '),
      tabNl: tabs.map(({ nl }) => nl).join(' of '),
    },
  }) as const;
