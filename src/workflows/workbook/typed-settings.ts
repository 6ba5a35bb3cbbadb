import { newIssueList } from '../../core/intake/rows/issue-list.ts';
import { startContext } from '../../core/intake/rows/read-context.ts';
import { readRows, sortSheets } from '../../core/intake/rows/read-rows.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { readSettings } from '../../core/intake/tabs/read-settings.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import type { Settings } from '../../core/model/workspace.ts';
import type { WorkbookFacts, WorkbookReader } from '../ports.ts';
import { inputTabs } from './koers-tabs.ts';

/** The Settings tab alone, every blank filled; without such a tab all are defaults. */
export function typedSettings(facts: WorkbookFacts, reader: WorkbookReader): Settings {
  const titles = inputTabs(facts).flatMap(({ title }) =>
    tabNamed(title)?.id === 'settings' ? [title] : [],
  );
  const ranges = titles.map((title) => tabRange(title));
  const columns = ranges.length === 0 ? [] : reader.columns(facts.fileId, ranges);
  const context = startContext(facts.locale, newIssueList(), []);
  const sheets = titles.map((name, at) => ({ name, columns: columns[at] }));
  const rows = readRows(sortSheets(sheets, context), 'settings', context);
  return readSettings(rows, facts.locale, context);
}
