import type { CellPlace, Issue, IssueDetail, Severity } from '../model/issue.ts';
import type { Language } from '../model/workspace.ts';
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
  return { text: fill(text, issue, language), fix: fill(fix, issue, language) };
}

function fill(template: string, issue: Issue, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const detail = issue.details[name] ?? '';
    return typeof detail === 'string' ? detail : writtenNumber(detail, language);
  });
}

const DECIMALS = 2;

/** 1234.5 · 9.2 % · 0.8 points */
function writtenNumber(detail: Exclude<IssueDetail, string>, language: Language): string {
  const book = sentencesIn(language);
  const digits = (value: number) => String(value).replace('.', book.decimalMark);
  if (typeof detail === 'number') return digits(+detail.toPrecision(6));
  return 'share' in detail
    ? book.percent(digits(+(detail.share * 100).toFixed(DECIMALS)))
    : book.points(digits(+detail.points.toFixed(DECIMALS)));
}
