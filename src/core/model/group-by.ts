/** Items by key, each list in the order of `compare`; those without a key are left out. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
  compare: (a: Item, b: Item) => number = () => 0,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = key === null ? undefined : groups.get(key);
    if (list !== undefined) list.push(item);
    else if (key !== null) groups.set(key, [item]);
  }
  for (const list of groups.values()) list.sort(compare);
  return groups;
}
