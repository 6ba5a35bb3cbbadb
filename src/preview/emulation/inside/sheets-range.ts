import { type FoundRange, foundRange } from '../workbook/found-range.ts';
import { callHost, notEmulated } from './host-bridge.ts';
import { factsOf, type TabFacts, type WorkbookFacts } from './workbook-access.ts';

/** Fails as the API does: a GoogleJsonResponseException with the method, the code and the text. */
export function refuse(caller: string, message: string, code = 400): never {
  callHost('spreadsheet.refuse', caller, code, message);
  throw notEmulated(`${caller} after "${message}"`);
}

/** The workbook's facts for a method that writes. */
export function openToWrite(caller: string, id: string): WorkbookFacts {
  callHost('sheets.enterToWrite', caller);
  return factsOf(id, caller);
}

/** An option that this emulation does not know is refused, never ignored. */
export function checkOptions(caller: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw notEmulated(`${caller} with ${unknown}`);
}

export function findRange(
  caller: string,
  facts: WorkbookFacts,
  notation: string,
): FoundRange<TabFacts> {
  const found = foundRange(facts.tabs, notation);
  return typeof found === 'string' ? refuse(caller, found) : found;
}
