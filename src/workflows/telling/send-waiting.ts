import { CHATS } from '../../core/alerts/chat-letter.ts';
import type { ChatId, Letter, WaitingLetter } from '../../core/model/told.ts';
import { type StoredDataPorts, writeRegister } from '../hidden-tab/change-stored-data.ts';
import { type OpenedData, openNow } from '../hidden-tab/open-stored-data.ts';
import { isCopyIn, type StoredPost } from '../hidden-tab/stored-data.ts';
import type { Clock, Lock, Mailer, Poster, PropertyStore, Sending } from '../ports.ts';
import { isLate } from '../results/time-limit.ts';
import { oneAtATime, PATIENT_MILLISECONDS } from '../workbook/one-at-a-time.ts';
import { mailOf } from './letter-mail.ts';
import { chatProperty, letterKey, postOf, stillWaiting } from './waiting-letters.ts';

export interface SendingPorts extends StoredDataPorts {
  readonly lock: Lock;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly poster: Poster;
  readonly properties: PropertyStore;
}

/** To the address that was kept for this chat, as this chat takes it. */
function postTo(
  { poster, properties }: Pick<SendingPorts, 'poster' | 'properties'>,
  chat: ChatId,
  letter: Letter,
): Sending {
  const address = properties.get(chatProperty(chat)) ?? '';
  if (!CHATS[chat].address.test(address)) return 'unreachable';
  return poster.post(address, JSON.stringify(CHATS[chat].post(letter)));
}

/** Sends letters as long as the account may; whoever asks again is told so without trying. */
function sender(ports: SendingPorts): (letter: WaitingLetter) => Sending {
  let mailsLeft: number | null = null;
  return ({ to, letter }) => {
    if (to.kind === 'chat') return postTo(ports, to.chat, letter);
    mailsLeft ??= ports.mailer.remaining();
    if (mailsLeft <= 0) return 'full';
    const sending = ports.mailer.send(mailOf(to.email, letter));
    mailsLeft = sending === 'full' ? 0 : mailsLeft - 1;
    return sending;
  };
}

/** Nothing goes from a copy, nor while the last run looked from a typed day. */
const maySend = ({ stored }: OpenedData, fileId: string): boolean =>
  stored.stamp !== null && !stored.stamp.isTodaySet && !isCopyIn(stored, fileId);

function sendLocked(ports: SendingPorts, fileId: string, startedAt: number): number {
  const { facts, data } = openNow(ports, fileId);
  if (data === null || !maySend(data, fileId)) return 0;
  const { messages, register } = data.stored;
  let post = postOf(register);
  const remember = (changed: Partial<StoredPost>): void => {
    post = { ...post, ...changed };
    writeRegister(ports, facts, data, { ...register, post });
  };
  const send = sender(ports);
  let count = 0;
  let trouble: StoredPost['trouble'] = null;
  for (const letter of stillWaiting(messages.outbox, post.gone)) {
    if (letter.to.kind === 'mail' && !post.isMailOn) continue;
    if (isLate(ports.clock, startedAt)) break;
    const sending = send(letter);
    if (sending === 'sent') {
      // Remembered one by one: whatever happens next, at most this one could be sent twice.
      remember({ gone: [...post.gone, letterKey(letter)] });
      count += 1;
    } else {
      trouble ??= {
        why: sending,
        to: letter.to.kind === 'mail' ? letter.to.email : letter.to.chat,
      };
    }
  }
  if (JSON.stringify(trouble) !== JSON.stringify(post.trouble)) remember({ trouble });
  return count;
}

/**
 * Sends what waits, and remembers of each letter that it is gone. One that cannot be sent goes on
 * waiting; so does the rest when time runs out. Gives how many were sent.
 *
 * @param startedAt when the execution began
 */
export const sendWaiting = (ports: SendingPorts, fileId: string, startedAt: number): number =>
  oneAtATime(ports.lock, () => sendLocked(ports, fileId, startedAt), PATIENT_MILLISECONDS);
