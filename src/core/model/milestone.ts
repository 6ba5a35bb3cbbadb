import type { CellPlace } from './a1-notation.ts';
import type { Day } from './calendar-date.ts';

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
