import type { Execution } from '../execution-state.ts';
import { enterApi } from './api-gate.ts';
import { createSpreadsheet } from './create-spreadsheet.ts';
import { getSpreadsheet } from './get-spreadsheet.ts';
import { batchGetValueRanges, getValueRange } from './read-values.ts';

/** What the advanced service reads is put together here, once, and goes to the script as it is. */
export const sheetsOperations = {
  get: getSpreadsheet,
  create: createSpreadsheet,
  getValues: getValueRange,
  batchGetValues: batchGetValueRanges,
  enterToWrite: (execution: Execution, caller: string) => enterApi(execution, caller, 'write'),
};
