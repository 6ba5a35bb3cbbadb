import type { Day } from '../../core/model/calendar-date.ts';
import type { Issue } from '../../core/model/issue.ts';
import { issueKey } from '../../core/tables/rows/findings.ts';

/** A workbook full of mistakes does not fill the hidden tab with them. */
const MOST_FINDINGS = 1000;

/** Day each present finding was first found; what is solved is forgotten. */
export function findingsOn(
  known: Readonly<Record<string, Day>>,
  issues: readonly Issue[],
  today: Day,
): Record<string, Day> {
  const keys = [...new Set(issues.map(issueKey))].slice(0, MOST_FINDINGS);
  return Object.fromEntries(keys.map((key) => [key, known[key] ?? today]));
}
