import type { CellPlace } from '../../model/a1-notation.ts';
import { type Issue, type IssueSubject, newIssue } from '../../model/issue.ts';
import type { InColumn, IssueCode, IssueDetails } from '../../model/issue-details.ts';
import type { CellProblem } from '../cell/cell-reading.ts';

/** Findings of one kind in one column, beyond this many, are counted instead of listed. */
export const MOST_PER_COLUMN = 20;

/** Findings that are about the whole column: one cell shows what is meant. */
const ONCE: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'E_NUMBER_STYLE',
  'E_PERCENT_UNIT',
  'E_PERIOD_YEAR',
  'I_BLANK_MARK',
  'I_DATE_STYLE',
  'I_LINES_PASSED',
  'I_NUMBER_STYLE',
  'I_YES_NO',
  'W_UNDATED_ROWS',
]);

const mostOf = (code: IssueCode): number => (ONCE.has(code) ? 1 : MOST_PER_COLUMN);

export interface IssueList {
  add<Code extends IssueCode>(
    code: Code,
    place: CellPlace,
    details: IssueDetails<Code>,
    subject?: IssueSubject,
  ): void;
  /** A finding of a cell reader, with the name of the column it was found in. */
  addProblem(
    problem: CellProblem,
    column: InColumn['column'],
    place: CellPlace,
    subject?: IssueSubject,
  ): void;
  /** Counts findings of a kind and place that are like ones already listed. */
  addMore(code: IssueCode, place: CellPlace, count: number): void;
  /** The findings in order, each kind closed by how many more there were. */
  all(): Issue[];
}

/** @param isAsked findings elsewhere are passed over, and take nobody's place */
export function newIssueList(isAsked: (place: CellPlace) => boolean = () => true): IssueList {
  const issues: Issue[] = [];
  const groups = new Map<string, { count: number; place: CellPlace; code: IssueCode }>();

  const groupOf = (code: IssueCode, place: CellPlace) => {
    const column = place.cell?.replace(/\d+$/, '') ?? '';
    const key = `${code}|${place.tab}|${column}`;
    const group = groups.get(key) ?? { count: 0, place, code };
    groups.set(key, group);
    return group;
  };
  const push = (issue: Issue): void => {
    if (!isAsked(issue.place)) return;
    const group = groupOf(issue.code, issue.place);
    group.count++;
    if (group.count <= mostOf(issue.code)) issues.push(issue);
  };

  return {
    add: (code, place, details, subject) => push(newIssue(code, place, details, subject)),
    addProblem: ({ code, details }, column, place, subject) => {
      // SAFETY: a problem carries the details of its code, all but the column.
      const whole = { ...details, column } as unknown as IssueDetails;
      push(newIssue(code, place, whole, subject));
    },
    addMore: (code, place, count) => {
      if (count > 0) groupOf(code, place).count += count;
    },
    all: () => [...issues, ...[...groups.values()].flatMap(remainder)],
  };
}

function remainder(group: { count: number; place: CellPlace; code: IssueCode }): Issue[] {
  const count = group.count - mostOf(group.code);
  return count <= 0 || ONCE.has(group.code)
    ? []
    : [newIssue('I_MORE', group.place, { count, first: group.place.cell ?? group.place.tab })];
}
