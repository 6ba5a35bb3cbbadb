import { sheetsFailure } from '../../src/apps-script/sheets-errors.ts';
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
    ['You are trying to edit a protected cell or object.', 400, 'NO_EDIT'],
    ['Request had insufficient authentication scopes.', 403, 'ours'],
    ['Unable to parse range: Blad9', 400, 'ours'],
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
});
