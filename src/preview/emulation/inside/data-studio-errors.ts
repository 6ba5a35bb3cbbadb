import { printed, withoutUnset } from './data-studio-json.ts';
import { type Emulates, emulatedObject } from './emulated-object.ts';
import { checkArguments, platformError } from './host-bridge.ts';

type UserError = GoogleAppsScript.Data_Studio.UserError;
type DebugError = GoogleAppsScript.Data_Studio.DebugError;

/** What Data Studio shows of a connector's error: `userText` to everyone, `debugText` to admins. */
interface ConnectorErrorDetails {
  readonly connectorError: 'user' | 'debug';
  readonly userText: string | null;
  readonly debugText: string | null;
}

interface ErrorRecord {
  error: unknown;
  text: string | null;
  debugText: string | null;
}

/**
 * [recorded live] An ordinary exception that a script can catch, mark and throw again; its
 * message is "Exception", and so it prints. [assumed] What Data Studio reads travels as `details`.
 */
function throwConnectorError(kind: 'user' | 'debug', record: ErrorRecord): never {
  const details: ConnectorErrorDetails = {
    connectorError: kind,
    userText: record.text,
    debugText: record.debugText,
  };
  const error = platformError('Exception', 'Exception', details);
  throw Object.defineProperty(error, 'toString', { value: () => 'Exception' });
}

function textSetter(method: string, property: 'text' | 'debugText') {
  return (record: ErrorRecord, ...args: unknown[]) => {
    checkArguments(`DataStudioApp.${method}`, args, ['string']);
    record[property] = args[0] === null ? null : String(args[0]);
    return record.error;
  };
}

const errorJson = ({ text, debugText }: ErrorRecord) => printed(withoutUnset({ text, debugText }));

const USER_ERROR = {
  setText: textSetter('UserError.setText', 'text'),
  setDebugText: textSetter('UserError.setDebugText', 'debugText'),
  printJson: errorJson,
  throwException: (record) => throwConnectorError('user', record),
} satisfies Required<Emulates<UserError, ErrorRecord>>;

// [documented] The text of a debug error is shown to admins only.
const DEBUG_ERROR = {
  setText: textSetter('DebugError.setText', 'debugText'),
  printJson: errorJson,
  throwException: (record) => throwConnectorError('debug', record),
} satisfies Required<Emulates<DebugError, ErrorRecord>>;

function newError(className: string, members: object): unknown {
  const record: ErrorRecord = { error: null, text: null, debugText: null };
  record.error = emulatedObject(className, members, record);
  return record.error;
}

export const newUserError = () => newError('DataStudioApp.UserError', USER_ERROR);
export const newDebugError = () => newError('DataStudioApp.DebugError', DEBUG_ERROR);
