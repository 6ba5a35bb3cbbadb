import { CHATS } from '../../../src/core/alerts/chat-letter.ts';
import { CHAT_IDS, type Letter, type LetterItem } from '../../../src/core/model/told.ts';

const item = (title: string, lines: readonly string[] = []): LetterItem => ({
  status: { code: 'off_course', mark: '▼', word: 'Off course' },
  title,
  url: 'https://docs.google.com/spreadsheets/d/1/edit#gid=3',
  lines,
  way: { actual: 0.45, plan: 0.5, text: '45% of the way' },
});

const letter = (items: readonly LetterItem[]): Letter => ({
  language: 'en',
  subject: 'Revenue: off course',
  opening: 'Two recalculations in a row say so.',
  sections: [{ title: 'Needs attention', items }],
  links: [{ text: 'Open the workbook', url: 'https://docs.google.com/spreadsheets/d/1/edit' }],
  footer: 'Because.',
});

const textIn = (chat: 'slack' | 'google_chat', items: readonly LetterItem[]): string =>
  // SAFETY: both take an object with a text.
  (CHATS[chat].post(letter(items)) as { text: string }).text;

test('a message reads from the news down to why one gets it', () => {
  expect(textIn('slack', [item('Revenue', ['From on course to off course.'])])).toBe(
    [
      '*Revenue: off course*',
      'Two recalculations in a row say so.',
      '',
      '*Needs attention*',
      '• <https://docs.google.com/spreadsheets/d/1/edit#gid=3|Revenue> ▼ Off course',
      '   From on course to off course.',
      '   45% of the way',
      '',
      '<https://docs.google.com/spreadsheets/d/1/edit|Open the workbook>',
      'Because.',
    ].join('\n'),
  );
});

const CALLS = '<users/all> <!channel> <https://evil.example|Revenue> & *bold*';

test('a cell calls nobody and links nowhere in Slack', () => {
  const text = textIn('slack', [item(CALLS)]);
  expect(text).toContain('&lt;users/all&gt; &lt;!channel&gt;');
  expect(text).not.toMatch(/<!channel>|<users|<https:\/\/evil/);
});

test('nor in Google Chat', () => {
  const text = textIn('google_chat', [item(CALLS)]);
  expect(text).toContain('‹users/all›');
  expect(text).not.toMatch(/<users|<!|<https:\/\/evil/);
});

test('Teams gets a card whose texts are runs, which nothing in them can turn into markup', () => {
  const card = JSON.stringify(CHATS.teams.post(letter([item('[Revenue](https://evil.example)')])));
  expect(card).toContain('application/vnd.microsoft.card.adaptive');
  expect(card).toContain('{"type":"TextRun","text":"[Revenue](https://evil.example)"');
  expect(card).not.toContain('"TextBlock"');
});

test('a hundred KPIs of long words fit, and no line is cut in two', () => {
  const many = Array.from({ length: 100 }, (_, at) => item(`KPI ${at}`, ['word '.repeat(300)]));
  const text = textIn('google_chat', many);
  expect(text.length).toBeLessThanOrEqual(4_096);
  expect(text).toMatch(/Because\.$/);
  expect(text.match(/</g)?.length ?? 0).toBe(text.match(/>/g)?.length ?? 0);
});

test('a hundred KPIs of long words in any script fit into a card of Teams too', () => {
  for (const word of ['word ', '語', '😀']) {
    const many = Array.from({ length: 100 }, (_, at) => item(`KPI ${at}`, [word.repeat(900)]));
    const body = JSON.stringify(CHATS.teams.post(letter(many)));
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(28 * 1024);
    expect(body).toContain('KPI 0');
    expect(body).toContain('Because.');
  }
});

test('a letter without a section is its news and its reason', () => {
  for (const chat of CHAT_IDS) {
    const empty = JSON.stringify(CHATS[chat].post({ ...letter([]), sections: [], links: [] }));
    expect(empty).toContain('Revenue: off course');
    expect(empty).toContain('Because.');
  }
});

test.each([
  ['google_chat', 'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t', true],
  ['slack', 'https://hooks.slack.com/services/T/B/x', true],
  ['teams', 'https://prod-7.westeurope.logic.azure.com:443/workflows/1/triggers/x?sig=s', true],
  ['teams', 'https://default1a.0b.environment.api.powerplatform.com/powerautomate/x?sig=s', true],
  ['teams', 'https://evil.example/logic.azure.com/x', false],
  ['slack', 'https://hooks.slack.com@evil.example/services/x', false],
  ['google_chat', 'http://chat.googleapis.com/v1/spaces/AAAA/messages', false],
  ['google_chat', '', false],
] as const)('an address of %s: %s is one: %s', (chat, address, isOne) => {
  expect(CHATS[chat].address.test(address)).toBe(isOne);
});
