import type { Day } from '../../src/core/model/calendar-date.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import type { Milestone } from '../../src/core/model/milestone.ts';
import { intervalsOver, type RegularCadence, type YearCut } from '../../src/core/model/period.ts';
import type { PeriodTarget, TargetChange } from '../../src/core/model/workspace.ts';
import { milestone, type Row } from '../support/workspace-builder.ts';
import type { Dice } from './random-dice.ts';
import { isTotalOf } from './random-measures.ts';

const cents = (value: number): number => Math.round(value * 100) / 100;

/** What its stopovers ask: so far, or each of them. */
function stopValue(dice: Dice, one: Kpi, share: number, count: number): number {
  const target = one.target ?? 0;
  if (one.stopsAre === 'per_period') return cents((target / count) * dice.number(0.4, 1.4));
  const from = one.lastTime ?? 0;
  const bend = dice.chance(0.2) ? dice.number(-0.2, 1.2) : share ** dice.one([0.4, 0.7, 1, 1.6]);
  return cents(from + (target - from) * bend);
}

/** On any days, or evenly spaced as the ends of months and quarters are. */
function stopDays(dice: Dice, { start, due }: Kpi): Day[] {
  const length = due - start + 1;
  const count = dice.whole(1, 4);
  if (dice.chance(0.3) && length > 12) {
    return Array.from(
      { length: count },
      (_, i) => start - 1 + Math.round((length * (i + 1)) / (count + 1)),
    );
  }
  const days = new Set<Day>();
  for (let i = 0; i < count; i++) days.add(dice.whole(Math.min(start + 4, due - 1), due - 1));
  return [...days].sort((a, b) => a - b);
}

export function randomMilestones(dice: Dice, one: Kpi): Milestone[] {
  if (one.every !== null || !dice.chance(0.35)) return [];
  const days = stopDays(dice, one);
  const length = one.due - one.start + 1;
  const stops = days.map((date, order) =>
    milestone({
      id: `${one.id}_${date}`,
      stop: `Stop ${order}`,
      kpiId: one.id,
      day: date,
      value: dice.chance(0.15)
        ? null
        : stopValue(dice, one, (date - one.start + 1) / length, days.length),
      doneOn: dice.chance(0.4) ? date + dice.whole(-10, 10) : null,
      order,
    }),
  );
  const hasEnd = one.stopsAre !== 'per_period' && one.target !== null && dice.chance(0.08);
  if (!hasEnd) return stops;
  const end = { id: `${one.id}_end`, stop: 'End', kpiId: one.id, day: one.due, order: days.length };
  return [...stops, milestone({ ...end, value: one.target })];
}

/** A unit that cuts the period into a handful. */
function unitOf(dice: Dice, { start, due }: Kpi): RegularCadence {
  const length = due - start + 1;
  if (length < 30) return 'week';
  if (length < 130) return dice.one(['week', 'month', 'month']);
  return dice.one(['month', 'quarter', 'quarter', 'year']);
}

/** A budget as people have it: a target per month or quarter, now and then with a hole in it. */
export function randomPeriodTargets(
  dice: Dice,
  one: Kpi,
  of: Measure,
  cut: YearCut,
): PeriodTarget[] {
  const { target, type, every } = one;
  const isAsked = ['reach', 'at_least', 'at_most', 'ceiling'].includes(type);
  if (!isAsked || target === null || one.growth !== null || !dice.chance(0.18)) return [];
  const range = { start: one.start, end: one.due };
  const periods = intervalsOver(every ?? unitOf(dice, one), range, cut);
  const isWhole = dice.chance(0.6);
  const kept = periods.filter(() => isWhole || dice.chance(0.7));
  const from = one.lastTime ?? 0;
  const askedIn = (order: number): number => {
    if (isTotalOf(of)) return (target / periods.length) * dice.number(0.4, 1.5);
    if (type !== 'reach') return target * dice.number(0.9, 1.1);
    return from + ((target - from) * (order + 1)) / periods.length;
  };
  return kept.map((period, order) => ({
    kpiId: one.id,
    period,
    target: cents(askedIn(order)),
    order,
    place: { tab: 'Targets', cell: 'C2' },
  }));
}

export function randomChanges(
  dice: Dice,
  one: Kpi,
  measures: readonly Measure[],
  rows: readonly Row[],
): TargetChange[] {
  const { target } = one;
  const isTotal = measures.some((of) => of.id === one.measureId && isTotalOf(of));
  if (one.type === 'ceiling' && !isTotal) return [];
  // What starts at its target has no way to share out over another one.
  const isHeld = target === one.lastTime || rows.some(({ value }) => value === target);
  if (target === null || target === 0 || isHeld || !dice.chance(0.15)) return [];
  const days = new Set<Day>();
  for (let count = dice.whole(1, 2); count > 0; count--)
    days.add(dice.whole(one.start + 1, one.due));
  return [...days].map((effectiveFrom, order) => ({
    kpiId: one.id,
    effectiveFrom,
    target: cents(target * dice.number(0.6, 1.6)),
    isRebase: dice.chance(0.4),
    author: 'Anna',
    reason: 'The market turned',
    order,
    place: { tab: 'Target changes', cell: 'A2' },
  }));
}
