import { a1Of, closedRectangle, openA1Of, parseRange, quotedTabName } from './a1-notation.ts';
import type { GridRectangle } from './workbook.ts';

interface GridTab {
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A range of the API that was found in the workbook. */
export interface FoundRange<T extends GridTab> {
  readonly tab: T;
  /** Cut off at the grid's edges. */
  readonly rectangle: GridRectangle;
  /** As written: where it was left open, or went past the grid. */
  readonly isOneCell: boolean;
}

/** [seen] What cannot be read, and what starts past the grid, gives the platform's text instead. */
export function foundRange<T extends GridTab>(
  tabs: readonly T[],
  notation: string,
): FoundRange<T> | string {
  const names = tabs.map(({ title }) => title);
  const written = parseRange(notation, names);
  const wanted = written?.tab ?? names[0];
  const tab = tabs.find(({ title }) => title === wanted);
  if (written === null || tab === undefined) return `Unable to parse range: ${notation}`;
  const open = written.rectangle;
  const { rowCount, columnCount } = tab;
  if ((open.startRow ?? 0) >= rowCount || (open.startColumn ?? 0) >= columnCount) {
    const place = `${quotedTabName(tab.title)}!${openA1Of(open)}`;
    const limits = `Max rows: ${rowCount}, max columns: ${columnCount}`;
    return `Range (${place}) exceeds grid limits. ${limits}`;
  }
  const closed = closedRectangle(open, tab);
  const rectangle = {
    ...closed,
    endRow: Math.min(closed.endRow, rowCount),
    endColumn: Math.min(closed.endColumn, columnCount),
  };
  const isOneCell =
    closed.endRow - closed.startRow === 1 && closed.endColumn - closed.startColumn === 1;
  return { tab, rectangle, isOneCell };
}

/** [documented] Ranges come back complete and quoted where needed: "'Sheet 1'!A1:Z1000". */
export function normalised(tab: GridTab, rectangle: GridRectangle): string {
  return `${quotedTabName(tab.title)}!${a1Of(rectangle)}`;
}
