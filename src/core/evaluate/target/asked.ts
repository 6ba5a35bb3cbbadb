import type { Day } from '../../model/calendar-date.ts';
import type { MeasureFamily } from '../../model/evaluation.ts';
import type { Issue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Unit } from '../../model/measure.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { PeriodTarget } from '../../model/workspace.ts';
import type { WeightedPeriod } from '../period/day-weights.ts';
import type { PlanAnchor } from './plan.ts';

/** What a KPI is asked to reach, and by when (calculations.md §4). */
export interface Asked {
  /** T; null where nothing says it. */
  readonly target: number | null;
  /** Of the plan, between its start and T on E. */
  readonly anchors: readonly PlanAnchor[];
  /** Ascending; their values as what is reached by then. */
  readonly stops: readonly Milestone[];
  /** Of a threshold: what is asked in some periods, ascending. */
  readonly periods: readonly PeriodTarget[];
  /** Nobody can tell whether the stops count from the start, or each by itself. */
  readonly isInDoubt: boolean;
  readonly issues: readonly Issue[];
}

/** What was typed about the target of a KPI, in all the tabs where that can be. */
export interface TypedTarget {
  readonly kpi: Kpi;
  readonly unit: Unit;
  readonly family: MeasureFamily;
  readonly period: WeightedPeriod;
  /** Ascending. */
  readonly milestones: readonly Milestone[];
  /** Ascending, those that share a day with the KPI. */
  readonly periods: readonly PeriodTarget[];
  readonly today: Day;
  /** As it was typed, or grown. */
  readonly target: number | null;
}

export const hasValue = (stop: Milestone): stop is Milestone & { value: number } =>
  stop.value !== null;
