import { type Day, dayFromCivil, dayFromIsoDate } from '../../core/model/calendar-date.ts';
import type { PlainCell } from './plain-table.ts';

/** The day of 20260214; NaN for anything else. */
export function dayFromCompactDate(cell: PlainCell | undefined): number {
  const digits = Number(cell);
  if (typeof cell !== 'string' || cell.length !== 8 || !Number.isInteger(digits)) return Number.NaN;
  return dayFromCivil(Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100);
}

/** 20260214, or null. */
export function dayFromCompact(cell: PlainCell | undefined): Day | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(String(cell ?? ''));
  return match === null ? null : dayFromIsoDate(match.slice(1).join('-'));
}
