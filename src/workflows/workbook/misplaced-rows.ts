import { type FoundTab, findTab } from '../../core/intake/rows/find-header.ts';
import { cellAt, type SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { columnName } from '../../core/language/tab-words.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Attempt, TabFacts, WorkbookReader, WorkbookWriter } from '../ports.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { lookedAfter, MOST_ROUNDS } from './as-found.ts';
import { type AddedRows, filledColumns, type NewRow, rowsBelow } from './rows-below.ts';
import { contentText, isFilled, rowsByContent, rowsUnder } from './rows-by-content.ts';
import { signature } from './signature.ts';

/** New rows that stand where they do not belong, and in which row each of them stands. */
function strayRows({ tab, rows }: AddedRows, found: FoundTab): (readonly [NewRow, number])[] {
  const { sheet, headerRow } = found;
  const columns = filledColumns({ tab, rows });
  const places = columns.map(({ column }) => column);
  const ids = columns.map(({ id }) => id);
  const [before, right] = [tab.found, found].map((own) => rowsUnder(own, ids));
  const written = rowsByContent(sheet, 0, places);
  const isOurs = (row: number) =>
    row !== headerRow &&
    sheet.columns.every((_, at) => places.includes(at) || !isFilled(cellAt(sheet, at, row)));
  const sought = new Map<string, number>();
  return rows.flatMap((row): (readonly [NewRow, number])[] => {
    const content = contentText(ids.map((id) => row.cells[id]));
    const count = (sought.get(content) ?? before.get(content)?.length ?? 0) + 1;
    sought.set(content, count);
    const present = right.get(content) ?? [];
    if (present.length >= count) return [];
    const strays = (written.get(content) ?? []).filter((at) => isOurs(at) && !present.includes(at));
    const at = strays[count - present.length - 1];
    return at === undefined ? [] : [[row, at]];
  });
}

/** Headers of new columns that came to stand in a row that is not that of the headers any more. */
function misplacedHeaders(
  { tab, rows }: AddedRows,
  { sheet, headerRow }: FoundTab,
  language: Language,
): WorkbookChange[] {
  const row = tab.found.headerRow;
  if (row === headerRow) return [];
  return filledColumns({ tab, rows }).flatMap(({ id, column, isNew }): WorkbookChange[] => {
    const header = columnName(tab.found.id, id, language);
    if (!isNew || cellAt(sheet, column, row) !== header) return [];
    const place = { sheetId: tab.facts.sheetId, column, height: 1, width: 1 };
    return [
      { kind: 'write_cells', ...place, row, rows: [] },
      { kind: 'write_cells', ...place, row: headerRow, rows: [[header]] },
    ];
  });
}

interface Fix {
  readonly changes: readonly WorkbookChange[];
  /** What is to be looked at after it. */
  readonly again: AddedRows;
}

/**
 * What puts new rows right that came to stand under other headings, or above them, because columns or
 * rows were moved in the moment of the write: first their own headings, then they come once more,
 * below the others, and go where they stood. A row in which somebody typed since is left as it is.
 */
function fixOf(
  added: AddedRows,
  facts: TabFacts,
  columns: SheetInput['columns'],
  language: Language,
): Fix | null {
  const found = findTab({ name: facts.title, columns }, added.tab.found.id);
  if (found === null) return null;
  const headers = misplacedHeaders(added, found, language);
  if (headers.length > 0) {
    const { headerRow } = found;
    const tab = { facts, found: { ...added.tab.found, headerRow } };
    return { changes: headers, again: { ...added, tab } };
  }
  const strays = strayRows(added, found);
  if (strays.length === 0) return null;
  const again = { tab: { facts, found }, rows: strays.map(([row]) => row) };
  const places = strays.map(([, at]) => at).sort((a, b) => b - a);
  return {
    again,
    changes: [
      ...rowsBelow(again, language),
      // Above those that were just inserted, and from the bottom up.
      ...places.map((row): WorkbookChange => {
        const { sheetId } = facts;
        return { kind: 'delete_rows', sheetId, row, count: 1 };
      }),
    ],
  };
}

/** The tabs of these rows as they stand now; null for a tab that was renamed while it was looked at. */
function lookAt(reader: WorkbookReader, fileId: string, added: readonly AddedRows[]) {
  const facts = reader.facts(fileId);
  const tabs = added.flatMap((own) =>
    facts.tabs
      .filter(({ sheetId }) => sheetId === own.tab.facts.sheetId)
      .map((present) => ({ own, present })),
  );
  const ranges = tabs.map(({ present }) => tabRange(present.title));
  const columns = tabs.length === 0 ? [] : reader.columnsIfThere(fileId, ranges);
  return { facts, tabs, columns };
}

interface RowPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly attempt: Attempt;
}

/**
 * Looks whether new rows stand under their own headings, and puts right those that do not: the Sheets
 * API cannot write only where a heading still stands.
 */
export function putRowsRight(
  { reader, writer, attempt }: RowPorts,
  fileId: string,
  added: readonly AddedRows[],
  language: Language,
): void {
  let left = added;
  for (let round = 0; left.length > 0 && round < MOST_ROUNDS; round += 1) {
    const seen = lookedAfter(attempt, () => lookAt(reader, fileId, left));
    if (seen === null) return;
    const { facts, tabs, columns } = seen;
    if (columns === null) continue;
    const fixes = tabs.flatMap(({ own, present }, at) => {
      const fix = fixOf(own, present, columns[at], language);
      return fix === null ? [] : [fix];
    });
    if (fixes.length === 0) return;
    writer.apply(fileId, [...fixes.flatMap(({ changes }) => changes), signature(facts)]);
    left = fixes.map(({ again }) => again);
  }
}
