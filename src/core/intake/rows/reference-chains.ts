/**
 * For every item that reaches itself by following references, the way around: first item, …, first
 * item again. Items that merely lead into a circle are not in it.
 */
export function chainsInCircles<T>(
  items: readonly T[],
  referencesOf: (item: T) => readonly T[],
): Map<T, readonly T[]> {
  const circles = new Map<T, readonly T[]>();
  const settled = new Set<T>();
  for (const start of items) {
    if (settled.has(start)) continue;
    walk(start, referencesOf, settled, circles);
  }
  return circles;
}

/** Depth first without recursion: a chain may be as long as the tab. */
function walk<T>(
  start: T,
  referencesOf: (item: T) => readonly T[],
  settled: Set<T>,
  circles: Map<T, readonly T[]>,
): void {
  const path: { item: T; rest: T[] }[] = [{ item: start, rest: [...referencesOf(start)] }];
  while (path.length > 0) {
    const next = path[path.length - 1].rest.shift();
    if (next === undefined) {
      settled.add(path[path.length - 1].item);
      path.pop();
      continue;
    }
    const at = path.findIndex(({ item }) => item === next);
    if (at !== -1)
      noteCircle(
        path.slice(at).map(({ item }) => item),
        circles,
      );
    else if (!settled.has(next)) path.push({ item: next, rest: [...referencesOf(next)] });
  }
}

function noteCircle<T>(circle: readonly T[], circles: Map<T, readonly T[]>): void {
  circle.forEach((item, index) => {
    const around = [...circle.slice(index), ...circle.slice(0, index), item];
    if (!circles.has(item)) circles.set(item, around);
  });
}
