import type { LogEntry } from './account.ts';
import type { Execution } from './execution-state.ts';

export const logOperations = {
  write: (execution: Execution, severity: LogEntry['severity'], text: string) => {
    const { account, id } = execution;
    const entry: LogEntry = { executionId: id, at: account.clock.now(), severity, text };
    execution.log.push(entry);
    account.log.push(entry);
  },
};
