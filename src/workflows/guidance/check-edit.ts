import { checkRows, codesOfRows, READ_BESIDE } from '../../core/intake/check-rows.ts';
import { findTab, LAST_HEADER_ROW } from '../../core/intake/rows/find-header.ts';
import type { SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { isLineOf, issueLine } from '../../core/language/describe-issue.ts';
import { TAB_IDS, type TabId } from '../../core/layout/tab-layout.ts';
import { cellAddress, cellPosition } from '../../core/model/a1-notation.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { CellNote, EditedWorkbook, RowsRead } from '../ports.ts';
import { isKoersTab } from '../workbook/koers-tabs.ts';
import { isOurNote, noteTexts, saidIn } from '../workbook/our-notes.ts';

/** Cells of a tab that were typed in or pasted over, from 0; the ends are past the last. */
export interface Edit {
  readonly tab: string;
  readonly sheetId: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** What is pasted beyond this waits for the next recalculation: [documented] the run has 30 seconds. */
const MOST_ROWS = 500;
/** Rows of the tabs beside it: more than anybody's plan has. */
const MOST_BESIDE = 2_000;

/** These rows at the place where they stand in their tab. */
function shifted({ columns, formats }: RowsRead, by: number): RowsRead {
  const before = new Array<unknown>(by).fill('');
  return {
    columns: columns.map((cells) => [...before, ...cells]),
    formats: formats.map((format) =>
      format?.except === undefined
        ? format
        : {
            ...format,
            except: Object.fromEntries(
              Object.entries(format.except).map(([row, own]) => [Number(row) + by, own]),
            ),
          },
    ),
  };
}

/** The edited rows below what stands above the first row of the tab, header included. */
function editedRows(workbook: EditedWorkbook, id: TabId, edit: Edit): SheetInput {
  const { tab: name, firstRow, endRow } = edit;
  const top = workbook.rows(name, 0, LAST_HEADER_ROW);
  const found = findTab({ name, ...top }, id);
  const headEnd = found === null ? LAST_HEADER_ROW : found.headerRow + 1;
  if (endRow <= headEnd) return { name, ...top };
  const from = Math.max(firstRow, headEnd);
  const own = shifted(workbook.rows(name, from, endRow - from), from);
  return {
    name,
    columns: own.columns.map((cells, column) =>
      cells.map((cell, row) => (row < headEnd ? (top.columns[column]?.[row] ?? '') : cell)),
    ),
    formats: own.formats,
  };
}

/** The tabs that a row is read beside, the first of each kind, and the edited one among them. */
function sheetsFor(workbook: EditedWorkbook, id: TabId, edit: Edit): SheetInput[] {
  const titles = new Map<TabId, string>();
  for (const { title, sheetId } of workbook.tabs()) {
    const own = isKoersTab(sheetId) ? undefined : tabNamed(title)?.id;
    if (own !== undefined && !titles.has(own)) titles.set(own, title);
  }
  const beside = TAB_IDS.filter((own) => READ_BESIDE.includes(own)).flatMap((own): SheetInput[] => {
    const name = titles.get(own);
    return name === undefined ? [] : [{ name, ...workbook.rows(name, 0, MOST_BESIDE) }];
  });
  const isAmong = beside.some(({ name }) => name === edit.tab);
  return isAmong ? beside : [...beside, editedRows(workbook, id, edit)];
}

/**
 * What the notes of the edited rows are to be. A cell that was typed in has the note of what it holds
 * now; of another cell in its row a note goes where rows tell by themselves that it no longer holds.
 */
function newNotes(
  edit: Edit,
  wanted: ReadonlyMap<string, string>,
  present: readonly CellNote[],
  language: Language,
): CellNote[] {
  const codes = codesOfRows(edit.tab).filter((code) => code !== 'E_BLANK');
  const isOver = (line: string) => codes.some((code) => isLineOf(line, code, language));
  const isTyped = (column: number) => column >= edit.firstColumn && column < edit.endColumn;
  const gone = present.filter(
    ({ row, column, text }) =>
      isOurNote(text) &&
      !wanted.has(cellAddress(column, row)) &&
      (isTyped(column) || saidIn(text).every(isOver)),
  );
  const textAt = new Map(present.map(({ row, column, text }) => [cellAddress(column, row), text]));
  return [
    ...gone.map((note) => ({ ...note, text: '' })),
    ...[...wanted].flatMap(([cell, text]) => {
      const at = cellPosition(cell);
      const now = textAt.get(cell);
      const isFree = now === undefined || (isOurNote(now) && now !== text);
      return at !== null && isFree ? [{ ...at, text }] : [];
    }),
  ];
}

/**
 * Notes on the cells of the rows in which somebody typed, in the sentences of the checks. A tab that
 * Koers does not know, a note that somebody wrote and every other row stay as they are.
 */
export function checkEdit(workbook: EditedWorkbook, edit: Edit): void {
  const id = isKoersTab(edit.sheetId) ? undefined : tabNamed(edit.tab)?.id;
  if (id === undefined) return;
  const own = { ...edit, endRow: Math.min(edit.endRow, edit.firstRow + MOST_ROWS) };
  const { locale } = workbook;
  const identity = { fileId: '', workbookId: '', name: '', url: '', locale, timeZone: '' };
  const input = { workbook: identity, sheets: sheetsFor(workbook, id, own) };
  const { issues, language } = checkRows(input, own, workbook.today());
  const isTyped = (cell: string | null) => {
    const column = cell === null ? undefined : cellPosition(cell)?.column;
    return column !== undefined && column >= own.firstColumn && column < own.endColumn;
  };
  // Whoever is filling in a row knows that the next cell is still empty.
  const told = issues.filter(({ code, place }) => code !== 'E_BLANK' || isTyped(place.cell));
  const wanted = noteTexts(
    told,
    (issue) => issueLine(issue, language),
    ({ cell }) => cell,
  );
  const height = own.endRow - own.firstRow;
  const present = workbook.notes(own.tab, own.firstRow, height);
  for (const note of newNotes(own, wanted, present, language)) workbook.writeNote(own.tab, note);
}
