import type { Execution } from './execution-state.ts';

export const htmlOperations = {
  // [documented] The name may carry its ending.
  file: (execution: Execution, name: string) =>
    execution.account.htmlFiles?.[name.replace(/\.html$/, '')] ?? null,
};
