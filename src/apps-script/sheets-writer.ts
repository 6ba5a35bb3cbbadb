import type { WorkbookWriter } from '../workflows/ports.ts';
import { requestOf } from './change-requests.ts';
import { callSheets, sheetsService } from './sheets-errors.ts';

export const sheetsWriter: WorkbookWriter = {
  apply(fileId, changes) {
    const requests = changes.map(requestOf);
    callSheets(() => sheetsService().Spreadsheets.batchUpdate({ requests }, fileId), true);
  },
};
