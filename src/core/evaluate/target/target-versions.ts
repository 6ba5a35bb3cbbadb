import type { Day } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import { newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Milestone } from '../../model/milestone.ts';
import type { TargetChange } from '../../model/workspace.ts';
import type { WeightedPeriod } from '../period/day-weights.ts';
import type { KpiInterval } from '../period/judged-day.ts';
import type { ValueReader } from '../values/value-reader.ts';
import { isOnOtherSide, type KpiDefinition } from './kpi-definition.ts';
import { buildPlan, type Plan, planAt, type TargetVersion } from './plan.ts';

/** A version of the target and the plan that leads to it. */
export interface TargetInForce {
  /** From 1. */
  version: number;
  /** T; null for range, done and track. */
  target: number | null;
  /** Null where no way leads to a target: thresholds, range, done, track. */
  plan: Plan | null;
  /** The day this version came into force; null for version 1. */
  effectiveFrom: Day | null;
}

interface TargetInputs {
  kpi: Kpi;
  definition: KpiDefinition;
  period: WeightedPeriod;
  reader: ValueReader;
  intervals: readonly KpiInterval[];
  milestones: readonly Milestone[];
  changes: readonly TargetChange[];
  today: Day;
  isIrregular: boolean;
}

/**
 * X on the eve of a change, rows of the running interval included: of a total all that was counted
 * by then, of a level the newest value, of a line the newest interval that had ended; B without any.
 */
function actualOnEve(
  { definition, reader, intervals }: TargetInputs,
  change: TargetChange,
): number {
  const eve = change.effectiveFrom - 1;
  const baseline = definition.baseline ?? 0;
  const start = intervals[0]?.whole.start ?? eve + 1;
  if (definition.family === 'total') return reader.over({ start, end: eve }) ?? baseline;
  if (definition.family === 'level') {
    const newest = reader.newest(eve);
    return newest !== null && newest.day >= start ? newest.value : baseline;
  }
  for (let i = intervals.length - 1; i >= 0; i--) {
    const value = intervals[i].end <= eve ? reader.over(intervals[i].whole) : null;
    if (value !== null) return value;
  }
  return baseline;
}

const hasWay = ({ type, isHeldAtTarget }: KpiDefinition): boolean =>
  type === 'ceiling' || (type === 'reach' && !isHeldAtTarget);

/** P on a day: of a threshold the target itself, of a way that has no start yet nothing. */
export function plannedOn(
  { type, baseline }: KpiDefinition,
  { plan, target }: TargetInForce,
  day: Day,
): number | null {
  if (plan !== null) return planAt(plan, day);
  return type === 'reach' && baseline === null ? null : target;
}

/** The plan of version 1 and of the version in force today (calculations.md §4 and §13). */
export function planTarget(inputs: TargetInputs): {
  first: TargetInForce;
  inForce: TargetInForce;
  /** The version before the one in force; null when that is the first. */
  before: TargetInForce | null;
  issues: readonly Issue[];
} {
  const { kpi, definition, period, intervals, milestones, changes, today } = inputs;
  const issues: Issue[] = [];
  const past = changes.filter(({ effectiveFrom }) => effectiveFrom <= today);
  for (const change of past) {
    if (isOnOtherSide(definition, change.target)) {
      issues.push(newIssue('E_DIR', change.place, { kpi: kpi.name }, { kpiId: kpi.id }));
    }
  }
  const planFor = (versions: readonly TargetVersion[]): Plan | null =>
    definition.target === null || definition.baseline === null || !hasWay(definition)
      ? null
      : buildPlan({
          period,
          baseline: definition.baseline,
          target: definition.target,
          milestones: milestones.flatMap(({ day, value }) =>
            value === null || day >= kpi.due ? [] : [{ day, value }],
          ),
          shape: kpi.planShape,
          // Irregular values have no intervals to divide the plan over.
          intervals: inputs.isIrregular ? [] : intervals,
          versions,
        });
  const first = { version: 1, target: definition.target, plan: planFor([]), effectiveFrom: null };
  if (past.length === 0 || definition.target === null) {
    return { first, inForce: first, before: null, issues };
  }

  const versions = past.map((change) => ({
    effectiveFrom: change.effectiveFrom,
    target: change.target,
    rebasedFrom: change.isRebase ? actualOnEve(inputs, change) : null,
  }));
  const version = (count: number): TargetInForce =>
    count === 0
      ? first
      : {
          version: count + 1,
          target: versions[count - 1].target,
          plan: planFor(versions.slice(0, count)),
          effectiveFrom: versions[count - 1].effectiveFrom,
        };
  return { first, inForce: version(past.length), before: version(past.length - 1), issues };
}
