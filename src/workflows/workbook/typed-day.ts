import { cellLocale } from '../../core/intake/cell/cell-locale.ts';
import { readDate } from '../../core/intake/cell/read-date.ts';
import { labelledYear } from '../../core/intake/cell/read-period.ts';
import type { Day } from '../../core/model/calendar-date.ts';

const CALENDAR_YEAR = labelledYear({ fiscalStartMonth: 1, customPeriods: [] });

/**
 * The day that a text means, as a date cell of the workbook would: 14-2-2026, 14 feb 2026, 20260214;
 * of a month or a year its last. Null for what is none, or could be two.
 */
export function typedDay(text: string, locale: string): Day | null {
  const reading = readDate(text, 'text', cellLocale(locale), CALENDAR_YEAR);
  return reading.kind === 'value' ? reading.value.end : null;
}
