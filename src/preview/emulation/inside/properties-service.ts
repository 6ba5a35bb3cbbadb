import { type Emulates, emulatedObject, emulatedService } from './emulated-object.ts';
import { callHost, checkArguments } from './host-bridge.ts';

type PropertiesApi = GoogleAppsScript.Properties.Properties;
type PropertiesServiceApi = GoogleAppsScript.Properties.PropertiesService;
type StoreName = 'script' | 'document' | 'user';

interface PropertyStore {
  readonly name: StoreName;
  self: unknown;
}

const CLASS_NAME = 'PropertiesService.Properties';

/** [documented] Keys and values are text. [assumed] Null becomes the text "null", as in the cache. */
const textOf = (value: unknown): string => String(value);

function textRecord(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, textOf(text)]));
}

const MEMBERS = {
  // [documented] A property that is not there is null.
  getProperty(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.getProperty`, args, ['string']);
    return callHost<string | null>('properties.get', store.name, textOf(args[0]));
  },
  getProperties: (store) => callHost<Record<string, string>>('properties.getAll', store.name),
  getKeys: (store) => Object.keys(callHost<object>('properties.getAll', store.name)),
  setProperty(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setProperty`, args, ['string', 'string']);
    const [key, value] = args.map(textOf);
    callHost('properties.setAll', store.name, [[key, value]], false);
    return store.self;
  },
  setProperties(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setProperties`, args, ['object'], ['object', 'boolean']);
    const entries = Object.entries(textRecord(args[0]));
    callHost('properties.setAll', store.name, entries, args[1] === true);
    return store.self;
  },
  deleteProperty(store, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.deleteProperty`, args, ['string']);
    callHost('properties.delete', store.name, textOf(args[0]));
    return store.self;
  },
  deleteAllProperties(store) {
    callHost('properties.setAll', store.name, [], true);
    return store.self;
  },
} satisfies Required<Emulates<PropertiesApi, PropertyStore>>;

function propertyStore(name: StoreName): unknown {
  const store: PropertyStore = { name, self: null };
  store.self = emulatedObject(CLASS_NAME, MEMBERS, store);
  return store.self;
}

/** [documented] No scope; a standalone project has no document properties. */
const SERVICE = {
  getScriptProperties: () => propertyStore('script'),
  getUserProperties: () => propertyStore('user'),
  getDocumentProperties: () =>
    callHost<boolean>('properties.hasDocument') ? propertyStore('document') : null,
} satisfies Required<Emulates<PropertiesServiceApi, undefined>>;

export function installPropertiesService(globals: Record<string, unknown>): void {
  globals.PropertiesService = emulatedService('PropertiesService', SERVICE);
}
