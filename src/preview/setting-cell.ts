import { normaliseText } from '../core/intake/sheet/normalise-text.ts';
import { tabNamed } from '../core/intake/sheet/tab-named.ts';
import { settingSpellings } from '../core/language/tab-words.ts';
import type { SettingId } from '../core/layout/settings.ts';
import type { Cell, Tab, Workbook } from './emulation/workbook/workbook.ts';

export const settingsTabs = ({ tabs }: Workbook): Tab[] =>
  tabs.filter(({ title }) => tabNamed(title)?.id === 'settings');

/** Where in a row the name of the setting stands, in any language; -1: in none of its cells. */
export function settingColumn(
  row: readonly (Cell | undefined)[] | undefined,
  id: SettingId,
): number {
  const spellings = settingSpellings(id);
  const names = [...spellings.names, ...spellings.synonyms].map(normaliseText);
  return (row ?? []).findIndex(
    (cell) => typeof cell?.value === 'string' && names.includes(normaliseText(cell.value)),
  );
}
