import { type ReadWorkbook, readWorkspace } from '../../../src/core/intake/read-workspace.ts';
import type { ColumnFormat, SheetInput } from '../../../src/core/intake/sheet/sheet-input.ts';
import { dayFromIsoDate, serialFromDay } from '../../../src/core/model/calendar-date.ts';
import type { Issue } from '../../../src/core/model/issue.ts';

/** A tab written as people see it, row by row; handed over column by column. */
export function sheetOf(
  name: string,
  rows: readonly (readonly unknown[])[],
  more: { spreadsheet?: string; formats?: (ColumnFormat | undefined)[] } = {},
): SheetInput {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
  return { name, columns, ...more };
}

/** A tab from text: one line a row, cells between |, numbers as numbers. */
export function table(name: string, text: string): SheetInput {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => typed(cell.trim())));
  return sheetOf(name, rows);
}

const typed = (text: string): unknown =>
  /^-?\d+(\.\d+)?$/.test(text)
    ? Number(text)
    : /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? serial(text)
      : text;

export const day = (iso: string): number => dayFromIsoDate(iso)!;
export const serial = (iso: string): number => serialFromDay(day(iso));

export function readSheets(
  sheets: readonly SheetInput[],
  { locale = 'en_GB', today = '2026-02-15' }: { locale?: string; today?: string } = {},
): ReadWorkbook {
  const workbook = {
    fileId: 'file',
    workbookId: 'wb1',
    name: 'Test',
    url: 'https://example.org',
    locale,
    timeZone: 'Europe/Amsterdam',
  };
  return readWorkspace({ workbook, sheets }, day(today));
}

/** "E_NUMBER KPIs!I2", in order. */
export const found = ({ issues }: { issues: readonly Issue[] }): string[] =>
  issues.map(({ code, place }) => `${code} ${place.tab}!${place.cell ?? ''}`);

/** Only errors and warnings. */
export const problems = ({ issues }: { issues: readonly Issue[] }): string[] =>
  found({ issues: issues.filter(({ severity }) => severity !== 'info') });
