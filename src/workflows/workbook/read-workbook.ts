import { foreignSources } from '../../core/intake/read-workspace.ts';
import type { SheetInput } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import type { ReadCell, TabFacts, TabLook, WorkbookFacts, WorkbookReader } from '../ports.ts';
import {
  DATA_FIRST_CELL,
  findKoersTab,
  findNamesake,
  inputTabs,
  withAdopted,
} from './koers-tabs.ts';
import { identityOf } from './workbook-identity.ts';

/** Everything that one metadata read and one values read tell, and one per foreign workbook. */
export interface ReadWorkbook {
  readonly facts: WorkbookFacts;
  readonly looks: readonly TabLook[];
  readonly sheets: readonly SheetInput[];
  /** Columns of the hidden tab; none where there is no such tab. */
  readonly dataColumns: ReadonlyArray<readonly ReadCell[]>;
}

/** A tab of the workbook itself by its title; undefined where there is none such. */
export const ownSheet = (
  { sheets }: Pick<ReadWorkbook, 'sheets'>,
  title: string | undefined,
): SheetInput | undefined =>
  sheets.find(({ name, spreadsheet }) => spreadsheet === undefined && name === title);

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
    const columns = reader.columnsIfThere(spreadsheet, ranges);
    if (columns === null) return [];
    return tabs.map(({ tab }, at) => ({ spreadsheet, name: tab, columns: columns[at] }));
  });
}

/**
 * Cells of these tabs. A tab that Koers knows by its name or id and that was filled when it last
 * recalculated is not empty without reason: one answer without its cells is not believed.
 */
function wholeColumns(
  reader: WorkbookReader,
  facts: WorkbookFacts,
  tabs: readonly TabFacts[],
  ranges: readonly string[],
): ReadCell[][][] {
  const columns = reader.columns(facts.fileId, ranges);
  const isSuspect = tabs.some(
    (tab, at) =>
      columns[at].length === 0 &&
      (tabNamed(tab.title) !== null || tab === findKoersTab(facts, 'data')),
  );
  return facts.mark !== null && isSuspect ? reader.columns(facts.fileId, ranges) : columns;
}

/** The hidden tab by its sheet id, or by its name and first cell. */
function dataTabOf(
  facts: WorkbookFacts,
  columnsOf: (tab: TabFacts) => ReadCell[][],
): { facts: WorkbookFacts; tab: TabFacts | null } {
  const made = findKoersTab(facts, 'data');
  if (made !== null) return { facts, tab: made };
  const namesake = findNamesake(facts, 'data');
  if (namesake === null || columnsOf(namesake)[0]?.[0] !== DATA_FIRST_CELL)
    return { facts, tab: null };
  return { facts: withAdopted(facts, namesake, 'data'), tab: namesake };
}

export function readWorkbook(reader: WorkbookReader, fileId: string): ReadWorkbook {
  const { facts: asked, looks } = reader.factsAndLooks(fileId);
  const made = findKoersTab(asked, 'data');
  const all = [...inputTabs(asked), ...(made === null ? [] : [made])];
  const ranges = all.map(({ title }) => tabRange(title));
  const columns = ranges.length === 0 ? [] : wholeColumns(reader, asked, all, ranges);
  const columnsOf = (tab: TabFacts) => columns[all.indexOf(tab)] ?? [];
  const { facts, tab: dataTab } = dataTabOf(asked, columnsOf);
  const lookOf = new Map(looks.map((look) => [look.sheetId, look]));
  const sheets = all
    .filter((tab) => tab !== dataTab)
    .map((tab) => ({
      name: tab.title,
      columns: columnsOf(tab),
      formats: lookOf.get(tab.sheetId)?.formats,
    }));
  return {
    facts,
    looks,
    sheets: [...sheets, ...foreignSheets(reader, facts, sheets)],
    dataColumns: dataTab === null ? [] : columnsOf(dataTab),
  };
}
