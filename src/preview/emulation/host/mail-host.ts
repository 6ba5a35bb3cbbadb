import { PlatformError, type SentMail } from './account.ts';
import type { Execution } from './execution-state.ts';

interface Message {
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  readonly name?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly htmlBody?: string;
  readonly inlineImages?: SentMail['inlineImages'];
}

/** [documented] The limits of an account that is not a company's. */
const MAX_RECIPIENTS = 50;
const MAX_BODY_BYTES = 200 * 1024;
const MAX_SUBJECT_CHARACTERS = 250;

const addressesIn = (list: string | undefined): string[] =>
  (list ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');

const looksLikeAddress = (address: string): boolean =>
  /^[^\s@<>]+@[^\s@<>]+$/.test(address) || /^[^<>]*<[^\s@<>]+@[^\s@<>]+>$/.test(address);

/** [seen] The sentences, except that of the subject [assumed]. */
function refuseUnsendable(message: Message, recipients: readonly string[]): void {
  const invalid = recipients.find((address) => !looksLikeAddress(address));
  if (invalid !== undefined) throw new PlatformError(`Invalid email: ${invalid}`);
  if (recipients.length > MAX_RECIPIENTS) {
    throw new PlatformError('Limit Exceeded: Email Recipients Per Message.');
  }
  const bodies = [message.body ?? '', message.htmlBody ?? ''];
  if (bodies.some((body) => Buffer.byteLength(body) > MAX_BODY_BYTES)) {
    throw new PlatformError('Limit Exceeded: Email Body Size.');
  }
  if ((message.subject ?? '').length > MAX_SUBJECT_CHARACTERS) {
    throw new PlatformError('Invalid argument: subject');
  }
}

function send(execution: Execution, message: Message): void {
  const { account, user } = execution;
  const { to, cc, bcc } = message;
  const recipients = [to, cc, bcc].flatMap(addressesIn);
  refuseUnsendable(message, recipients);
  // [documented] Each recipient counts. [seen] The sentence.
  if (recipients.length > account.mailQuota) {
    throw new PlatformError('Service invoked too many times for one day: email.');
  }
  account.mailQuota -= recipients.length;
  account.outbox.push({
    to: to ?? '',
    ...(cc !== undefined && { cc }),
    ...(bcc !== undefined && { bcc }),
    ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
    ...(message.name !== undefined && { senderName: message.name }),
    subject: message.subject ?? '',
    body: message.body ?? '',
    ...(message.htmlBody !== undefined && { htmlBody: message.htmlBody }),
    ...(message.inlineImages !== undefined && { inlineImages: message.inlineImages }),
    sentBy: user,
    sentAt: account.clock.now(),
  });
}

export const mailOperations = {
  send,
  remainingQuota: (execution: Execution) => execution.account.mailQuota,
};
