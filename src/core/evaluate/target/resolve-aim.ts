import type { Kpi, KpiType } from '../../model/kpi.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { Aim, Threshold } from './aim.ts';
import type { KpiDefinition } from './kpi-definition.ts';
import type { Plan } from './plan.ts';

interface Given {
  kpi: Kpi;
  definition: KpiDefinition;
  /** T of the version asked for. */
  target: number | null;
  /** @param first T of version 1 */
  planFrom: (baseline: number, first: number) => Plan;
}

const DEFAULT_TOLERANCE_SHARE = 0.05;

/** Allowed is what was typed, else 5 % of the target (calculations.md §5). */
function threshold(
  type: Threshold['type'],
  { kpi, definition: { direction, baseline }, target }: Given,
): Threshold | null {
  if (target === null || direction === null) return null;
  const tolerance = kpi.tolerance ?? DEFAULT_TOLERANCE_SHARE * Math.abs(target);
  return { judgedAs: 'threshold', type, direction, target, tolerance, baseline };
}

type Resolve = (given: Given) => Aim | null;

/** Null where a cell is missing that intake has found missing. */
const AIMS: { readonly [Type in KpiType]: Resolve } = {
  reach: (given) => {
    const { definition, target, planFrom } = given;
    const { direction, baseline, target: first } = definition;
    if (target === null || first === null || direction === null) return null;
    if (baseline === null) return { judgedAs: 'unstarted', type: 'reach', direction, target };
    if (nearlyEqual(target, baseline)) return threshold('reach', given);
    const plan = planFrom(baseline, first);
    return { judgedAs: 'way', type: 'reach', direction, baseline, target, plan };
  },
  at_least: (given) => threshold('at_least', given),
  at_most: (given) => threshold('at_most', given),
  ceiling: ({ definition: { target: first }, target, planFrom }) => {
    if (target === null || first === null) return null;
    const plan = planFrom(0, first);
    return { judgedAs: 'ceiling', type: 'ceiling', direction: -1, baseline: 0, target, plan };
  },
  range: ({ kpi: { low, high, tolerance }, definition: { direction } }) =>
    low === null || high === null
      ? null
      : {
          judgedAs: 'range',
          type: 'range',
          direction,
          low,
          high,
          tolerance: tolerance ?? (high - low) / 2,
        },
  done: ({ definition: { direction } }) => ({ judgedAs: 'done', type: 'done', direction }),
  track: ({ definition: { direction } }) => ({ judgedAs: 'track', type: 'track', direction }),
};

/** What a KPI is judged against by one version of its target. */
export const resolveAim: Resolve = (given) => AIMS[given.definition.type](given);
