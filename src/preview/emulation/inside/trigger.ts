import { type Emulates, emulatedEnum, emulatedObject, stateOf } from './emulated-object.ts';
import { callHost, checkArguments } from './host-bridge.ts';

type TriggerApi = GoogleAppsScript.Script.Trigger;
type EventType = GoogleAppsScript.Script.EventType;
type TriggerSource = GoogleAppsScript.Script.TriggerSource;

/** The host's record of a trigger, as far as a script may read it. */
export interface CreatedTrigger {
  readonly id: string;
  readonly handler: string;
  readonly eventType: string;
  readonly source: string;
  readonly sourceId?: string;
}

export interface TriggerPlan {
  readonly handler: string;
  readonly eventType: string;
  readonly source: 'CLOCK' | 'SPREADSHEETS';
  readonly sourceId?: string;
  readonly schedule: Readonly<Record<string, number | string>>;
}

const CLASS_NAME = 'ScriptApp.Trigger';

export const EVENT_TYPES = emulatedEnum('ScriptApp.EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]) satisfies Record<keyof typeof GoogleAppsScript.Script.EventType, unknown>;

export const TRIGGER_SOURCES = emulatedEnum('ScriptApp.TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]) satisfies Record<keyof typeof GoogleAppsScript.Script.TriggerSource, unknown>;

const MEMBERS = {
  getHandlerFunction: ({ handler }) => handler,
  getUniqueId: ({ id }) => id,
  // SAFETY: Google's types call an enum value a number; it is an object that prints its name.
  getEventType: ({ eventType }) => Reflect.get(EVENT_TYPES, eventType) as EventType,
  getTriggerSource: ({ source }) => Reflect.get(TRIGGER_SOURCES, source) as TriggerSource,
  // SAFETY: [documented] null for a clock trigger; the published type says string.
  getTriggerSourceId: ({ sourceId }) => (sourceId ?? null) as string,
} satisfies Required<Emulates<TriggerApi, CreatedTrigger>>;

export const newTrigger = (trigger: CreatedTrigger): unknown =>
  emulatedObject(CLASS_NAME, MEMBERS, trigger);

export const createTrigger = (plan: TriggerPlan): unknown =>
  newTrigger(callHost<CreatedTrigger>('trigger.create', plan));

export function triggerArgument(method: string, args: readonly unknown[]): { readonly id: string } {
  const trigger = stateOf<CreatedTrigger>(CLASS_NAME, args[0]);
  if (trigger === null) checkArguments(method, args);
  return trigger ?? { id: '' };
}
