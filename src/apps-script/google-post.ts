import type { Mailer, Poster, Sending } from '../workflows/ports.ts';

/** [seen] What MailApp and UrlFetchApp say when they do not send. The first that fits counts. */
const REFUSALS: ReadonlyArray<readonly [Exclude<Sending, 'sent'>, RegExp]> = [
  ['full', /too many times for one day/i],
  ['no_consent', /permissions are not sufficient|Authorization is required/i],
  ['unreachable', /Address unavailable|DNS error|timed? ?out|unavailable/i],
];

/** By its kind alone: the words of an error hold the address, which is a secret or somebody's. */
function refusalOf(error: unknown): Exclude<Sending, 'sent'> {
  const text = error instanceof Error ? error.message : '';
  return REFUSALS.find(([, words]) => words.test(text))?.[0] ?? 'refused';
}

export const googleMailer: Mailer = {
  remaining() {
    try {
      return MailApp.getRemainingDailyQuota();
    } catch {
      // Sending tells what is wrong.
      return 1;
    }
  },
  send({ to, subject, text, html }) {
    try {
      MailApp.sendEmail({ to, subject, body: text, htmlBody: html, name: 'Koers' });
      return 'sent';
    } catch (error) {
      return refusalOf(error);
    }
  },
};

/** [documented] Power Automate gives its addresses with the port that https has anyway. */
const withoutPort = (address: string): string =>
  address.replace(/^(https:\/\/[^/:]+):443\//, '$1/');

export const googlePoster: Poster = {
  post(address, body) {
    try {
      const code = UrlFetchApp.fetch(withoutPort(address), {
        method: 'post',
        contentType: 'application/json; charset=UTF-8',
        payload: body,
        muteHttpExceptions: true,
      }).getResponseCode();
      if (code < 300) return 'sent';
      return code === 429 || code >= 500 ? 'unreachable' : 'refused';
    } catch (error) {
      return refusalOf(error);
    }
  },
};
