import type { Day } from '../../model/calendar-date.ts';
import { type Issue, newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { KpiDefinition } from './kpi-definition.ts';

/** Stops on the wrong day or with a value that contradicts the target (calculations.md §4). */
export function checkMilestones(
  kpi: Kpi,
  { asked, target, baseline }: Pick<KpiDefinition, 'asked' | 'target' | 'baseline'>,
  { unit }: Measure,
): Issue[] {
  const issues: Issue[] = [];
  const subject = { kpiId: kpi.id };
  const seen = new Set<Day>();
  // Of a ceiling lower is better, but what is planned to be used goes up.
  const way = target === null || baseline === null ? 0 : Math.sign(target - baseline);
  const goesBack = (from: number | null, to: number | null): boolean =>
    from !== null && to !== null && (to - from) * way < 0;
  let before = baseline;
  for (const { day, value, place } of asked.stops) {
    const date = { day };
    if (day < kpi.start || day > kpi.due) {
      const details = { kpi: kpi.name, date, start: { day: kpi.start }, due: { day: kpi.due } };
      issues.push(newIssue('E_MILESTONE_OUTSIDE', place, details, subject));
      continue;
    }
    // Things to do may share a day; a plan has one value on a day.
    if (value === null) continue;
    if (seen.has(day)) {
      issues.push(newIssue('E_MILESTONE_TWICE', place, { kpi: kpi.name, date }, subject));
    }
    seen.add(day);
    // What is asked about is not told to be wrong.
    if (asked.isInDoubt) continue;
    if (day === kpi.due && target !== null && !nearlyEqual(value, target)) {
      const details = {
        kpi: kpi.name,
        value: { amount: value, unit },
        target: { amount: target, unit },
      };
      issues.push(newIssue('E_MILESTONE_END', place, details, subject));
    }
    if (goesBack(before, value) || goesBack(value, target)) {
      issues.push(newIssue('W_MILESTONE_ORDER', place, { kpi: kpi.name }, subject));
    }
    before = value;
  }
  return issues;
}
