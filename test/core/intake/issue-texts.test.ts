import {
  describeIssue,
  ISSUE_TEXTS,
  type IssueCode,
  newIssue,
  severityOf,
} from '../../../src/core/language/issue-texts.ts';

const CODES = Object.keys(ISSUE_TEXTS) as IssueCode[];
const namesIn = (texts: readonly string[]): string[] =>
  [...new Set(texts.join(' ').match(/\{\w+\}/g) ?? [])]
    .map((name) => name.replace(/(En|Nl)\}$/, '}'))
    .sort();

test.each(CODES)(
  '%s has a sentence and a fix in both languages, about the same details',
  (code) => {
    const texts: readonly string[] = ISSUE_TEXTS[code];
    expect(texts).toHaveLength(4);
    const [en, nl] = [texts.slice(0, 2), texts.slice(2)];
    for (const sentence of [...en, ...nl]) expect(sentence).toMatch(/[.?}]$/);
    expect(en).not.toEqual(nl);
    const [english, dutch] = [namesIn(en), namesIn(nl)];
    expect(new Set(english)).toEqual(new Set(dutch));
    expect(en.join('')).not.toMatch(/\{\w+Nl\}/);
    expect(nl.join('')).not.toMatch(/\{\w+En\}/);
  },
);

test.each([
  ['E_DATE', 'error'],
  ['W_SETTING', 'warning'],
  ['I_MORE', 'info'],
  ['INCOMPLETE', 'warning'],
])('the letter that %s begins with makes it of severity %s', (code, severity) => {
  expect(severityOf(code)).toBe(severity);
});

test("numbers are written in the reader's language", () => {
  const place = { tab: "KPI's", cell: 'H3' };
  const issue = newIssue('E_TOLERANCE', place, { received: -2.5 }, { kpiId: 'omzet' });
  expect(describeIssue(issue, 'nl').text).toBe('De tolerantie -2,5 is niet groter dan 0.');
  expect(describeIssue(issue, 'en').text).toBe('The tolerance -2.5 is not above 0.');
  expect(issue).toMatchObject({ severity: 'error', kpiId: 'omzet', goalId: null, place });
});

test('a code that has no words is shown as it is', () => {
  const issue = { ...newIssue('E_FORMULA_SIZE', { tab: 'x', cell: null }, {}), code: 'toString' };
  expect(describeIssue(issue, 'en')).toEqual({ text: 'toString', fix: '' });
});

test('to forget what a sentence needs does not compile', () => {
  const place = { tab: 'KPIs', cell: 'A1' };
  // @ts-expect-error `received` is in the sentence
  const issue = newIssue('E_TOLERANCE', place, {});
  expect(describeIssue(issue, 'en').text).toBe('The tolerance  is not above 0.');
  // @ts-expect-error there is no such code
  const unknown = newIssue('E_NOTHING', place, {});
  expect(describeIssue(unknown, 'en').text).toBe('E_NOTHING');
});
