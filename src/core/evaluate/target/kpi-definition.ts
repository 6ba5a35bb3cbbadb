import type { MeasureFamily } from '../../model/evaluation.ts';
import { aboutKpi, type Issue } from '../../model/issue.ts';
import { type DirectionFault, directionDetails } from '../../model/issue-details.ts';
import type { Direction, Kpi, KpiType } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import type { Milestone } from '../../model/milestone.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { FrozenBaseline } from '../../model/record.ts';
import type { PeriodTarget } from '../../model/workspace.ts';
import type { JudgedPeriod } from '../actuals/judged-day.ts';
import type { CalendarFacts } from '../period/calendar-facts.ts';
import type { WeightedPeriod } from '../period/day-weights.ts';
import { wholeInterval } from '../period/intervals.ts';
import type { Asker, ValueReader } from '../values/value-reader.ts';
import type { Asked } from './asked.ts';
import { findDirection } from './direction.ts';
import { askedOf, nothingAsked } from './find-asked.ts';
import { findReference, type GrowthReference } from './growth-reference.ts';
import type { PartOfKpi } from './part-of-kpi.ts';

/** What a person typed, made definite: calculations.md §1. */
export interface KpiDefinition extends GrowthReference {
  /** As treated: "at least" on a total is a reach, "at most" on a total a ceiling. */
  type: KpiType;
  family: MeasureFamily;
  /** Null where the target, or what was declared, does not say. */
  direction: Direction | null;
  /** An average or ratio that is brought from B to T: each interval is judged on a line. */
  isLine: boolean;
  /** B; null when there is none. */
  baseline: number | null;
  /** Version 1 of T; null for range, done and track. */
  target: number | null;
  asked: Asked;
  /** Growth from what is not all there: it has no target until that is known. */
  isReferenceIncomplete: boolean;
  issues: readonly Issue[];
}

interface DefinitionInputs {
  kpi: Kpi;
  measure: Measure;
  family: MeasureFamily;
  reader: ValueReader;
  asker: Asker;
  calendar: CalendarFacts;
  frozen: FrozenBaseline | null;
  /** What it counts is valid only in one interval, such as unique visitors. */
  isOneInterval: boolean;
  judged: JudgedPeriod;
  period: WeightedPeriod;
  milestones: readonly Milestone[];
  /** Ascending, those that share a day with the KPI. */
  periodTargets: readonly PeriodTarget[];
  /** Of one period of a KPI with Every. */
  part: PartOfKpi | null;
}

/** The newest value dated before the start; of an average the newest whole interval before it. */
function valueBeforeStart(inputs: DefinitionInputs): number | null {
  const { kpi, measure, reader, calendar } = inputs;
  const firstDay = reader.firstDay ?? Number.POSITIVE_INFINITY;
  let eve = wholeInterval(measure, kpi.start, calendar).start - 1;
  while (eve >= firstDay) {
    const { start, end } = wholeInterval(measure, eve, calendar);
    const value = reader.hasValueIn(start, end) ? reader.over(start, end) : null;
    if (value !== null) return value;
    eve = start - 1;
  }
  return null;
}

/** The first value of the period; of an average that of its first closed interval. */
function firstValue({ measure, reader, family, judged }: DefinitionInputs) {
  const { whole, start, end } = judged.intervals;
  for (let i = 0; i < end.length; i++) {
    const value = judged.hasValue[i] ? reader.over(start[i], end[i]) : null;
    if (value === null) continue;
    // Of a level the very first row; a formula has none of its own.
    const [day = end[i]] = measure.formula === null ? reader.days(whole.start[i], end[i]) : [];
    const first = family === 'level' ? reader.newestIn(day, day) : null;
    return first === null ? { day: end[i], value } : { day, value: first };
  }
  return null;
}

function findBaseline(inputs: DefinitionInputs, type: KpiType, issues: Issue[]): number | null {
  const { kpi, measure, family, part } = inputs;
  if (family === 'total' || type === 'ceiling') return 0;
  // People who are counted once come to a number of their own, whatever the period before had.
  if (measure.aggregation === 'unique' && kpi.kind === 'add_up_to') return 0;
  const startsAt = part?.startsAt ?? null;
  if (type === 'reach' && startsAt !== null) return startsAt;
  if (kpi.lastTime !== null) return kpi.lastTime;
  if (type !== 'reach') return null;
  const before = valueBeforeStart(inputs);
  if (before !== null) return before;
  const first = firstValue(inputs);
  if (first === null) return null;
  const value = { amount: first.value, unit: inputs.measure.unit };
  const details = { kpi: kpi.name, value, date: { day: first.day } };
  issues.push(aboutKpi(kpi, 'W_BASELINE_FIRST_VALUE', details));
  return first.value;
}

const HAS_TARGET: Readonly<Record<KpiType, boolean>> = {
  reach: true,
  at_least: true,
  at_most: true,
  ceiling: true,
  range: false,
  done: false,
  track: false,
};

