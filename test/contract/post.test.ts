import { createAccount, type FetchRequest } from '../../src/preview/emulation/host/account.ts';
import type { Sending } from '../../src/workflows/ports.ts';
import { OWNER, tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { memoryMailer, memoryPoster } from '../workflows/memory-ports.ts';
import { emulatedMailer, emulatedPoster } from './emulated-adapters.ts';
import { mailerContract, posterContract } from './post.contract.ts';

const account = () =>
  createAccount({ owner: OWNER, workbooks: [workbookWith([tabWith('Blad1', [])])] });

mailerContract('of MailApp', (left) => {
  const own = account();
  own.mailQuota = left;
  return {
    mailer: emulatedMailer(own),
    sent: () =>
      own.outbox.map(({ to, subject, body, htmlBody = '' }) => ({
        to,
        subject,
        text: body,
        html: htmlBody,
      })),
  };
});

mailerContract('in memory', (left) => {
  const mailer = memoryMailer();
  mailer.left = left;
  return { mailer, sent: () => mailer.mails };
});

const STATUSES: Partial<Record<Sending, number>> = { sent: 200, refused: 404, unreachable: 503 };

/** UrlFetchApp, and the requests that came through. */
function fetching(answer: Sending) {
  const own = account();
  const requests: FetchRequest[] = [];
  if (answer === 'full') own.fetchQuota = 0;
  own.answerRequest = (request) => {
    requests.push(request);
    return { status: STATUSES[answer] ?? 200, body: 'ok' };
  };
  return { own, requests, poster: emulatedPoster(own) };
}

posterContract('of UrlFetchApp', (answer) => {
  const { requests, poster } = fetching(answer);
  return {
    poster,
    sent: () => requests.map(({ url, payload = '' }) => ({ address: url, body: payload })),
  };
});

posterContract('in memory', (answer) => {
  const poster = memoryPoster();
  poster.answer = answer;
  return { poster, sent: () => poster.posts };
});

test('a mail to what is no address is refused, in no words of the service', () => {
  const mail = { to: 'noor at home', subject: 's', text: 't', html: 'h' };
  expect(emulatedMailer(account()).send(mail)).toBe('refused');
});

test('an address that nothing answers at is not there, and its name stays unsaid', () => {
  expect(emulatedPoster(account()).post('https://hooks.slack.com/services/s3', '{}')).toBe(
    'unreachable',
  );
});

test('a post is JSON, to the address without the port that https has anyway', () => {
  const { requests, poster } = fetching('sent');
  poster.post('https://prod-7.westeurope.logic.azure.com:443/workflows/1?sig=x', '{}');
  expect(requests).toMatchObject([
    {
      url: 'https://prod-7.westeurope.logic.azure.com/workflows/1?sig=x',
      method: 'post',
      headers: { 'Content-Type': 'application/json; charset=UTF-8' },
    },
  ]);
});
