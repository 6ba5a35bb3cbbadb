import type { Day } from '../../../model/calendar-date.ts';
import type { Quantity } from '../../../model/quantity.ts';
import type { StatusCode } from '../../../model/status.ts';
import type { Thresholds } from '../../../model/workspace.ts';
import type { Aim } from '../../target/aim.ts';
import type { RunningStatus } from '../status.ts';

/** A value and the day at whose end it stands. */
export interface ValueAt {
  readonly day: Day;
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
  /** Along a plan: too early for a while, and with thresholds of pace. */
  readonly isPaced: boolean;
  /** What is asked may be met in every interval, or in a share of them. */
  readonly isByInterval: boolean;
  /** The best interval ever is worth telling: not of spending less, or of standing in a band. */
  readonly hasRecords: boolean;
  /** P: what is expected by the end of the day; null where nothing is. */
  plannedOn(aim: A, day: Day): number | null;
  /** As good as the target: what achieved means at the close. */
  meets(aim: A, actual: number): boolean;
  /** How far it is from doing so: above 0 too high, below 0 too low, 0 when it does. */
  distanceOutside(aim: A, actual: number): Quantity;
  /** The colour, before missing data, closing or too early; null where nothing is judged. */
  statusAt(aim: A, at: ValueAt, thresholds: Thresholds): RunningStatus | null;
  progress(aim: A, actual: number): Quantity;
  /** @param scale the stated denominator of a target of 0 */
  attainment(aim: A, actual: number, scale: number | null): Quantity;
  /** ρ */
  paceIndex(aim: A, at: ValueAt): Quantity;
  /** A − τ(ES), in civil days, positive is behind. */
  daysBehind(aim: A, at: ValueAt): Quantity;
  /** ρ′ with its edges at 0.80 and 0.95, not clamped; null where nothing was judged. */
  courseIndex(aim: A, status: StatusCode, at: ValueAt | null, scale: number | null): number | null;
  /** Not clamped yet. */
  score(numbers: ScoredNumbers): number | null;
}
