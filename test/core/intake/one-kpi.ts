import { describeIssue } from '../../../src/core/language/describe-issue.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import { problems, readSheets, serial, sheetOf, table } from './sheet-of-rows.ts';

export const HEADER = ['KPI', 'Kind', 'Start', 'Due', 'Target'];
export const [START, DUE] = [serial('2026-01-01'), serial('2026-03-31')];

/** One KPI with these cells; figures for it, so that only its own problems show. */
export function readKpi(
  cells: Readonly<Record<string, unknown>>,
  more: readonly ReturnType<typeof table>[] = [],
  options = {},
): { kpi: Kpi; problems: string[]; fixes: string[] } {
  const whole = { KPI: 'Leads', Kind: 'add up to', Start: START, Due: DUE, Target: 100, ...cells };
  const read = readSheets(
    [
      sheetOf('KPIs', [Object.keys(whole), Object.values(whole)]),
      table('Actuals', 'Date | Leads\n2026-01-05 | 3'),
      ...more,
    ],
    options,
  );
  return {
    kpi: read.workspace.kpis[0],
    problems: problems(read),
    fixes: read.issues.map((issue) => describeIssue(issue, 'nl').fix),
  };
}
