import type { Columns, TabId } from '../../layout/tab-layout.ts';
import { groupBy } from '../../model/group-by.ts';
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
  // Made when the first reference asks: of many tabs no row does.
  const maps = () => ({
    byName: groupBy(items, ({ name }) => normaliseText(name)),
    byId: new Map(items.map((item) => [item.id, item])),
  });
  let known: ReturnType<typeof maps> | null = null;
  return {
    tab,
    nearest: nearestName(items.map(({ name }) => name)),
    find: (text) => {
      known ??= maps();
      const named = known.byName.get(normaliseText(text));
      if (named !== undefined) return named;
      const item = known.byId.get(text.trim().toLowerCase());
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
