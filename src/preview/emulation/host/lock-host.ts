import type { Execution } from './execution-state.ts';

type LockName = 'script' | 'document' | 'user';

const keyOf = ({ user }: Execution, name: LockName): string =>
  name === 'user' ? `user:${user}` : name;

function takeIfFree(execution: Execution, key: string): boolean {
  const { locks } = execution.project;
  const holder = locks.get(key) ?? execution.id;
  if (holder !== execution.id) return false;
  locks.set(key, execution.id);
  return true;
}

/**
 * [recorded live] True at once when free or already ours, even with no time to wait; false with
 * a negative time. A lock of another execution costs the whole wait on the virtual clock.
 */
function acquire(execution: Execution, name: LockName, milliseconds: number): boolean {
  if (milliseconds < 0) return false;
  const key = keyOf(execution, name);
  if (takeIfFree(execution, key)) return true;
  execution.account.clock.advance(milliseconds);
  return takeIfFree(execution, key);
}

const isHeld = (execution: Execution, name: LockName): boolean =>
  execution.project.locks.get(keyOf(execution, name)) === execution.id;

export const lockOperations = {
  hasDocument: (execution: Execution) => execution.project.boundWorkbookId !== null,
  acquire,
  isHeld,
  // [documented] Releasing a lock that is not ours does nothing.
  release: (execution: Execution, name: LockName) => {
    if (isHeld(execution, name)) execution.project.locks.delete(keyOf(execution, name));
  },
};
