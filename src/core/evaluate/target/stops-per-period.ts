import type { Day } from '../../model/calendar-date.ts';
import { aboutKpi } from '../../model/issue.ts';
import { atLeast, nearlyEqual } from '../../model/quantity.ts';
import { type Asked, hasValue, type TypedTarget } from './asked.ts';

/** Stops that add up to the target, to so much of it, were not reached one after the other. */
const SUM_TOLERANCE = 0.005;
/** The last one is then but a part of it. */
const MOST_OF_TARGET = 0.5;
/** A first step may be so much more than the mean of the later ones. */
const MOST_FIRST_STEP = 1.5;
/** Months of 28 and of 31 days are evenly spaced. */
const MOST_UNEVEN = 1.15;
const LEAST_STOPS = 3;

const sum = (values: readonly number[]): number => values.reduce((all, own) => all + own, 0);

function areEvenlySpaced(start: Day, days: readonly Day[]): boolean {
  const distances = days.map((day, i) => day - (i === 0 ? start - 1 : days[i - 1]));
  return Math.max(...distances) <= MOST_UNEVEN * Math.min(...distances);
}

/** The first step is long against the mean of the later ones: 300, 450, 600. */
function startsFar(stops: readonly { day: Day; value: number }[], start: Day): boolean {
  if (stops.length < LEAST_STOPS) return false;
  const days = stops.map(({ day }) => day);
  const steps = stops.map(({ value }, i) => value - (i === 0 ? 0 : stops[i - 1].value));
  const later = steps.slice(1);
  const most = (MOST_FIRST_STEP * sum(later)) / later.length;
  return areEvenlySpaced(start, days) && !atLeast(most, steps[0]);
}

/**
 * Whether the stops of a total look as if each says what its own period is to bring, instead of what
 * is reached by then (calculations.md §4).
 *
 * | stops | target | |
 * |---|---|---|
 * | 50, 70, 70 | 300 | one is not further on than the one before |
 * | 50, 70, 100, 120, 130, 130 | 600 | they add up to the target |
 * | 300, 450 at the ends of years | 600 | the first step is the longest |
 */
export function lookPerPeriod({ kpi, milestones, target }: TypedTarget): boolean {
  const side = Math.sign(target ?? 0);
  const stops = milestones.filter(hasValue).map(({ day, value }) => ({ day, value: value * side }));
  if (target === null || side === 0 || stops.length === 0) return false;
  const values = stops.map(({ value }) => value);
  const size = Math.abs(target);
  const last = stops[stops.length - 1];
  const standsStill = values.some((value, i) => i > 0 && atLeast(values[i - 1], value));
  const addsUp =
    stops.length >= LEAST_STOPS &&
    atLeast(SUM_TOLERANCE * size, Math.abs(sum(values) - size)) &&
    !atLeast(last.value, MOST_OF_TARGET * size);
  const toTheEnd = last.day === kpi.due ? stops : [...stops, { day: kpi.due, value: size }];
  return standsStill || addsUp || startsFar(toTheEnd, kpi.start);
}

/** Stops that each bring something: their running sum, and T, which is the sum of all. */
export function summedUp({
  kpi,
  unit,
  milestones,
  target,
}: TypedTarget): Pick<Asked, 'target' | 'stops' | 'issues'> {
  let reached = 0;
  const stops = milestones.map((stop) => {
    if (stop.value === null) return stop;
    reached += stop.value;
    return { ...stop, value: reached };
  });
  const own = milestones.filter(hasValue);
  const last = own[own.length - 1];
  if (last.day < kpi.due) {
    // A typed target is that of the last period, which has no stop.
    if (target !== null) return { target: reached + target, stops, issues: [] };
    const ranges = [{ start: last.day + 1, end: kpi.due }];
    const gap = aboutKpi(kpi, 'E_TARGET_GAP', { kpi: kpi.name, gaps: { ranges } });
    return { target: null, stops, issues: [gap] };
  }
  const isSame = target === null || nearlyEqual(target, reached) || nearlyEqual(target, last.value);
  if (isSame) return { target: reached, stops, issues: [] };
  const details = {
    kpi: kpi.name,
    target: { amount: target, unit },
    sum: { amount: reached, unit },
  };
  return { target: reached, stops, issues: [aboutKpi(kpi, 'E_TARGET_SUM', details)] };
}
