import type { Day } from '../../model/calendar-date.ts';
import type { Direction, KpiType } from '../../model/kpi.ts';
import { nearlyEqual, type ReasonCode } from '../../model/quantity.ts';
import type { Asking } from './asking.ts';
import { type Plan, planAt } from './plan.ts';

/** From B to T along a plan. */
export interface Way {
  readonly judgedAs: 'way';
  readonly type: 'reach';
  readonly direction: Direction;
  readonly baseline: number;
  readonly target: number;
  readonly plan: Plan;
}

/** A way of which nobody knows yet where it starts: there is no value so far. */
export interface Unstarted {
  readonly judgedAs: 'unstarted';
  readonly type: 'reach';
  readonly direction: Direction;
  readonly target: number;
}

/** A value to hold, or not to pass; also a way whose target is where it started. */
export interface Threshold {
  readonly judgedAs: 'threshold';
  readonly type: 'reach' | 'at_least' | 'at_most';
  readonly direction: Direction;
  /** In force today. */
  readonly target: number;
  /** What is asked on each day, as it was in force then. */
  readonly asking: Asking;
  /** Null when nothing was typed as last time. */
  readonly baseline: number | null;
}

/**
 * What may be used, from 0 along a plan. Better when up, on the other side of 0: what may be lost at
 * most.
 */
export interface Ceiling {
  readonly judgedAs: 'ceiling';
  readonly type: 'ceiling';
  readonly direction: Direction;
  readonly baseline: 0;
  readonly target: number;
  readonly plan: Plan;
}

/** A total that is to land between two values, along a plan to each. */
export interface Corridor {
  readonly judgedAs: 'corridor';
  readonly type: 'range';
  readonly direction: null;
  readonly baseline: 0;
  readonly low: number;
  readonly high: number;
  /** The share of both that is planned, from 0 to 1. */
  readonly share: Plan;
}

/** A band to stay in. */
export interface Range {
  readonly judgedAs: 'range';
  readonly type: 'range';
  readonly direction: Direction | null;
  readonly low: number;
  readonly high: number;
  /** How far outside is still at risk. */
  readonly tolerance: number;
}

/** Done or not. */
export interface Done {
  readonly judgedAs: 'done';
  readonly type: 'done';
  readonly direction: Direction | null;
}

/** Measured, without a target. */
export interface Track {
  readonly judgedAs: 'track';
  readonly type: 'track';
  readonly direction: Direction | null;
}

/** Nobody can tell yet what is asked. */
export interface Undecided {
  readonly judgedAs: 'undecided';
  readonly type: KpiType;
  readonly direction: null;
  readonly why: Extract<ReasonCode, 'REFERENCE_INCOMPLETE' | 'STOPS_PER_PERIOD'>;
}

/** What a KPI is judged against: calculations.md §1, each kind with what it needs. */
export type Aim =
  | Way
  | Unstarted
  | Threshold
  | Ceiling
  | Corridor
  | Range
  | Done
  | Track
  | Undecided;

/** To be brought from B to T, whether or not anybody knows yet where it starts. */
export const isWay = (aim: Aim): aim is Way | Unstarted =>
  aim.judgedAs === 'way' || aim.judgedAs === 'unstarted';

/** T; null where there is none. */
export const targetOf = (aim: Aim): number | null => ('target' in aim ? aim.target : null);

/** The same held against another T, where it has one. */
export const withTarget = (aim: Aim, target: number): Aim =>
  'target' in aim ? { ...aim, target } : aim;

/** The plan that leads to T; null where no way does. */
export const planOf = (aim: Aim): Plan | null => ('plan' in aim ? aim.plan : null);

/** What the rest of the way is thought to follow: the plan, of a corridor the one of both. */
export const pathOf = (aim: Aim): Plan | null =>
  aim.judgedAs === 'corridor' ? aim.share : planOf(aim);

/** What is taken for what is not there: the plan, of a corridor the middle of its two; null without. */
export function expectedBy(aim: Aim, day: Day): number | null {
  if (aim.judgedAs !== 'corridor') return 'plan' in aim ? planAt(aim.plan, day) : null;
  return (planAt(aim.share, day) * (aim.low + aim.high)) / 2;
}

/** B and T where they are known and lie apart: the way there is to go. Of a corridor T is High. */
export function wayOf(aim: Aim): { baseline: number; target: number } | null {
  if (aim.judgedAs === 'corridor') return { baseline: 0, target: aim.high };
  return 'target' in aim &&
    'baseline' in aim &&
    aim.baseline !== null &&
    !nearlyEqual(aim.baseline, aim.target)
    ? { baseline: aim.baseline, target: aim.target }
    : null;
}
