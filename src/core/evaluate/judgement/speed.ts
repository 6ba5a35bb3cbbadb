import type { Day } from '../../model/calendar-date.ts';
import { type Cadence, MEAN_DAYS } from '../../model/period.ts';
import {
  atLeast,
  known,
  knownOr,
  nearlyEqual,
  type Quantity,
  type ReasonCode,
  unknown,
} from '../../model/quantity.ts';
import { type WeightedPeriod, weightUpTo } from '../period/day-weights.ts';
import { targetOf } from '../target/aim.ts';
import type { KpiPart } from '../target/kpi-case.ts';

export interface Speeds {
  /** v = (X − B)/W(A), per weighted day. */
  speed: Quantity;
  /** Over the recent window ending at A. */
  recentSpeed: Quantity;
  /** v* = (T − X)/(W(E) − W(A)); 0 when reached. */
  requiredSpeed: Quantity;
  /** Required over average speed. */
  speedFactor: Quantity;
}

interface SpeedInputs {
  period: WeightedPeriod;
  judgedDay: Day;
  baseline: number | null;
  target: number | null;
  direction: 1 | -1 | null;
  actual: number;
  /** Where the recent window begins and what X was there. */
  recentFrom: { day: Day; actual: number } | null;
}

/** Speeds of totals, levels and averages on a line (calculations.md §6). */
export function speedsOf(inputs: SpeedInputs): Speeds {
  const { period, judgedDay, baseline, target, direction, actual, recentFrom } = inputs;
  const elapsed = weightUpTo(period, judgedDay);
  const remaining = period.total - elapsed;
  const speed =
    baseline === null
      ? unknown('NO_BASELINE')
      : elapsed > 0
        ? known((actual - baseline) / elapsed)
        : unknown('NOT_STARTED');
  const requiredSpeed = required();
  return { speed, recentSpeed: recent(), requiredSpeed, speedFactor: factor() };

  function required(): Quantity {
    if (target === null) return unknown('NO_TARGET');
    if (direction !== null && atLeast(direction * actual, direction * target)) return known(0);
    if (remaining <= 0 || nearlyEqual(remaining, 0)) return unknown('PERIOD_OVER');
    return known((target - actual) / remaining);
  }

  function recent(): Quantity {
    if (recentFrom === null) return unknown('NO_HISTORY');
    const weight = elapsed - weightUpTo(period, recentFrom.day);
    return weight > 0 ? known((actual - recentFrom.actual) / weight) : unknown('NO_HISTORY');
  }

  function factor(): Quantity {
    if (requiredSpeed.value === null) return requiredSpeed;
    if (speed.value === null) return speed;
    const isStill = baseline !== null && nearlyEqual(actual, baseline);
    if (direction === null || isStill || direction * speed.value <= 0) {
      return unknown('NO_MOVEMENT');
    }
    return knownOr(requiredSpeed.value / speed.value, 'NO_MOVEMENT');
  }
}

const allFor = (reason: ReasonCode): Speeds => ({
  speed: unknown(reason),
  recentSpeed: unknown(reason),
  requiredSpeed: unknown(reason),
  speedFactor: unknown(reason),
});

/** The recent speed rests on at least so many intervals. */
const LEAST_RECENT_INTERVALS = 3;

/** Where the window of the recent speed begins, and X there. */
export function recentWindow({
  judged,
  period,
  definition,
  actuals,
  settings,
}: KpiPart<'judged' | 'period' | 'definition' | 'actuals' | 'settings'>): {
  day: Day;
  actual: number;
} | null {
  const { judgedDay, judgedIndex, intervals } = judged;
  if (judgedDay === null) return null;
  const latestEnd = judgedDay - settings.recentSpeedWindowDays;
  let before = judgedIndex - LEAST_RECENT_INTERVALS;
  while (before >= 0 && intervals.end[before] > latestEnd) before--;
  const isFromStart = before < 0;
  const day = isFromStart ? period.start - 1 : intervals.end[before];
  const actual = isFromStart ? definition.baseline : actuals.toDate[before];
  return actual === null ? null : { day, actual };
}

/** Totals, levels and lines move; what only describes its whole period does not. */
export function speedsOfKpi(
  kpi: KpiPart<'judged' | 'period' | 'definition' | 'actuals' | 'settings' | 'aim'>,
  actual: number | null,
): Speeds {
  const { judged, definition, aim, period } = kpi;
  if (definition.family === 'average' && !definition.isLine) return allFor('NOT_A_FLOW');
  if (judged.judgedDay === null || actual === null) return allFor('NO_DATA');
  return speedsOf({
    period,
    judgedDay: judged.judgedDay,
    baseline: definition.baseline,
    target: targetOf(aim),
    // A ceiling is not a target to reach: what may still be used is never "reached".
    direction: aim.judgedAs === 'ceiling' ? null : aim.direction,
    actual,
    recentFrom: recentWindow(kpi),
  });
}

/** In what a speed is shown: weighted days in one interval of the cadence; without one by the day. */
export const daysPerSpeedUnit = (cadence: Cadence, isPerWorkingDay: boolean): number =>
  isPerWorkingDay || cadence === 'irregular' ? 1 : MEAN_DAYS[cadence];
