import { PersonFailure } from '../failures.ts';
import type { PropertyStore } from '../ports.ts';

/** Script property with the id of the workbook that a blank configuration means. */
const DEFAULT_WORKBOOK_PROPERTY = 'DEFAULT_WORKBOOK_ID';

const IN_ADDRESS = /\/spreadsheets\/(?:u\/\d+\/)?d\/([A-Za-z0-9_-]+)/;
const BARE_ID = /^[A-Za-z0-9_-]{10,}$/;

/** The id in an address of a Google Sheet, or the id itself. */
function workbookIdIn(text: string): string {
  const trimmed = text.trim();
  const inAddress = IN_ADDRESS.exec(trimmed);
  if (inAddress !== null) return inAddress[1];
  if (BARE_ID.test(trimmed)) return trimmed;
  throw new PersonFailure('NOT_A_WORKBOOK', {});
}

/** Which workbook a data source reads: never an "active" one. */
export function workbookIdOf(typed: string, properties: PropertyStore): string {
  const text = typed === '' ? (properties.get(DEFAULT_WORKBOOK_PROPERTY) ?? '') : typed;
  if (text.trim() === '') throw new PersonFailure('NO_WORKBOOK', {});
  return workbookIdIn(text);
}
