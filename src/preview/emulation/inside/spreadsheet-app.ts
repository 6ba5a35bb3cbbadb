import { newDataValidation } from './data-validation.ts';
import { emulatedEnum, emulatedService } from './emulated-object.ts';
import { callHost, checkArguments, platformError, requireScope } from './host-bridge.ts';
import { spreadsheetObject } from './spreadsheet.ts';
import { getUi } from './user-interface.ts';
import { factsOf } from './workbook-access.ts';

/** [recorded live] The current file alone is enough for the first, for no other. */
const CURRENT = ['spreadsheets.currentonly', 'spreadsheets'];
const ANY_FILE = ['spreadsheets'];

/** [recorded live] null in a standalone project. */
function getActiveSpreadsheet(): unknown {
  requireScope('SpreadsheetApp.getActiveSpreadsheet', CURRENT);
  const { boundWorkbookId } = callHost<{ boundWorkbookId: string | null }>('execution.facts');
  return boundWorkbookId === null ? null : opened(boundWorkbookId);
}

function opened(id: string): unknown {
  // [seen] A file that is missing or closed to this person fails here, not at the first read.
  factsOf(id);
  return spreadsheetObject({ id });
}

function openById(...args: unknown[]): unknown {
  checkArguments('SpreadsheetApp.openById', args, ['string']);
  requireScope('SpreadsheetApp.openById', ANY_FILE);
  return opened(String(args[0]));
}

function openByUrl(...args: unknown[]): unknown {
  checkArguments('SpreadsheetApp.openByUrl', args, ['string']);
  requireScope('SpreadsheetApp.openByUrl', ANY_FILE);
  const id = /\/spreadsheets\/(?:u\/\d+\/)?d\/([-\w]+)/.exec(String(args[0]))?.[1];
  // [seen]
  if (id === undefined) throw platformError('Invalid argument: url');
  return opened(id);
}

interface ActiveSpreadsheet {
  getActiveSheet(): unknown;
}

function getActiveSheet(): unknown {
  // SAFETY: the object spreadsheet.ts makes.
  const active = getActiveSpreadsheet() as ActiveSpreadsheet | null;
  return active === null ? null : active.getActiveSheet();
}

function create(...args: unknown[]): unknown {
  requireScope('SpreadsheetApp.create', ANY_FILE);
  checkArguments('SpreadsheetApp.create', args, ['string'], ['string', 'number', 'number']);
  const id = callHost<string>('spreadsheet.create', ...args);
  return spreadsheetObject({ id });
}

const members = {
  getActiveSpreadsheet,
  getActive: getActiveSpreadsheet,
  getActiveSheet,
  openById,
  openByUrl,
  create,
  getUi,
  newDataValidation,
  // Every write goes through at once, so there is nothing left to flush. [assumed]
  flush: () => undefined,
  ProtectionType: emulatedEnum('SpreadsheetApp.ProtectionType', ['RANGE', 'SHEET']),
  Direction: emulatedEnum('SpreadsheetApp.Direction', ['UP', 'DOWN', 'PREVIOUS', 'NEXT']),
} satisfies {
  [K in keyof GoogleAppsScript.Spreadsheet.SpreadsheetApp]?: unknown;
};

export function installSpreadsheetApp(globals: Record<string, unknown>): void {
  globals.SpreadsheetApp = emulatedService('SpreadsheetApp', members);
}
