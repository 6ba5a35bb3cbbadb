import type { Day } from '../../model/calendar-date.ts';
import type { Kpi, KpiType } from '../../model/kpi.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { TargetChange } from '../../model/workspace.ts';
import type { WeightedPeriod } from '../period/day-weights.ts';
import type { Aim, Threshold } from './aim.ts';
import { inForceOn } from './asking.ts';
import type { KpiDefinition } from './kpi-definition.ts';
import { versionsInForce } from './period-targets.ts';
import type { Plan } from './plan.ts';

interface Given {
  kpi: Kpi;
  definition: KpiDefinition;
  /** T of the version asked for. */
  target: number | null;
  /** What it was changed into so far, oldest first. */
  changes: readonly TargetChange[];
  period: WeightedPeriod;
  today: Day;
  /** X describes all days since the start. */
  isMean: boolean;
  /** A percent whose values never passed 1. */
  isShare: boolean;
  /** @param first T of version 1 */
  planFrom: (baseline: number, first: number) => Plan;
}

/** A target to hold, as it was in force on each day. */
function threshold(type: Threshold['type'], given: Given): Threshold | null {
  const { kpi, definition, target, changes, period, today, isMean, isShare } = given;
  const { direction, baseline, target: first, asked } = definition;
  if (target === null || first === null || direction === null) return null;
  const inForce = versionsInForce(first, changes, asked.periods);
  const { tolerance, start, due } = kpi;
  const asking = { inForce, isMean, period, tolerance, isShare };
  const now = Math.min(Math.max(today, start), due);
  return {
    judgedAs: 'threshold',
    type,
    direction,
    target: inForceOn(asking, now),
    asking,
    baseline,
  };
}

type Resolve = (given: Given) => Aim | null;

/** Null where a cell is missing that intake has found missing. */
const AIMS: { readonly [Type in KpiType]: Resolve } = {
  reach: (given) => {
    const { definition, target, planFrom } = given;
    const { direction, baseline, target: first } = definition;
    if (target === null || first === null || direction === null) return null;
    if (baseline === null) return { judgedAs: 'unstarted', type: 'reach', direction, target };
    const isBeyond = direction * (target - baseline) < 0;
    if (nearlyEqual(target, baseline) || isBeyond) return threshold('reach', given);
    const plan = planFrom(baseline, first);
    return { judgedAs: 'way', type: 'reach', direction, baseline, target, plan };
  },
  at_least: (given) => threshold('at_least', given),
  at_most: (given) => threshold('at_most', given),
  ceiling: ({ definition: { target: first, direction }, target, planFrom }) => {
    if (target === null || first === null || direction === null) return null;
    const plan = planFrom(0, first);
    return { judgedAs: 'ceiling', type: 'ceiling', direction, baseline: 0, target, plan };
  },
  range: ({ kpi: { low, high, tolerance }, definition: { direction, family }, planFrom }) => {
    if (low === null || high === null) return null;
    if (family === 'total') {
      const share = planFrom(0, 1);
      const edges = { low, high, baseline: 0, share } as const;
      return { judgedAs: 'corridor', type: 'range', direction: null, ...edges };
    }
    const tolerated = tolerance ?? (high - low) / 2;
    return { judgedAs: 'range', type: 'range', direction, low, high, tolerance: tolerated };
  },
  done: ({ definition: { direction } }) => ({ judgedAs: 'done', type: 'done', direction }),
  track: ({ definition: { direction } }) => ({ judgedAs: 'track', type: 'track', direction }),
};

/** What a KPI is judged against by one version of its target. */
export function resolveAim(given: Given): Aim | null {
  const { type, isReferenceIncomplete, asked } = given.definition;
  if (isReferenceIncomplete || asked.isInDoubt) {
    const why = isReferenceIncomplete ? 'REFERENCE_INCOMPLETE' : 'STOPS_PER_PERIOD';
    return { judgedAs: 'undecided', type, direction: null, why };
  }
  return AIMS[type](given);
}
