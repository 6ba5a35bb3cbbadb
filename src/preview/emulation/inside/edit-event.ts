import type { GridRectangle } from '../workbook/workbook.ts';
import { rangeObject } from './range.ts';
import { spreadsheetObject } from './spreadsheet.ts';

/** An edit as the host tells of it. */
interface EditFacts {
  readonly workbookId: string;
  readonly sheetId: number;
  readonly rectangle: GridRectangle;
}

/**
 * An argument as a trigger hands it over: [documented] an edit's event has the spreadsheet and the
 * range as objects; everything else goes as it came.
 */
export function asEvent(argument: unknown): unknown {
  const { edited, ...others } = Object(argument);
  if (edited === undefined) return argument;
  // SAFETY: what the host tells of an edit.
  const { workbookId: id, sheetId, rectangle } = edited as EditFacts;
  const source = spreadsheetObject({ id });
  return { ...others, source, range: rangeObject({ id, sheetId, rectangle }) };
}
