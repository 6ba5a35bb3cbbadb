import type { Day } from '../../model/calendar-date.ts';
import type { Direction } from '../../model/kpi.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { TargetChange } from '../../model/workspace.ts';

/** What one period of a KPI with Every takes from the whole of it (calculations.md §1). */
export interface PartOfKpi {
  /** S of the whole: from here on no row may mean that nothing happened. */
  readonly since: Day;
  /** A of the whole, or the end of this period where that comes before it. */
  readonly until: Day;
  /** Nothing is expected of it any more. */
  readonly isOver: boolean;
  /** The way of the whole: a period that starts beyond its target is to stay there. Null in the first. */
  readonly direction: Direction | null;
  /** Where the period before it ended; null in the first, and where that is not known. */
  readonly startsAt: number | null;
  readonly milestones: readonly Milestone[];
  readonly changes: readonly TargetChange[];
}
