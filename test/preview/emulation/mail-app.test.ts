import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf, testManifest } from '../../support/emulated-script.ts';

const account = (): EmulatedAccount => createAccount({ owner: 'anna@example.com' });

describe('MailApp', () => {
  it('puts each message in the outbox, whichever way it was written', () => {
    const one = account();
    resultOf(
      one,
      `MailApp.sendEmail('bram@example.com', 'Digest', 'Two KPIs at risk', {
         htmlBody: '<b>Two</b> KPIs at risk', name: 'Koers', cc: 'cees@example.com' });
       MailApp.sendEmail({ to: 'dora@example.com', subject: 'Hello', body: 'Plain' });
       MailApp.sendEmail('eva@example.com', 'reply@example.com', 'Third', 'With reply address');`,
    );
    const stamp = { sentBy: 'anna@example.com', sentAt: one.clock.now() };
    expect(one.outbox).toEqual([
      {
        to: 'bram@example.com',
        cc: 'cees@example.com',
        senderName: 'Koers',
        subject: 'Digest',
        body: 'Two KPIs at risk',
        htmlBody: '<b>Two</b> KPIs at risk',
        ...stamp,
      },
      { to: 'dora@example.com', subject: 'Hello', body: 'Plain', ...stamp },
      {
        to: 'eva@example.com',
        replyTo: 'reply@example.com',
        subject: 'Third',
        body: 'With reply address',
        ...stamp,
      },
    ]);
  });

  it('counts every recipient, and sends nothing that goes past the day’s hundred', () => {
    const one = account();
    one.mailQuota = 4;
    const send = (to: string) => `MailApp.sendEmail({ to: '${to}', subject: 's', body: 'b' });`;
    const script = `${send('a@x.example, b@x.example,c@x.example')} return MailApp.getRemainingDailyQuota();`;
    expect(resultOf(one, script)).toBe(1);
    expect(errorOf(one, send('d@x.example,e@x.example'))).toBe(
      'Exception: Service invoked too many times for one day: email.',
    );
    expect(one.outbox).toHaveLength(1);
    expect(one.mailQuota).toBe(1);
    expect(account().mailQuota).toBe(100);
  });

  it('needs its scope', () => {
    const manifest = { ...testManifest, oauthScopes: [] };
    expect(errorOf(account(), `MailApp.sendEmail('a@x.example', 's', 'b');`, { manifest })).toBe(
      'Exception: Specified permissions are not sufficient to call MailApp.sendEmail. ' +
        'Required permissions: https://www.googleapis.com/auth/script.send_mail',
    );
  });

  it.each([
    [`{ subject: 's', body: 'b' }`, 'Failed to send email: no recipient'],
    [`{ to: 'anna', subject: 's' }`, 'Invalid email: anna'],
    [`{ to: 'a@x.example,'.repeat(51) }`, 'Limit Exceeded: Email Recipients Per Message.'],
    [`{ to: 'a@x.example', htmlBody: 'é'.repeat(102401) }`, 'Limit Exceeded: Email Body Size.'],
  ])('refuses %s', (message, text) => {
    const one = account();
    expect(errorOf(one, `MailApp.sendEmail(${message});`)).toBe(`Exception: ${text}`);
    expect(one.outbox).toEqual([]);
  });

  it('keeps the pictures that come along by their names', () => {
    const one = account();
    resultOf(
      one,
      `const blob = Utilities.newBlob([-119, 80, 0], 'image/png', 'a.png');
       MailApp.sendEmail({ to: 'a@x.example', htmlBody: '<img src="cid:a">', inlineImages: { a: blob } });`,
    );
    expect(one.outbox[0].inlineImages).toEqual({ a: { contentType: 'image/png', base64: 'iVAA' } });
    expect(
      errorOf(one, `MailApp.sendEmail({ to: 'a@x.example', inlineImages: { a: 'b' } });`),
    ).toMatch(/don't match the method signature for MailApp.sendEmail/);
  });

  it('refuses attachments by name, as they are not emulated', () => {
    expect(errorOf(account(), `MailApp.sendEmail({ to: 'a@x.example', attachments: [1] });`)).toBe(
      'NotEmulatedError: The option attachments of MailApp.sendEmail is not emulated',
    );
  });
});
