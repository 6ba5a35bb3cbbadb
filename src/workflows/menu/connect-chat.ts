import { CHATS } from '../../core/alerts/chat-letter.ts';
import { LETTER_WORDS } from '../../core/language/letter-words.ts';
import { TELLING_WORDS } from '../../core/language/sheet-languages.ts';
import { CHAT_IDS, type Letter } from '../../core/model/told.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { OpenPropertyStore, Poster, Screen } from '../ports.ts';
import { chatProperty, connectedChats } from '../telling/waiting-letters.ts';

export interface ChatPorts {
  readonly properties: OpenPropertyStore;
  readonly poster: Poster;
  readonly screen: Pick<Screen, 'askText'>;
}

/** The first post, which shows that the address is the right one. */
function hello(language: Language): Letter {
  const words = TELLING_WORDS[language];
  return {
    language,
    subject: words.hello,
    opening: words.helloLine,
    sections: [],
    links: [],
    footer: LETTER_WORDS[language].becauseChat,
  };
}

/**
 * Asks for the address of a chat and keeps it with the script once a first post got there. The name
 * of a chat takes its address away. Gives what there is to say, without the address.
 */
export function connectChat({ properties, poster, screen }: ChatPorts, language: Language): string {
  const words = TELLING_WORDS[language];
  const connected = connectedChats(properties);
  const names = connected.map((chat) => words.chats[chat]).join(', ');
  const typed = screen.askText(words.title, words.whichChat(names))?.trim() ?? '';
  if (typed === '') return '';
  const named = connected.find((chat) => words.chats[chat].toLowerCase() === typed.toLowerCase());
  if (named !== undefined) {
    properties.set(chatProperty(named), null);
    return words.chatRemoved(words.chats[named]);
  }
  const chat = CHAT_IDS.find((id) => CHATS[id].address.test(typed));
  if (chat === undefined) return words.noSuchChat;
  const sending = poster.post(typed, JSON.stringify(CHATS[chat].post(hello(language))));
  if (sending !== 'sent') return words.chatFailed(words.chats[chat], words.why[sending]);
  properties.set(chatProperty(chat), typed);
  return words.chatConnected(words.chats[chat]);
}
