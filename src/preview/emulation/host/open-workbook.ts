import { accessOf, type Workbook } from '../workbook/workbook.ts';
import { PlatformError } from './account.ts';
import type { Execution } from './execution-state.ts';

/** "SpreadsheetApp", or the REST method an advanced service calls: "sheets.spreadsheets.get". */
export type Caller = string;

/** SpreadsheetApp has errors of its own. */
export const isApp = (caller: Caller) => caller === 'SpreadsheetApp';

const REASONS: Record<number, string> = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  429: 'rateLimitExceeded',
  503: 'backendError',
};

/** [seen] How an advanced service reports what the API refused. */
export function apiError(caller: Caller, code: number, message: string): PlatformError {
  const errors = [{ domain: 'global', reason: REASONS[code], message }];
  return new PlatformError(
    `API call to ${caller} failed with error: ${message}`,
    'GoogleJsonResponseException',
    { code, message, errors },
  );
}

/** [seen] SpreadsheetApp does not say whether a file is missing or only closed to this person. */
const NO_ACCESS = 'You do not have permission to access the requested document.';

/** The workbook, for someone who may do this with it. */
export function openWorkbook(
  execution: Execution,
  caller: Caller,
  id: string,
  need: 'view' | 'edit',
): Workbook {
  const workbook = execution.account.workbooks.get(id);
  if (workbook === undefined) {
    throw isApp(caller)
      ? new PlatformError(NO_ACCESS)
      : apiError(caller, 404, 'Requested entity was not found.');
  }
  const access = accessOf(workbook.sharing, execution.user);
  if (access === 'none') {
    throw isApp(caller)
      ? new PlatformError(NO_ACCESS)
      : apiError(caller, 403, 'The caller does not have permission');
  }
  if (need === 'edit' && access !== 'edit') {
    throw isApp(caller)
      ? new PlatformError('You do not have permission to perform that action.')
      : apiError(caller, 403, 'The caller does not have permission');
  }
  if (workbook.isOfficeFile === true) {
    // [recorded] An .xlsx that Drive shows without making a spreadsheet of it.
    throw isApp(caller)
      ? new PlatformError(`Service Spreadsheets failed while accessing document with id ${id}.`)
      : apiError(caller, 400, 'This operation is not supported for this document');
  }
  return workbook;
}
