import { tabRange } from '../../core/model/a1-notation.ts';
import type { Language } from '../../core/model/workspace.ts';
import { registerCharts } from '../hidden-tab/change-stored-data.ts';
import type { RunRegister, StoredChart } from '../hidden-tab/stored-data.ts';
import type { WorkbookFacts, WorkbookReader } from '../ports.ts';
import { findKoersTab } from '../workbook/koers-tabs.ts';
import { type ChartsTab, chartChanges, chartsFound } from './charts-tab.ts';
import type { PublishingPorts } from './renew-publications.ts';

/** The charts that there are; of a memory that has lost them, or never had them, those in the tab. */
export function keptCharts(
  reader: WorkbookReader,
  facts: WorkbookFacts,
  { charts }: RunRegister,
): readonly StoredChart[] {
  const tab = findKoersTab(facts, 'charts');
  if (charts !== undefined || tab === null) return charts ?? [];
  return chartsFound(reader.columns(facts.fileId, [tabRange(tab.title)])[0]);
}

/**
 * Makes the charts that are not made yet. Beside the matter: one that Google does not make leaves
 * the run as it is, and comes with the next.
 */
export function drawCharts(
  ports: PublishingPorts,
  fileId: string,
  tab: ChartsTab | null,
  charts: readonly StoredChart[],
  { language, goOn }: { readonly language: Language; readonly goOn: () => void },
): void {
  if (tab === null || charts.every(({ isMade }) => isMade)) return;
  ports.attempt(() => {
    goOn();
    registerCharts(ports, fileId, chartChanges(tab.sheetId, charts, language));
  });
}
