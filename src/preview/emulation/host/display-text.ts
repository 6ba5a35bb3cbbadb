import { GENERAL_PATTERN } from '../workbook/time-format.ts';
import type { CellValue } from '../workbook/workbook.ts';
import { numfmt } from './number-formats.ts';

const isGeneral = (pattern: string | null) =>
  pattern === null || pattern === GENERAL_PATTERN || /^general$/i.test(pattern);

/** [known] Automatic numbers: at most ten decimals, fifteen digits, an exponent beyond. */
function generalNumber(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-9))
    return numfmt().format('0.00E+00', value, { locale });
  const rounded = Number(Number(value.toPrecision(15)).toFixed(10));
  return String(rounded).replace('.', numfmt().getLocale(locale)?.decimal ?? '.');
}

/** What a person sees in the cell: getDisplayValues(), FORMATTED_VALUE. */
export function displayText(value: CellValue, pattern: string | null, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string') {
    return isGeneral(pattern) ? value : numfmt().format(pattern ?? '@', value, { locale });
  }
  if (typeof value === 'boolean') return numfmt().format('General', value, { locale });
  if (isGeneral(pattern)) return generalNumber(value, locale);
  return numfmt().format(pattern ?? '0', value, { locale });
}
