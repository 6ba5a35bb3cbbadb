import { copyWorkbook } from '../../workbook/copy.ts';
import { emptyTab, type Workbook } from '../../workbook/workbook.ts';
import type { RequestHandlers } from './apply-requests.ts';
import { requiredPaths } from './cell-data.ts';
import { copiedCharts } from './chart-requests.ts';
import { cellsOf, type GridRange, tabOfGrid, tabOfSheet } from './grid-range.ts';
import { RequestRefusal } from './refusal.ts';
import {
  givenPaths,
  refuseTakenTitle,
  type SheetProperties,
  sheetPropertiesOf,
  writeProperties,
} from './tab-properties.ts';

/** [assumed] The platform draws a random number; ours only has to be new, and not the tab's place. */
function newSheetId(workbook: Workbook): number {
  return Math.max(...workbook.tabs.map((tab) => tab.sheetId)) + 1009;
}

function freeTitle(workbook: Workbook): string {
  let number = workbook.tabs.length + 1;
  while (workbook.tabs.some((tab) => tab.title === `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

export const tabRequests: RequestHandlers = {
  setBasicFilter: (workbook, { filter }: { filter?: { range?: GridRange } }) => {
    const tab = tabOfGrid(workbook, filter?.range?.sheetId);
    tab.filter = cellsOf(tab, filter?.range ?? {});
  },

  clearBasicFilter: (workbook, { sheetId }: { sheetId?: number }) => {
    tabOfGrid(workbook, sheetId).filter = undefined;
  },

  addSheet: (workbook, { properties = {} }: { properties?: SheetProperties }) => {
    const { sheetId = newSheetId(workbook), title = freeTitle(workbook) } = properties;
    if (workbook.tabs.some((tab) => tab.sheetId === sheetId)) {
      throw new RequestRefusal(`A sheet with id ${sheetId} already exists.`);
    }
    refuseTakenTitle(workbook, title);
    const tab = emptyTab(sheetId, title);
    workbook.tabs.splice(properties.index ?? workbook.tabs.length, 0, tab);
    writeProperties(workbook, tab, { ...properties, title }, givenPaths(properties));
    return { properties: sheetPropertiesOf(workbook, tab) };
  },

  deleteSheet: (workbook, { sheetId }: { sheetId?: number }) => {
    const tab = tabOfSheet(workbook, sheetId);
    if (workbook.tabs.length === 1) {
      throw new RequestRefusal("You can't remove all the sheets in a document.");
    }
    if (workbook.tabs.every((other) => other === tab || other.hidden)) {
      throw new RequestRefusal("You can't remove all the visible sheets in a document.");
    }
    workbook.tabs.splice(workbook.tabs.indexOf(tab), 1);
    // [documented] What belongs to a tab goes with it.
    workbook.developerMetadata = workbook.developerMetadata.filter(
      (held) => held.sheetId !== tab.sheetId,
    );
  },

  duplicateSheet: (
    workbook,
    request: {
      sourceSheetId?: number;
      insertSheetIndex?: number;
      newSheetId?: number;
      newSheetName?: string;
    },
  ) => {
    const source = tabOfSheet(workbook, request.sourceSheetId);
    const title = request.newSheetName ?? `Copy of ${source.title}`;
    refuseTakenTitle(workbook, title);
    const [copied = source] = copyWorkbook({ ...workbook, tabs: [source] }).tabs;
    const sheetId = request.newSheetId ?? newSheetId(workbook);
    const tab = {
      ...copied,
      sheetId,
      title,
      protections: [],
      charts: copiedCharts(workbook, source, sheetId),
    };
    workbook.tabs.splice(request.insertSheetIndex ?? workbook.tabs.length, 0, tab);
    return { properties: sheetPropertiesOf(workbook, tab) };
  },

  updateSheetProperties: (workbook, request: { properties?: SheetProperties; fields?: string }) => {
    const { properties = {}, fields } = request;
    const tab = tabOfSheet(workbook, properties.sheetId);
    writeProperties(workbook, tab, properties, requiredPaths(fields, givenPaths(properties)));
  },
};
