import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf, runScript } from '../../support/emulated-script.ts';

const account = (): EmulatedAccount =>
  createAccount({ owner: 'anna@example.com', boundWorkbookId: 'w1' });

const LOCK = 'const lock = LockService.getScriptLock();';
const ANOTHER_EXECUTION = -1;

describe('a lock', () => {
  it('is ours once taken, also without time to wait, and can be taken again', () => {
    const script = `${LOCK}
      return [lock.hasLock(), lock.tryLock(0), lock.hasLock(), lock.tryLock(10),
        LockService.getScriptLock().hasLock(), lock.releaseLock() === undefined, lock.hasLock()];`;
    expect(resultOf(account(), script)).toEqual([false, true, true, true, true, true, false]);
  });

  it('is refused with a negative time', () => {
    expect(resultOf(account(), `${LOCK} return lock.tryLock(-100);`)).toBe(false);
    expect(errorOf(account(), `${LOCK} lock.waitLock(-100);`)).toMatch(/Lock timeout/);
  });

  it('held by another execution costs the whole wait, then fails', () => {
    const one = account();
    one.projects.sheet.locks.set('script', ANOTHER_EXECUTION);
    const start = one.clock.now();
    expect(resultOf(one, `${LOCK} return [lock.tryLock(2000), lock.hasLock()];`)).toEqual([
      false,
      false,
    ]);
    expect(one.clock.now() - start).toBe(2000);
    expect(errorOf(one, `${LOCK} lock.waitLock(3000);`)).toBe(
      'Exception: Lock timeout: another process was holding the lock for too long.',
    );
  });

  it('held by another execution is not ours to release', () => {
    const one = account();
    one.projects.sheet.locks.set('script', ANOTHER_EXECUTION);
    resultOf(one, `${LOCK} lock.releaseLock();`);
    expect(one.projects.sheet.locks.get('script')).toBe(ANOTHER_EXECUTION);
  });

  it('keeps out an execution that starts while it is held', () => {
    const one = account();
    const seen: unknown[] = [];
    one.beforeCall = ({ method }) => {
      if (method !== 'PropertiesService.getScriptProperties') return;
      seen.push(resultOf(one, `${LOCK} return lock.tryLock(0);`));
    };
    const script = `${LOCK}
      lock.waitLock(1000); PropertiesService.getScriptProperties();
      lock.releaseLock(); PropertiesService.getScriptProperties();`;
    resultOf(one, script);
    expect(seen).toEqual([false, true]);
  });

  it('is released when its execution ends, also by an error', () => {
    const one = account();
    runScript(one, `${LOCK} lock.waitLock(1000); throw new Error('stop');`);
    expect(resultOf(one, `${LOCK} return lock.tryLock(0);`)).toBe(true);
  });

  it('of a user keeps out that user only, and is not the script lock', () => {
    const one = account();
    one.projects.sheet.locks.set('user:anna@example.com', ANOTHER_EXECUTION);
    const script =
      'return [LockService.getUserLock().tryLock(0), LockService.getScriptLock().tryLock(0)];';
    expect(resultOf(one, script)).toEqual([false, true]);
    expect(resultOf(one, script, { asUser: 'bram@example.com' })).toEqual([true, true]);
  });

  it('of the document exists only in a bound project', () => {
    const read = 'return LockService.getDocumentLock() === null;';
    expect(resultOf(account(), read)).toBe(false);
    expect(resultOf(account(), read, { project: 'connector' })).toBe(true);
  });
});
