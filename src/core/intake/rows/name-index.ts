import type { Columns, TabId } from '../../layout/tab-layout.ts';
import { BLANK, bad, type CellReading, read } from '../cell/cell-reading.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { type NearestName, nearestName } from './nearest-name.ts';
import type { ReferenceColumn, TabRow } from './tab-row.ts';

/** Rows of one tab, found by id or by name. */
export interface NameIndex<T> {
  readonly tab: TabId;
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
    tab,
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
 * What a reference cell means: blank, one row, or bad when it is unknown or the name of several
 * rows among which `choose` finds not exactly one.
 */
export function readReference<Of extends Columns, T>(
  row: TabRow<Of>,
  column: ReferenceColumn<Of>,
  index: NameIndex<T>,
  choose: (item: T) => boolean = () => true,
): CellReading<T> {
  const received = row.text(column);
  if (received === '') return BLANK;
  const found = index.find(received);
  const chosen = found.length > 1 ? found.filter(choose) : found;
  if (chosen.length === 1) return read(chosen[0]);
  return found.length > 1
    ? bad('E_REFERENCE_AMBIGUOUS', { received })
    : unknownReference(received, index.nearest, index.tab);
}

/** @param tabs where the name could have stood */
export const unknownReference = (received: string, nearest: NearestName, ...tabs: TabId[]) =>
  bad('E_REFERENCE', { received, suggestion: { nearest: nearest(received) }, tabs: { tabs } });
