import { type FormulaNode, measuresIn } from './formula.ts';

/** Rows that refer to each other, followed to the end. */
export interface ReferenceChains<T> {
  /** Every item after all that it refers to, as far as there is no circle. */
  readonly inOrder: readonly T[];
  /** The way around from each item that reaches itself: a → b → a. Not of what leads into a circle. */
  readonly circleOf: ReadonlyMap<T, string>;
}

/** Names before and after the middle of a way around, which is left out when it is longer. */
const NAMES_AT_EACH_END = 4;

interface Visit<T> {
  readonly item: T;
  readonly references: readonly T[];
  next: number;
  /** What stands from here on in the path is in a circle with it; its own place without one. */
  circleFrom: number;
}

/** Depth first without recursion, each reference once: a chain may be as long as the tab. */
export function followReferences<T extends { readonly name: string }>(
  items: readonly T[],
  referencesOf: (item: T) => readonly T[],
): ReferenceChains<T> {
  const inOrder: T[] = [];
  const circleOf = new Map<T, string>();
  const placeOf = new Map<T, number>();
  const settled = new Set<T>();
  const path: Visit<T>[] = [];
  const enter = (item: T) => {
    placeOf.set(item, path.length);
    path.push({ item, references: referencesOf(item), next: 0, circleFrom: path.length });
  };
  const leave = ({ item }: Visit<T>) => {
    placeOf.delete(item);
    settled.add(item);
    inOrder.push(item);
    path.pop();
  };
  for (const start of items) {
    if (!settled.has(start)) enter(start);
    while (path.length > 0) {
      const visit = path[path.length - 1];
      if (visit.next === visit.references.length) {
        leave(visit);
        continue;
      }
      const item = visit.references[visit.next++];
      const place = placeOf.get(item);
      if (place !== undefined) noteCircle(path, place, circleOf);
      else if (!settled.has(item)) enter(item);
    }
  }
  return { inOrder, circleOf };
}

/** Notes those from a place in the path on that are in no circle yet, and passes over the others. */
function noteCircle<T extends { readonly name: string }>(
  path: readonly Visit<T>[],
  first: number,
  circleOf: Map<T, string>,
): void {
  const length = path.length - first;
  let at = path.length - 1;
  while (at >= first) {
    const visit = path[at];
    const { item, circleFrom } = visit;
    visit.circleFrom = Math.min(first, circleFrom);
    if (!circleOf.has(item)) circleOf.set(item, wayAround(path, first, at - first, length));
    at = Math.min(at, circleFrom) - 1;
  }
}

function wayAround<T extends { readonly name: string }>(
  path: readonly Visit<T>[],
  first: number,
  start: number,
  length: number,
): string {
  const nameAt = (step: number): string => path[first + ((start + step) % length)].item.name;
  const names = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, i) => nameAt(from + i));
  const count = length + 1;
  const isShort = count <= 2 * NAMES_AT_EACH_END;
  const shown = isShort
    ? names(0, count)
    : [...names(0, NAMES_AT_EACH_END), '…', ...names(count - NAMES_AT_EACH_END, count)];
  return shown.join(' → ');
}

/** What a measure rests on, itself included: each once, and after all that its own formula names. */
export function restsOn<T extends { readonly name: string; readonly formula: FormulaNode | null }>(
  measure: T,
  measureById: ReadonlyMap<string, T>,
): readonly T[] {
  return followReferences([measure], ({ formula }) =>
    formula === null ? [] : measuresIn(formula).flatMap((id) => measureById.get(id) ?? []),
  ).inOrder;
}
