import { readWorkspace } from '../core/intake/read-workspace.ts';
import { tabNamed } from '../core/intake/sheet-layout.ts';
import { tabRange } from '../core/model/a1-notation.ts';
import type { Settings } from '../core/model/workspace.ts';
import type { WorkbookFacts, WorkbookReader } from './ports.ts';
import { inputTabs } from './recalculation/koers-tabs.ts';
import { identityOf } from './workbook-identity.ts';

/** The Settings tab alone, every blank filled; without such a tab all are defaults. */
export function typedSettings(facts: WorkbookFacts, reader: WorkbookReader): Settings {
  const tab = inputTabs(facts).find(({ title }) => tabNamed(title)?.id === 'settings');
  const sheets =
    tab === undefined
      ? []
      : [
          {
            name: tab.title,
            columns: reader.columns(facts.fileId, [tabRange(tab.title)])[0],
          },
        ];
  const workbook = identityOf(facts, facts.fileId);
  // No setting depends on the day.
  return readWorkspace({ workbook, sheets }, 0).workspace.settings;
}
