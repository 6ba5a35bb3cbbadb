import { inEveryLanguage } from '../../language/cell-words.ts';
import { normaliseHeader } from '../sheet/normalise-text.ts';
import { isBlankCell } from '../sheet/sheet-input.ts';
import type { RowBlock } from './decode-columns.ts';

/** A larger number is a date of its own. */
const MOST_WEEKS = 53;

const LENGTHS = ['month', 'quarter', 'week'] as const;
type Part = (typeof LENGTHS)[number] | 'period';

const wordsOf = (length: (typeof LENGTHS)[number] | 'year'): ReadonlySet<string> =>
  new Set(inEveryLanguage(({ lengths }) => lengths[length]));
const YEAR = new Set([
  ...wordsOf('year'),
  ...inEveryLanguage(({ fiscalYears }) => fiscalYears).map(normaliseHeader),
]);
const PERIOD = new Set(inEveryLanguage(({ fiscalPeriods }) => fiscalPeriods).map(normaliseHeader));
const PARTS: readonly { part: Part; words: ReadonlySet<string> }[] = [
  ...LENGTHS.map((part) => ({ part, words: wordsOf(part) })),
  { part: 'period', words: PERIOD },
];

/** A number of a month, quarter, week or book period in a year, as a label that names the period. */
const LABEL: Readonly<Record<Part, (part: number, year: string) => string>> = {
  month: (month, year) => `${year}-${month}`,
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  week: (week, year) => `${year} W${week}`,
  period: (period, year) => `FY${year} P${period}`,
};

/**
 * The dates of a tab that has its year in one column and the month, quarter or week in another,
 * as labels of the whole; null for any other. `column` is the one that was found to hold dates.
 */
export function joinedDates(
  { sheet, rowCount, headerOf }: RowBlock,
  column: number,
): unknown[] | null {
  const keys = sheet.columns.map((_, at) => normaliseHeader(headerOf(at)));
  const isDatePart = (at: number) =>
    YEAR.has(keys[at]) || PARTS.some(({ words }) => words.has(keys[at]));
  if (!isDatePart(column)) return null;
  const years = keys.findIndex((key) => YEAR.has(key));
  const parts = PARTS.flatMap(({ part, words }) => {
    const at = keys.findIndex((key) => words.has(key));
    return at === -1 ? [] : { part, at };
  });
  const found = parts.find(({ at }) => at === column) ?? parts[0];
  if (years === -1 || found === undefined) return null;
  return Array.from({ length: rowCount }, (_, row) => {
    const year = sheet.columns[years][row];
    const part = sheet.columns[found.at][row];
    const isYear = /^(?:19|20)\d\d$/.test(String(year ?? '').trim());
    if (isBlankCell(part) || !isYear) return part;
    const number = Number(part);
    if (Number.isInteger(number) && number <= MOST_WEEKS)
      return LABEL[found.part](number, String(year).trim());
    return typeof part === 'string' && !/\d{4}/.test(part) ? `${part} ${year}` : part;
  });
}
