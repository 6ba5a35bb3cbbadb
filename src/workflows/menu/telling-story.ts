import { TELLING_WORDS } from '../../core/language/sheet-languages.ts';
import { choiceName } from '../../core/language/tab-words.ts';
import { CHAT_IDS } from '../../core/model/told.ts';
import type { Language } from '../../core/model/workspace.ts';
import { openStoredData } from '../hidden-tab/open-stored-data.ts';
import { isCopyIn, NO_STORED_DATA } from '../hidden-tab/stored-data.ts';
import type { Mailer, PropertyStore } from '../ports.ts';
import type { RecalculationPorts } from '../recalculation/recalculate.ts';
import { connectedChats, postOf, stillWaiting } from '../telling/waiting-letters.ts';
import { knownIn } from '../workbook/known-workbook.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';

export interface StoryPorts extends RecalculationPorts {
  readonly mailer: Mailer;
  readonly properties: PropertyStore;
}

/** Who is told, when the digest goes, what waits and what kept it, line by line. */
export function tellingStory(ports: StoryPorts, fileId: string, language: Language): string {
  const { reader, clock, compression, properties } = ports;
  const words = TELLING_WORDS[language];
  const read = readWorkbook(reader, fileId);
  const { facts } = read;
  const stored = openStoredData(facts, reader, compression)?.stored ?? NO_STORED_DATA;
  const { register, messages } = stored;
  const { isMailOn, by, gone, trouble } = postOf(register);
  const { people, settings } = knownIn(clock, read).workspace;
  const count = (choice: 'all' | 'mine') => people.filter(({ digest }) => digest === choice).length;
  const { digestOn, digestHour } = settings;
  const nameOf = (to: string) => {
    const chat = CHAT_IDS.find((id) => id === to);
    return chat === undefined ? to : words.chats[chat];
  };
  return [
    isCopyIn(stored, fileId) ? words.isCopy : '',
    settings.today === null ? '' : words.todayIsSet,
    isMailOn ? words.mailIsOn(by) : words.mailIsOff,
    ...connectedChats(properties).map((chat) => words.chatIsOn(words.chats[chat])),
    count('all') + count('mine') === 0
      ? words.noReaders
      : words.readers(count('all'), count('mine')),
    digestOn === 'off'
      ? words.noDigest
      : words.digest(choiceName('digest_on', digestOn, language), digestHour),
    register.schedule.choice === 'off' ? words.noSchedule : '',
    words.waiting(stillWaiting(messages.outbox, gone).length),
    trouble === null ? '' : words.trouble(nameOf(trouble.to), words.why[trouble.why]),
    isMailOn ? words.mailLeft(ports.mailer.remaining()) : '',
  ]
    .filter((text) => text !== '')
    .join('\n');
}
