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

test('days and large numbers read as in any sentence, what was typed as it was typed', () => {
  const place = { tab: "KPI's", cell: 'A5' };
  const details = { kpi: 'Visits', judgedDate: '2026-01-31', date: '2026-02-14' };
  expect(describeIssue(newIssue('I_AFTER_JUDGED_DAY', place, details), 'nl').text).toContain(
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
    'The stop on the due date of "Conversion" says 2.5 %, the target 3 %.',
  );
  const typed = newIssue('E_DATE', place, { received: '2026-02-30', column: 'Date' });
  expect(describeIssue(typed, 'en').text).toBe('"2026-02-30" in Date is not a date.');
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
