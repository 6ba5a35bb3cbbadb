import { isAdmin } from '../workflows/connector/admins.ts';
import type { ConnectorPorts } from '../workflows/connector/answer-request.ts';
import type { Computing } from '../workflows/connector/table-source.ts';
import { PersonFailure } from '../workflows/failures.ts';
import { throwUserError } from './data-studio.ts';
import { explain, VERSION } from './explained-failure.ts';
import {
  googleClock,
  googleCompression,
  googlePerson,
  scriptProperties,
  userCache,
  userLock,
} from './google-services.ts';
import { sheetsReader } from './sheets-reader.ts';

/** Run by the bundle when it is called for the first time, and not before. */
declare const require: (path: './computing.ts') => { readonly computing: Computing };

export const connectorPorts: ConnectorPorts = {
  reader: sheetsReader,
  cache: userCache,
  lock: userLock,
  clock: googleClock,
  compression: googleCompression,
  properties: scriptProperties,
  person: googlePerson,
  version: VERSION,
  computing: () => require('./computing.ts').computing,
};

const debugText = (error: unknown): string =>
  error instanceof PersonFailure ? error.code : error instanceof Error ? error.name : '';

/** Whoever looks after Koers; not a person whose address Google does not tell. */
export function isKnownAdmin(): boolean {
  try {
    return isAdmin(googlePerson, scriptProperties);
  } catch {
    return false;
  }
}

/** The sentence about a run that was stopped is for who recalculates, not for who looks at a chart. */
const forViewer = (error: unknown): unknown =>
  error instanceof PersonFailure && error.code === 'OUT_OF_TIME'
    ? new PersonFailure('ANSWER_OUT_OF_TIME', {})
    : error;

/** One call of Data Studio: whatever goes wrong reaches the viewer as a sentence. */
export function answering<T>(action: string, answer: () => T): T {
  let failure: unknown;
  try {
    return answer();
  } catch (error) {
    failure = forViewer(error);
  }
  return throwUserError(explain(failure, action), debugText(failure));
}
