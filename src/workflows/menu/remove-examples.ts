import { type FoundTab, findTab } from '../../core/intake/rows/find-header.ts';
import { cellAt, isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { EXAMPLE_ROWS } from '../../core/layout/examples.ts';
import { columnEntries } from '../../core/layout/sheet-layout.ts';
import type { TabId } from '../../core/layout/tab-layout.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import { civilFromDay, dayFromSerial } from '../../core/model/calendar-date.ts';
import { LANGUAGES } from '../../core/model/locale.ts';
import { exampleRow } from '../input-tabs/examples.ts';
import { rowCells } from '../input-tabs/row-cells.ts';
import type { TabFacts } from '../ports.ts';
import type { SetUpPorts } from '../set-up/set-up-workbook.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { signature } from '../workbook/signature.ts';
import type { WorkbookChange } from '../workbook-change.ts';

const LABEL_OF_MONTH = /^(\d{4})-\d\d$/;

/** The years that a row speaks of; any where it speaks of none. */
function yearsIn(cells: readonly unknown[]): number[] {
  const years = cells.flatMap((cell) => {
    if (typeof cell === 'number') return [civilFromDay(dayFromSerial(cell)).year];
    const [, year] = LABEL_OF_MONTH.exec(String(cell)) ?? [];
    return year === undefined ? [] : [Number(year)];
  });
  return years.length === 0 ? [0] : [...new Set(years)];
}

/** True where a row holds what Koers put there and nothing else, its id aside. */
function isExample(found: FoundTab, row: number): boolean {
  const { id: tab, sheet } = found;
  const columns = columnEntries(tab);
  const columnOf: Readonly<Record<string, number | undefined>> = found.columnOf;
  const places = columns.map(([id]) => columnOf[id]);
  const cells = sheet.columns.map((_, column) => cellAt(sheet, column, row));
  const strangers = cells.some((cell, at) => !places.includes(at) && !isBlankCell(cell));
  if (strangers || cells.every(isBlankCell)) return false;
  return LANGUAGES.some((language) =>
    yearsIn(cells).some((year) => {
      const example = exampleRow(tab, year, language);
      if (example === null) return false;
      return rowCells(tab, example, language).every((expected, at) => {
        if (columns[at][1].cell === 'id') return true;
        const place = places[at];
        const cell = place === undefined ? undefined : cells[place];
        return isBlankCell(cell) ? isBlankCell(expected) : cell === expected;
      });
    }),
  );
}

/** From the bottom up, so that no row moves before its turn. */
function removal({ sheetId, rowCount }: TabFacts, found: FoundTab): WorkbookChange[] {
  const rows: number[] = [];
  for (let row = found.rowCount - 1; row > found.headerRow; row -= 1) {
    if (isExample(found, row)) rows.push(row);
  }
  // A tab keeps at least one row below those that are frozen.
  const left = rowCount - rows.length - found.headerRow - 1;
  const room: WorkbookChange[] =
    rows.length > 0 && left < 1 ? [{ kind: 'lengthen', sheetId, what: 'rows', count: 1 }] : [];
  return [
    ...room,
    ...rows.map((row) => ({ kind: 'delete_rows' as const, sheetId, row, count: 1 })),
  ];
}

/**
 * Takes away the example rows that are still exactly as they were put there. Gives how many.
 * The Sheets API deletes by position, so that rows are read in the moment before.
 */
export const removeExampleRows = (ports: SetUpPorts, fileId: string): number =>
  oneAtATime(ports.lock, () => {
    const facts = ports.reader.facts(fileId);
    const tabs = inputTabs(facts).flatMap((tab) => {
      const id: TabId | undefined = tabNamed(tab.title)?.id;
      return id === undefined || EXAMPLE_ROWS[id] === undefined ? [] : [{ tab, id }];
    });
    if (tabs.length === 0) return 0;
    const columns = ports.reader.columns(
      fileId,
      tabs.map(({ tab }) => tabRange(tab.title)),
    );
    const changes = tabs.flatMap(({ tab, id }, at) => {
      const found = findTab({ name: tab.title, columns: columns[at] }, id);
      return found === null ? [] : removal(tab, found);
    });
    // Deleted twice they would be other rows.
    if (changes.length > 0) ports.writer.apply(fileId, [...changes, signature(facts)]);
    return changes.filter(({ kind }) => kind === 'delete_rows').length;
  });
