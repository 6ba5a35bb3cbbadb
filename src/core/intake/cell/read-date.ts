import { anyOf } from '../../language/cell-words.ts';
import { type Day, dayFromCivil, dayFromSerial, isCivilDate } from '../../model/calendar-date.ts';
import { intervalContaining } from '../../model/period.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { CellLocale } from './cell-locale.ts';
import {
  type BadReading,
  BLANK,
  bad,
  brokenSource,
  type CellReading,
  read,
  shown,
} from './cell-reading.ts';
import { monthNamed } from './month-names.ts';
import {
  halfYearNamed,
  type LabelledPeriod,
  type LabelledYear,
  periodNamed,
} from './read-period.ts';

/** 1920 to 2199: what is outside is a number, not somebody's date. */
const FIRST_SERIAL = 7306;
const AFTER_LAST_SERIAL = 109575;
/** The year of the dates in every message. */
const YEAR_OF_EXAMPLES = 2026;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+\d{1,2}:\d{2}.*)?$/;
/** With a year of two digits as well: 3/20/15. */
export const NUMERIC_DATE =
  /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|(?<=[-/.])\d{2})(?:,? +\d{1,2}:\d{2}.*)?$/;
const ORDINAL = anyOf(({ ordinals }) => ordinals);
/** "Jun 01, 2023 09:46 pm": the day is what counts. */
const CLOCK = '(?:,? +(?:[a-z]{2,3} +)?\\d{1,2}:\\d{2}.*)?';
const DAY_NAMED = new RegExp(
  `^(?:[a-z]+\\.?,? +)?(\\d{1,2})${ORDINAL}?[ -]([a-z]{3,9})\\.?,?[ -](\\d{4})${CLOCK}$`,
  'i',
);
const NAMED_DAY = new RegExp(
  `^(?:[a-z]+\\.?,? +)?([a-z]{3,9})\\.? (\\d{1,2})${ORDINAL}?,? (\\d{4})${CLOCK}$`,
  'i',
);
/** May 25: a day, or a month of 2025. */
const MONTH_AND_TWO_DIGITS = /^([a-z]{3,9}\.?) (\d{2})$/i;

const oneDay = (day: Day): LabelledPeriod => ({ start: day, end: day, grain: 'day' });

/**
 * A date cell: a day, or a period that a label names.
 *
 * | cell | gives |
 * |---|---|
 * | 46067, 46067.75 | 14 Feb 2026 |
 * | 20260214 | 14 Feb 2026 |
 * | 202602, 2026 | the month, the year |
 * | "14-02-2026", "14 feb 2026", "2/14/26" | 14 Feb 2026 |
 * | "2-8 Feb 2026" | the week |
 * | "2-9 Feb 2026" | refused: no week, month, quarter or year |
 * | "03/04/2026" | refused: two dates |
 */
export function readDate(
  cell: unknown,
  format: FormatClass,
  locale: CellLocale,
  cut: LabelledYear,
): CellReading<LabelledPeriod> {
  if (typeof cell === 'number') {
    const period = periodOfNumber(cell, format, cut);
    return period === null ? bad('E_DATE', { received: shown(cell) }) : read(period);
  }
  if (cell === undefined || cell === null) return BLANK;
  if (typeof cell !== 'string') return bad('E_DATE', { received: shown(cell) });
  if (cell.trim() === '') return BLANK;
  return brokenSource(cell) ?? readDateText(cell.trim(), locale, cut);
}

/** Null for a number that is neither a serial date nor YYYYMMDD, YYYYMM or YYYY. */
function periodOfNumber(
  cell: number,
  format: FormatClass,
  cut: LabelledYear,
): LabelledPeriod | null {
  if (cell >= FIRST_SERIAL && cell < AFTER_LAST_SERIAL) return oneDay(dayFromSerial(cell));
  if (!Number.isInteger(cell)) return null;
  if (cell >= 19000101 && cell <= 21001231) return compactDay(cell);
  // A date in 1905 is a year that was typed.
  if (format !== 'date' && ((cell >= 1900 && cell <= 2100) || (cell >= 190001 && cell <= 210012))) {
    return periodNamed(String(cell), cut);
  }
  return null;
}

function compactDay(compact: number): LabelledPeriod | null {
  const year = Math.floor(compact / 10000);
  return civil(year, Math.floor(compact / 100) % 100, compact % 100);
}

function civil(year: number, month: number, dayOfMonth: number): LabelledPeriod | null {
  return isCivilDate(year, month, dayOfMonth)
    ? oneDay(dayFromCivil(year, month, dayOfMonth))
    : null;
}

function readDateText(
  text: string,
  locale: CellLocale,
  cut: LabelledYear,
): CellReading<LabelledPeriod> {
  const numeric = NUMERIC_DATE.exec(text);
  if (numeric !== null) return readNumericDate(text, numeric, locale);
  const period = isoOrNamedDay(text) ?? periodNamed(text, cut);
  if (period !== null) return read(period);
  const sides = sidesOf(text);
  return (sides === null ? null : readRange(text, sides, locale, cut)) ?? notADate(text, cut);
}

const UNTIL = new RegExp(
  `^(.+?)(?:\\s+(?:-|${anyOf(({ until }) => until)})\\s+|\\s*[–—]\\s*)(.+)$`,
  'i',
);
/** 1-7 jan 2026, Jan 1-7, 2026, 2026-02-01/2026-02-07, jan-mrt 2026 */
const CLOSE = [
  /^(\d{1,2})-(\d{1,2} [a-z]{3,9}\.? \d{4})$/i,
  /^([a-z]{3,9}\.? \d{1,2})-(\d{1,2},? \d{4})$/i,
  /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/,
  /^(\d{8})-(\d{8})$/,
  /^([a-z]{3,9}\.?)-([a-z]{3,9}\.? \d{4})$/i,
];

