import { serviceFailure, sheetsFailure } from '../../src/apps-script/sheets-errors.ts';
import { PersonFailure } from '../../src/workflows/failures.ts';

const PREFIX = 'API call to sheets.spreadsheets.get failed with error: ';

function refusal(text: string, code?: number): Error {
  return Object.assign(new Error(PREFIX + text), code === undefined ? {} : { details: { code } });
}

const codeOf = (error: Error, isWriting = false): string => {
  const failure = sheetsFailure(error, isWriting);
  return failure instanceof PersonFailure ? failure.code : 'ours';
};

describe('what Sheets refuses', () => {
  it.each([
    ['Requested entity was not found.', 404, 'NO_ACCESS'],
    ['The caller does not have permission', 403, 'NO_ACCESS'],
    ['The caller does not have permission', undefined, 'NO_ACCESS'],
    ["Quota exceeded for quota metric 'Read requests'", 429, 'BUSY'],
    ['The service is currently unavailable.', 503, 'BUSY'],
    ['Internal error encountered.', 500, 'BUSY'],
    ["We're sorry, a server error occurred. Please wait a bit and try again.", undefined, 'BUSY'],
    ['Empty response', undefined, 'BUSY'],
    ['You are trying to edit a protected cell or object.', 400, 'PROTECTED'],
    ['Google Sheets API has not been used in project 12 before or it is disabled.', 403, 'API_OFF'],
    ['The domain administrators have disabled Drive apps.', 403, 'API_BLOCKED'],
    ['Request had insufficient authentication scopes.', 403, 'CONSENT_MISSING'],
    ['This operation is not supported for this document', 400, 'OFFICE_FILE'],
    ['This would increase the cells above the limit of 10000000 cells.', 400, 'WORKBOOK_FULL'],
    ['Specified permissions are not sufficient to call Sheets.', 403, 'ours'],
    ['Unable to parse range: Blad9', 400, 'CHANGED_MEANWHILE'],
    ['Invalid requests[0].updateCells: No grid with id: 77', 400, 'CHANGED_MEANWHILE'],
    ['Invalid JSON payload received.', 400, 'ours'],
  ])('%s (%p) is %s', (text, code, expected) => {
    expect(codeOf(refusal(text, code))).toBe(expected);
  });

  it('is about editing when it happened while writing', () => {
    expect(codeOf(refusal('The caller does not have permission', 403), true)).toBe('NO_EDIT');
  });

  it('is passed on as it is when nobody can help it', () => {
    const bug = new TypeError('x is undefined');
    expect(sheetsFailure(bug, false)).toBe(bug);
  });

  it.each([
    ['Authorization is required to perform that action.', 'CONSENT_MISSING'],
    ['This script has too many triggers. Triggers must be deleted first.', 'TOO_MANY_TRIGGERS'],
    ['Service invoked too many times for one day: spreadsheet.', 'DAY_LIMIT'],
    ['Service using too much computer time for one day', 'DAY_LIMIT'],
  ])('of whatever service: %s is %s', (text, expected) => {
    const failure = serviceFailure(new Error(text));
    expect(failure instanceof PersonFailure ? failure.code : 'ours').toBe(expected);
  });

  it('is nobody else’s words: a name that is not found in our own code stays a bug', () => {
    const bug = new Error('Template not found');
    expect(serviceFailure(bug)).toBe(bug);
  });
});
