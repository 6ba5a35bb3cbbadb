import { format, getFormatFromId, getLocale, isDateFormat, parseValue } from 'numfmt';

/**
 * What is used of numfmt.
 * @public Loaded by lazy-number-formats.ts with a call of require, which no tool follows.
 */
export const numberFormats = { format, getFormatFromId, getLocale, isDateFormat, parseValue };
