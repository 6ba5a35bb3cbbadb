import type { Unit } from './measure.ts';

/** Where in the workbook a finding points: a tab's name as it stands there, and a cell. */
export interface CellPlace {
  tab: string;
  /** A1 notation, such as C12; null when the finding is about the whole tab. */
  cell: string | null;
}

export type Severity = 'error' | 'warning' | 'info';

/**
 * A value of a finding; a share is written as a percentage, a difference of two in points, an
 * amount in the unit of its measure.
 */
export type IssueDetail =
  | string
  | number
  | { readonly share: number }
  | { readonly points: number }
  | { readonly amount: number; readonly unit: Unit };

/**
 * A problem as a value. Its code selects the sentences of language/issue-texts; `details` are the
 * values that stand in them. Errors make the row or KPI unusable, warnings and infos do not.
 */
export interface Issue {
  code: string;
  severity: Severity;
  place: CellPlace;
  /** The KPI or goal that it concerns, when it concerns one. */
  kpiId: string | null;
  goalId: string | null;
  details: Readonly<Record<string, IssueDetail>>;
}
