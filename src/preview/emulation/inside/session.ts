import { type Emulates, emulatedObject, emulatedService } from './emulated-object.ts';
import { callHost, requireScope } from './host-bridge.ts';

type SessionApi = GoogleAppsScript.Base.Session;
type UserApi = GoogleAppsScript.Base.User;

interface SessionFacts {
  readonly timeZone: string;
  readonly user: string;
  readonly userLocale: string;
  readonly trigger: string;
}

const facts = () => callHost<SessionFacts>('execution.facts');

const USER = {
  getEmail: (email) => email,
  // [recorded live] A user prints as the address.
  toString: (email: string) => email,
} satisfies Emulates<UserApi, string> & { toString: unknown };

const user = (email: string) => emulatedObject('Session.User', USER, email);

const SERVICE = {
  getEffectiveUser() {
    requireScope('Session.getEffectiveUser', ['userinfo.email']);
    return user(facts().user);
  },
  getActiveUser() {
    const { user: email, trigger } = facts();
    // [documented] A simple trigger has no authorisation to tell: the address is blank.
    if (trigger === 'simple') return user('');
    requireScope('Session.getActiveUser', ['userinfo.email']);
    return user(email);
  },
  getActiveUserLocale: () => facts().userLocale,
  // [documented] appsscript.json's time zone, which need not be the spreadsheet's.
  getScriptTimeZone: () => facts().timeZone,
} satisfies Emulates<SessionApi, undefined>;

export function installSession(globals: Record<string, unknown>): void {
  globals.Session = emulatedService('Session', SERVICE);
}
