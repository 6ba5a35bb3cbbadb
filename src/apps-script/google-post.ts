import type { Mail, Mailer, Poster, Sending } from '../workflows/ports.ts';
import { pngOf } from './write-png.ts';

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

/** [recorded] Bytes are signed, as in Java. */
const signed = (byte: number): number => (byte << 24) >> 24;

const gzip = (bytes: readonly number[]): number[] =>
  Utilities.gzip(Utilities.newBlob(bytes.map(signed)))
    .getBytes()
    .map((byte) => byte & 0xff);

type Markup = Pick<Mail, 'html' | 'illustrated'>;

/** The markup to show and its pictures, where they can be made: a letter says the same without them. */
function drawn({ html, illustrated }: Markup) {
  const pictures: Record<string, GoogleAppsScript.Base.Blob> = {};
  try {
    for (const { id, image } of illustrated?.pictures ?? []) {
      const bytes = pngOf(image, gzip).map(signed);
      pictures[id] = Utilities.newBlob(bytes, 'image/png', `${id}.png`);
    }
    return { html: illustrated?.html ?? html, pictures };
  } catch {
    return { html, pictures: {} };
  }
}

/** A mail as it looks to whoever gets it, on a page: its pictures in it. */
export function shownMarkup(mail: Markup): string {
  const { html, pictures } = drawn(mail);
  return Object.entries(pictures).reduce((page, [id, blob]) => {
    const data = `data:image/png;base64,${Utilities.base64Encode(blob.getBytes())}`;
    return page.replace(`"cid:${id}"`, `"${data}"`);
  }, html);
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
  send(mail) {
    const { to, subject, text } = mail;
    try {
      const { html, pictures } = drawn(mail);
      const isIllustrated = Object.keys(pictures).length > 0;
      MailApp.sendEmail({
        to,
        subject,
        body: text,
        htmlBody: html,
        name: 'Koers',
        ...(isIllustrated ? { inlineImages: pictures } : {}),
      });
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
        // What follows one asks for a page, and its answer says nothing of the message.
        followRedirects: false,
      }).getResponseCode();
      if (code < 300) return 'sent';
      return code === 429 || code >= 500 ? 'unreachable' : 'refused';
    } catch (error) {
      return refusalOf(error);
    }
  },
};
