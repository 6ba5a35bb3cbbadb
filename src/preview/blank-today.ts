import type { Workbook } from './emulation/workbook/workbook.ts';
import { settingColumn, settingsTabs } from './setting-cell.ts';

/** Takes the day out of Settings in this copy in memory, so that the clock's day counts. */
export function blankToday(workbook: Workbook): void {
  for (const tab of settingsTabs(workbook)) {
    tab.rows = tab.rows.map((row) => {
      const name = settingColumn(row, 'today');
      return row === undefined || name < 0 ? row : row.slice(0, name + 1);
    });
  }
}
