import type { ConnectorFailure } from './contract.ts';

const GENERIC_TEXT = 'There was an error caused by this connector.';

/** What Data Studio puts on a chart whose data source failed. */
export interface ErrorSurface {
  readonly title: string;
  readonly text: string;
  /** Only for those whom isAdminUser() calls an admin. */
  readonly debug?: string;
  readonly stack?: string;
}

/** A failure of the connector itself, carried to whoever shows it. */
export class ConnectorError extends Error {
  readonly failure: ConnectorFailure;
  readonly functionName: string;

  constructor(functionName: string, failure: ConnectorFailure) {
    super(failure.userText ?? failure.message);
    this.name = 'ConnectorError';
    this.functionName = functionName;
    this.failure = failure;
  }
}

/** The connector answered, but with something that Data Studio does not accept. */
export class ContractError extends Error {
  readonly functionName: string;

  constructor(functionName: string, message: string) {
    super(message);
    this.name = 'ContractError';
    this.functionName = functionName;
  }
}

/** A question that cannot be asked of this data source: an unknown field, a mixed filter. */
export class QueryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'QueryError';
  }
}

const TITLE = 'Community Connector Error';

/** Viewers see what setText said and nothing else; a plain error gives them the generic sentence. */
export function surfaceError(error: unknown, isAdmin: boolean): ErrorSurface {
  if (error instanceof ConnectorError) {
    const { userText, debugText, message, stack } = error.failure;
    const surface = { title: TITLE, text: userText ?? GENERIC_TEXT };
    if (!isAdmin) return surface;
    return {
      ...surface,
      debug: debugText ?? message,
      ...(stack === undefined ? {} : { stack }),
    };
  }
  if (error instanceof ContractError) {
    const surface = { title: TITLE, text: GENERIC_TEXT };
    return isAdmin ? { ...surface, debug: `${error.functionName}: ${error.message}` } : surface;
  }
  if (error instanceof QueryError) return { title: 'Invalid request', text: error.message };
  throw error;
}
