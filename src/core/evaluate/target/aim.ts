import type { Direction } from '../../model/kpi.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { Plan } from './plan.ts';

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
  readonly target: number;
  /** In the unit. */
  readonly tolerance: number;
  /** Null when nothing was typed as last time. */
  readonly baseline: number | null;
}

/** What may be used, from 0 along a plan. */
export interface Ceiling {
  readonly judgedAs: 'ceiling';
  readonly type: 'ceiling';
  readonly direction: -1;
  readonly baseline: 0;
  readonly target: number;
  readonly plan: Plan;
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

/** What a KPI is judged against: calculations.md §1, each kind with what it needs. */
export type Aim = Way | Unstarted | Threshold | Ceiling | Range | Done | Track;

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

/** B and T where they are known and lie apart: the way there is to go. */
export const wayOf = (aim: Aim): { baseline: number; target: number } | null =>
  'target' in aim &&
  'baseline' in aim &&
  aim.baseline !== null &&
  !nearlyEqual(aim.baseline, aim.target)
    ? { baseline: aim.baseline, target: aim.target }
    : null;
