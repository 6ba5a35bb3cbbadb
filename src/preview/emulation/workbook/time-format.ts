/** [recorded live] What "general" and an unformatted cell read back as. */
export const GENERAL_PATTERN = '0.###############';

/** Quoted and escaped characters, fillers, and brackets that hold no time ([h] does): colours, currencies. */
const NO_PLACEHOLDER = /"[^"]*"|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;

const known = new Map<string, boolean>();

/** Whether a number format shows a date, a time of day or a duration. */
export function isTimeFormat(pattern: string): boolean {
  const seen = known.get(pattern);
  if (seen !== undefined) return seen;
  const isGeneral = /general/i.test(pattern);
  const isTime = !isGeneral && /[dmyhs]/i.test(pattern.replace(NO_PLACEHOLDER, ''));
  known.set(pattern, isTime);
  return isTime;
}
