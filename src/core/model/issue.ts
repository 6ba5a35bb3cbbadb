import type { CellPlace } from './a1-notation.ts';
import type { IssueCode, IssueDetails } from './issue-details.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The KPI or goal that a finding concerns, when it concerns one. */
export interface IssueSubject {
  readonly kpiId?: string | null;
  readonly goalId?: string | null;
}

/**
 * A problem as a value. Its code selects the sentences of the language; `details` are the values
 * that stand in them. Errors make the row or KPI unusable, warnings and infos do not.
 */
export interface Issue<Code extends IssueCode = IssueCode> {
  code: Code;
  severity: Severity;
  place: CellPlace;
  kpiId: string | null;
  goalId: string | null;
  details: IssueDetails<Code>;
}

/** E_ is an error, I_ information, all else a warning. */
export function severityOf(code: string): Severity {
  if (code.startsWith('E_')) return 'error';
  return code.startsWith('I_') ? 'info' : 'warning';
}

/** What is to be mended: errors first, then warnings, each in the order in which it was found. */
export const worstFirst = (issues: readonly Issue[]): Issue[] => [
  ...issues.filter(({ severity }) => severity === 'error'),
  ...issues.filter(({ severity }) => severity === 'warning'),
];

/** The only way to make one: the code fixes which details it takes. */
export const newIssue = <Code extends IssueCode>(
  code: Code,
  place: CellPlace,
  details: IssueDetails<Code>,
  subject: IssueSubject = {},
): Issue<Code> => ({
  code,
  severity: severityOf(code),
  place,
  kpiId: subject.kpiId ?? null,
  goalId: subject.goalId ?? null,
  details,
});

/** A finding about a KPI, at its own row. */
export const aboutKpi = <Code extends IssueCode>(
  { id, place }: { readonly id: string; readonly place: CellPlace },
  code: Code,
  details: IssueDetails<Code>,
): Issue => newIssue(code, place, details, { kpiId: id });
