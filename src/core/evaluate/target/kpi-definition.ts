import type { MeasureFamily } from '../../model/evaluation.ts';
import type { Issue } from '../../model/issue.ts';
import { newIssue } from '../../model/issue.ts';
import type { Direction, Kpi, KpiType } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { FrozenBaseline } from '../../model/record.ts';
import { type CalendarFacts, yearEarlier } from '../period/calendar-facts.ts';
import { wholeInterval } from '../period/intervals.ts';
import type { JudgedPeriod } from '../period/judged-day.ts';
import type { ValueReader } from '../values/value-reader.ts';

/** What a person typed, made definite: calculations.md §1. */
export interface KpiDefinition {
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
  /** B_ref */
  reference: number | null;
  /** Where the reference was read; null when it was typed or there is none. */
  referencePeriod: DayRange | null;
  issues: readonly Issue[];
}

interface DefinitionInputs {
  kpi: Kpi;
  measure: Measure;
  family: MeasureFamily;
  reader: ValueReader;
  calendar: CalendarFacts;
  frozen: FrozenBaseline | null;
  /** What it counts is valid only in one interval, such as unique visitors. */
  isOneInterval: boolean;
  judged: JudgedPeriod;
}

/** B_ref: the cell Last time, else what was frozen on first use, else X one year earlier (§12). */
function findReference(
  inputs: DefinitionInputs,
): Pick<KpiDefinition, 'reference' | 'referencePeriod'> {
  const { kpi, frozen, reader, measure, calendar, isOneInterval } = inputs;
  if (kpi.lastTime !== null) return { reference: kpi.lastTime, referencePeriod: null };
  if (frozen !== null) {
    return {
      reference: frozen.value,
      referencePeriod: { start: frozen.periodStart, end: frozen.periodEnd },
    };
  }
  const range = yearEarlier(measure.cadence, { start: kpi.start, end: kpi.due }, calendar);
  // A period that is not over yet would grow while it is compared with, and one that ended before
  // the first row was not zero: nobody counted.
  const { firstDay } = reader;
  if (range.end >= calendar.today || firstDay === null || firstDay > range.end) {
    return { reference: null, referencePeriod: null };
  }
  const { start, end } = isOneInterval ? wholeInterval(measure, range.end, calendar) : range;
  const value = reader.over(start, end);
  return value === null
    ? { reference: null, referencePeriod: null }
    : { reference: value, referencePeriod: range };
}

/** The newest value dated before the start; of an average the newest whole interval before it. */
function valueBeforeStart(inputs: DefinitionInputs): number | null {
  const { kpi, measure, family, reader, calendar } = inputs;
  if (family === 'level') return reader.newestIn(Number.NEGATIVE_INFINITY, kpi.start - 1);
  const firstDay = reader.firstDay ?? Number.POSITIVE_INFINITY;
  let eve = wholeInterval(measure, kpi.start, calendar).start - 1;
  while (eve >= firstDay) {
    const { start, end } = wholeInterval(measure, eve, calendar);
    const value = reader.hasValueIn(start, end, end) ? reader.over(start, end) : null;
    if (value !== null) return value;
    eve = start - 1;
  }
  return null;
}

/** The first value of the period; of an average that of its first closed interval. */
function firstValue({ kpi, reader, family, judged }: DefinitionInputs) {
  const { whole, end } = judged.intervals;
  if (family === 'level') {
    const [day] = reader.days(kpi.start, whole.end[whole.end.length - 1] ?? kpi.due);
    const value = day === undefined ? null : reader.over(day, day);
    return value === null ? null : { day, value };
  }
  for (let i = 0; i < end.length; i++) {
    const value = judged.hasValue[i] ? reader.over(whole.start[i], whole.end[i]) : null;
    if (value !== null) return { day: end[i], value };
  }
  return null;
}

