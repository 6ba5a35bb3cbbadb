/**
 * The one door between the script's own context and the machine it runs on. Only JSON text
 * passes: a Date or an Array made outside would fail `instanceof` inside the script.
 */

/** Host values never come in, so a host function is text in, text out. */
type HostDoor = (operation: string, argumentsAsJson: string) => string;

interface HostFailure {
  readonly name: string;
  readonly message: string;
  readonly details?: unknown;
}

type HostAnswer<T> = { readonly value?: T; readonly failure?: HostFailure };

/** The name the host puts the door under; taken away before the script's own code is read. */
const DOOR_NAME = '__emulation_host__';

function takeDoor(): HostDoor {
  const door: unknown = Reflect.get(globalThis, DOOR_NAME);
  Reflect.deleteProperty(globalThis, DOOR_NAME);
  // SAFETY: execution.ts puts exactly this function there before it evaluates the emulator.
  return door as HostDoor;
}

const door = takeDoor();

/** Runs one operation of the host's registry (host/operations.ts); its errors arrive as errors of the script's context. */
export function callHost<T>(operation: string, ...args: unknown[]): T {
  // SAFETY: the host answers in this one shape; T is what that operation returns.
  const answer = JSON.parse(door(operation, JSON.stringify(args))) as HostAnswer<T>;
  if (answer.failure !== undefined) {
    throw platformError(answer.failure.message, answer.failure.name, answer.failure.details);
  }
  // SAFETY: an operation that returns nothing is called with T = void.
  return answer.value as T;
}

/** [recorded live] Errors thrown by services: e.name === 'Exception', String(e) === 'Exception: …'. */
export function platformError(message: string, name = 'Exception', details?: unknown): Error {
  const error = new Error(message);
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  if (details !== undefined) Object.assign(error, { details });
  return error;
}

/** Something the platform has and this emulation does not; never `undefined is not a function`. */
export function notEmulated(what: string): Error {
  return platformError(`${what} is not emulated`, 'NotEmulatedError');
}

/**
 * Announces a call of a service method to the host, which counts it, lets a test fail or
 * interrupt it, and moves a moving clock. emulated-object.ts does this for every method.
 */
export function announceCall(method: string): void {
  callHost('execution.announceCall', method);
}

const SCOPE_PREFIX = 'https://www.googleapis.com/auth/';

/**
 * [seen] A call whose scope the manifest lacks fails; `anyOf` lists scopes without the
 * `https://www.googleapis.com/auth/` prefix, any one of which is enough.
 */
export function requireScope(method: string, anyOf: readonly string[]): void {
  const scopes = anyOf.map((scope) => (scope.includes('://') ? scope : SCOPE_PREFIX + scope));
  callHost('execution.requireScope', method, scopes);
}

export type ArgumentKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'date'
  | 'function'
  | 'array'
  | 'object'
  | 'any';

function fits(value: unknown, kind: ArgumentKind): boolean {
  switch (kind) {
    case 'any':
      return true;
    case 'string':
      // [assumed] Numbers and booleans are coerced to text, as Java's bridge does.
      return ['string', 'number', 'boolean'].includes(typeof value) || value === null;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return value instanceof Date;
    case 'function':
      return typeof value === 'function';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' || typeof value === 'function';
  }
}

function shownType(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return `${value.length > 0 ? shownType(value[0]) : 'Object'}[]`;
  return value instanceof Date ? 'Date' : '(class)';
}

/**
 * [recorded live, pattern] Fails with "The parameters (String) don't match the method
 * signature for SpreadsheetApp.Range.setValues." unless one of the signatures fits.
 */
export function checkArguments(
  method: string,
  args: readonly unknown[],
  ...signatures: readonly (readonly ArgumentKind[])[]
): void {
  const matches = signatures.some(
    (kinds) => kinds.length === args.length && kinds.every((kind, at) => fits(args[at], kind)),
  );
  if (matches) return;
  const shown = args.map(shownType).join(',');
  throw platformError(`The parameters (${shown}) don't match the method signature for ${method}.`);
}
