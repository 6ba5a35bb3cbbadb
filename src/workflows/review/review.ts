import type { Day } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Board, BoardChange, BoardGoal, BoardKpi } from '../board/board.ts';

export interface ReviewedPeriod {
  /** Since the newest decision, or over the last month or quarter. */
  readonly id: 'last' | 'month' | 'quarter';
  /** Its first day; the last one is the day of the review. */
  readonly from: Day;
}

/** Something that was decided or planned, and what came of it. */
export interface ReviewedAction {
  readonly kpi: string;
  readonly name: string;
  /** Continue, adjust or stop; '' where nothing was decided. */
  readonly decision: string;
  /** Who, when, what was expected and what was measured, with its signal. */
  readonly text: string;
  /** Open, busy, done; '' where nobody says. */
  readonly state: string;
  readonly isToDo: boolean;
  readonly isOverdue: boolean;
  /** The last day up to today on which it was decided or took effect; null without any. */
  readonly day: Day | null;
  readonly url: string;
}

export interface ReviewKpi extends BoardKpi {
  /** False where no single target can be changed: a band, milestones to do, what is just tracked. */
  readonly hasTarget: boolean;
}

/** One page of the review: a goal, or the KPIs of none. */
export interface ReviewPage {
  readonly goal: BoardGoal | null;
  /** The most urgent first. */
  readonly kpis: readonly ReviewKpi[];
  /** The newest first, what has no day last. */
  readonly actions: readonly ReviewedAction[];
  /** Good news first, then the newest. */
  readonly changes: readonly BoardChange[];
}

/** All that a review meeting looks at, as small plain data. */
export interface Review extends Pick<Board, 'organisation' | 'stamp' | 'note'> {
  readonly language: Language;
  readonly today: Day;
  /** The one to begin with first. */
  readonly periods: readonly ReviewedPeriod[];
  readonly pages: readonly ReviewPage[];
}

/** What stands in the page from the start: a review, or the sentence that says why there is none. */
export interface OpenedReview {
  readonly view: 'review';
  /** Its file id: what was typed for one workbook is of no other. */
  readonly workbook: string;
  readonly answer:
    | { readonly review: Review }
    | { readonly failure: string; readonly language: Language };
}
