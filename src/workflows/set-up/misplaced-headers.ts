import { LAST_HEADER_ROW } from '../../core/intake/rows/find-header.ts';
import { cellAt } from '../../core/intake/sheet/sheet-input.ts';
import type { PlannedColumn } from '../input-tabs/planned-tab.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import type { OurTab } from './seen-tabs.ts';

/**
 * What puts new headers right that came to stand in another row than the header, because a row was
 * inserted or taken away in the moment of the write.
 */
export function misplacedHeaders(
  { facts, found, sheet }: OurTab,
  columns: readonly PlannedColumn[],
): WorkbookChange[] {
  const { sheetId } = facts;
  const first = columns[0]?.header;
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const row = sheet.columns[column].lastIndexOf(first, LAST_HEADER_ROW + 1);
    const isOurs =
      row !== -1 && columns.every(({ header }, at) => cellAt(sheet, column + at, row) === header);
    if (!isOurs || row === found.headerRow) continue;
    const width = columns.length;
    const place = { kind: 'write_cells' as const, sheetId, column, height: 1, width };
    const note = (at: number, of: number, text: string) =>
      ({ kind: 'write_note', sheetId, row: of, column: column + at, note: text }) as const;
    const endColumn = column + width;
    return [
      { ...place, row, rows: [] },
      { ...place, row: found.headerRow, rows: [columns.map(({ header }) => header)] },
      { kind: 'style_header', sheetId, row: found.headerRow, startColumn: column, endColumn },
      ...columns.flatMap((own, at) => [note(at, row, ''), note(at, found.headerRow, own.note)]),
    ];
  }
  return [];
}
