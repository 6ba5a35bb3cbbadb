import { MENU_MESSAGES } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { SetUpReport } from './plan-set-up.ts';
import type { Added } from './repair-tab.ts';

/** What Set up did, and which tabs it left alone. */
export function setUpText(report: SetUpReport, language: Language): string {
  const words = MENU_MESSAGES[language];
  const { isNew, tabs, repaired, foreign } = report;
  const sum = (part: keyof Added) => repaired.reduce((count, tab) => count + tab[part], 0);
  const isComplete = tabs.length === 0 && repaired.length === 0;
  const did = isNew
    ? words.setUp
    : isComplete
      ? words.complete
      : words.completed({
          tabs,
          columns: repaired.flatMap(({ tab, columns: count }) =>
            count === 0 ? [] : [{ tab, count }],
          ),
          settings: sum('settings'),
          notes: sum('notes'),
          lists: sum('lists'),
          formats: sum('formats'),
          headers: sum('headers'),
        });
  return [did, ...foreign.map(words.leftAlone)].join('\n');
}
