import type { EmulatedAccount, FetchRequest, SentMail } from './emulation/host/account.ts';
import type { PreviewState } from './page-api.ts';

type Messages = PreviewState['outbox'];

/** Every text of a card, a line each. */
function textsOfCard(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsOfCard);
  if (typeof part !== 'object' || part === null) return [];
  if (Reflect.get(part, 'type') === 'RichTextBlock') {
    const inlines: unknown = Reflect.get(part, 'inlines');
    const runs = Array.isArray(inlines) ? inlines : [];
    return [runs.map((run) => String(Reflect.get(Object(run), 'text') ?? '')).join('')];
  }
  return Object.values(part).flatMap(textsOfCard);
}

/** What a chat shows of a post: its text, or the texts of its card. */
function textOfPost(payload: string): string {
  const post: unknown = JSON.parse(payload);
  const text: unknown = Reflect.get(Object(post), 'text');
  return typeof text === 'string' ? text : textsOfCard(post).join('\n');
}

/** The markup with the pictures that came along in it, as a mail program puts them there. */
const withPictures = ({ htmlBody, inlineImages = {} }: SentMail): string | null =>
  htmlBody?.replace(/"cid:([^"]+)"/g, (whole, name: string) => {
    const image = inlineImages[name];
    return image === undefined ? whole : `"data:${image.contentType};base64,${image.base64}"`;
  }) ?? null;

/**
 * The mails and posts that the script sent: nothing leaves this machine. Chats take every post, as
 * if their address were known.
 */
export function keepMessages(account: EmulatedAccount): {
  readonly messages: () => Messages;
  /** The markup of a mail; null for none. */
  readonly mail: (at: number) => string | null;
} {
  const posts: { request: FetchRequest; sentAt: number }[] = [];
  account.answerRequest = (request) => {
    posts.push({ request, sentAt: account.clock.now() });
    return { status: 200, body: 'ok' };
  };
  const messages = (): Messages => {
    const mails = account.outbox.map(({ to, subject, body, htmlBody, sentAt }, at) => ({
      to,
      subject,
      body,
      mail: htmlBody === undefined ? null : at,
      sentAt,
    }));
    const posted = posts.map(({ request, sentAt }) => {
      const body = textOfPost(request.payload ?? '{}');
      return {
        to: new URL(request.url).host,
        subject: body.split('\n')[0],
        body,
        mail: null,
        sentAt,
      };
    });
    return [...mails, ...posted].sort((one, other) => other.sentAt - one.sentAt);
  };
  return {
    messages,
    mail: (at) => (account.outbox[at] === undefined ? null : withPictures(account.outbox[at])),
  };
}
