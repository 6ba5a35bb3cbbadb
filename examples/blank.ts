import { TABS } from '../src/core/layout/sheet-layout.ts';
import type { Language } from '../src/core/model/workspace.ts';
import { exampleRow } from '../src/workflows/input-tabs/examples.ts';
import { plannedSettings } from '../src/workflows/input-tabs/planned-tab.ts';
import { settingsSheet, tabSheet } from './sheet-from-layout.ts';
import type { BookSheet } from './write-book.ts';

/** The dates in the example rows are of this year. */
const YEAR = 2026;

/** What *Set up* makes of an empty workbook, as a file: the tabs of day one, each with its example row. */
export const blankSheets = (language: Language): BookSheet[] =>
  TABS.filter(({ appears }) => appears === 'day_one').map(({ id }) => {
    if (id === 'settings') {
      const values = plannedSettings(language).map(({ id: setting, value }) => [setting, value]);
      return settingsSheet(language, Object.fromEntries(values));
    }
    const example = exampleRow(id, YEAR, language);
    return tabSheet(id, language, example === null ? [] : [example]);
  });
