import type { LiveAnswers, ProbeResult } from '../../../src/workflows/live-check/answers.ts';
import { liveCheckPage } from '../../../src/workflows/live-check/report.ts';

const well: ProbeResult = { kind: 'answer', answer: true };

/** Everything that is needed, answered. */
const NEEDED = [
  ...['rights.sheets_service', 'tab.made', 'changes.one_reply_each', 'changes.all_or_none'],
  ...['rights.spreadsheets', 'rights.windows', 'rights.schedule', 'rights.address'],
  ...['cache.put_answers', 'properties.missing', 'lock.without_time', 'gzip.gives_back'],
  ...[
    'gzip.bytes_marked',
    'pages.content',
    'triggers.in_a_zone',
    'triggers.hourly',
    'triggers.weekly',
    'triggers.once',
  ],
  ...['values.unformatted', 'values.ranges_as_answered', 'formats.of_cells'],
  ...['fields.everything_said', 'fields.formula', 'responses.form'],
];

const answers = (changed: Readonly<Record<string, ProbeResult>> = {}): LiveAnswers => ({
  layout: 1,
  koers: '0.1.0',
  askedAt: '2026-02-15T08:30:00.000Z',
  surroundings: {
    scriptTimeZone: 'Etc/UTC',
    workbookTimeZone: 'Europe/Amsterdam',
    workbookLocale: 'nl_NL',
    personLocale: 'nl',
  },
  results: { ...Object.fromEntries(NEEDED.map((id) => [id, well])), ...changed },
});

const refused = (message: string): ProbeResult => ({
  kind: 'refusal',
  name: 'Exception',
  message,
  code: 403,
});

const textOf = (changed: Readonly<Record<string, ProbeResult>>, language: 'en' | 'nl' = 'en') =>
  liveCheckPage(answers(changed), language).paragraphs.join('\n');

describe('the page of the live check', () => {
  it('says that all is well, and in which time zones', () => {
    const text = textOf({});
    expect(text).toContain('Everything that Koers needs of Google works here.');
    expect(text).not.toContain('✗');
    expect(text).toContain('The workbook keeps the time of Europe/Amsterdam, the script that of');
  });

  test.each([
    [
      'Google Sheets API has not been used in project 1 before or it is disabled.',
      'choose +, then Google Sheets API',
    ],
    ['Request had insufficient authentication scopes.', 'tick every box'],
    ['Access is blocked by your administrator.', 'The administrator of your Google Workspace'],
    ['Quota exceeded for quota metric.', 'Try again in a few minutes'],
    ['Something nobody knows', 'Send the block below'],
  ])('of "%s" says what to do: %s', (message, advice) => {
    const text = textOf({ 'rights.sheets_service': refused(message) });
    expect(text).toContain('1 of 8 things');
    expect(text).toContain(`Google says: ${message}`);
    expect(text).toContain(advice);
  });

  it('tells what was refused from what could not be asked because of it', () => {
    const text = textOf({
      'tab.made': refused('The caller does not have permission'),
      'values.unformatted': { kind: 'skipped', reason: 'no_tab' },
    });
    expect(text).toContain('2 of 8 things');
    expect(text).toContain('You may not edit this workbook');
    expect(text).toContain('This could not be asked');
    expect(text).toContain(
      '22 questions were answered, 1 refused (many are asked to be refused), 1 not asked.',
    );
  });

  it('says when its own tab stayed behind', () => {
    expect(textOf({ 'tab.removed': refused('x') })).toContain('You may delete it');
  });

  it('is Dutch for who reads Dutch, and its block is the same', () => {
    const page = liveCheckPage(
      answers({ 'tab.made': refused('The caller does not have permission') }),
      'nl',
    );
    expect(page.title).toBe('Deze installatie');
    expect(page.paragraphs.join('\n')).toContain('Je mag deze werkmap niet bewerken');
    expect(JSON.parse(page.block.text).results['tab.made'].code).toBe(403);
  });
});