function findBaseline(inputs: DefinitionInputs, type: KpiType, issues: Issue[]): number | null {
  const { kpi, family } = inputs;
  if (family === 'total' || type === 'ceiling') return 0;
  if (kpi.lastTime !== null) return kpi.lastTime;
  if (type !== 'reach') return null;
  const before = valueBeforeStart(inputs);
  if (before !== null) return before;
  const first = firstValue(inputs);
  if (first === null) return null;
  issues.push(
    newIssue(
      'W_BASELINE_FIRST_VALUE',
      kpi.place,
      {
        kpi: kpi.name,
        value: { amount: first.value, unit: inputs.measure.unit },
        date: { day: first.day },
      },
      { kpiId: kpi.id },
    ),
  );
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
  const subject = { kpiId: kpi.id };
  if (!HAS_TARGET[kpi.type]) return null;
  if (kpi.growth === null) return kpi.target;
  if (reference === null || reference === 0) {
    if (kpi.target !== null && reference === null) return kpi.target;
    issues.push(newIssue('E_GROWTH_BASE', kpi.place, { kpi: kpi.name }, subject));
    return null;
  }
  const grown = reference + Math.abs(reference) * kpi.growth;
  if (kpi.target !== null && !nearlyEqual(kpi.target, grown)) {
    issues.push(
      newIssue(
        'E_TARGET',
        kpi.place,
        {
          kpi: kpi.name,
          target: { amount: kpi.target, unit },
          growthTarget: { amount: grown, unit },
        },
        subject,
      ),
    );
    return null;
  }
  if (reference < 0) {
    issues.push(
      newIssue(
        'W_GROWTH_NEGATIVE',
        kpi.place,
        {
          kpi: kpi.name,
          reference: { amount: reference, unit },
          target: { amount: grown, unit },
        },
        subject,
      ),
    );
  }
  return grown;
}

/** "At least" on a total is a reach; "at most", and a reach downwards, a ceiling (§1). */
function effectiveType(kpi: Kpi, family: MeasureFamily, target: number | null): KpiType {
  if (family !== 'total') return kpi.type;
  if (kpi.type === 'at_most') return 'ceiling';
  if (kpi.type !== 'reach' && kpi.type !== 'at_least') return kpi.type;
  const isDownwards =
    kpi.declaredDirection === -1 ||
    (kpi.declaredDirection === null && target !== null && target < 0);
  return kpi.type === 'reach' && isDownwards ? 'ceiling' : 'reach';
}

const FIXED_DIRECTION: Partial<Record<KpiType, Direction>> = {
  at_least: 1,
  at_most: -1,
  ceiling: -1,
};

/** dir = sign(T − B), or what was declared when they are equal; a contradiction is E_DIR. */
function findDirection(
  kpi: Kpi,
  type: KpiType,
  baseline: number | null,
  target: number | null,
): Direction | null | 'contradiction' {
  const declared = kpi.declaredDirection;
  const fixed = FIXED_DIRECTION[type];
  if (fixed !== undefined) {
    const isOtherWay = declared !== null && declared !== fixed && type === kpi.type;
    return isOtherWay ? 'contradiction' : fixed;
  }
  if (type !== 'reach' || target === null) return declared;
  if (baseline === null || nearlyEqual(target, baseline)) return declared ?? 1;
  const direction = target > baseline ? 1 : -1;
  return declared !== null && declared !== direction ? 'contradiction' : direction;
}

/** Resolves type, direction, baseline and target; errors among the issues void the KPI. */
export function defineKpi(inputs: DefinitionInputs): KpiDefinition {
  const { kpi, family } = inputs;
  const issues: Issue[] = [];
  const { reference, referencePeriod } = findReference(inputs);
  const target = findTarget(inputs, reference, issues);
  const type = effectiveType(kpi, family, target);
  if (kpi.type === 'at_least' && type === 'reach') {
    issues.push(newIssue('I_AT_LEAST_TOTAL', kpi.place, { kpi: kpi.name }, { kpiId: kpi.id }));
  }
  const baseline = findBaseline(inputs, type, issues);
  const direction = findDirection(kpi, type, baseline, target);
  if (direction === 'contradiction') {
    issues.push(newIssue('E_DIR', kpi.place, { kpi: kpi.name }, { kpiId: kpi.id }));
  }
  return {
    type,
    family,
    direction: direction === 'contradiction' ? null : direction,
    isLine: type === 'reach' && family === 'average',
    baseline,
    target,
    reference,
    referencePeriod,
    issues,
  };
}

/** The direction of a later target must be that of the first (§13). */
export const isOnOtherSide = (
  definition: Pick<KpiDefinition, 'type' | 'baseline' | 'direction'>,
  target: number,
): boolean =>
  definition.type === 'reach' &&
  definition.baseline !== null &&
  definition.direction !== null &&
  (target - definition.baseline) * definition.direction < 0;
