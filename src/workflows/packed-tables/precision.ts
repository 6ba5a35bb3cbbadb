import type { PlainCell } from './plain-table.ts';

/** How exactly numbers are kept. */
export interface Precision {
  /** Significant digits; null for every bit. */
  readonly digits: number | null;
  /** Relative error that a number may have that follows from others. */
  readonly derivedError: number;
}

export const FULL_PRECISION: Precision = { digits: null, derivedError: 0 };
/** For tables that do not fit otherwise: far inside the equality tolerance of 1e−9. */
export const SHORT_PRECISION: Precision = { digits: 12, derivedError: 1e-11 };

export const keptCell = (cell: PlainCell, { digits }: Precision): PlainCell =>
  typeof cell !== 'number' || digits === null || Number.isInteger(cell)
    ? cell
    : Number(cell.toPrecision(digits));

/** What is predicted is what stands there; the error is measured against the value, or the scale. */
export function isSame(
  predicted: PlainCell,
  cell: PlainCell,
  { derivedError }: Precision,
  scale = 0,
): boolean {
  if (predicted === cell) return true;
  if (derivedError === 0 || typeof predicted !== 'number' || typeof cell !== 'number') return false;
  return Math.abs(predicted - cell) <= derivedError * Math.max(Math.abs(cell), scale);
}
