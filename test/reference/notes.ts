export type Comparable = string | number | boolean | null;

/** Numbers to 1e-9, relative from 1 on; everything else exactly. */
export const RELATIVE = 1e-9;

export function isSame(expected: Comparable, got: Comparable, tolerance: number): boolean {
  if (typeof expected !== 'number' || typeof got !== 'number') return expected === got;
  const size = Math.max(1, Math.abs(expected), Math.abs(got));
  return Math.abs(expected - got) <= tolerance * size;
}

export type Note = (
  name: string,
  expected: Comparable,
  got: Comparable,
  tolerance?: number,
) => void;
