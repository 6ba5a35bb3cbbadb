import { describeIssue } from '../../language/describe-issue.ts';
import type { Day } from '../../model/calendar-date.ts';
import type { Issue, Severity } from '../../model/issue.ts';
import { type Cells, columnsFrom, dateCell } from '../cells.ts';
import type { Results } from '../results.ts';
import { cellUrl } from './cell-url.ts';
import { ownersOf } from './kpi-cells.ts';
import { stampCells } from './stamp-cells.ts';

/** Names a finding over days: the same problem in the same place. */
export const issueKey = ({ code, place, kpiId, goalId }: Issue): string =>
  [code, place.tab, place.cell ?? '', kpiId ?? '', goalId ?? ''].join('|');

interface Finding {
  readonly issue: Issue;
  /** 1 needs attention first. */
  readonly order: number;
  readonly text: string;
  readonly fix: string;
  readonly firstSeen: Day | null;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function rowsOf({ input }: Results): Finding[] {
  const bySeverity = SEVERITIES.flatMap((severity) =>
    input.issues.filter((issue) => issue.severity === severity),
  );
  return bySeverity.map((issue, at) => ({
    issue,
    order: at + 1,
    ...describeIssue(issue, input.language),
    firstSeen: input.firstSeen?.[issueKey(issue)] ?? null,
  }));
}

/** The KPI's owner, else the goal's. */
function ownerOf({ issue }: Finding, results: Results): string | null {
  const kpi = results.kpi(issue.kpiId)?.kpi;
  const cell = kpi?.owner || results.goal(issue.goalId ?? kpi?.goalId ?? null)?.goal.owner;
  return ownersOf(cell ?? '', results.input.workspace)[0]?.name ?? null;
}

function goalOf({ issue }: Finding, results: Results): string | null {
  const goal = results.goal(issue.goalId) ?? results.kpi(issue.kpiId)?.goal ?? null;
  return goal?.goal.name ?? null;
}

/** One row per finding, what needs attention first on top. */
export const checksColumns = columnsFrom(
  rowsOf,
  (results): Cells<Finding> => ({
    ...stampCells(results),
    finding_severity: ({ issue }) => issue.severity,
    finding_code: ({ issue }) => issue.code,
    finding_text: ({ text }) => text,
    fix_text: ({ fix }) => fix,
    tab: ({ issue }) => issue.place.tab,
    cell: ({ issue }) => issue.place.cell,
    cell_url: ({ issue }) => cellUrl(issue.place, results.input),
    owner: (finding) => ownerOf(finding, results),
    kpi: ({ issue }) => results.kpi(issue.kpiId)?.kpi.name ?? null,
    goal: (finding) => goalOf(finding, results),
    first_seen: ({ firstSeen }) => dateCell(firstSeen),
    is_new: ({ firstSeen }) => {
      if (results.input.firstSeen === undefined) return null;
      return firstSeen === null || firstSeen === results.input.viewDay;
    },
    finding_order: ({ order }) => order,
    finding_count: () => 1,
  }),
);