/** T: typed, or grown from the reference: T = B_ref + |B_ref|·g (§12). */
function findTarget(
  { kpi, measure: { unit } }: DefinitionInputs,
  reference: number | null,
  issues: Issue[],
): number | null {
  if (!HAS_TARGET[kpi.type]) return null;
  if (kpi.growth === null || reference === null) return kpi.target;
  if (reference === 0) {
    issues.push(aboutKpi(kpi, 'E_GROWTH_BASE', { kpi: kpi.name }));
    return null;
  }
  const grown = reference + Math.abs(reference) * kpi.growth;
  const growthTarget = { amount: grown, unit };
  if (kpi.target !== null && !nearlyEqual(kpi.target, grown)) {
    const target = { amount: kpi.target, unit };
    issues.push(aboutKpi(kpi, 'E_TARGET', { kpi: kpi.name, target, growthTarget }));
    return null;
  }
  if (reference < 0) {
    const details = {
      kpi: kpi.name,
      reference: { amount: reference, unit },
      target: growthTarget,
    };
    issues.push(aboutKpi(kpi, 'W_GROWTH_NEGATIVE', details));
  }
  return grown;
}

/**
 * What a target on a total means: to keep is to grow to it or not to pass it, to bring down a
 * ceiling, or, below 0, a way down; everything else below 0 is a planned loss. A target of 0 is where
 * it starts, and is kept (§1).
 */
function typeOnTotal({ kind, type, declaredDirection }: Kpi, target: number | null): KpiType {
  if (type !== 'reach' && type !== 'at_least' && type !== 'at_most') return type;
  if (target !== null && target < 0) return kind === 'bring_down_to' ? 'reach' : 'ceiling';
  if (type === 'at_most') return 'ceiling';
  if (type === 'at_least' || declaredDirection !== -1) return 'reach';
  return target !== null && nearlyEqual(target, 0) ? 'reach' : 'ceiling';
}

/** What is to be told of a kind that means something else on a total. */
function meaningOnTotal({ kpi, measure }: DefinitionInputs, type: KpiType, target: number | null) {
  if (type === 'ceiling' && target !== null && target < 0) {
    const loss = { amount: -target, unit: measure.unit };
    return [aboutKpi(kpi, 'I_PLANNED_LOSS', { kpi: kpi.name, loss })];
  }
  const isKept = kpi.type === 'at_least' && type === 'reach';
  return isKept ? [aboutKpi(kpi, 'I_AT_LEAST_TOTAL', { kpi: kpi.name })] : [];
}

const directionFault = ({ kpi }: DefinitionInputs, fault: DirectionFault): Issue =>
  aboutKpi(kpi, 'E_DIR', directionDetails(kpi, fault));

/** Resolves type, direction, baseline and target; errors among the issues void the KPI. */
export function defineKpi(inputs: DefinitionInputs): KpiDefinition {
  const { kpi, family, measure, period, calendar, milestones, periodTargets } = inputs;
  const issues: Issue[] = [];
  const { reference, referencePeriod } = findReference(inputs);
  const typed = findTarget(inputs, reference, issues);
  const { unit } = measure;
  const isReferenceIncomplete =
    HAS_TARGET[kpi.type] && kpi.growth !== null && kpi.target === null && reference === null;
  const typedTarget = {
    kpi,
    unit,
    family,
    period,
    milestones,
    periods: periodTargets,
    target: typed,
    today: calendar.today,
  };
  const asked = isReferenceIncomplete ? nothingAsked(typedTarget) : askedOf(typedTarget);
  issues.push(...asked.issues);
  const { target } = asked;
  const isTotal = family === 'total';
  const type = isTotal ? typeOnTotal(kpi, target) : kpi.type;
  if (isTotal) issues.push(...meaningOnTotal(inputs, type, target));
  if (isTotal && type === 'range' && (kpi.low ?? 0) < 0) {
    issues.push(aboutKpi(kpi, 'E_RANGE', { kpi: kpi.name }));
  }
  const baseline = findBaseline(inputs, type, issues);
  const found = findDirection(kpi, {
    type,
    family,
    baseline,
    target,
    ofWhole: inputs.part?.direction ?? null,
  });
  if (typeof found === 'string') issues.push(directionFault(inputs, found));
  if (isReferenceIncomplete) issues.push(aboutKpi(kpi, 'REFERENCE_INCOMPLETE', { kpi: kpi.name }));
  return {
    type,
    family,
    direction: typeof found === 'string' ? null : found,
    isLine: type === 'reach' && family === 'average',
    baseline,
    target,
    asked,
    isReferenceIncomplete,
    reference,
    referencePeriod,
    issues,
  };
}

/** The direction of a later target must be that of the first (§13). */
export const isOnOtherSide = (
  { type, baseline, target: first }: Pick<KpiDefinition, 'type' | 'baseline' | 'target'>,
  target: number,
): boolean =>
  (type === 'reach' || type === 'ceiling') &&
  baseline !== null &&
  first !== null &&
  (target - baseline) * (first - baseline) < 0;
