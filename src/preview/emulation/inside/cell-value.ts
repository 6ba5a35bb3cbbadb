import { isTimeFormat } from '../workbook/time-format.ts';
import type { CellValue } from '../workbook/workbook.ts';
import { momentOfSerial } from './serial-time.ts';

/**
 * What getValue() gives: [documented] '' for an empty cell, a Date where the format shows a
 * date; [known] a Date for times of day and durations too, and an error as its text.
 */
export function scriptValue(value: CellValue, format: string | null, timeZone: string): unknown {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'number' && format !== null && isTimeFormat(format))
    return momentOfSerial(value, timeZone);
  return value;
}
