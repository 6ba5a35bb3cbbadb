import { dayFromCivil } from '../../core/model/calendar-date.ts';
import type { PlainCell } from './plain-table.ts';

/** The day of 20260214; NaN for anything else. */
export function dayFromCompactDate(cell: PlainCell | undefined): number {
  const digits = Number(cell);
  if (typeof cell !== 'string' || cell.length !== 8 || !Number.isInteger(digits)) return Number.NaN;
  return dayFromCivil(Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100);
}
