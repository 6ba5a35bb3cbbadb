import type { Issue } from '../model/issue.ts';
import type { IssueCode, IssueDetail } from '../model/issue-details.ts';
import type { Language } from '../model/workspace.ts';
import { cellIssues as cellIssuesEn } from './en/cell-issues.ts';
import { figureIssues as figureIssuesEn } from './en/figure-issues.ts';
import { tabIssues as tabIssuesEn } from './en/tab-issues.ts';
import { fullDate } from './format-date.ts';
import { formatDigits, formatValue } from './format-number.ts';
import type { IssueSentences } from './issue-sentences.ts';
import { cellIssues as cellIssuesNl } from './nl/cell-issues.ts';
import { figureIssues as figureIssuesNl } from './nl/figure-issues.ts';
import { tabIssues as tabIssuesNl } from './nl/tab-issues.ts';
import { sentencesIn } from './sentence-book.ts';

export const ISSUE_SENTENCES: Readonly<
  Record<Language, Readonly<Record<IssueCode, IssueSentences>>>
> = {
  en: { ...tabIssuesEn, ...cellIssuesEn, ...figureIssuesEn },
  nl: { ...tabIssuesNl, ...cellIssuesNl, ...figureIssuesNl },
};

/** What is wrong and what to do. */
export function describeIssue(
  { code, details }: Issue,
  language: Language,
): { text: string; fix: string } {
  const { text, fix } = ISSUE_SENTENCES[language][code];
  // SAFETY: every detail is one of these; a name that is not there does not compile.
  const known = details as Readonly<Record<string, IssueDetail>>;
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => told(known[name], language));
  return { text: fill(text), fix: fill(fix) };
}

const DECIMALS = 2;

/** 1,234.5 · 31 Jan 2026 · 9.2 % · 0.8 points · € 1,234 */
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
  return 'share' in detail
    ? book.percent(plain(+(detail.share * 100).toFixed(DECIMALS)))
    : book.points(plain(+detail.points.toFixed(DECIMALS)));
}
