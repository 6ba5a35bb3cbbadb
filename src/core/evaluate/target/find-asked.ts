import { aboutKpi } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Milestone } from '../../model/milestone.ts';
import { type Asked, hasValue, type TypedTarget } from './asked.ts';
import { askedPerPeriod } from './period-targets.ts';
import type { PlanAnchor } from './plan.ts';
import { lookPerPeriod, summedUp } from './stops-per-period.ts';

/** Kinds of which nothing more is asked in one period than in another. */
const WITHOUT_PERIODS: readonly Kpi['type'][] = ['range', 'done', 'track'];

const anchorsOf = (stops: readonly Milestone[], { due }: Kpi): PlanAnchor[] =>
  stops
    .filter(hasValue)
    .filter(({ day }) => day < due)
    .map(({ day, value }) => ({ day, value, isLegEnd: true }));

function askedByStops(typed: TypedTarget): Asked {
  const { kpi, family, milestones, target } = typed;
  const isTotal = family === 'total';
  if (isTotal && kpi.stopsAre === 'per_period' && milestones.some(hasValue)) {
    const summed = summedUp(typed);
    return { ...summed, anchors: anchorsOf(summed.stops, kpi), periods: [], isInDoubt: false };
  }
  const isInDoubt = isTotal && kpi.stopsAre === null && lookPerPeriod(typed);
  return {
    target,
    anchors: anchorsOf(milestones, kpi),
    stops: milestones,
    periods: [],
    isInDoubt,
    issues: isInDoubt ? [aboutKpi(kpi, 'W_STOPS_PER_PERIOD', { kpi: kpi.name })] : [],
  };
}

/** While nobody knows what it is to grow from. */
export const nothingAsked = ({ milestones }: TypedTarget): Asked => ({
  target: null,
  anchors: [],
  stops: milestones,
  periods: [],
  isInDoubt: false,
  issues: [],
});

/** T, the anchors of the plan and the stopovers of a KPI. */
export function askedOf(typed: TypedTarget): Asked {
  const { kpi, milestones, periods, target } = typed;
  if (WITHOUT_PERIODS.includes(kpi.type)) return { ...nothingAsked(typed), target };
  if (periods.length === 0) return askedByStops(typed);
  return { ...askedPerPeriod(typed), stops: milestones, isInDoubt: false };
}
