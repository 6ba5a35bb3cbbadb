import { tabRange } from '../../core/model/a1-notation.ts';
import { PersonFailure } from '../failures.ts';
import type { WorkbookFacts, WorkbookReader } from '../ports.ts';
import { findKoersTab } from '../workbook/koers-tabs.ts';
import { readBlocks } from './data-cells.ts';
import { layoutVersionOf } from './migrations.ts';
import { DATA_LAYOUT } from './stored-data.ts';

/** The layout stands in the first row in every version. */
const FIRST_ROW = 'A1:C1';

/** A workbook of a newer Koers is left alone: what is added to it may be called otherwise there. */
export function refuseNewer(facts: WorkbookFacts, reader: WorkbookReader): void {
  const tab = findKoersTab(facts, 'data');
  if (tab === null) return;
  const [columns] = reader.columns(facts.fileId, [tabRange(tab.title, FIRST_ROW)]);
  const layout = layoutVersionOf(readBlocks(columns));
  if (layout !== null && layout > DATA_LAYOUT) {
    throw new PersonFailure('NEWER_LAYOUT', { tab: tab.title });
  }
}
