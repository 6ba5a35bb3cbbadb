/** Operations of SpreadsheetApp and Sheets on the account's workbooks. */
export const spreadsheetOperations = {};
