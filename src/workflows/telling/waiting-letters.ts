import type { Day } from '../../core/model/calendar-date.ts';
import {
  type Addressee,
  CHAT_IDS,
  type ChatId,
  type WaitingLetter,
} from '../../core/model/told.ts';
import { NO_POST, type RunRegister, type StoredPost } from '../hidden-tab/stored-data.ts';
import { contentHash } from '../packed-tables/chunks.ts';
import type { PropertyStore } from '../ports.ts';

/** News of more than a week ago is none: what could not be sent until then is let go. */
const KEPT_DAYS = 7;

export const postOf = ({ post }: RunRegister): StoredPost => post ?? NO_POST;

/** The id of a letter, short and without an address: two hashes, since one might be another's. */
export const letterKey = ({ id }: WaitingLetter): string =>
  contentHash(id) + contentHash([...id].reverse().join(''));

export const stillWaiting = (
  outbox: readonly WaitingLetter[],
  gone: readonly string[],
): WaitingLetter[] => outbox.filter((letter) => !gone.includes(letterKey(letter)));

const sameAddress = (one: Addressee, other: Addressee): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What waits from now on. A new digest takes the place of one that the same person never got. */
export function withLetters(
  waiting: readonly WaitingLetter[],
  added: readonly WaitingLetter[],
  today: Day,
): WaitingLetter[] {
  const ids = new Set(added.map(({ id }) => id));
  const digests = added.filter(({ kind }) => kind === 'digest');
  const kept = waiting.filter(
    ({ id, kind, day, to }) =>
      day > today - KEPT_DAYS &&
      !ids.has(id) &&
      !(kind === 'digest' && digests.some((own) => sameAddress(own.to, to))),
  );
  return [...kept, ...added];
}

/** Where the script keeps the address of a chat. */
export const chatProperty = (chat: ChatId): string => `CHAT_${chat.toUpperCase()}`;

/** The chats that have an address. */
export const connectedChats = (properties: PropertyStore): ChatId[] =>
  CHAT_IDS.filter((chat) => (properties.get(chatProperty(chat)) ?? '') !== '');
