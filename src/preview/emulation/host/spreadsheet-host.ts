import { lastColumn, lastRow } from '../workbook/cells.ts';
import {
  accessOf,
  emptyWorkbook,
  type GridRectangle,
  type Tab,
  type Workbook,
} from '../workbook/workbook.ts';
import { PlatformError } from './account.ts';
import { applyRequests, BatchRefusal } from './batch-update/apply-requests.ts';
import { describedGroup } from './batch-update/dimension-requests.ts';
import { RequestNotEmulated } from './batch-update/refusal.ts';
import { sheetPropertiesOf } from './batch-update/tab-properties.ts';
import { protectedRangeOf } from './batch-update/workbook-requests.ts';
import type { Execution } from './execution-state.ts';
import { apiError, type Caller, isApp, openWorkbook } from './open-workbook.ts';
import { type CellPart, readPart } from './read-cells.ts';

function describedTab(workbook: Workbook, tab: Tab): object {
  return {
    sheetId: tab.sheetId,
    title: tab.title,
    hidden: tab.hidden,
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    frozenRows: tab.frozenRows,
    frozenColumns: tab.frozenColumns,
    lastRow: lastRow(tab),
    lastColumn: lastColumn(tab),
    properties: sheetPropertiesOf(workbook, tab),
    protectedRanges: tab.protections.map((protection) => protectedRangeOf(tab, protection)),
    conditionalFormats: tab.conditionalFormats,
    rowGroups: tab.rowGroups.map((group) => describedGroup({ tab, dimension: 'ROWS' }, group)),
    columnGroups: tab.columnGroups.map((group) =>
      describedGroup({ tab, dimension: 'COLUMNS' }, group),
    ),
    columnProperties: tab.columnProperties,
    rowProperties: tab.rowProperties,
    filter: tab.filter,
  };
}

function findTab(caller: Caller, workbook: Workbook, sheetId: number): Tab {
  const tab = workbook.tabs.find((candidate) => candidate.sheetId === sheetId);
  if (tab !== undefined) return tab;
  // [seen] What a Sheet or Range object says after its tab was deleted.
  throw isApp(caller)
    ? new PlatformError(`Sheet ${sheetId} not found`)
    : apiError(caller, 400, `No grid with id: ${sheetId}`);
}

/** [documented] 10 MiB is where the API stops reading a request; [assumed] the text. */
const MAX_PAYLOAD_BYTES = 10 * 1024 * 1024;

function refuseLargePayload(caller: Caller, requests: unknown): void {
  const bytes = Buffer.byteLength(JSON.stringify(requests));
  if (bytes <= MAX_PAYLOAD_BYTES) return;
  throw apiError(
    caller,
    400,
    `Request payload size exceeds the limit: ${MAX_PAYLOAD_BYTES} bytes.`,
  );
}

function batchError(caller: Caller, error: unknown): unknown {
  if (error instanceof RequestNotEmulated) {
    return new PlatformError(
      `Sheets.Spreadsheets.batchUpdate: ${error.message} is not emulated`,
      'NotEmulatedError',
    );
  }
  if (!(error instanceof BatchRefusal)) return error;
  if (isApp(caller)) return new PlatformError(error.message);
  return apiError(caller, 400, `Invalid requests[${error.index}].${error.kind}: ${error.message}`);
}

/** Operations of SpreadsheetApp and Sheets on the account's workbooks. */
export const spreadsheetOperations = {
  /** What is known of a workbook and its tabs, without their cells. */
  facts: (execution: Execution, caller: Caller, id: string) => {
    const workbook = openWorkbook(execution, caller, id, 'view');
    const { title, locale, timeZone, sharing, developerMetadata } = workbook;
    const access = accessOf(sharing, execution.user);
    const tabs = workbook.tabs.map((tab) => describedTab(workbook, tab));
    return { id, title, locale, timeZone, sharing, access, developerMetadata, tabs };
  },

  /** The asked parts of the cells in a rectangle, each as rows of values; null where there is none. */
  read: (
    execution: Execution,
    caller: Caller,
    id: string,
    sheetId: number,
    rectangle: GridRectangle,
    parts: CellPart[],
  ) => {
    const workbook = openWorkbook(execution, caller, id, 'view');
    const tab = findTab(caller, workbook, sheetId);
    const { locale } = workbook;
    return Object.fromEntries(parts.map((part) => [part, readPart(tab, rectangle, part, locale)]));
  },

  /** The requests of spreadsheets.batchUpdate, all or nothing. */
  batch: (
    execution: Execution,
    caller: Caller,
    id: string,
    requests: Record<string, unknown>[],
  ) => {
    refuseLargePayload(caller, requests);
    const workbook = openWorkbook(execution, caller, id, 'edit');
    try {
      return applyRequests(workbook, requests, { user: execution.user });
    } catch (error) {
      throw batchError(caller, error);
    }
  },

  /** A new spreadsheet of the person who runs the script; answers its id. */
  create: (execution: Execution, title: string, rows?: number, columns?: number) => {
    const { workbooks } = execution.account;
    const id = `created-${workbooks.size + 1}`;
    const workbook = emptyWorkbook({ id, title, owner: execution.user });
    const [tab] = workbook.tabs;
    if (tab !== undefined)
      Object.assign(tab, {
        rowCount: rows ?? tab.rowCount,
        columnCount: columns ?? tab.columnCount,
      });
    workbooks.set(id, workbook);
    return id;
  },

  /** An API error from the inside, where ranges are read. */
  refuse: (_execution: Execution, caller: Caller, code: number, message: string) => {
    throw apiError(caller, code, message);
  },
};
