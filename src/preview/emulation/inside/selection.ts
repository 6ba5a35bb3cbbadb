import type { GridRectangle } from '../workbook/workbook.ts';
import { callHost } from './host-bridge.ts';
import { type RangeState, tabOf } from './range-state.ts';

/** [documented] The range becomes the active one, its tab the active tab, its first cell the current one. */
export function select(range: RangeState): void {
  const { id: workbookId, sheetId, rectangle } = range;
  // [seen] A range of a tab that was deleted is refused.
  tabOf(range);
  callHost('screen.select', { workbookId, sheetId, rectangle });
}

/** What the person has selected in this workbook; null where nothing is, or nobody looks. */
export const selectedIn = (id: string): { sheetId: number; rectangle: GridRectangle } | null =>
  callHost('screen.selected', id);
