import { describeIssue } from '../../language/describe-issue.ts';
import type { Issue, Severity } from '../../model/issue.ts';
import type { Finding } from '../checks.ts';
import { ownersOf } from '../owners.ts';
import type { Results } from '../results.ts';

/** Names a finding over days: the same problem in the same place. */
export const issueKey = ({ code, place, kpiId, goalId }: Issue): string =>
  [code, place.tab, place.cell ?? '', kpiId ?? '', goalId ?? ''].join('|');

/** '' for a finding about no KPI. Tabs of people's own may hold the separator: it is read from behind. */
export const kpiOfKey = (key: string): string => key.split('|').slice(-2)[0];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What needs attention first on top. What is wrong with a measure is told once, however many KPIs it breaks. */
export function findings(results: Results): Finding[] {
  const { input, kpi, goal } = results;
  const told = new Set<string>();
  const isNew = ({ code, place, details }: Issue): boolean =>
    told.size !== told.add(JSON.stringify([code, place, details])).size;
  const bySeverity = SEVERITIES.flatMap((severity) =>
    input.issues.filter((issue) => issue.severity === severity && isNew(issue)),
  );
  return bySeverity.map((issue, at) => {
    const own = kpi(issue.kpiId);
    const owner = own?.kpi.owner || goal(issue.goalId ?? own?.kpi.goalId ?? null)?.goal.owner;
    return {
      issue,
      order: at + 1,
      ...describeIssue(issue, input.language),
      owner: ownersOf(owner ?? '', input.workspace)[0]?.name ?? null,
      goal: (goal(issue.goalId) ?? own?.goal ?? null)?.goal.name ?? null,
      firstSeen: input.firstSeen?.[issueKey(issue)] ?? null,
    };
  });
}
