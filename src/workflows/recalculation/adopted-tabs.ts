import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import { LANGUAGES } from '../../core/model/locale.ts';
import { findNamesake, withAdopted } from '../workbook/koers-tabs.ts';
import { ownSheet, type ReadWorkbook } from '../workbook/read-workbook.ts';
import { PEOPLE_TABS, TIMELINE_TAB } from './readable-tabs.ts';

/** True for the line that Koers writes above every tab for people, in any language. */
function isOurFirstLine(cell: unknown): boolean {
  const text = String(cell ?? '');
  return LANGUAGES.some((language) => {
    const [start, end] = KOERS_TAB_WORDS[language].recalculated('|', '', '').split('|');
    return text.startsWith(start) && text.endsWith(end);
  });
}

/** With the tabs for people that came through an .xlsx file, told by the line that Koers wrote there. */
export function withAdoptedTabs(read: ReadWorkbook): ReadWorkbook {
  let { facts, sheets } = read;
  const ids = [...PEOPLE_TABS, TIMELINE_TAB].map(({ tab }) => tab);
  for (const id of [...ids, 'charts' as const]) {
    const namesake = findNamesake(facts, id);
    const sheet = ownSheet({ sheets }, namesake?.title);
    if (namesake === null || !isOurFirstLine(sheet?.columns[0]?.[0])) continue;
    facts = withAdopted(facts, namesake, id);
    sheets = sheets.filter((own) => own !== sheet);
  }
  return { ...read, facts, sheets };
}
