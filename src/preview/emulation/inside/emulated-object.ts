import { announceCall, notEmulated } from './host-bridge.ts';

/** Tells `number` itself from an ambient enum, which any number is assignable to. */
type IsNumber<R> =
  (<T>() => T extends R ? 1 : 2) extends <T>() => T extends number ? 1 : 2 ? true : false;

/**
 * What a method of the platform may answer: plain values as Google's types say; objects, and
 * the enums that those types call numbers, as emulated ones.
 */
type Answer<R> = R extends number
  ? IsNumber<R> extends true
    ? R
    : unknown
  : R extends string | boolean | null | undefined
    ? R
    : unknown;

/**
 * The members of one emulated class: a function per method that takes the object's state
 * first, or a constant. The compiler refuses a name that the platform does not have:
 * `satisfies Emulates<GoogleAppsScript.Spreadsheet.Range, RangeState>`.
 */
export type Emulates<Api, State> = {
  [K in keyof Api]?: Api[K] extends (...args: never[]) => infer R
    ? (state: State, ...args: never[]) => Answer<R>
    : unknown;
};

type Method<State> = (state: State, ...args: unknown[]) => unknown;

const states = new WeakMap<object, { readonly className: string; readonly state: unknown }>();

/** What JavaScript itself asks of any object; the platform's objects answer nothing. */
const LANGUAGE_PROBES = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'length',
  'inspect',
]);

const owns = (members: object, key: string | symbol) =>
  Reflect.getOwnPropertyDescriptor(members, key) !== undefined;

const shortName = (className: string) => className.slice(className.lastIndexOf('.') + 1);

function readMember<State>(
  className: string,
  members: object,
  state: State,
  key: string | symbol,
  self: () => unknown,
): unknown {
  if (typeof key === 'symbol') return undefined;
  if (owns(members, key)) {
    const member: unknown = Reflect.get(members, key);
    if (typeof member !== 'function') return member;
    return (...args: unknown[]) => {
      announceCall(`${className}.${key}`);
      // SAFETY: `Emulates` holds every function member to this shape.
      const answer = (member as Method<State>)(state, ...args);
      return typeof answer === 'object' && answer === state ? self() : answer;
    };
  }
  // [recorded live] toString() gives the class's short name.
  if (key === 'toString') return () => shortName(className);
  if (key === 'valueOf') return () => shortName(className);
  if (LANGUAGE_PROBES.has(key)) return undefined;
  throw notEmulated(`${className}.${key}`);
}

/**
 * An object of the platform with these members. `className` is how errors and call counts
 * name it ("SpreadsheetApp.Range"). Each method call is announced to the host first; a
 * member that is not there is refused by name. A method that answers its own state answers
 * the object, for chaining.
 */
export function emulatedObject<State>(className: string, members: object, state: State): unknown {
  const self = (): unknown => object;
  const object: object = new Proxy(Object.create(null), {
    get: (_target, key) => readMember(className, members, state, key, self),
    has: (_target, key) => owns(members, key),
    ownKeys: () => Object.keys(members),
    getOwnPropertyDescriptor: (_target, key) =>
      owns(members, key)
        ? {
            configurable: true,
            enumerable: true,
            value: readMember(className, members, state, key, self),
          }
        : undefined,
    set: (_target, key) => {
      throw notEmulated(`Assigning ${className}.${String(key)}`);
    },
  });
  states.set(object, { className, state });
  return object;
}

/** A service or other object without state of its own: its members take plain arguments. */
export function emulatedService(className: string, members: object): unknown {
  const withoutState: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(members)) {
    withoutState[name] =
      typeof member === 'function'
        ? (_state: undefined, ...args: unknown[]) => member(...args)
        : member;
  }
  return emulatedObject(className, withoutState, undefined);
}

/** An enum of the platform: each value prints as its name. */
export function emulatedEnum<Name extends string>(
  className: string,
  names: readonly Name[],
): Record<Name, unknown> {
  const entries = names.map((name): [string, unknown] => [
    name,
    emulatedEnumValue(className, name),
  ]);
  // SAFETY: one entry per name, just made.
  return emulatedService(className, Object.fromEntries(entries)) as Record<Name, unknown>;
}

function emulatedEnumValue(className: string, name: string): unknown {
  const members = { toString: () => name, name: () => name, toJSON: () => name };
  return emulatedObject(className, members, name);
}

/** The class an emulated object belongs to, or null for any other value. */
export function classNameOf(value: unknown): string | null {
  return (typeof value === 'object' && value !== null && states.get(value)?.className) || null;
}

/** The state of an argument that must be an emulated object of this class, or null. */
export function stateOf<State>(className: string, value: unknown): State | null {
  const held = typeof value === 'object' && value !== null ? states.get(value) : undefined;
  // SAFETY: a class name is made with one kind of state only.
  return held !== undefined && held.className === className ? (held.state as State) : null;
}
