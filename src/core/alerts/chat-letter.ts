import type { ChatId, Letter, LetterItem } from '../model/told.ts';
import { oneLine } from './plain-letter.ts';

/** How one chat takes a message. */
export interface ChatSpec {
  /** What its addresses look like, so that nothing is ever sent elsewhere. */
  readonly address: RegExp;
  /** The body of a post, as JSON. */
  readonly post: (letter: Letter) => unknown;
}

/** A chat is read in passing: the first of each section, the rest counted by the letter itself. */
const MOST_ITEMS = 5;
/** [documented] Google Chat takes 4,096 characters of text; the others take more. */
const MOST_CHARACTERS = 4_000;

/** [documented] Teams takes a message of 28 KB; a character is three bytes at most. */
const MOST_CARD_CHARACTERS = 8_000;

/** How a chat writes bold text and links, from text that is safe in it. */
interface Marks {
  readonly safe: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly link: (text: string, url: string) => string;
}

function itemLines({ status, title, url, lines, way }: LetterItem, marks: Marks): string[] {
  const name = marks.safe(title);
  const head = url === '' ? name : marks.link(name, url);
  const word = status === null ? '' : ` ${status.mark} ${marks.safe(status.word)}`;
  const rest = [...lines.slice(0, 2), ...(way === null ? [] : [way.text])];
  return [`• ${head}${word}`, ...rest.map((line) => `   ${marks.safe(line)}`)];
}

function chatText({ subject, opening, sections, links, footer }: Letter, marks: Marks): string {
  const parts = sections.flatMap(({ title, items }) => [
    '',
    marks.bold(marks.safe(title)),
    ...items.slice(0, MOST_ITEMS).flatMap((item) => itemLines(item, marks)),
  ]);
  const ends = [
    '',
    links.map(({ text, url }) => marks.link(marks.safe(text), url)).join(' · '),
    footer,
  ];
  const kept: string[] = [];
  let length = ends.join('\n').length;
  for (const line of [marks.bold(marks.safe(subject)), marks.safe(opening), ...parts]) {
    length += line.length + 1;
    // A line is left out whole: half a link or half a mark would be another text.
    if (length > MOST_CHARACTERS) break;
    kept.push(line);
  }
  return [...kept, ...ends].join('\n');
}

/** [documented] Slack reads &, < and > as control characters, written as entities. */
const SLACK: Marks = {
  safe: (text) =>
    oneLine(text)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[*_~`|]/g, (mark) => `${mark}\u200b`),
  bold: (text) => `*${text}*`,
  link: (text, url) => `<${url}|${text}>`,
};

/** [documented] <users/all> would call everybody: no angle bracket of a cell gets through. */
const GOOGLE_CHAT: Marks = {
  ...SLACK,
  safe: (text) =>
    oneLine(text)
      .replace(/</g, '‹')
      .replace(/>/g, '›')
      .replace(/[*_~`|]/g, (mark) => `${mark}\u200b`),
};

const run = (text: string, more: object = {}) => ({ type: 'TextRun', text, ...more });

/** Text of an adaptive card that nothing in it can turn into markup. */
const line = (...inlines: readonly object[]) => ({ type: 'RichTextBlock', inlines });

const opens = (url: string): object =>
  url === '' ? {} : { selectAction: { type: 'Action.OpenUrl', url }, underline: true };

/** Whole lines from the first on, as long as they fit. */
function fitting(lines: readonly object[]): object[] {
  let left = MOST_CARD_CHARACTERS;
  const end = lines.findIndex((own) => {
    left -= JSON.stringify(own).length;
    return left < 0;
  });
  return lines.slice(0, end === -1 ? undefined : end);
}

function cardOf({ subject, opening, sections, links, footer }: Letter): object {
  const items = sections.flatMap(({ title, items: all }) => [
    line(run(title, { weight: 'Bolder' })),
    ...all
      .slice(0, MOST_ITEMS)
      .flatMap(({ status, title: name, url, lines }) => [
        line(run(name, opens(url)), run(status === null ? '' : `  ${status.mark} ${status.word}`)),
        ...lines.slice(0, 2).map((text) => line(run(oneLine(text)))),
      ]),
  ]);
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      ...fitting([
        line(run(oneLine(subject), { weight: 'Bolder', size: 'Large' })),
        line(run(oneLine(opening))),
        ...items,
      ]),
      line(run(footer, { size: 'Small', isSubtle: true })),
    ],
    actions: links.map(({ text, url }) => ({ type: 'Action.OpenUrl', title: text, url })),
  };
}

/** Every chat by id: one more is one more record. */
export const CHATS: Readonly<Record<ChatId, ChatSpec>> = {
  google_chat: {
    address: /^https:\/\/chat\.googleapis\.com\/v1\/spaces\/[^\s]+$/,
    post: (letter) => ({ text: chatText(letter, GOOGLE_CHAT) }),
  },
  slack: {
    address: /^https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[^\s]+$/,
    post: (letter) => ({ text: chatText(letter, SLACK), unfurl_links: false }),
  },
  teams: {
    address:
      /^https:\/\/[a-z0-9.-]+\.(?:logic\.azure\.com|api\.powerplatform\.com)(?::443)?\/[^\s]+$/,
    post: (letter) => ({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          contentUrl: null,
          content: cardOf(letter),
        },
      ],
    }),
  },
};
