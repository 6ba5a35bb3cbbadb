import type { Day } from '../../core/model/calendar-date.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { Kpi } from '../../core/model/kpi.ts';
import { issueKey, kpiOfKey } from '../../core/tables/rows/findings.ts';

/** A workbook full of mistakes does not fill the hidden tab with them. */
const MOST_FINDINGS = 1000;

/**
 * Day each finding was first found. What is solved is forgotten; what was found of a KPI that is not
 * there now, or cannot be read, is not solved.
 */
export function findingsOn(
  known: Readonly<Record<string, Day>>,
  { issues, kpis }: { readonly issues: readonly Issue[]; readonly kpis: readonly Kpi[] },
  today: Day,
): Record<string, Day> {
  const read = new Set(kpis.flatMap(({ id, errors }) => (errors.length === 0 ? [id] : [])));
  const isMissing = (key: string): boolean => {
    const kpiId = kpiOfKey(key);
    return kpiId !== '' && !read.has(kpiId);
  };
  const present = new Set(issues.map(issueKey));
  const missing = Object.keys(known).filter((key) => !present.has(key) && isMissing(key));
  const keys = [...present, ...missing].slice(0, MOST_FINDINGS);
  return Object.fromEntries(keys.map((key) => [key, known[key] ?? today]));
}
