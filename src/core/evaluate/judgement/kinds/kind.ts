import type { Day } from '../../../model/calendar-date.ts';
import { known, type Quantity, unknown } from '../../../model/quantity.ts';
import type { StatusCode } from '../../../model/status.ts';
import type { Thresholds } from '../../../model/workspace.ts';
import type { Aim } from '../../target/aim.ts';
import type { RunningStatus } from '../status.ts';

/** The end of which day, and the first of the days that the value describes. */
export interface Standing {
  readonly since: Day;
  readonly day: Day;
  /** X; null without one. */
  readonly actual: number | null;
}

/** A value and the day at whose end it stands. */
export interface ValueAt extends Standing {
  readonly actual: number;
}

/** The share of a KPI in its goal comes from one of these. */
interface ScoredNumbers {
  readonly progress: number | null;
  readonly attainment: number | null;
  readonly paceIndex: number | null;
}

/** How the value of a KPI is held against one kind of aim: calculations.md §5, §8 and §11. */
export interface Kind<A extends Aim> {
  /** Along a plan: too early for a while. */
  readonly isPaced: boolean;
  /** What is asked may be met in every interval, or in a share of them. */
  readonly isByInterval: boolean;
  /** The best interval ever is worth telling: not of spending less, or of standing in a band. */
  readonly hasRecords: boolean;
  /** P(t), as it is drawn beside the values; null where there is no one line. */
  plannedOn(aim: A, day: Day): number | null;
  /** P that a judgement is made by; null where there is none. */
  planned(aim: A, at: Standing): number | null;
  /** As good as the target: what achieved means at the close. */
  meets(aim: A, at: ValueAt): boolean;
  /** Whatever comes, it cannot be met any more. */
  isPassed(aim: A, actual: number): boolean;
  /** How far it is from doing so: above 0 too high, below 0 too low, 0 when it does. */
  distanceOutside(aim: A, at: ValueAt): Quantity;
  /** The colour, before missing data, closing or too early; null where nothing is judged. */
  statusAt(aim: A, at: ValueAt, thresholds: Thresholds): RunningStatus | null;
  progress(aim: A, at: ValueAt): Quantity;
  /** @param scale the stated denominator of a target of 0 */
  attainment(aim: A, at: ValueAt, scale: number | null): Quantity;
  /** How far it is from the plan, positive is ahead. */
  gap(aim: A, at: ValueAt): Quantity;
  /** ρ */
  paceIndex(aim: A, at: ValueAt): Quantity;
  /** A − τ(ES), in civil days, positive is behind. */
  daysBehind(aim: A, at: ValueAt): Quantity;
  /** ρ′ on the scale of the meter, not clamped; null where nothing was judged. */
  courseIndex(aim: A, status: StatusCode, at: ValueAt | null, judging: Judging): number | null;
  /** Not clamped yet. */
  score(numbers: ScoredNumbers): number | null;
}

/** What a KPI says of how it is judged. */
interface Judging {
  readonly thresholds: Thresholds;
  readonly scale: number | null;
}

/** dir·(X − P) */
export const gapTo = (
  direction: 1 | -1 | null,
  planned: number | null,
  actual: number,
): Quantity =>
  planned === null || direction === null
    ? unknown('NOT_APPLICABLE')
    : known(direction * (actual - planned));

export const never = (): boolean => false;

export const notApplicable = (): Quantity => unknown('NOT_APPLICABLE');
