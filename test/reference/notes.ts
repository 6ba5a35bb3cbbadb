export type Comparable = string | number | boolean | null;

/** Relative from 1 on. */
const TOLERANCE = 1e-9;

/** Numbers to 1e-9; everything else exactly. */
export function isSame(expected: Comparable, got: Comparable): boolean {
  if (typeof expected !== 'number' || typeof got !== 'number') return expected === got;
  const size = Math.max(1, Math.abs(expected), Math.abs(got));
  return Math.abs(expected - got) <= TOLERANCE * size;
}

export type Note = (name: string, expected: Comparable, got: Comparable) => void;
