import { cellAddress } from '../../model/a1-notation.ts';
import type { Day } from '../../model/calendar-date.ts';
import { intervalContaining, type YearCut } from '../../model/period.ts';
import { readDate } from '../cell/read-date.ts';
import type { LabelledPeriod } from '../cell/read-period.ts';
import { cellAt, formatAt, rowCountOf, type SheetInput } from '../sheet/sheet-input.ts';
import { LAST_HEADER_ROW } from './find-header.ts';
import type { ReadContext } from './read-context.ts';

/** A column that is called after a period: jan 2026, Q1 2026, 2026. */
export interface PeriodHeader {
  readonly column: number;
  readonly period: LabelledPeriod;
}

/** The columns of a row that are called after a period. */
export function periodHeaders(
  sheet: SheetInput,
  row: number,
  { locale, cut }: ReadContext,
): PeriodHeader[] {
  return sheet.columns.flatMap((_, column) => {
    const format = formatAt(sheet, column, row);
    const reading = readDate(cellAt(sheet, column, row), format, locale, cut);
    return reading.kind === 'value' ? [{ column, period: reading.value }] : [];
  });
}

/** A table with a name in each row and a period over each column. */
export interface AcrossHeader {
  readonly headerRow: number;
  readonly periods: readonly PeriodHeader[];
}

/** The row with periods across; null where none is. Figures that look like dates are not periods. */
export function findAcross(sheet: SheetInput, context: ReadContext): AcrossHeader | null {
  for (let row = 0; row < Math.min(rowCountOf(sheet), LAST_HEADER_ROW); row++) {
    const found = ofUsualLength(periodHeaders(sheet, row, context));
    if (found.length < 2 || found[0].column === 0) continue;
    const whole = wholePeriods(
      found.map(({ period }) => period),
      context.cut,
    );
    const isNumber = found.some(({ column }) => typeof cellAt(sheet, column, row) === 'number');
    const goesOn = whole.every(({ start, grain }, i) => {
      const before = whole[i - 1];
      if (before === undefined) return true;
      const follows = start === before.end + 1;
      return grain === before.grain && (follows || (!isNumber && start > before.end));
    });
    if (!goesOn || whole[0].grain === 'day') continue;
    const periods = found.map(({ column }, i) => ({ column, period: whole[i] }));
    return { headerRow: row, periods };
  }
  return null;
}

/** Tells of the first row that has months or quarters across and not their year; whether there is one. */
export function reportYearless(sheet: SheetInput, { locale, cut, issues }: ReadContext): boolean {
  for (let row = 0; row < Math.min(rowCountOf(sheet), LAST_HEADER_ROW); row++) {
    const found = sheet.columns.flatMap((_, column) => {
      const reading = readDate(cellAt(sheet, column, row), 'general', locale, cut);
      const isYearless = reading.kind === 'bad' && reading.problem.code === 'E_PERIOD_YEAR';
      return isYearless ? [{ column, problem: reading.problem }] : [];
    });
    if (found.length < 2) continue;
    const [{ column, problem }] = found;
    issues.addProblem(problem, sheet.name, { tab: sheet.name, cell: cellAddress(column, row) });
    return true;
  }
  return false;
}

/** Without the year's column beside its months. */
function ofUsualLength(headers: readonly PeriodHeader[]): PeriodHeader[] {
  const count = (grain: string) => headers.filter(({ period }) => period.grain === grain).length;
  const usual = headers.reduce((most, { period }) => Math.max(most, count(period.grain)), 0);
  return headers.filter(({ period }) => count(period.grain) === usual);
}

/** A sheet turns "jan 2026" into a date: what such dates stand for, the longest period first. */
const LENGTHS = ['year', 'quarter', 'month', 'week'] as const;

/**
 * Labels as they are; dates as the periods that they begin or end, when all of them do: months, and
 * years, quarters or weeks where one follows on the other; else the days themselves.
 */
export function wholePeriods(periods: readonly LabelledPeriod[], cut: YearCut): LabelledPeriod[] {
  const days = periods.flatMap(({ grain, start }) => (grain === 'day' ? [start] : []));
  const grain = LENGTHS.find((length) => areEdgesOf(length, [...new Set(days)], cut));
  if (grain === undefined) return [...periods];
  return periods.map((period) =>
    period.grain === 'day' ? { ...intervalContaining(grain, period.start, cut), grain } : period,
  );
}

function areEdgesOf(length: (typeof LENGTHS)[number], days: readonly Day[], cut: YearCut): boolean {
  const wholes = [...days].sort((a, b) => a - b).map((day) => intervalContaining(length, day, cut));
  const areFirst = wholes.every(({ start }) => days.includes(start));
  const areLast = wholes.every(({ end }) => days.includes(end));
  if (days.length === 0 || new Set(wholes.map(({ start }) => start)).size < days.length)
    return false;
  if (!areFirst && !areLast) return false;
  const followOn = wholes.every(({ start }, i) => i === 0 || start === wholes[i - 1].end + 1);
  return length === 'month' || (days.length > 1 && followOn);
}
