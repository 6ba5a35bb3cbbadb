import { choiceCode } from '../core/intake/cell/read-choice.ts';
import { CHOICE_LISTS } from '../core/intake/layout/choice-lists.ts';
import { normaliseText } from '../core/intake/normalise-text.ts';
import { TABS } from '../core/intake/sheet-layout.ts';
import { blankToday } from './blank-today.ts';
import { readXlsxFile } from './emulation/host/read-xlsx.ts';
import type { Workbook } from './emulation/workbook/workbook.ts';
import { settingColumn, settingsTabs } from './setting-cell.ts';

export interface OpenSettings {
  readonly id: string;
  readonly owner: string;
  /** YYYY-MM-DD: looked from instead of Today in Settings. */
  readonly today: string | null;
  readonly timeZone?: string;
}

/** The language that Settings names, if any. */
function languageSet(workbook: Workbook): 'en' | 'nl' | null {
  for (const { rows } of settingsTabs(workbook)) {
    for (const row of rows) {
      const name = settingColumn(row, 'language');
      const value = name < 0 ? undefined : row?.slice(name + 1).find((cell) => cell?.value)?.value;
      if (typeof value === 'string') return choiceCode(value, CHOICE_LISTS.language);
    }
  }
  return null;
}

const hasDutchTab = ({ tabs }: Workbook): boolean =>
  tabs.some(({ title }) => {
    const key = normaliseText(title);
    return TABS.some(({ name, many }) => {
      const dutch = normaliseText(name.nl);
      const isNamed = key === dutch || (many === true && key.startsWith(dutch));
      return isNamed && dutch !== normaliseText(name.en);
    });
  });

/** A file does not say where it comes from; its Settings do, or the names of its tabs. */
function localeOf(workbook: Workbook): string {
  const language = languageSet(workbook) ?? (hasDutchTab(workbook) ? 'nl' : 'en');
  return language === 'nl' ? 'nl_NL' : 'en_GB';
}

/** A copy in memory of the workbook on disk, which is never written. */
export function openWorkbook(file: string, settings: OpenSettings): Workbook {
  const { id, owner, today, timeZone } = settings;
  const workbook = readXlsxFile(file, { id, owner, ...(timeZone && { timeZone }) });
  workbook.locale = localeOf(workbook);
  if (today !== null) blankToday(workbook);
  return workbook;
}
