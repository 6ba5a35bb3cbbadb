import { tabName } from '../src/core/language/tab-words.ts';
import type { SettingLayout } from '../src/core/layout/settings.ts';
import { SETTINGS } from '../src/core/layout/settings.ts';
import { columnEntries } from '../src/core/layout/sheet-layout.ts';
import { TAB_IDS, type TabId } from '../src/core/layout/tab-layout.ts';
import { type Day, serialFromDay } from '../src/core/model/calendar-date.ts';
import type { Language } from '../src/core/model/workspace.ts';
import {
  type Offered,
  type PlannedColumn,
  plannedColumns,
  plannedSettings,
  titlesIn,
} from '../src/workflows/input-tabs/planned-tab.ts';
import { choiceWord, rowCells } from '../src/workflows/input-tabs/row-cells.ts';
import type { BookCell, BookColumn, BookNote, BookSheet, FormattedNumber } from './write-book.ts';

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

/** A cell that has its own format is written as it is; any other as Koers types it. */
function bookRow(tab: TabId, row: TabRow, language: Language): BookCell[] {
  const plain = Object.entries(row).flatMap(([id, cell]) =>
    typeof cell === 'object' ? [] : [[id, cell] as const],
  );
  const typed = rowCells(tab, Object.fromEntries(plain), language);
  return columnEntries(tab).map(([id, { cell }], at) => {
    const own = row[id] ?? null;
    if (typeof own === 'object' && own !== null) return own;
    const value = typed[at];
    if (cell === 'date' && typeof value === 'number') {
      return { value, format: DATE_FORMATS[language] };
    }
    return cell === 'share' && typeof value === 'number' ? percentCell(value) : value;
  });
}

/** A tab with every column that Koers knows for it, headers and choices in the language. */
export function tabSheet(id: TabId, language: Language, rows: readonly TabRow[]): BookSheet {
  const columns = plannedColumns(id, language, titlesIn(TAB_IDS, language));
  const cells = rows.map((row) => bookRow(id, row, language));
  return {
    name: tabName(id, language),
    headerRow: 0,
    rows: [columns.map(({ header }) => header), ...cells],
    columns: columns.map((column, index) => ({
      ...columnLooks(column),
      width: fittingWidth([column.header, ...cells.map((row) => row[index])]),
    })),
    notes: columns.map(({ note }, column) => ({ row: 0, column, text: note })),
  };
}

/** The Settings tab has a row per setting; the ones left out keep their defaults. */
export function settingsSheet(language: Language, values: TabRow): BookSheet {
  const settings = plannedSettings(language);
  const rows = settings.map(({ id, name }): TabRow => {
    const { cell, choices }: SettingLayout = SETTINGS[id];
    const value = values[id] ?? null;
    if (cell === 'date' && typeof value === 'number') {
      return { setting: name, value: dateCell(value, language) };
    }
    const isCode = choices !== undefined && typeof value !== 'object';
    return {
      setting: name,
      value: (isCode ? choiceWord(choices, value, language) : null) ?? value,
    };
  });
  const sheet = tabSheet('settings', language, rows);
  const notes = settings.map(({ note }, at): BookNote => ({ row: at + 1, column: 0, text: note }));
  return { ...sheet, notes: [...(sheet.notes ?? []), ...notes] };
}

function columnLooks({ layout, look, offered }: PlannedColumn): Omit<BookColumn, 'width'> {
  const outlineLevel = OUTLINE_LEVELS[layout.group ?? ''];
  return {
    ...(layout.group === 'hidden' ? { isHidden: true } : {}),
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(look === 'date' || look === 'percent' ? { look } : {}),
    ...(offered === null ? {} : { dropdown: dropdownOf(offered) }),
  };
}

function dropdownOf(offered: Offered): NonNullable<BookColumn['dropdown']> {
  if (offered.kind === 'values') return offered.values;
  const title = offered.title.replace(/'/g, "''");
  const letter = String.fromCharCode('A'.charCodeAt(0) + offered.column);
  return `'${title}'!$${letter}$2:$${letter}$${LAST_REFERENCE_ROW}`;
}

function fittingWidth(cells: readonly BookCell[]): number {
  const longest = Math.max(...cells.map((cell) => (typeof cell === 'string' ? cell.length : 0)));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
