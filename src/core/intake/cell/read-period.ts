import { anyOf } from '../../language/cell-words.ts';
import { dayFromCivil, isoWeek, mondayOfIsoWeek } from '../../model/calendar-date.ts';
import {
  type DayRange,
  intervalContaining,
  type RegularCadence,
  type YearCut,
} from '../../model/period.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { monthNamed } from './month-names.ts';

/** A stretch of days that one cell names, and how long a stretch it is. */
export type LabelledPeriod = DayRange & { readonly grain: RegularCadence };

/** How the year is cut, with the labels of the Periods tab ready to be looked up. */
export interface LabelledYear extends YearCut {
  readonly periodOfLabel: ReadonlyMap<string, DayRange>;
}

export const labelledYear = (cut: YearCut): LabelledYear => ({
  ...cut,
  periodOfLabel: new Map(cut.customPeriods.map((period) => [normaliseText(period.label), period])),
});

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

type PeriodForm = {
  readonly pattern: RegExp;
  readonly period: (parts: readonly string[], cut: YearCut) => LabelledPeriod | null;
};

const WEEK_WORD = anyOf(({ week }) => week);
const QUARTER_WORD = anyOf(({ quarter }) => quarter);
const ORDINAL = anyOf(({ ordinals }) => ordinals);
const OF = anyOf(({ of }) => of);

