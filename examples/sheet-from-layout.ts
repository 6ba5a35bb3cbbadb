import { CHOICE_LISTS, type Choice } from '../src/core/intake/layout/choice-lists.ts';
import type { ColumnGroup, ColumnLayout, TabId } from '../src/core/intake/layout/layout-types.ts';
import { SETTINGS } from '../src/core/intake/layout/settings-list.ts';
import { tabLayout } from '../src/core/intake/sheet-layout.ts';
import { type Day, serialFromDay } from '../src/core/model/calendar-date.ts';
import type { Language } from '../src/core/model/workspace.ts';
import type { BookCell, BookColumn, BookSheet, FormattedNumber } from './write-book.ts';

/** Cells by column id. Dates are days, choices are codes, yes and no are true and false. */
export type TabRow = Readonly<Record<string, BookCell>>;

const DATE_FORMATS: Readonly<Record<Language, string>> = { en: 'yyyy-mm-dd', nl: 'd-m-yyyy' };
const OUTLINE_LEVELS: Partial<Record<ColumnGroup, number>> = { more: 1, expert: 2 };
const NARROWEST = 11;
const WIDEST = 44;
const LAST_REFERENCE_ROW = 300;

export const dateCell = (day: Day, language: Language): FormattedNumber => ({
  value: serialFromDay(day),
  format: DATE_FORMATS[language],
});

export const percentCell = (share: number): FormattedNumber => ({ value: share, format: '0.0%' });

export const moneyCell = (amount: number, sign: '€' | '$', decimals = 0): FormattedNumber => ({
  value: amount,
  format: `"${sign}" #,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`,
});

/** A tab with every column that Koers knows for it, headers and choices in the language. */
export function tabSheet(id: TabId, language: Language, rows: readonly TabRow[]): BookSheet {
  const layout = tabLayout(id);
  for (const row of rows) {
    const stranger = Object.keys(row).find((key) => !layout.columns.some((c) => c.id === key));
    if (stranger !== undefined) throw new Error(`The tab ${id} has no column ${stranger}`);
  }
  const cells = rows.map((row) =>
    layout.columns.map((column) => columnCell(column, row[column.id] ?? null, language)),
  );
  return {
    name: layout.name[language],
    headerRow: 0,
    rows: [layout.columns.map((column) => column.name[language]), ...cells],
    columns: layout.columns.map((column, index) => ({
      ...columnLooks(column, language),
      width: fittingWidth([column.name[language], ...cells.map((row) => row[index])]),
    })),
  };
}

/** The Settings tab has a row per setting; the ones left out keep their defaults. */
export function settingsSheet(language: Language, values: TabRow): BookSheet {
  const rows = SETTINGS.map((setting): TabRow => {
    const value = values[setting.id] ?? null;
    const typed =
      setting.kind === 'date' && typeof value === 'number' ? dateCell(value, language) : value;
    const word =
      setting.choices === undefined ? null : choiceWord(setting.choices, typed, language);
    return { setting: setting.name[language], value: word ?? typed };
  });
  return tabSheet('settings', language, rows);
}

function columnCell(column: ColumnLayout, cell: BookCell, language: Language): BookCell {
  if (cell === null) return null;
  if (column.cell === 'date' && typeof cell === 'number') return dateCell(cell, language);
  if (column.cell === 'share' && typeof cell === 'number') return percentCell(cell);
  if (column.cell === 'yes_no' && typeof cell === 'boolean') {
    if (language === 'nl') return cell ? 'ja' : 'nee';
    return cell ? 'yes' : 'no';
  }
  if (column.choices === undefined) return cell;
  const word = choiceWord(column.choices, cell, language);
  if (word !== null) return word;
  // Besides its choices such a column takes a name: a calendar's, or a currency.
  if (column.refersTo !== undefined || column.cell === 'unit') return cell;
  throw new Error(`The column ${column.id} has no choice ${String(cell)}`);
}

function choiceWord(
  list: keyof typeof CHOICE_LISTS,
  cell: BookCell,
  language: Language,
): string | null {
  const choices: readonly Choice[] = CHOICE_LISTS[list];
  return choices.find((choice) => choice.code === cell)?.name[language] ?? null;
}

function columnLooks(column: ColumnLayout, language: Language): Omit<BookColumn, 'width'> {
  const outlineLevel = OUTLINE_LEVELS[column.group];
  const dropdown = columnDropdown(column, language);
  return {
    ...(column.group === 'hidden' ? { isHidden: true } : {}),
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(dropdown === null ? {} : { dropdown }),
  };
}

function columnDropdown(column: ColumnLayout, language: Language): BookColumn['dropdown'] | null {
  if (column.cell === 'choice' && column.choices !== undefined) {
    return CHOICE_LISTS[column.choices].map((choice) => choice.name[language]);
  }
  // A rule takes one range, so a column that may name either of two tabs gets none.
  if (column.refersTo?.length !== 1) return null;
  const { name, columns } = tabLayout(column.refersTo[0]);
  if (!columns.some(({ id }) => id === 'name')) return null;
  const tab = name[language].replace(/'/g, "''");
  return `'${tab}'!$A$2:$A$${LAST_REFERENCE_ROW}`;
}

function fittingWidth(cells: readonly BookCell[]): number {
  const longest = Math.max(...cells.map((cell) => (typeof cell === 'string' ? cell.length : 0)));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
