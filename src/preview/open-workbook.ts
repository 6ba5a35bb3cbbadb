import { choiceCode } from '../core/intake/cell/read-choice.ts';
import { normaliseText } from '../core/intake/sheet/normalise-text.ts';
import { CELL_WORDS } from '../core/language/languages.ts';
import { tabName } from '../core/language/tab-words.ts';
import { TABS } from '../core/layout/sheet-layout.ts';
import { LANGUAGES } from '../core/model/locale.ts';
import type { Language } from '../core/model/workspace.ts';
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
function languageSet(workbook: Workbook): Language | null {
  for (const { rows } of settingsTabs(workbook)) {
    for (const row of rows) {
      const name = settingColumn(row, 'language');
      const value = name < 0 ? undefined : row?.slice(name + 1).find((cell) => cell?.value)?.value;
      if (typeof value === 'string') return choiceCode(value, 'language');
    }
  }
  return null;
}

/** The language of a tab's name that is another one in English. */
const languageOfTabs = ({ tabs }: Workbook): Language | undefined =>
  LANGUAGES.find((language) =>
    tabs.some(({ title }) => {
      const key = normaliseText(title);
      return TABS.some(({ id, many }) => {
        const name = normaliseText(tabName(id, language));
        const isNamed = key === name || (many === true && key.startsWith(name));
        return isNamed && name !== normaliseText(tabName(id, 'en'));
      });
    }),
  );

/** A file does not say where it comes from; its Settings do, or the names of its tabs. */
const localeOf = (workbook: Workbook): string =>
  CELL_WORDS[languageSet(workbook) ?? languageOfTabs(workbook) ?? 'en'].locale;

/** A copy in memory of the workbook on disk, which is never written. */
export function openWorkbook(file: string, settings: OpenSettings): Workbook {
  const { id, owner, today, timeZone } = settings;
  const workbook = readXlsxFile(file, { id, owner, ...(timeZone && { timeZone }) });
  workbook.locale = localeOf(workbook);
  if (today !== null) blankToday(workbook);
  return workbook;
}
