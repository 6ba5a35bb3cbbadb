import { dayFromIsoDate } from '../model/calendar-date.ts';
import type { CellPlace, Issue, IssueDetail, Severity } from '../model/issue.ts';
import type { Language } from '../model/workspace.ts';
import { fullDate } from './format-date.ts';
import { formatDigits, formatValue } from './format-number.ts';
import { CELL_ISSUE_TEXTS } from './issue-texts-cells.ts';
import { DATA_ISSUE_TEXTS } from './issue-texts-data.ts';
import { EVALUATE_ISSUE_TEXTS } from './issue-texts-evaluate.ts';
import { FORMULA_ISSUE_TEXTS } from './issue-texts-formulas.ts';
import { INTAKE_ISSUE_TEXTS } from './issue-texts-intake.ts';
import { sentencesIn } from './sentence-book.ts';

/** Sentences by issue code: what is wrong and what to do, in English and then in Dutch. */
export type IssueTexts = Readonly<
  Record<string, readonly [problem: string, fix: string, probleem: string, oplossing: string]>
>;

export const ISSUE_TEXTS = {
  ...INTAKE_ISSUE_TEXTS,
  ...CELL_ISSUE_TEXTS,
  ...FORMULA_ISSUE_TEXTS,
  ...DATA_ISSUE_TEXTS,
  ...EVALUATE_ISSUE_TEXTS,
};

export type IssueCode = keyof typeof ISSUE_TEXTS;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
/** What the sentences of a code need; to forget one is a compile error. */
export type IssueDetails<Code extends IssueCode> = {
  readonly [Name in Names<(typeof ISSUE_TEXTS)[Code][number]>]: IssueDetail;
};

/** E_ is an error, I_ information, all else a warning. */
export function severityOf(code: string): Severity {
  if (code.startsWith('E_')) return 'error';
  return code.startsWith('I_') ? 'info' : 'warning';
}

/** The KPI or goal that an issue concerns, when it concerns one. */
export interface IssueSubject {
  readonly kpiId?: string | null;
  readonly goalId?: string | null;
}

export function newIssue<Code extends IssueCode>(
  code: Code,
  place: CellPlace,
  details: IssueDetails<Code>,
  subject: IssueSubject = {},
): Issue {
  return {
    code,
    severity: severityOf(code),
    place,
    kpiId: subject.kpiId ?? null,
    goalId: subject.goalId ?? null,
    details,
  };
}

const isIssueCode = (code: string): code is IssueCode => Object.keys(ISSUE_TEXTS).includes(code);

/** What is wrong and what to do. A code without words is shown as it is. */
export function describeIssue(issue: Issue, language: Language): { text: string; fix: string } {
  if (!isIssueCode(issue.code)) return { text: issue.code, fix: '' };
  const [text, fix] = ISSUE_TEXTS[issue.code].slice(language === 'en' ? 0 : 2);
  // A date that is told reads as in a sentence; one that is to be typed stays as it is typed.
  return {
    text: fill(text, issue, language, toldDate),
    fix: fill(fix, issue, language, (detail) => detail),
  };
}

type Telling = (detail: string, name: string, language: Language) => string;

/** What a person typed is shown as it was typed, a day that Koers names as people write it. */
const toldDate: Telling = (detail, name, language) => {
  const day = name === 'received' ? null : dayFromIsoDate(detail);
  return day === null ? detail : fullDate(day, language);
};

function fill(template: string, issue: Issue, language: Language, tell: Telling): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const detail = issue.details[name] ?? '';
    if (typeof detail === 'string') return tell(detail, name, language);
    return writtenNumber(detail, language, TYPED.includes(name));
  });
}

/** Details that repeat what stands in a cell, or say what to type there. */
const TYPED = ['received', 'percent', 'share', 'low', 'high'];
const DECIMALS = 2;

/** 1,234.5 · 9.2 % · 0.8 points · € 1,234 */
function writtenNumber(
  detail: Exclude<IssueDetail, string>,
  language: Language,
  isTyped: boolean,
): string {
  const book = sentencesIn(language);
  const plain = (value: number) => String(value).replace('.', book.decimalMark);
  if (typeof detail === 'number') {
    const isLarge = Math.abs(detail) >= 1000;
    if (isLarge && !isTyped) return formatDigits(detail, 0, language);
    return plain(isLarge ? detail : +detail.toPrecision(6));
  }
  if ('amount' in detail) {
    return formatValue(detail.amount, { unit: detail.unit, decimals: null, language });
  }
  return 'share' in detail
    ? book.percent(plain(+(detail.share * 100).toFixed(DECIMALS)))
    : book.points(plain(+detail.points.toFixed(DECIMALS)));
}
