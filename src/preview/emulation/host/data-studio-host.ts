import type { Execution } from './execution-state.ts';

export const dataStudioOperations = {
  forIdsOrder: (execution: Execution) => execution.account.forIdsOrder ?? 'request',
};
