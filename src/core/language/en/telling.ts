import type { TellingWords } from '../workflow-words.ts';
import { counted } from './counts.ts';

export const telling: TellingWords = {
  title: 'Messages',
  mailIsOn: (by) => `E-mail is on${by === '' ? '' : `; ${by} switched it on`}. It goes with the runs on schedule, from the account of whoever runs these.`,
  mailIsOff: 'E-mail is off: Koers sends nothing to anybody.',
  switchedOn: 'E-mail is on. From now on people whose Digest in the tab People is "all" or "mine" hear what changes course, which check-ins are due, and how it stands on the day that Settings names.',
  switchedOff: 'E-mail is off. What still waited is not sent.',
  chats: { google_chat: 'Google Chat', slack: 'Slack', teams: 'Teams' },
  chatIsOn: (chat) => `${chat} gets every message too.`,
  whichChat: (chats) =>
    `Paste the webhook address of a space in Google Chat, a channel in Slack or a workflow in Teams. It is kept with the script, never in the workbook.${chats === '' ? '' : ` To take one away, type its name: ${chats}.`}`,
  noSuchChat: 'That is no webhook address of Google Chat, Slack or Teams. Copy the whole address, from https:// on; nothing has changed.',
  chatConnected: (chat) => `${chat} gets every message from now on. A first one stands there.`,
  chatRemoved: (chat) => `${chat} gets no messages any more.`,
  chatFailed: (chat, why) => `${chat} did not take the first message: ${why}. Nothing has changed.`,
  hello: 'Koers writes here from now on',
  helloLine: 'What changes course, and how it stands on the day that Settings names.',
  readers: (all, mine) => `In the tab People ${all} ${all === 1 ? 'person chose' : 'people chose'} "all" and ${mine} "mine".`,
  noReaders: 'Nobody in the tab People has "all" or "mine" under Digest, so no mail goes out.',
  digest: (day, hour) => `Digest: ${day}, with the first run from ${hour}:00 on.`,
  noDigest: 'Digest: off (Digest on, in Settings).',
  noSchedule: 'Koers runs only when somebody asks for it. Messages go with runs on schedule: choose one in Koers › Schedule, or send by hand what waits.',
  waiting: (letters) => (letters === 0 ? 'Nothing waits to be sent.' : `${counted(letters, 'message waits', 'messages wait')} to be sent.`),
  mailLeft: (mails) => `Your account may send to ${counted(mails, 'more address', 'more addresses')} today.`,
  sent: (letters) => (letters === 0 ? 'Nothing was sent.' : `${counted(letters, 'message', 'messages')} sent.`),
  trouble: (to, why) => `The last time it did not reach ${to}: ${why}. It is tried again with each run, for a week.`,
  why: {
    full: 'the account may send no more mail today',
    no_consent: 'whoever runs Koers did not allow it to send. Choose Koers › Messages › Send now what waits and tick all boxes',
    refused: 'it was refused. Check the address',
    unreachable: 'it could not be reached',
  },
  todayIsSet: 'While Today is set in Settings, nothing is made and nothing is sent.',
  isCopy: 'This is a copy of another workbook: nothing is sent from here until somebody chooses Koers › This is the real workbook.',
};