/** Every way to write a period, on normalised text: the first form that matches decides. */
const FORMS: readonly PeriodForm[] = [
  { pattern: /^(\d{4})$/, period: ([year], cut) => yearPeriod(Number(year), cut) },
  { pattern: /^fy ?'?(\d{4}|\d{2})$/, period: ([year], cut) => yearPeriod(fullYear(year), cut) },
  {
    pattern: /^fy ?'?(\d{4}|\d{2})[ -]?p ?0?(\d{1,2})$/,
    period: ([year, number], cut) => fiscalPeriod(fullYear(year), Number(number), cut),
  },
  {
    pattern: /^p ?0?(\d{1,2})[ -]fy ?'?(\d{4}|\d{2})$/,
    period: ([number, year], cut) => fiscalPeriod(fullYear(year), Number(number), cut),
  },
  {
    pattern: /^fy ?'?(\d{4}|\d{2})[ -]?q ?([1-4])$/,
    period: ([year, quarter], cut) => quarterPeriod(fullYear(year), Number(quarter), cut),
  },
  {
    pattern: /^q ?([1-4])[ -]fy ?'?(\d{4}|\d{2})$/,
    period: ([quarter, year], cut) => quarterPeriod(fullYear(year), Number(quarter), cut),
  },
  {
    pattern: /^(\d{4})(?: ?[-/|.m] ?m?| )(\d{1,2})$/,
    period: ([year, month]) => monthPeriod(Number(year), Number(month)),
  },
  {
    pattern: /^(\d{4})(\d{2})$/,
    period: ([year, month]) => monthPeriod(Number(year), Number(month)),
  },
  {
    pattern: /^(\d{1,2})[-/](\d{4})$/,
    period: ([month, year]) => monthPeriod(Number(year), Number(month)),
  },
  {
    pattern: new RegExp(`^(\\d{4})[ |-]?${WEEK_WORD} ?(\\d{1,2})$`),
    period: ([year, week]) => weekPeriod(Number(year), Number(week)),
  },
  {
    pattern: new RegExp(`^${WEEK_WORD} ?(\\d{1,2})[ ,-]*(\\d{4})$`),
    period: ([week, year]) => weekPeriod(Number(year), Number(week)),
  },
  {
    pattern: new RegExp(`^(\\d{4})[ |-]?${QUARTER_WORD} ?0?([1-4])$`),
    period: ([year, quarter], cut) => quarterPeriod(Number(year), Number(quarter), cut),
  },
  {
    pattern: new RegExp(`^${QUARTER_WORD} ?([1-4])[ ,-]*(\\d{4})$`),
    period: ([quarter, year], cut) => quarterPeriod(Number(year), Number(quarter), cut),
  },
  {
    pattern: new RegExp(`^([1-4])${ORDINAL} ${QUARTER_WORD}(?: ${OF})? (\\d{4})$`),
    period: ([quarter, year], cut) => quarterPeriod(Number(year), Number(quarter), cut),
  },
  {
    pattern: new RegExp(`^(\\d{4}) ([1-4])${ORDINAL} ${QUARTER_WORD}$`),
    period: ([year, quarter], cut) => quarterPeriod(Number(year), Number(quarter), cut),
  },
  {
    pattern: /^([a-z]{3,9}\.?)[ /-]*(\d{4})$/,
    period: ([month, year]) => namedMonth(month, Number(year)),
  },
  {
    pattern: /^(\d{4})[ /-]*([a-z]{3,9}\.?)$/,
    period: ([year, month]) => namedMonth(month, Number(year)),
  },
  {
    pattern: /^([a-z]{3,9}\.?)(?:[ -]*'|-)(\d{2})$/,
    period: ([month, year]) => namedMonth(month, fullYear(year)),
  },
];

/** What a statistical office puts behind a figure that may still change. */
const PROVISIONAL = /\s*\*+$/;

const fullYear = (digits: string): number => Number(digits) + (digits.length === 2 ? 2000 : 0);

/** The period that a label names: 2026-02, 202602, 2026|02, Feb-26, 2026 W07, Q1 2026, 2026. */
export function periodNamed(text: string, cut: LabelledYear): LabelledPeriod | null {
  const key = normaliseText(text).replace(PROVISIONAL, '');
  const own = cut.periodOfLabel.get(key);
  if (own !== undefined) return { start: own.start, end: own.end, grain: 'month' };
  for (const form of FORMS) {
    const match = form.pattern.exec(key);
    if (match !== null) {
      const period = form.period(match.slice(1), cut);
      if (period !== null) return period;
    }
  }
  return null;
}

const isYear = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** The fiscal year is called after the calendar year in which it ends. */
function yearPeriod(year: number, cut: YearCut): LabelledPeriod | null {
  if (!isYear(year)) return null;
  const lastMonth = cut.fiscalStartMonth === 1 ? 12 : cut.fiscalStartMonth - 1;
  const inside = customYearDay(year, cut) ?? dayFromCivil(year, lastMonth, 1);
  return { ...intervalContaining('year', inside, cut), grain: 'year' };
}

const customYearDay = (year: number, cut: YearCut): number | null =>
  cut.customPeriods.find((period) => period.year === year)?.start ?? null;

function quarterPeriod(year: number, quarter: number, cut: YearCut): LabelledPeriod | null {
  const whole = yearPeriod(year, cut);
  if (whole === null) return null;
  let interval = intervalContaining('quarter', whole.start, cut);
  for (let passed = 1; passed < quarter; passed++) {
    interval = intervalContaining('quarter', interval.end + 1, cut);
  }
  return { ...interval, grain: 'quarter' };
}

/** A month of a fiscal year by its number, or a period of its own making. */
function fiscalPeriod(year: number, number: number, cut: YearCut): LabelledPeriod | null {
  const whole = yearPeriod(year, cut);
  if (whole === null || number < 1) return null;
  let interval = intervalContaining('month', whole.start, cut);
  for (let passed = 1; passed < number; passed++) {
    interval = intervalContaining('month', interval.end + 1, cut);
  }
  return interval.end > whole.end ? null : { ...interval, grain: 'month' };
}

const HALF = anyOf(({ halves }) => halves);
/** 2026 H1, H1 2026, 1e halfjaar 2026, 2026 1e halfjaar */
const HALF_YEARS = [
  new RegExp(`^(?<year>\\d{4})[ -]?${HALF} ?(?<half>[12])$`),
  new RegExp(`^${HALF} ?(?<half>[12])[ ,-]*(?<year>\\d{4})$`),
  new RegExp(`^(?<half>[12])${ORDINAL} ${HALF}(?: ${OF})? (?<year>\\d{4})$`),
  new RegExp(`^(?<year>\\d{4}) (?<half>[12])${ORDINAL} ${HALF}$`),
];

/** The days of a half year, which no rhythm is made of; null for any other text. */
export function halfYearNamed(text: string, cut: YearCut): DayRange | null {
  const key = normaliseText(text).replace(PROVISIONAL, '');
  for (const pattern of HALF_YEARS) {
    const { year, half } = pattern.exec(key)?.groups ?? {};
    if (year === undefined || half === undefined) continue;
    const first = quarterPeriod(Number(year), Number(half) * 2 - 1, cut);
    const last = quarterPeriod(Number(year), Number(half) * 2, cut);
    return first === null || last === null ? null : { start: first.start, end: last.end };
  }
  return null;
}

function monthPeriod(year: number, month: number): LabelledPeriod | null {
  if (!isYear(year) || month < 1 || month > 12) return null;
  const start = dayFromCivil(year, month, 1);
  return { start, end: dayFromCivil(year, month + 1, 1) - 1, grain: 'month' };
}

function namedMonth(word: string, year: number): LabelledPeriod | null {
  const month = monthNamed(word);
  return month === null ? null : monthPeriod(year, month);
}

function weekPeriod(weekYear: number, week: number): LabelledPeriod | null {
  if (!isYear(weekYear) || week < 1) return null;
  const start = mondayOfIsoWeek(weekYear, week);
  // Week 53 exists in some years only.
  if (isoWeek(start).weekYear !== weekYear) return null;
  return { start, end: start + 6, grain: 'week' };
}
