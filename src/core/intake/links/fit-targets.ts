import { groupBy } from '../../model/group-by.ts';
import type { Kpi } from '../../model/kpi.ts';
import { intervalContaining } from '../../model/period.ts';
import type { PeriodTarget } from '../../model/workspace.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { KIND_RULES } from '../tabs/kpi-kinds.ts';

const isOutside = ({ start, due }: Kpi, { period }: PeriodTarget): boolean =>
  period.end < start || period.start > due;

/** One that counts anew asks a target of its own of a whole month, quarter … only. */
function isOtherLength(
  { every }: Kpi,
  { period: { start, end } }: PeriodTarget,
  { cut }: ReadContext,
): boolean {
  if (every === null) return false;
  const whole = intervalContaining(every, start, cut);
  return whole.start !== start || whole.end !== end;
}

/**
 * The targets per period that their KPI can use (calculations.md §4): of a kind that has a target,
 * those that share a day with it, and, where it counts anew, are for a whole period. Of the others
 * one finding a KPI and reason.
 */
export function fitTargets(
  kpis: readonly Kpi[],
  targets: readonly PeriodTarget[],
  context: ReadContext,
): PeriodTarget[] {
  const unfit = new Set<PeriodTarget>();
  const targetsOf = groupBy(targets, ({ kpiId }) => kpiId);
  for (const kpi of kpis) {
    const own = targetsOf.get(kpi.id) ?? [];
    if (own.length > 0 && KIND_RULES[kpi.kind].needs !== 'target') {
      for (const one of own) unfit.add(one);
      context.issues.add('W_TARGET_UNUSED', own[0].place, { kpi: kpi.name }, { kpiId: kpi.id });
      continue;
    }
    const outside = own.filter((one) => isOutside(kpi, one));
    const others = own.filter((one) => !isOutside(kpi, one) && isOtherLength(kpi, one, context));
    for (const one of [...outside, ...others]) unfit.add(one);
    const told = ([first, ...more]: readonly PeriodTarget[]) => ({
      kpi: kpi.name,
      count: more.length + 1,
      periods: { ranges: [first.period] },
    });
    if (outside.length > 0) {
      const details = { ...told(outside), start: { day: kpi.start }, due: { day: kpi.due } };
      context.issues.add('W_TARGET_OUTSIDE', outside[0].place, details, { kpiId: kpi.id });
    }
    if (others.length > 0 && kpi.every !== null) {
      const every = { list: 'every', code: kpi.every } as const;
      const details = { ...told(others), every };
      context.issues.add('W_TARGET_PERIOD', others[0].place, details, { kpiId: kpi.id });
    }
  }
  return targets.filter((one) => !unfit.has(one));
}
