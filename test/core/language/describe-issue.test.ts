import { describeIssue, sentencesOf } from '../../../src/core/language/describe-issue.ts';
import { ISSUE_SENTENCES } from '../../../src/core/language/languages.ts';
import { dayFromCivil } from '../../../src/core/model/calendar-date.ts';
import { newIssue, severityOf } from '../../../src/core/model/issue.ts';
import type { IssueCode } from '../../../src/core/model/issue-details.ts';
import { LANGUAGES } from '../../../src/core/model/locale.ts';
import { sourceFilesIn } from '../../support/source-files.ts';

const { cells, tabs, figures } = ISSUE_SENTENCES.en;
// SAFETY: the keys of records by IssueCode.
const CODES = Object.keys({ ...cells, ...tabs, ...figures }) as IssueCode[];

const namesIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.join(' ').match(/\{\w+/g) ?? []),
];

test.each(CODES)('%s tells the same details in every language, in whole sentences', (code) => {
  const [english, ...others] = LANGUAGES.map((language) => {
    const { text, fix } = sentencesOf(code, language);
    return [text, fix];
  });
  for (const sentence of [english, ...others].flat()) expect(sentence).toMatch(/[.?}]$/);
  for (const other of others) {
    expect(other).not.toEqual(english);
    expect(namesIn(other).sort()).toEqual(namesIn(english).sort());
  }
});

const COUNTED = ['count', 'missing', 'intervals', 'less', 'days', 'of', 'most', 'position'];
/** Words that end as the plural does and are none. */
const NO_PLURALS = /^(?:is|has|does|shows|holds|counts|als|en)$/;

test.each(CODES.flatMap((code) => LANGUAGES.map((language) => [code, language] as const)))(
  '%s in %s has one word for one and another for several',
  (code, language) => {
    const { text, fix } = sentencesOf(code, language);
    const names = [...`${text} ${fix}`.matchAll(/\{(\w+)(?: [^}]*)?\}/g)].map(([, name]) => name);
    for (const count of [0, 1, 2]) {
      const details = Object.fromEntries(
        names.map((name) => [name, COUNTED.includes(name) ? count : 'X']),
      );
      // SAFETY: whatever a detail is, it is told as the number or the text that stands there.
      const issue = { code, details } as unknown as Parameters<typeof describeIssue>[0];
      const told = Object.values(describeIssue(issue, language)).join(' ');
      const words = [...told.matchAll(/(?<![\d.,])(\d) (?:of (?:its|the) )?([a-z]+)/g)];
      const wrong = words.filter(
        ([, number, word]) =>
          number === '1' &&
          (language === 'en' ? /[a-z]s$/ : /(?:en|s)$/).test(word) &&
          !NO_PLURALS.test(word),
      );
      expect(wrong.map(([all]) => all)).toEqual([]);
    }
  },
);

test('every code is found somewhere: none has words only', () => {
  const finding = sourceFilesIn('src/core').filter(
    ({ path }) => !/core\/language\/|issue-details/.test(path),
  );
  const isFound = (code: string) => finding.some(({ text }) => text.includes(`'${code}'`));
  expect(CODES.filter((code) => !isFound(code))).toEqual([]);
});

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
  const issue = newIssue('E_TOLERANCE', place, { received: { typed: -2.5 } }, { kpiId: 'omzet' });
  expect(describeIssue(issue, 'nl').text).toBe('De tolerantie -2,5 is niet groter dan 0.');
  expect(describeIssue(issue, 'en').text).toBe('The tolerance -2.5 is not above 0.');
  expect(issue).toMatchObject({ severity: 'error', kpiId: 'omzet', goalId: null, place });
});

test('days and large numbers read as in any sentence, what was typed as it was typed', () => {
  const place = { tab: "KPI's", cell: 'A5' };
  const on = (month: number, dayOfMonth: number) => ({
    day: dayFromCivil(2026, month, dayOfMonth),
  });
  const judged = { kpi: 'Visits', judgedDate: on(1, 31), date: on(2, 14) };
  expect(describeIssue(newIssue('I_AFTER_JUDGED_DAY', place, judged), 'nl').text).toContain(
    'tot en met 31 jan 2026; nieuwere waarden, tot en met 14 feb 2026,',
  );
  const euro = (amount: number) => ({
    amount,
    unit: { kind: 'currency', currency: 'EUR' } as const,
  });
  const route = { kpi: 'Revenue', goal: 'Route', target: euro(831_031.773), plan: euro(1_640_000) };
  expect(describeIssue(newIssue('W_ROUTE', place, route), 'nl').text).toBe(
    '"Revenue" mikt op € 831.032; de route van "Route" vraagt dan € 1.640.000.',
  );
  const share = (amount: number) => ({ amount, unit: { kind: 'percent' } as const });
  const end = { kpi: 'Conversion', value: share(0.025), target: share(0.03) };
  expect(describeIssue(newIssue('E_MILESTONE_END', place, end), 'en').text).toBe(
    'The milestone on the due date of "Conversion" is 2.5%, the target 3%.',
  );
  const bounds = { received: { typed: 1900 }, low: { typed: 1901 }, high: { typed: 2100 } };
  expect(describeIssue(newIssue('E_BOUNDS', place, { ...bounds, column: 'Jaar' }), 'nl').text).toBe(
    '1900 bij Jaar ligt niet tussen 1901 en 2100.',
  );
  const typed = newIssue('E_DATE', place, { received: '2026-02-30', column: '2026-02-28' });
  expect(describeIssue(typed, 'en').text).toBe('"2026-02-30" in 2026-02-28 is not a date.');
});
