import { emptyWorkbook } from '../../workbook/workbook.ts';
import type { Execution } from '../execution-state.ts';
import { checkOptions, enterApi } from './api-gate.ts';

const CREATE = 'sheets.spreadsheets.create';

interface SpreadsheetResource {
  readonly properties?: {
    readonly title?: string;
    readonly locale?: string;
    readonly timeZone?: string;
  };
}

/**
 * Sheets.Spreadsheets.create(resource): [documented] a new spreadsheet of the person who asks, shared
 * with nobody; the scope spreadsheets is enough. Of the resource only the properties are known.
 */
export function createSpreadsheet(execution: Execution, resource: SpreadsheetResource): object {
  checkOptions(CREATE, resource, ['properties']);
  const { properties = {} } = resource;
  checkOptions(CREATE, properties, ['title', 'locale', 'timeZone']);
  enterApi(execution, CREATE, 'write');
  const { workbooks } = execution.account;
  const id = `created-by-a-script-${String(workbooks.size + 1).padStart(6, '0')}`;
  workbooks.set(id, emptyWorkbook({ ...properties, id, owner: execution.user }));
  return {
    spreadsheetId: id,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
  };
}
