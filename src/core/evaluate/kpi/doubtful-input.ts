import { aboutKpi, type Issue } from '../../model/issue.ts';
import { atLeast } from '../../model/quantity.ts';
import { targetOf } from '../target/aim.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import type { Values } from '../values/value-reader.ts';

/** Its values up to the judged day, interval by interval. */
function ownValues({ judged, actuals }: KpiCase): number[] {
  const upTo = judged.judgedIndex + 1;
  return actuals.own.slice(0, upTo).flatMap((value, i) => {
    return value === null || !judged.hasValue[i] ? [] : [value];
  });
}

/** So many intervals, of which so many have a value, tell what one of them usually brings. */
const FEWEST_INTERVALS = 4;
const FEWEST_VALUES = 3;
/** One alone brings about the whole target, and together they are far beyond it. */
const ABOUT = 2;

/**
 * A target that every single interval reaches by itself: perhaps each month is to bring 100, and
 * not the year.
 */
function targetPerInterval(kpiCase: KpiCase): Issue[] {
  const { kpi, measure, definition, judged, aim } = kpiCase;
  const target = targetOf(aim);
  const isWhole = kpi.every === null && definition.asked.anchors.length === 0;
  if (definition.family !== 'total' || !isWhole || target === null || target <= 0) return [];
  const { cadence, unit } = measure;
  const values = ownValues(kpiCase).sort((a, b) => a - b);
  const isEnough = judged.weight.length >= FEWEST_INTERVALS && values.length >= FEWEST_VALUES;
  if (cadence === 'irregular' || !isEnough) return [];
  const usual = values[Math.floor(values.length / 2)];
  const sum = values.reduce((all, value) => all + value, 0);
  const isAbout = usual * ABOUT >= target && usual <= target * ABOUT;
  if (!isAbout || sum <= ABOUT * target) return [];
  const details = {
    kpi: kpi.name,
    target: { amount: target, unit },
    usual: { amount: usual, unit },
    cadence: { list: 'cadence', code: cadence } as const,
  };
  return [aboutKpi(kpi, cadence === 'day' ? 'W_TARGET_DAILY' : 'W_TARGET_EVERY', details)];
}

const FEWEST_TARGETS = 4;
/** So near are the figures to the last target by now, when targets are totals so far. */
const NEAR = 0.15;

/**
 * Targets per period that only rise, while the figures come to the last of them and not to their
 * sum: 50, 120, 220, 340 with 50, 70, 100 in.
 */
function targetsSoFar({ kpi, measure, definition, judged, actuals, milestones }: KpiCase): Issue[] {
  const { asked, family } = definition;
  const { judgedDay, judgedIndex } = judged;
  const actual = actuals.toDate[judgedIndex] ?? null;
  const hasStops = milestones.some(({ value }) => value !== null);
  if (family !== 'total' || hasStops || judgedDay === null || actual === null) return [];
  const due = asked.target === null ? [] : [{ day: kpi.due, value: asked.target }];
  const sums = [...asked.anchors, ...due];
  const targets = sums.map(({ value }, i) => value - (i === 0 ? 0 : sums[i - 1].value));
  const isRising = targets.every((target, i) => target > (i === 0 ? 0 : targets[i - 1]));
  const over = sums.filter(({ day }) => day <= judgedDay).length;
  if (targets.length < FEWEST_TARGETS || !isRising || over < FEWEST_VALUES) return [];
  const last = targets[over - 1];
  if (!atLeast(NEAR * last, Math.abs(actual - last))) return [];
  const { unit } = measure;
  const details = {
    kpi: kpi.name,
    sum: { amount: sums[over - 1].value, unit },
    last: { amount: last, unit },
    actual: { amount: actual, unit },
  };
  return [aboutKpi(kpi, 'W_TARGETS_SO_FAR', details)];
}

const FEWEST_BELOW = 2;

/** Below zero throughout, and held against a target above it: costs as a bank exports them. */
function belowZero(kpiCase: KpiCase, values: Values): Issue[] {
  const { kpi, measure, aim } = kpiCase;
  const target = targetOf(aim);
  const own = ownValues(kpiCase).filter((value) => value !== 0);
  if (target === null || target <= 0 || own.length < FEWEST_BELOW) return [];
  if (own.some((value) => value > 0)) return [];
  const negative = values.operandsOf(measure).find(({ id, aggregation }) => {
    const { lowest, highest } = values.rowExtremes(id);
    return aggregation === 'sum' && lowest < 0 && highest <= 0;
  });
  if (negative === undefined) return [];
  const details = {
    kpi: kpi.name,
    measure: negative.name,
    target: { amount: target, unit: measure.unit },
  };
  return [aboutKpi(kpi, 'W_BELOW_ZERO', details)];
}

/** What can be read and judged, and is probably not what was meant. */
export const doubtsOf = (kpiCase: KpiCase, values: Values): Issue[] => [
  ...targetPerInterval(kpiCase),
  ...targetsSoFar(kpiCase),
  ...belowZero(kpiCase, values),
];
