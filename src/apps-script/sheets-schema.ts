/** Short names for the shapes of the Sheets API. */
export type CellData = GoogleAppsScript.Sheets.Schema.CellData;
export type DeveloperMetadata = GoogleAppsScript.Sheets.Schema.DeveloperMetadata;
export type NumberFormat = GoogleAppsScript.Sheets.Schema.NumberFormat;
export type Request = GoogleAppsScript.Sheets.Schema.Request;
export type RowData = GoogleAppsScript.Sheets.Schema.RowData;
export type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
export type Spreadsheet = GoogleAppsScript.Sheets.Schema.Spreadsheet;
