import type { Day } from '../../model/calendar-date.ts';
import { aboutKpi, type Issue, newIssue } from '../../model/issue.ts';
import type { DayRange } from '../../model/period.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import type { PeriodTarget, TargetChange } from '../../model/workspace.ts';
import { shareWithin, weightIn } from '../period/day-weights.ts';
import type { Asked, TypedTarget } from './asked.ts';
import type { InForce } from './asking.ts';
import type { PlanAnchor } from './plan.ts';

type PerPeriod = Pick<Asked, 'target' | 'anchors' | 'periods' | 'issues'>;

const NOTHING: PerPeriod = { target: null, anchors: [], periods: [], issues: [] };

/** A stretch of the KPI with what it is to bring; null where nothing is said of it. */
interface Stretch extends DayRange {
  readonly amount: number | null;
}

/** The whole KPI in stretches: its periods with a target, cut to it, and what lies between them. */
function stretchesOf({ kpi, period, periods }: TypedTarget): Stretch[] {
  const { start, due, dayWeights } = kpi;
  const found: Stretch[] = [];
  let next = start;
  for (const { period: whole, target } of periods) {
    const inside = { start: Math.max(start, whole.start), end: Math.min(due, whole.end) };
    if (inside.start > next) found.push({ start: next, end: inside.start - 1, amount: null });
    // Last year's weights say nothing of a single day.
    const isByDays = dayWeights.kind === 'last_year';
    found.push({ ...inside, amount: target * shareWithin(period, inside, whole, isByDays) });
    next = inside.end + 1;
  }
  if (next <= due) found.push({ start: next, end: due, amount: null });
  return found;
}

const gapIssue = (
  { kpi }: TypedTarget,
  code: 'E_TARGET_GAP' | 'W_TARGET_GAP',
  gaps: readonly DayRange[],
): Issue =>
  aboutKpi(kpi, code, {
    kpi: kpi.name,
    gaps: { ranges: gaps.map(({ start, end }) => ({ start, end })) },
  });

function sumIssue({ kpi, unit }: TypedTarget, target: number, sum: number): Issue {
  const details = { kpi: kpi.name, target: { amount: target, unit }, sum: { amount: sum, unit } };
  return aboutKpi(kpi, 'E_TARGET_SUM', details);
}

/** Each period's target is its part of the plan; what they leave of T lies between them. */
function partsOfTotal(typed: TypedTarget): PerPeriod {
  const { target, period } = typed;
  const stretches = stretchesOf(typed);
  const stated = stretches.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const gaps = stretches.filter(
    (one) => one.amount === null && !nearlyEqual(weightIn(period, one), 0),
  );
  const gapWeight = gaps.reduce((sum, one) => sum + weightIn(period, one), 0);
  if (gaps.length > 0 && target === null) {
    return { ...NOTHING, issues: [gapIssue(typed, 'E_TARGET_GAP', gaps)] };
  }
  if (gaps.length === 0 && target !== null && !nearlyEqual(target, stated)) {
    return { ...NOTHING, issues: [sumIssue(typed, target, stated)] };
  }
  const rest = gaps.length === 0 ? 0 : (target ?? 0) - stated;
  let planned = 0;
  const anchors = stretches.map((one): PlanAnchor => {
    const isGap = one.amount === null && gapWeight > 0;
    planned += one.amount ?? (isGap ? (rest * weightIn(period, one)) / gapWeight : 0);
    return { day: one.end, value: planned, isLegEnd: one.amount !== null };
  });
  return {
    ...NOTHING,
    target: stated + rest,
    anchors: anchors.slice(0, -1),
    issues: gaps.length === 0 ? [] : [gapIssue(typed, 'W_TARGET_GAP', gaps)],
  };
}

/** Where a level or a line should stand at the end of each period; the last one is T. */
function pointsOfLine(typed: TypedTarget): PerPeriod {
  const { kpi, periods, target } = typed;
  const anchors = periods.map(
    ({ period, target: value }): PlanAnchor => ({
      day: Math.min(period.end, kpi.due),
      value,
      isLegEnd: true,
    }),
  );
  const last = anchors[anchors.length - 1];
  const isOther = last.day === kpi.due && target !== null && !nearlyEqual(last.value, target);
  return {
    ...NOTHING,
    target: target ?? last.value,
    anchors: anchors.filter(({ day }) => day < kpi.due),
    issues: isOther ? [sumIssue(typed, target, last.value)] : [],
  };
}

/** What a threshold asks in each period; in the others the typed target is in force. */
function thresholdsIn(typed: TypedTarget): PerPeriod {
  const { kpi, periods, target, today } = typed;
  const gaps = stretchesOf(typed).filter(({ amount }) => amount === null);
  if (gaps.length > 0 && target === null) {
    return { ...NOTHING, issues: [gapIssue(typed, 'E_TARGET_GAP', gaps)] };
  }
  // A plan of what may be used leads to what is asked now.
  const day = Math.min(Math.max(today, kpi.start), kpi.due);
  const own = periods.find(({ period }) => period.start <= day && day <= period.end);
  const isPlan = kpi.type === 'ceiling' && own !== undefined;
  return { ...NOTHING, target: isPlan ? own.target : (target ?? periods[0].target), periods };
}

/** Two periods that share a day: Q1 beside January. */
function overlapIssue({ kpi, periods }: TypedTarget): Issue | null {
  const at = periods.findIndex(
    ({ period }, i) => i > 0 && period.start <= periods[i - 1].period.end,
  );
  if (at === -1) return null;
  const [before, own] = [periods[at - 1], periods[at]];
  const details = { kpi: kpi.name, other: before.place.cell ?? '' };
  return newIssue('E_TARGET_OVERLAP', own.place, details, { kpiId: kpi.id });
}

/** What is asked by the targets per period of a KPI that has some (calculations.md §4). */
export function askedPerPeriod(typed: TypedTarget): PerPeriod {
  const overlap = overlapIssue(typed);
  if (overlap !== null) return { ...NOTHING, issues: [overlap] };
  if (typed.family === 'total') return partsOfTotal(typed);
  return typed.kpi.type === 'reach' ? pointsOfLine(typed) : thresholdsIn(typed);
}

/**
 * The targets that are in force one after the other: those of periods, else the typed one, or what
 * it was changed into.
 */
export function versionsInForce(
  first: number,
  changes: readonly TargetChange[],
  periods: readonly PeriodTarget[],
): InForce[] {
  const made: InForce[] = [
    { from: Number.NEGATIVE_INFINITY, target: first },
    ...changes.map(({ effectiveFrom, target }) => ({ from: effectiveFrom, target })),
  ];
  const days = [
    ...made.map(({ from }) => from),
    ...periods.flatMap(({ period }) => [period.start, period.end + 1]),
  ].sort((a, b) => a - b);
  let version = 0;
  let next = 0;
  const targetOn = (day: Day): number => {
    while (version + 1 < made.length && made[version + 1].from <= day) version++;
    while (next < periods.length && periods[next].period.end < day) next++;
    const own = periods[next];
    return own !== undefined && own.period.start <= day ? own.target : made[version].target;
  };
  const found: InForce[] = [];
  for (const from of days) {
    const target = targetOn(from);
    if (found[found.length - 1]?.target !== target) found.push({ from, target });
  }
  return found;
}
