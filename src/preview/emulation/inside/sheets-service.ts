import { emulatedService } from './emulated-object.ts';
import { callHost, notEmulated } from './host-bridge.ts';
import { checkOptions, openToWrite } from './sheets-range.ts';
import {
  appendValues,
  batchClearValues,
  batchUpdateValues,
  clearValues,
  updateValues,
} from './sheets-values-write.ts';
import { applyBatch } from './workbook-access.ts';

const BATCH_UPDATE = 'sheets.spreadsheets.batchUpdate';

interface BatchUpdate {
  readonly requests?: readonly object[];
}

/** Sheets.Spreadsheets.batchUpdate(resource, id): [documented] validated whole, applied whole. */
function batchUpdate(resource: BatchUpdate, id: string, ...more: unknown[]): object {
  if (more.length > 0) throw notEmulated(`${BATCH_UPDATE} with optional arguments`);
  checkOptions(BATCH_UPDATE, resource, ['requests']);
  openToWrite(BATCH_UPDATE, id);
  const replies = applyBatch(id, resource.requests ?? [], BATCH_UPDATE);
  return { spreadsheetId: id, replies };
}

/** [recorded live] Every part of an advanced service prints as the service. */
const asText = () => 'AdvancedServiceIdentifier{name=sheets, version=v4}';

const Values = emulatedService('Sheets.Spreadsheets.Values', {
  get: (id: string, range: string, options = {}) =>
    callHost<object>('sheets.getValues', id, range, options),
  batchGet: (id: string, options = {}) => callHost<object>('sheets.batchGetValues', id, options),
  update: updateValues,
  batchUpdate: batchUpdateValues,
  append: appendValues,
  clear: clearValues,
  batchClear: batchClearValues,
  toString: asText,
});

const Spreadsheets = emulatedService('Sheets.Spreadsheets', {
  get: (id: string, options = {}) => callHost<object>('sheets.get', id, options),
  create: (resource: object) => callHost<object>('sheets.create', resource),
  batchUpdate,
  Values,
  toString: asText,
});

/** [documented] The name exists only when the manifest enables the advanced service. */
export function installSheets(globals: Record<string, unknown>): void {
  const { advancedServices } = callHost<{ advancedServices: string[] }>('execution.facts');
  if (!advancedServices.includes('Sheets')) return;
  globals.Sheets = emulatedService('Sheets', { Spreadsheets, toString: asText });
}