/** The two ends of a text that names a first and a last day. */
function sidesOf(text: string): readonly [string, string] | null {
  for (const pattern of [...CLOSE, UNTIL]) {
    const [, first, last] = pattern.exec(text) ?? [];
    if (first !== undefined && last !== undefined) return [first.trim(), last.trim()];
  }
  return null;
}

/** Days or months that are a week, month, quarter or year, as that; null where an end is neither. */
function readRange(
  text: string,
  [first, last]: readonly [string, string],
  locale: CellLocale,
  cut: LabelledYear,
): CellReading<LabelledPeriod> | null {
  const dayOf = (side: string, end: 'start' | 'end'): Day | 'ambiguous' | null => {
    const reading = sidesOf(side) === null ? readDateText(side, locale, cut) : null;
    if (reading?.kind === 'bad' && reading.problem.code === 'E_DATE_AMBIGUOUS') return 'ambiguous';
    const isEnd =
      reading?.kind === 'value' &&
      (reading.value.grain === 'day' || reading.value.grain === 'month');
    return isEnd ? reading.value[end] : null;
  };
  const firstOf = (candidates: readonly string[], end: 'start' | 'end') =>
    candidates.map((side) => dayOf(side, end)).find((found) => found !== null) ?? null;
  // An end says only what the other does not: 1-7 jan 2026, Jan 1 – 7, 2026.
  const monthFirst = /^[a-z]{3,9}\.?(?= )/i.exec(first)?.[0] ?? '';
  const due = firstOf([last, `${monthFirst} ${last}`], 'end');
  const words = last.split(/ /);
  const start = firstOf(
    [first, ...words.map((_, at) => [first, ...words.slice(at)].join(' '))],
    'start',
  );
  if (due === null || start === null) return null;
  const received = shown(text);
  if (due === 'ambiguous' || start === 'ambiguous') return bad('E_DATE_AMBIGUOUS', { received });
  const grain = WHOLE.find((length) => {
    const whole = intervalContaining(length, start, cut);
    return whole.start === start && whole.end === due;
  });
  return grain === undefined
    ? bad('E_DATE_RANGE', { received, example: { day: due } })
    : read({ start, end: due, grain });
}

const WHOLE = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** What lacks nothing but its year is told so, in the form that would be read. */
function notADate(text: string, cut: LabelledYear): BadReading {
  const received = shown(text);
  const half = halfYearNamed(text, cut);
  if (half !== null) return bad('E_DATE_RANGE', { received, example: { day: half.end } });
  const [, word, digits] = MONTH_AND_TWO_DIGITS.exec(text) ?? [];
  if (word !== undefined && monthNamed(word) !== null) {
    return bad('E_PERIOD_YEAR', { received, example: `${word} 20${digits}` });
  }
  const example = `${text} ${YEAR_OF_EXAMPLES}`;
  const isWhole = (isoOrNamedDay(example) ?? periodNamed(example, cut)) !== null;
  return isWhole ? bad('E_PERIOD_YEAR', { received, example }) : bad('E_DATE', { received });
}

function isoOrNamedDay(text: string): LabelledPeriod | null {
  const iso = ISO.exec(text);
  if (iso !== null) return civil(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d{8}$/.test(text)) return compactDay(Number(text));
  const dayNamed = DAY_NAMED.exec(text);
  if (dayNamed !== null) return named(dayNamed[3], dayNamed[2], dayNamed[1]);
  const namedDay = NAMED_DAY.exec(text);
  return namedDay === null ? null : named(namedDay[3], namedDay[1], namedDay[2]);
}

function named(year: string, monthWord: string, dayOfMonth: string): LabelledPeriod | null {
  const month = monthNamed(monthWord);
  return month === null ? null : civil(Number(year), month, Number(dayOfMonth));
}

/**
 * Dashes and points are day first wherever the locale is; slashes are written both ways by
 * everybody, so 03/04/2026 is refused even where the locale has an opinion.
 */
function readNumericDate(
  text: string,
  match: RegExpExecArray,
  locale: CellLocale,
): CellReading<LabelledPeriod> {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isShort = match[4].length === 2;
  const year = Number(match[4]) + (isShort ? 2000 : 0);
  const dayFirst = civil(year, second, first);
  const monthFirst = civil(year, first, second);
  const only = dayFirst ?? monthFirst;
  if (only === null) return bad('E_DATE', { received: shown(text) });
  // 26-01-05 begins with its year as often as not.
  const isYearFirst = isShort && (match[2] === '-' || locale.dateOrder === 'year_first');
  if (
    isYearFirst &&
    locale.isOrderKnown !== true &&
    civil(2000 + first, second, Number(match[4]))
  ) {
    return bad('E_DATE_AMBIGUOUS', { received: shown(text) });
  }
  if (dayFirst === null || monthFirst === null || first === second) return read(only);
  if (locale.isOrderKnown === true) {
    return read(locale.dateOrder === 'month_first' ? monthFirst : dayFirst);
  }
  const isDayFirst = match[2] === '.' || (match[2] !== '/' && locale.dateOrder === 'day_first');
  return isDayFirst ? read(dayFirst) : bad('E_DATE_AMBIGUOUS', { received: shown(text) });
}
