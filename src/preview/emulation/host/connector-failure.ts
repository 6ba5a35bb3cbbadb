import type { DescribedError } from './execution-state.ts';

/** A failed call as Data Studio tells it apart: what everyone may read, what only admins may. */
export interface FailedConnectorCall {
  readonly message: string;
  readonly userText?: string;
  readonly debugText?: string;
  readonly stack: string;
}

function textIn(details: unknown, key: 'userText' | 'debugText'): string | null {
  if (typeof details !== 'object' || details === null) return null;
  const text: unknown = Reflect.get(details, key);
  return typeof text === 'string' ? text : null;
}

/** The texts of newUserError and newDebugError; an ordinary error has neither. */
export function connectorFailure(error: DescribedError): FailedConnectorCall {
  const userText = textIn(error.details, 'userText');
  const debugText = textIn(error.details, 'debugText');
  return {
    message: error.message === error.name ? error.name : `${error.name}: ${error.message}`,
    ...(userText !== null && { userText }),
    ...(debugText !== null && { debugText }),
    stack: error.stack,
  };
}
