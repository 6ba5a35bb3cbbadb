import type { Day } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import type { IssueCode, IssueDetail } from '../model/issue-details.ts';
import type { Language } from '../model/workspace.ts';
import { fullDate } from './format-date.ts';
import { formatDigits, formatValue } from './format-number.ts';
import type { IssueSentences } from './issue-sentences.ts';
import { ISSUE_SENTENCES, sentencesIn } from './languages.ts';
import { choiceName, choiceNames, columnName, settingWords, tabName } from './tab-words.ts';

export function sentencesOf(code: IssueCode, language: Language): IssueSentences {
  const { cells, tabs, figures, smart, actions } = ISSUE_SENTENCES[language];
  const groups: readonly Readonly<Partial<Record<IssueCode, IssueSentences>>>[] = [
    cells,
    tabs,
    figures,
    smart,
    actions,
  ];
  const group = groups.find((sentences) => code in sentences);
  // SAFETY: every code is in one of the groups, or the language does not compile.
  return group![code]!;
}

/** What is wrong and what to do. */
export function describeIssue(
  { code, details }: Issue,
  language: Language,
): { text: string; fix: string } {
  const { text, fix } = sentencesOf(code, language);
  // SAFETY: every detail is one of these; a name that is not there does not compile.
  const known = details as Readonly<Record<string, IssueDetail>>;
  const fill = (sentence: string): string =>
    sentence.replace(
      /\{(\w+)(?: ([^|}]+)\|([^}]+))?\}/g,
      (_, name: string, one?: string, several?: string) => {
        const text = told(known[name], language);
        return one === undefined ? text : `${text} ${known[name] === 1 ? one : several}`;
      },
    );
  return { text: fill(text), fix: fill(fix) };
}

/** Both in one line. */
export function issueLine(issue: Issue, language: Language): string {
  const { text, fix } = describeIssue(issue, language);
  return fix === '' ? text : `${text} ${fix}`;
}

/** Whether this line can be what a finding of this code comes to, whatever its details are. */
export function isLineOf(line: string, code: IssueCode, language: Language): boolean {
  const { text, fix } = sentencesOf(code, language);
  const parts = `${text} ${fix}`.trim().split(/\{[^}]*\}/);
  const plain = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${plain.join('.*')}$`).test(line);
}

const DECIMALS = 1;

/** 1,234.5 · 31 Jan 2026 · 9.2% · 0.8 points · €1,234 */
function told(detail: IssueDetail, language: Language): string {
  if (typeof detail === 'string') return detail;
  const book = sentencesIn(language);
  const plain = (value: number) => String(value).replace('.', book.decimalMark);
  if (typeof detail === 'number') {
    const isLarge = Math.abs(detail) >= 1000;
    return isLarge ? formatDigits(detail, 0, language) : plain(+detail.toPrecision(6));
  }
  if ('typed' in detail) {
    const { typed } = detail;
    return plain(Math.abs(typed) >= 1000 ? typed : +typed.toPrecision(6));
  }
  if ('day' in detail) return fullDate(detail.day, language);
  if ('amount' in detail) {
    return formatValue(detail.amount, { unit: detail.unit, decimals: null, language });
  }
  if ('share' in detail) return book.percent(plain(+(detail.share * 100).toFixed(DECIMALS)));
  if ('points' in detail) return book.percentPoints(plain(+detail.points.toFixed(DECIMALS)));
  return named(detail, language);
}

type Named = Exclude<
  IssueDetail,
  | string
  | number
  | { typed: number }
  | { day: number }
  | { amount: number }
  | { share: number }
  | { points: number }
>;

/** What goes by an id, by the name that the language has for it. */
function named(detail: Named, language: Language): string {
  const book = sentencesIn(language);
  if ('columns' in detail) {
    const { tab, columns } = detail;
    return columns.map((column) => columnName(tab, column, language)).join(', ');
  }
  if ('setting' in detail) return settingWords(detail.setting, language).names[0];
  if ('tabs' in detail) {
    return detail.tabs.map((tab) => tabName(tab, language)).reduce(book.either);
  }
  if ('list' in detail) return choiceName(detail.list, detail.code, language);
  if ('choices' in detail) {
    return [...choiceNames(detail.choices, language), ...detail.or].join(', ');
  }
  if ('any' in detail) return book.anyCurrency;
  if ('unitKind' in detail) {
    const { unitKind } = detail;
    return unitKind === 'currency' ? book.currencyUnit : choiceName('unit', unitKind, language);
  }
  if ('rhythm' in detail) return book.rhythms[detail.rhythm];
  if ('ranges' in detail) {
    const dates = (day: Day) => fullDate(day, language);
    return detail.ranges.map(({ start, end }) => `${dates(start)} – ${dates(end)}`).join(', ');
  }
  if ('directionWhy' in detail) return book.directionFaults[detail.directionWhy].why;
  if ('directionFix' in detail) return book.directionFaults[detail.directionFix].fix;
  return detail.nearest === null ? '' : book.nearest(detail.nearest);
}
