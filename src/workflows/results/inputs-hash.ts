import type { IdToWrite } from '../../core/intake/rows/read-context.ts';
import type { SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { cellPosition } from '../../core/model/a1-notation.ts';
import { contentHash } from '../packed-tables/chunks.ts';

const placeOf = (tab: string, column: number, row: number): string => `${tab}|${column}|${row}`;

/** Ids that a run is about to fill in, by their places. */
function idsByPlace(ids: readonly IdToWrite[]): Map<string, string> {
  return new Map(
    ids.flatMap(({ tab, cell, id }) => {
      const at = cellPosition(cell);
      return at === null ? [] : [[placeOf(tab, at.column, at.row), id]];
    }),
  );
}

/**
 * Everything that people filled in, as one short text: the same as long as nobody changes a cell. An
 * id that this very run fills in counts as there.
 */
export function inputsHash(sheets: readonly SheetInput[], ids: readonly IdToWrite[]): string {
  const cells: string[] = [];
  for (const { spreadsheet = '', name, columns } of sheets) {
    const tab = spreadsheet === '' ? name : `${spreadsheet}!${name}`;
    columns.forEach((column, at) => {
      column.forEach((cell, row) => {
        if (cell === '' || cell === null || cell === undefined) return;
        cells.push(`${placeOf(tab, at, row)}|${cell}`);
      });
    });
  }
  for (const [place, id] of idsByPlace(ids)) cells.push(`${place}|${id}`);
  return contentHash(cells.sort().join('\n'));
}
