import { PersonFailure } from '../workflows/failures.ts';
import type { WorkbookMaker, WorkbookWriter } from '../workflows/ports.ts';
import type { WorkbookChange } from '../workflows/workbook-change.ts';
import { requestOf } from './change-requests.ts';
import { sheetsFailure, sheetsService, writeSheets } from './sheets-errors.ts';
import { readTraces } from './sheets-reader.ts';
import { signedMark } from './signed-mark.ts';

/** The mark carries the write that set it, which no other write has. */
const signed = (change: WorkbookChange, write: string): WorkbookChange =>
  change.kind === 'set_mark' ? { ...change, text: signedMark(change.text, write) } : change;

/**
 * Whether a write took effect although Google's answer says otherwise or got lost: it left its
 * signature in the mark, or made the tabs that it was to make. Without either, doing it again does
 * the same: what cannot be done twice is signed.
 */
function tookEffect(fileId: string, changes: readonly WorkbookChange[], write: string): boolean {
  const made = changes.flatMap((change) => (change.kind === 'add_tab' ? [change.sheetId] : []));
  const isSigned = changes.some(({ kind }) => kind === 'set_mark');
  if (!isSigned && made.length === 0) return false;
  const { lastWrite, sheetIds } = readTraces(fileId);
  return isSigned ? lastWrite === write : made.every((sheetId) => sheetIds.includes(sheetId));
}

export const sheetsWriter: WorkbookWriter = {
  apply(fileId, changes) {
    const write = Utilities.getUuid().slice(0, 8);
    const requests = changes.map((change) => requestOf(signed(change, write)));
    writeSheets(
      () => sheetsService().Spreadsheets.batchUpdate({ requests }, fileId),
      () => tookEffect(fileId, changes, write),
    );
  },
};

export const sheetsMaker: WorkbookMaker = {
  make(title, { locale, timeZone }) {
    try {
      // Once: asked again after an answer that got lost, it would make another one.
      const made = sheetsService().Spreadsheets.create({ properties: { title, locale, timeZone } });
      const { spreadsheetId, spreadsheetUrl } = made;
      return spreadsheetId ? { fileId: spreadsheetId, url: spreadsheetUrl ?? '' } : null;
    } catch (error) {
      const failure = sheetsFailure(error, true);
      if (failure instanceof PersonFailure && failure.code === 'BUSY') return null;
      throw failure;
    }
  },
};
