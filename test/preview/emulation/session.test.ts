import { createAccount } from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf, runScript, testManifest } from '../../support/emulated-script.ts';

const account = () => createAccount({ owner: 'anna@example.com' });
const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

describe('the session', () => {
  it('names the person the execution runs as', () => {
    const script = `return [Session.getEffectiveUser().getEmail(), String(Session.getActiveUser()),
      Session.getActiveUserLocale()];`;
    expect(resultOf(account(), script)).toEqual(['anna@example.com', 'anna@example.com', 'en']);
    expect(resultOf(account(), script, { asUser: 'bram@example.com' })).toEqual([
      'bram@example.com',
      'bram@example.com',
      'en',
    ]);
  });

  it('gives no address without the scope', () => {
    const manifest = { ...testManifest, oauthScopes: [] };
    expect(errorOf(account(), 'Session.getEffectiveUser();', { manifest })).toBe(
      `Exception: Specified permissions are not sufficient to call Session.getEffectiveUser. Required permissions: ${EMAIL_SCOPE}`,
    );
    expect(
      resultOf(account(), 'return String(Session.getActiveUser());', {
        manifest: { ...testManifest, oauthScopes: [EMAIL_SCOPE] },
      }),
    ).toBe('anna@example.com');
  });

  it('leaves the address blank in a simple trigger', () => {
    const { log } = runScript(
      account(),
      `console.log('[' + Session.getActiveUser().getEmail() + ']');`,
      { trigger: 'simple' },
    );
    expect(log.map(({ text }) => text)).toEqual(['[]']);
  });

  it('knows the time zone of the script', () => {
    const manifest = { ...testManifest, timeZone: 'Pacific/Auckland' };
    expect(resultOf(account(), 'return Session.getScriptTimeZone();', { manifest })).toBe(
      'Pacific/Auckland',
    );
  });
});

describe('the log', () => {
  it('is kept by the host with its severity, time and execution', () => {
    const one = account();
    const script = `console.log('read %s of %d rows', 'kpis', 12, { left: 0 });
      console.info('i'); console.warn('w'); console.error(new Error('e').message);`;
    const { log } = runScript(one, script);
    expect(log.map(({ severity, text }) => [severity, text])).toEqual([
      ['DEBUG', 'read kpis of 12 rows {"left":0}'],
      ['INFO', 'i'],
      ['WARNING', 'w'],
      ['ERROR', 'e'],
    ]);
    expect(one.log).toEqual(log);
    expect(log[0]).toMatchObject({ executionId: 1, at: one.clock.now() });
  });

  it('measures time on the virtual clock', () => {
    const { log } = runScript(
      account(),
      `console.time('wait'); Utilities.sleep(1500); console.timeEnd('wait');`,
    );
    expect(log.map(({ text }) => text)).toEqual(['wait: 1500ms']);
  });

  it('of Logger can be read and cleared by the script itself', () => {
    const script = `Logger.log('a %s', 1).log('b');
      const both = Logger.getLog(); Logger.clear(); return [both, Logger.getLog()];`;
    expect(resultOf(account(), script)).toEqual(['a 1\nb', '']);
  });
});
