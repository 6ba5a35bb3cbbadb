import type { SheetInput } from '../../core/intake/sheet-input.ts';
import type { ReadCell, TabLook, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { tabRange } from './a1-range.ts';
import { findKoersTab, inputTabs } from './koers-tabs.ts';

/** Everything that one metadata read and one values read tell. */
export interface ReadWorkbook {
  readonly facts: WorkbookFacts;
  readonly looks: readonly TabLook[];
  readonly sheets: readonly SheetInput[];
  /** Columns of the hidden tab; none where there is no such tab. */
  readonly dataColumns: ReadonlyArray<readonly ReadCell[]>;
}

export function readWorkbook(reader: WorkbookReader, fileId: string): ReadWorkbook {
  const { facts, looks } = reader.factsAndLooks(fileId);
  const tabs = inputTabs(facts);
  const dataTab = findKoersTab(facts, 'data');
  const titles = [...tabs, ...(dataTab === null ? [] : [dataTab])].map(({ title }) => title);
  const ranges = titles.map((title) => tabRange(title));
  const columns = ranges.length === 0 ? [] : reader.columns(fileId, ranges);
  const formatsOf = new Map(looks.map(({ sheetId, formats }) => [sheetId, formats]));
  return {
    facts,
    looks,
    sheets: tabs.map(({ title, sheetId }, index) => ({
      name: title,
      columns: columns[index],
      formats: formatsOf.get(sheetId),
    })),
    dataColumns: dataTab === null ? [] : columns[tabs.length],
  };
}
