import type { Day } from './calendar-date.ts';
import type { CellPlace } from './issue.ts';

/** A stopover of one KPI; rows with the same stop under one goal are one stopover. */
export interface Milestone {
  /** Unique within the workbook. */
  id: string;
  stop: string;
  kpiId: string;
  day: Day;
  /** Null: it follows the rule of `done`. */
  value: number | null;
  doneOn: Day | null;
  order: number;
  place: CellPlace;
}
