import { type Emulates, emulatedObject, emulatedService } from './emulated-object.ts';
import { callHost, checkArguments, platformError } from './host-bridge.ts';

type LockApi = GoogleAppsScript.Lock.Lock;
type LockServiceApi = GoogleAppsScript.Lock.LockService;
type LockName = 'script' | 'document' | 'user';

interface HeldLock {
  readonly name: LockName;
}

const CLASS_NAME = 'LockService.Lock';

const acquire = ({ name }: HeldLock, milliseconds: unknown) =>
  callHost<boolean>('lock.acquire', name, milliseconds);

const MEMBERS = {
  tryLock(lock, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.tryLock`, args, ['number']);
    return acquire(lock, args[0]);
  },
  waitLock(lock, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.waitLock`, args, ['number']);
    if (acquire(lock, args[0])) return;
    // [seen]
    throw platformError('Lock timeout: another process was holding the lock for too long.');
  },
  hasLock: (lock) => callHost<boolean>('lock.isHeld', lock.name),
  releaseLock: (lock) => callHost<void>('lock.release', lock.name),
} satisfies Required<Emulates<LockApi, HeldLock>>;

const lock = (name: LockName) => emulatedObject(CLASS_NAME, MEMBERS, { name });

/** [documented] No scope; a standalone project has no document lock. */
const SERVICE = {
  getScriptLock: () => lock('script'),
  getUserLock: () => lock('user'),
  getDocumentLock: () => (callHost<boolean>('lock.hasDocument') ? lock('document') : null),
} satisfies Required<Emulates<LockServiceApi, undefined>>;

export function installLockService(globals: Record<string, unknown>): void {
  globals.LockService = emulatedService('LockService', SERVICE);
}
