import { CELL_WORDS } from '../src/core/language/languages.ts';
import {
  choiceName,
  choiceNames,
  columnName,
  settingWords,
  tabName,
} from '../src/core/language/tab-words.ts';
import { CHOICES, type ChoiceListId } from '../src/core/layout/choices.ts';
import { SETTING_IDS, SETTINGS, type SettingLayout } from '../src/core/layout/settings.ts';
import { columnEntries } from '../src/core/layout/sheet-layout.ts';
import type { ColumnLayout, TabId } from '../src/core/layout/tab-layout.ts';
import { type Day, serialFromDay } from '../src/core/model/calendar-date.ts';
import type { Language } from '../src/core/model/workspace.ts';
import type { BookCell, BookColumn, BookSheet, FormattedNumber } from './write-book.ts';

/** Cells by column id. Dates are days, choices are codes, yes and no are true and false. */
export type TabRow = Readonly<Record<string, BookCell>>;

const DATE_FORMATS: Readonly<Record<Language, string>> = { en: 'yyyy-mm-dd', nl: 'd-m-yyyy' };
const OUTLINE_LEVELS: Partial<Record<string, number>> = { more: 1, expert: 2 };
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
  const columns = columnEntries(id);
  for (const row of rows) {
    const stranger = Object.keys(row).find((key) => !columns.some(([own]) => own === key));
    if (stranger !== undefined) throw new Error(`The tab ${id} has no column ${stranger}`);
  }
  const cells = rows.map((row) =>
    columns.map(([column, layout]) => columnCell(column, layout, row[column] ?? null, language)),
  );
  const headers = columns.map(([column]) => columnName(id, column, language));
  return {
    name: tabName(id, language),
    headerRow: 0,
    rows: [headers, ...cells],
    columns: columns.map(([, layout], index) => ({
      ...columnLooks(layout, language),
      width: fittingWidth([headers[index], ...cells.map((row) => row[index])]),
    })),
  };
}

/** The Settings tab has a row per setting; the ones left out keep their defaults. */
export function settingsSheet(language: Language, values: TabRow): BookSheet {
  const rows = SETTING_IDS.map((id): TabRow => {
    const { cell, choices }: SettingLayout = SETTINGS[id];
    const value = values[id] ?? null;
    const typed = cell === 'date' && typeof value === 'number' ? dateCell(value, language) : value;
    const word = choices === undefined ? null : choiceWord(choices, typed, language);
    return { setting: settingWords(id, language).names[0], value: word ?? typed };
  });
  return tabSheet('settings', language, rows);
}

function columnCell(
  id: string,
  column: ColumnLayout,
  cell: BookCell,
  language: Language,
): BookCell {
  if (cell === null) return null;
  if (column.cell === 'date' && typeof cell === 'number') return dateCell(cell, language);
  if (column.cell === 'share' && typeof cell === 'number') return percentCell(cell);
  if (column.cell === 'yes_no' && typeof cell === 'boolean') {
    const { yes, no } = CELL_WORDS[language];
    return cell ? yes[0] : no[0];
  }
  if (column.choices === undefined) return cell;
  const word = choiceWord(column.choices, cell, language);
  if (word !== null) return word;
  // Besides its choices such a column takes a name: a calendar's, or a currency.
  if (column.refersTo !== undefined || column.cell === 'unit') return cell;
  throw new Error(`The column ${id} has no choice ${String(cell)}`);
}

function choiceWord(list: ChoiceListId, cell: BookCell, language: Language): string | null {
  const code = CHOICES[list].find((own) => own === cell);
  return code === undefined ? null : choiceName(list, code, language);
}

function columnLooks(column: ColumnLayout, language: Language): Omit<BookColumn, 'width'> {
  const outlineLevel = OUTLINE_LEVELS[column.group ?? ''];
  const dropdown = columnDropdown(column, language);
  return {
    ...(column.group === 'hidden' ? { isHidden: true } : {}),
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(dropdown === null ? {} : { dropdown }),
  };
}

function columnDropdown(column: ColumnLayout, language: Language): BookColumn['dropdown'] | null {
  if (column.cell === 'choice' && column.choices !== undefined) {
    return choiceNames(column.choices, language);
  }
  // A rule takes one range, so a column that may name either of two tabs gets none.
  if (column.refersTo?.length !== 1) return null;
  const [target] = column.refersTo;
  if (!columnEntries(target).some(([id]) => id === 'name')) return null;
  const tab = tabName(target, language).replace(/'/g, "''");
  return `'${tab}'!$A$2:$A$${LAST_REFERENCE_ROW}`;
}

function fittingWidth(cells: readonly BookCell[]): number {
  const longest = Math.max(...cells.map((cell) => (typeof cell === 'string' ? cell.length : 0)));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
