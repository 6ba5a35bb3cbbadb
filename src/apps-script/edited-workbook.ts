import type { FormatClass } from '../core/intake/sheet/sheet-input.ts';
import { cellAddress } from '../core/model/a1-notation.ts';
import { serialFromDay } from '../core/model/calendar-date.ts';
import type { Edit } from '../workflows/guidance/check-edit.ts';
import type { EditedWorkbook, Pointer, ReadCell, RowsRead } from '../workflows/ports.ts';
import { googleClock } from './google-services.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const SECONDS_OF_DAY = 86_400;

/** What a pattern holds beside its signs: texts, escaped signs, widths, locales and colours. */
const BESIDE_SIGNS = /"[^"]*"|\\.|[_*].|\[\$-[^\]]*\]|\[(?!\$|[hms]+\])[^\]]*\]/gi;

/** By the first that fits. [recorded live] A cell without a format has the last pattern but one. */
const CLASS_OF_PATTERN: readonly (readonly [RegExp, FormatClass])[] = [
  [/^(general)?$|^0\.#{5,}$/i, 'general'],
  [/^@$/, 'text'],
  [/\[[hms]+\]/i, 'duration'],
  [/[yd].*h/i, 'date_time'],
  [/[yd]|^m+$/i, 'date'],
  [/[hs]/i, 'time'],
  [/%/, 'percent'],
  [/\[\$|[$€£¥]/, 'currency'],
  [/./, 'number'],
];

export function classOfPattern(pattern: string): FormatClass {
  const signs = pattern.replace(BESIDE_SIGNS, '');
  return CLASS_OF_PATTERN.find(([fits]) => fits.test(signs))?.[1] ?? 'general';
}

/** [documented] A cell that shows a date or a time comes as a Date, in the spreadsheet's zone. */
function asSerial(cell: unknown, timeZone: string): ReadCell {
  // SAFETY: all that a cell can hold otherwise.
  if (!(cell instanceof Date)) return cell as ReadCell;
  const { day, secondsOfDay } = googleClock.civilTime(cell.getTime(), timeZone);
  return serialFromDay(day) + secondsOfDay / SECONDS_OF_DAY;
}

const NO_ROWS: RowsRead = { columns: [], formats: [] };

/** The filled part of these rows; null where nothing is. */
function filledRange(sheet: Sheet, first: number, count: number) {
  const height = Math.min(count, sheet.getLastRow() - first);
  const width = sheet.getLastColumn();
  return height < 1 || width < 1 ? null : sheet.getRange(first + 1, 1, height, width);
}

function readRows(sheet: Sheet, first: number, count: number, timeZone: string): RowsRead {
  const range = filledRange(sheet, first, count);
  if (range === null) return NO_ROWS;
  const values = range.getValues();
  const patterns = range.getNumberFormats();
  const columns = values[0].map((_, column) =>
    values.map((row) => asSerial(row[column], timeZone)),
  );
  const formats = values[0].map((_, column) => ({
    usual: 'general' as const,
    except: Object.fromEntries(
      patterns.map((row, at) => [at, classOfPattern(row[column])] as const),
    ),
  }));
  return { columns, formats };
}

/**
 * [documented] A simple trigger uses no service that asks for a right, the Sheets API among them; the
 * spreadsheet it is bound to it may read and change.
 */
export function editedWorkbook(): EditedWorkbook {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const sheetNamed = (title: string): Sheet => {
    const sheet = spreadsheet.getSheetByName(title);
    if (sheet === null) throw new Error(`No such tab: ${title}`);
    return sheet;
  };
  return {
    locale: spreadsheet.getSpreadsheetLocale(),
    today: () => googleClock.civilDay(googleClock.now(), timeZone),
    tabs: () =>
      spreadsheet
        .getSheets()
        .map((sheet) => ({ sheetId: sheet.getSheetId(), title: sheet.getName() })),
    rows: (title, first, count) => readRows(sheetNamed(title), first, count, timeZone),
    notes(title, first, count) {
      const sheet = sheetNamed(title);
      const range = sheet.getRange(first + 1, 1, count, sheet.getMaxColumns());
      return range
        .getNotes()
        .flatMap((texts, row) =>
          texts.flatMap((text, column) =>
            text === '' ? [] : [{ row: first + row, column, text }],
          ),
        );
    },
    writeNote: (title, { row, column, text }) => {
      sheetNamed(title)
        .getRange(row + 1, column + 1)
        .setNote(text);
    },
  };
}

/** What Google says of an edit; without a range when the function was run by hand. */
export function editOf(event: unknown): Edit | null {
  // SAFETY: an edit's event, or an object without its members.
  const { range } = Object(event) as Partial<GoogleAppsScript.Events.SheetsOnEdit>;
  if (range === undefined) return null;
  const sheet = range.getSheet();
  return {
    tab: sheet.getName(),
    sheetId: sheet.getSheetId(),
    firstRow: range.getRow() - 1,
    endRow: range.getLastRow(),
    firstColumn: range.getColumn() - 1,
    endColumn: range.getLastColumn(),
  };
}

/** So long that the sentence can be read, in seconds. */
const REMARK_SECONDS = 20;

export const googlePointer: Pointer = {
  at() {
    const cell = SpreadsheetApp.getActiveSpreadsheet().getCurrentCell();
    if (cell === null) return null;
    return {
      tab: cell.getSheet().getName(),
      cell: cellAddress(cell.getColumn() - 1, cell.getRow() - 1),
    };
  },
  goTo({ tab, cell }) {
    SpreadsheetApp.getActiveSpreadsheet()
      .getSheetByName(tab)
      ?.getRange(cell ?? 'A1')
      .activate();
  },
  remark: (title, text) => {
    SpreadsheetApp.getActiveSpreadsheet().toast(text, title, REMARK_SECONDS);
  },
};
