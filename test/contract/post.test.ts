import { coursePixels } from '../../src/drawing/course-pixels.ts';
import { createAccount, type FetchRequest } from '../../src/preview/emulation/host/account.ts';
import type { Sending } from '../../src/workflows/ports.ts';
import { OWNER, tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { readPng } from '../support/read-png.ts';
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
  const mail = { to: 'noor at home', subject: 's', text: 't', html: 'h', illustrated: null };
  expect(emulatedMailer(account()).send(mail)).toBe('refused');
});

const picture = coursePixels(
  { plan: [0, 50, 100], actual: [0, 40, null], forecast: [null, 40, 80] },
  { plan: '#7d8794', own: '#2f9e73' },
);
const WITH_PICTURE = {
  to: 'noor@koers.example',
  subject: 's',
  text: 't',
  html: '<p>h</p>',
  illustrated: {
    html: '<p>h<img src="cid:way0x0"></p>',
    pictures: [{ id: 'way0x0', image: picture }],
  },
};

test('a mail brings its pictures along, each under the name that it is shown by', () => {
  const own = account();
  expect(emulatedMailer(own).send(WITH_PICTURE)).toBe('sent');
  const [{ htmlBody, inlineImages }] = own.outbox;
  expect(htmlBody).toBe('<p>h<img src="cid:way0x0"></p>');
  expect(Object.keys(inlineImages ?? {})).toEqual(['way0x0']);
  expect(inlineImages?.way0x0.contentType).toBe('image/png');
  const { width, height, dots, palette } = readPng(inlineImages?.way0x0.base64 ?? '');
  expect([width, height]).toEqual([1040, 208]);
  expect(dots).toEqual(picture.rows.map((row) => [...row]));
  expect(palette).toEqual(['#ffffff', '#7d8794', '#2f9e73']);
});

test('a mail whose pictures cannot be made goes without them, once', () => {
  const own = account();
  own.beforeCall = (call) => {
    if (call.method === 'Utilities.gzip') throw new Error('Service invoked too many times');
  };
  expect(emulatedMailer(own).send(WITH_PICTURE)).toBe('sent');
  expect(own.outbox).toHaveLength(1);
  expect(own.outbox[0]).toMatchObject({ htmlBody: '<p>h</p>' });
  expect(own.outbox[0].inlineImages).toBeUndefined();
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

test.each([
  [200, 'sent'],
  [202, 'sent'],
  [302, 'refused'],
  [404, 'refused'],
  [410, 'refused'],
  [413, 'refused'],
  [429, 'unreachable'],
  [503, 'unreachable'],
] as const)(
  'an answer of %s is %s, after one request and without a word of its text',
  (status, answer) => {
    const { own, requests, poster } = fetching('sent');
    own.answerRequest = (request) => {
      requests.push(request);
      const headers = { 'Retry-After': '30', Location: 'https://hooks.slack.com/elsewhere' };
      return { status, headers, body: 'no_service s3cr3t' };
    };
    expect(poster.post('https://hooks.slack.com/services/T0/B0/s3cr3t', '{}')).toBe(answer);
    expect(requests).toHaveLength(1);
  },
);
