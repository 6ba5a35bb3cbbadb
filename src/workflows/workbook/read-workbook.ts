import { foreignSources } from '../../core/intake/read-workspace.ts';
import type { SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import type { ReadCell, TabLook, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { findKoersTab, inputTabs } from './koers-tabs.ts';
import { identityOf } from './workbook-identity.ts';

/** Everything that one metadata read and one values read tell, and one per foreign workbook. */
export interface ReadWorkbook {
  readonly facts: WorkbookFacts;
  readonly looks: readonly TabLook[];
  readonly sheets: readonly SheetInput[];
  /** Columns of the hidden tab; none where there is no such tab. */
  readonly dataColumns: ReadonlyArray<readonly ReadCell[]>;
}

/** Tabs of other spreadsheets that measures name; one that cannot be read is left out. */
function foreignSheets(
  reader: WorkbookReader,
  facts: WorkbookFacts,
  sheets: readonly SheetInput[],
): SheetInput[] {
  const sources = foreignSources({ workbook: identityOf(facts, facts.fileId), sheets });
  const spreadsheets = [...new Set(sources.map(({ spreadsheet }) => spreadsheet))];
  return spreadsheets.flatMap((spreadsheet) => {
    const tabs = sources.filter((source) => source.spreadsheet === spreadsheet);
    const ranges = tabs.map(({ tab }) => tabRange(tab));
    const columns = reader.foreignColumns(spreadsheet, ranges);
    if (columns === null) return [];
    return tabs.map(({ tab }, at) => ({ spreadsheet, name: tab, columns: columns[at] }));
  });
}

export function readWorkbook(reader: WorkbookReader, fileId: string): ReadWorkbook {
  const { facts, looks } = reader.factsAndLooks(fileId);
  const tabs = inputTabs(facts);
  const dataTab = findKoersTab(facts, 'data');
  const titles = [...tabs, ...(dataTab === null ? [] : [dataTab])].map(({ title }) => title);
  const ranges = titles.map((title) => tabRange(title));
  const columns = ranges.length === 0 ? [] : reader.columns(fileId, ranges);
  const formatsOf = new Map(looks.map(({ sheetId, formats }) => [sheetId, formats]));
  const sheets = tabs.map(({ title, sheetId }, index) => ({
    name: title,
    columns: columns[index],
    formats: formatsOf.get(sheetId),
  }));
  return {
    facts,
    looks,
    sheets: [...sheets, ...foreignSheets(reader, facts, sheets)],
    dataColumns: dataTab === null ? [] : columns[tabs.length],
  };
}
