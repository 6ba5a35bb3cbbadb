import { OUTPUT_TABS } from '../../core/intake/sheet-layout.ts';
import type { Compression, TabFacts, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { tabRange } from '../recalculation/a1-range.ts';
import { findKoersTab } from '../recalculation/koers-tabs.ts';
import { readStoredData } from './read-stored-data.ts';
import type { StoredData } from './stored-data.ts';

/** Cells of the left band of the hidden tab. */
const RESULT_CELLS = 'A:C';

export interface OpenedData {
  readonly tab: TabFacts;
  readonly stored: StoredData;
}

/** What the last recalculation left, history aside; null before the first one. */
export function openStoredData(
  facts: WorkbookFacts,
  reader: WorkbookReader,
  compression: Compression,
): OpenedData | null {
  const tab = findKoersTab(facts, 'data');
  if (tab === null) return null;
  const [columns] = reader.columns(facts.fileId, [tabRange(tab.title, RESULT_CELLS)]);
  return { tab, stored: readStoredData(columns, OUTPUT_TABS.data.en, compression) };
}
