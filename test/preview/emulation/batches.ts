import { errorOf, resultOf } from '../../support/emulated-script.ts';
import { accountWith } from '../../support/emulated-workbook.ts';

export const ID = 'workbook-1';

export type Rows = Parameters<typeof accountWith>[0];

/** Sends the requests, then answers what `read` says. */
export function afterBatch(rows: Rows, requests: readonly object[], read: string): unknown {
  const body = `Sheets.Spreadsheets.batchUpdate({ requests: args }, '${ID}');
    const sheet = SpreadsheetApp.openById('${ID}').getSheets()[0]; return ${read}`;
  return resultOf(accountWith(rows), body, { args: requests });
}

export function refusalOf(requests: readonly object[]): string {
  const body = `Sheets.Spreadsheets.batchUpdate({ requests: args }, '${ID}')`;
  const prefix =
    'GoogleJsonResponseException: API call to sheets.spreadsheets.batchUpdate failed with error: ';
  return errorOf(accountWith([['a', 'b']]), body, { args: requests }).replace(prefix, '');
}

export const texts = (...row: string[]) => ({
  values: row.map((stringValue) => ({ userEnteredValue: { stringValue } })),
});
