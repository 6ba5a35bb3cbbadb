import { SETTINGS } from '../core/intake/layout/settings-list.ts';
import { normaliseText } from '../core/intake/normalise-text.ts';
import { tabNamed } from '../core/intake/sheet-layout.ts';
import type { Cell, Tab, Workbook } from './emulation/workbook/workbook.ts';

export const settingsTabs = ({ tabs }: Workbook): Tab[] =>
  tabs.filter(({ title }) => tabNamed(title)?.id === 'settings');

/** Where in a row the name of the setting stands, in either language; -1: in none of its cells. */
export function settingColumn(row: readonly (Cell | undefined)[] | undefined, id: string): number {
  const names = SETTINGS.filter((setting) => setting.id === id).flatMap(({ name, synonyms }) =>
    [name.en, name.nl, ...synonyms].map(normaliseText),
  );
  return (row ?? []).findIndex(
    (cell) => typeof cell?.value === 'string' && names.includes(normaliseText(cell.value)),
  );
}
