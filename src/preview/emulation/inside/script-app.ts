import { clockTriggerBuilder } from './clock-trigger-builder.ts';
import { type Emulates, emulatedEnum, emulatedObject, emulatedService } from './emulated-object.ts';
import { callHost, checkArguments, requireScope } from './host-bridge.ts';
import { spreadsheetTriggerBuilder } from './spreadsheet-trigger-builder.ts';
import {
  type CreatedTrigger,
  EVENT_TYPES,
  newTrigger,
  TRIGGER_SOURCES,
  triggerArgument,
} from './trigger.ts';
import { WEEK_DAYS } from './week-days.ts';

type ScriptAppApi = GoogleAppsScript.Script.ScriptApp;
type AuthorizationInfoApi = GoogleAppsScript.Script.AuthorizationInfo;
type TriggerBuilderApi = GoogleAppsScript.Script.TriggerBuilder;

const SCOPES = ['script.scriptapp'];

const AUTH_MODES = emulatedEnum('ScriptApp.AuthMode', [
  'NONE',
  'CUSTOM_FUNCTION',
  'LIMITED',
  'FULL',
]) satisfies Record<keyof typeof GoogleAppsScript.Script.AuthMode, unknown>;

const TRIGGER_BUILDER = {
  timeBased: (handler) => clockTriggerBuilder(handler),
  forSpreadsheet: (handler: string, ...args: unknown[]) => spreadsheetTriggerBuilder(handler, args),
} satisfies Emulates<TriggerBuilderApi, string>;

const AUTHORIZATION_STATUS = emulatedEnum('ScriptApp.AuthorizationStatus', [
  'REQUIRED',
  'NOT_REQUIRED',
]) satisfies Record<keyof typeof GoogleAppsScript.Script.AuthorizationStatus, unknown>;

interface Consent {
  readonly granted: readonly string[];
  readonly missing: readonly string[];
}

/** [documented] What this person agreed to, of these scopes or of all that the manifest asks for. */
const consentTo = (scopes: unknown) =>
  callHost<Consent>('execution.consent', Array.isArray(scopes) ? scopes.map(String) : null);

const AUTHORIZATION_INFO = {
  getAuthorizationStatus: ({ missing }) =>
    missing.length > 0 ? AUTHORIZATION_STATUS.REQUIRED : AUTHORIZATION_STATUS.NOT_REQUIRED,
  // [assumed] The address. SAFETY: [documented] null when there is nothing to ask, which the type forgets.
  getAuthorizationUrl: ({ missing }) =>
    (missing.length > 0 ? 'https://accounts.google.com/o/oauth2/auth' : null) as string,
  // [documented] The published types lack it.
  getAuthorizedScopes: ({ granted }: Consent) => [...granted],
} satisfies Emulates<AuthorizationInfoApi, Consent> & { getAuthorizedScopes: unknown };

/** [documented] Ends the execution, and asks for what is missing. */
function demandConsent(scopes: unknown): void {
  if (consentTo(scopes).missing.length > 0) callHost('execution.stopForConsent');
}

interface ScriptFacts {
  readonly scriptId: string;
  readonly user: string;
}

const ofOwner = () => callHost<CreatedTrigger[]>('trigger.ofOwner');

const SERVICE = {
  AuthMode: AUTH_MODES,
  AuthorizationStatus: AUTHORIZATION_STATUS,
  EventType: EVENT_TYPES,
  TriggerSource: TRIGGER_SOURCES,
  WeekDay: WEEK_DAYS,
  getAuthorizationInfo: (_mode: unknown, scopes?: unknown) =>
    emulatedObject('ScriptApp.AuthorizationInfo', AUTHORIZATION_INFO, consentTo(scopes)),
  requireScopes: (_mode: unknown, scopes: unknown) => demandConsent(scopes),
  requireAllScopes: () => demandConsent(null),
  getScriptId: () => callHost<ScriptFacts>('execution.facts').scriptId,
  // [assumed] A text that opens nothing, one for each person.
  getOAuthToken: () => `emulated-token-of-${callHost<ScriptFacts>('execution.facts').user}`,
  newTrigger(...args: unknown[]) {
    requireScope('ScriptApp.newTrigger', SCOPES);
    checkArguments('ScriptApp.newTrigger', args, ['string']);
    // [assumed] The handler's name is not looked up until the trigger fires.
    return emulatedObject('ScriptApp.TriggerBuilder', TRIGGER_BUILDER, String(args[0]));
  },
  // [documented] "All installable triggers associated with the current project and current user".
  getProjectTriggers() {
    requireScope('ScriptApp.getProjectTriggers', SCOPES);
    return ofOwner().map(newTrigger);
  },
  getUserTriggers(...args: unknown[]) {
    requireScope('ScriptApp.getUserTriggers', SCOPES);
    checkArguments('ScriptApp.getUserTriggers', args, ['object']);
    const id: unknown = Reflect.get(Object(args[0]), 'getId')?.();
    return ofOwner()
      .filter(({ sourceId }) => sourceId === id)
      .map(newTrigger);
  },
  deleteTrigger(...args: unknown[]) {
    requireScope('ScriptApp.deleteTrigger', SCOPES);
    callHost('trigger.delete', triggerArgument('ScriptApp.deleteTrigger', args).id);
  },
} satisfies Emulates<ScriptAppApi, undefined>;

export function installScriptApp(globals: Record<string, unknown>): void {
  globals.ScriptApp = emulatedService('ScriptApp', SERVICE);
}
