import { SETTINGS } from '../core/intake/layout/settings-list.ts';
import { normaliseText } from '../core/intake/normalise-text.ts';
import { tabNamed } from '../core/intake/sheet-layout.ts';
import type { Workbook } from './emulation/workbook/workbook.ts';

const todayNames = (): string[] =>
  SETTINGS.filter(({ id }) => id === 'today').flatMap(({ name, synonyms }) =>
    [name.en, name.nl, ...synonyms].map(normaliseText),
  );

/** Takes the day out of Settings in this copy in memory, so that the clock's day counts. */
export function blankToday(workbook: Workbook): void {
  const names = todayNames();
  for (const tab of workbook.tabs) {
    if (tabNamed(tab.title)?.id !== 'settings') continue;
    tab.rows = tab.rows.map((row) => {
      const name = row?.findIndex(
        (cell) => typeof cell?.value === 'string' && names.includes(normaliseText(cell.value)),
      );
      return name === undefined || name < 0 ? row : row.slice(0, name + 1);
    });
  }
}
