import type { Day } from '../../model/calendar-date.ts';
import { type Issue, newIssue } from '../../model/issue.ts';
import { directionDetails } from '../../model/issue-details.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { TargetChange } from '../../model/workspace.ts';
import type { WeightedPeriod } from '../period/day-weights.ts';
import type { Intervals } from '../period/intervals.ts';
import type { ValueReader } from '../values/value-reader.ts';
import type { Aim } from './aim.ts';
import { isOnOtherSide, type KpiDefinition } from './kpi-definition.ts';
import { buildPlan, type Plan } from './plan.ts';
import { resolveAim } from './resolve-aim.ts';

/** A version of the target and what the KPI is judged against by it. */
interface TargetInForce {
  /** From 1. */
  version: number;
  aim: Aim;
  /** The day this version came into force; null for version 1. */
  effectiveFrom: Day | null;
}

interface TargetInputs {
  kpi: Kpi;
  definition: KpiDefinition;
  period: WeightedPeriod;
  reader: ValueReader;
  intervals: Intervals;
  changes: readonly TargetChange[];
  today: Day;
  isIrregular: boolean;
  /** X describes all days since the start. */
  isMean: boolean;
  /** A percent whose values never passed 1. */
  isShare: boolean;
}

/**
 * X on the eve of a change, rows of the running interval included: of a total all that was counted
 * by then, of a level the newest value, of a line the newest interval that had ended; B without any.
 */
function actualOnEve(
  { definition, reader, intervals }: TargetInputs,
  change: TargetChange,
  baseline: number,
): number {
  const eve = change.effectiveFrom - 1;
  const { start, end, whole } = intervals;
  const first = start[0] ?? eve + 1;
  if (definition.family === 'total') return reader.over(first, eve) ?? baseline;
  if (definition.family === 'level') {
    return reader.newestIn(whole.start[0] ?? eve + 1, eve) ?? baseline;
  }
  for (let i = end.length - 1; i >= 0; i--) {
    const value = end[i] <= eve ? reader.over(start[i], end[i]) : null;
    if (value !== null) return value;
  }
  return baseline;
}

/** P by the versions of the target up to one of them (calculations.md §4 and §13). */
function planThrough(
  inputs: TargetInputs,
  changes: readonly TargetChange[],
  first: number,
  baseline: number,
): Plan {
  const { kpi, period, intervals, definition } = inputs;
  return buildPlan({
    period,
    baseline,
    target: first,
    anchors: definition.asked.anchors,
    shape: kpi.planShape,
    // Irregular values have no intervals to divide the plan over.
    intervals: inputs.isIrregular ? { start: [], end: [] } : intervals,
    versions: changes.map((change) => ({
      effectiveFrom: change.effectiveFrom,
      target: change.target,
      rebasedFrom: change.isRebase ? actualOnEve(inputs, change, baseline) : null,
    })),
  });
}

export interface TargetVersions {
  first: TargetInForce;
  inForce: TargetInForce;
  /** The version before the one in force; null when that is the first. */
  before: TargetInForce | null;
}

/**
 * Version 1 of the target, the one in force today and the one before it; null when a cell is
 * missing that intake has found missing, or when a change lies on the other side of the start.
 */
export function planTarget(inputs: TargetInputs): {
  targets: TargetVersions | null;
  issues: readonly Issue[];
} {
  const { kpi, definition, changes, today } = inputs;
  const past = changes.filter(({ effectiveFrom }) => effectiveFrom <= today);
  const wrong = past.filter(({ target }) => isOnOtherSide(definition, target));
  if (wrong.length > 0) {
    const details = directionDetails(kpi, 'changed_side');
    const issues = wrong.map(({ place }) => newIssue('E_DIR', place, details, { kpiId: kpi.id }));
    return { targets: null, issues };
  }
  const through = (count: number): TargetInForce | null => {
    const made = past.slice(0, count);
    const last = made[count - 1];
    const aim = resolveAim({
      ...inputs,
      target: last?.target ?? definition.target,
      changes: made,
      planFrom: (baseline, first) => planThrough(inputs, made, first, baseline),
    });
    return aim === null
      ? null
      : { version: count + 1, aim, effectiveFrom: last?.effectiveFrom ?? null };
  };
  // What has no target of its own cannot change it.
  const count = definition.target === null ? 0 : past.length;
  const versionOne = through(0);
  const inForce = count === 0 ? versionOne : through(count);
  const before = count === 0 ? null : count === 1 ? versionOne : through(count - 1);
  return versionOne === null || inForce === null
    ? { targets: null, issues: [] }
    : { targets: { first: versionOne, inForce, before }, issues: [] };
}
