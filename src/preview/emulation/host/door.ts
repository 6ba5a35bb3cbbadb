import { PlatformError, StoppedExecution } from './account.ts';
import type { Execution } from './execution-state.ts';
import { operations } from './operations.ts';

function failureOf(error: unknown): { name: string; message: string; details?: unknown } {
  if (error instanceof PlatformError) {
    return { name: error.name, message: error.message, details: error.details };
  }
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

/** Runs one operation of the registry for this execution; text in, text out. */
function perform(execution: Execution, operation: string, args: unknown[]): unknown {
  if (execution.stopped !== null) throw execution.stopped;
  const [service = '', name = ''] = operation.split('.');
  const found = operations[service]?.[name];
  if (found === undefined) {
    throw new PlatformError(`${operation} is not emulated`, 'NotEmulatedError');
  }
  // SAFETY: the arguments come from our own inside files, which name the operation.
  const answer: unknown = found(execution, ...(args as never[]));
  const { onAnswer } = execution.account;
  return onAnswer === undefined ? answer : onAnswer(operation, answer);
}

/** The function that the context's emulator talks to. */
export function openDoor(execution: Execution): (operation: string, args: string) => string {
  return (operation, args) => {
    try {
      return JSON.stringify({ value: perform(execution, operation, JSON.parse(args)) });
    } catch (error) {
      if (error instanceof StoppedExecution) execution.stopped = error;
      return JSON.stringify({ failure: failureOf(error) });
    }
  };
}
