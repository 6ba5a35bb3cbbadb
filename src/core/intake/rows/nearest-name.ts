import { normaliseText } from '../sheet/normalise-text.ts';

/** The nearest known name, when one is near. */
export type NearestName = (received: string) => string | null;

/** Beyond these, comparing costs more than the hint is worth. */
const LONGEST = 40;
const MOST_NAMES = 1000;
const MOST_ASKED = 100;

/** Normalises the names once, however many misspellings follow. */
export function nearestName(names: readonly string[]): NearestName {
  let byLength: Map<number, { key: string; name: string }[]> | null = null;
  let asked = 0;
  return (received) => {
    if (++asked > MOST_ASKED) return null;
    byLength ??= groupByLength(names);
    if (received.length > 2 * LONGEST) return null;
    const key = normaliseText(received);
    const most = key.length < 5 ? 1 : 2;
    for (let length = key.length - most; length <= key.length + most; length++) {
      for (const known of byLength.get(length) ?? []) {
        if (sharesAnEnd(key, known.key) && editDistance(key, known.key) <= most) return known.name;
      }
    }
    return null;
  };
}

function groupByLength(names: readonly string[]): Map<number, { key: string; name: string }[]> {
  const byLength = new Map<number, { key: string; name: string }[]>();
  for (const name of names.slice(0, MOST_NAMES)) {
    const key = name.length > 2 * LONGEST ? '' : normaliseText(name);
    if (key === '' || key.length > LONGEST) continue;
    const same = byLength.get(key.length);
    if (same === undefined) byLength.set(key.length, [{ key, name }]);
    else same.push({ key, name });
  }
  return byLength;
}

/** A slip of the finger leaves the first letter or the last one; and this is quick to see. */
const sharesAnEnd = (a: string, b: string): boolean =>
  a[0] === b[0] || a[a.length - 1] === b[b.length - 1];

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
