import type { Tab, Workbook } from './workbook.ts';

function copyTab(tab: Tab): Tab {
  return {
    ...tab,
    // Cells never change, only their places do, so the rows' arrays are all that is copied.
    rows: tab.rows.map((row) => row?.slice()),
    rowProperties: tab.rowProperties.slice(),
    columnProperties: tab.columnProperties.slice(),
    rowGroups: tab.rowGroups.slice(),
    columnGroups: tab.columnGroups.slice(),
    protections: tab.protections.slice(),
    conditionalFormats: tab.conditionalFormats.slice(),
    charts: tab.charts.slice(),
  };
}

/** A copy to try changes on; `adopt` makes it the workbook when all of them went well. */
export function copyWorkbook(workbook: Workbook): Workbook {
  return {
    ...workbook,
    tabs: workbook.tabs.map(copyTab),
    developerMetadata: workbook.developerMetadata.slice(),
  };
}

/** Takes over everything that was changed on a copy, in one step. */
export function adopt(workbook: Workbook, changed: Workbook): void {
  Object.assign(workbook, changed, { revision: workbook.revision + 1 });
}

/** A workbook of its own with the same contents: "Make a copy". Sharing does not come along. */
export function duplicateWorkbook(workbook: Workbook, id: string, owner: string): Workbook {
  return {
    ...copyWorkbook(workbook),
    id,
    title: `Copy of ${workbook.title}`,
    sharing: { owner, editors: [], viewers: [] },
    revision: 0,
  };
}
