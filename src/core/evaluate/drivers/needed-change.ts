import type { KpiEvaluation, MeasureFamily } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import { atLeast } from '../../model/quantity.ts';
import type { KpiCase } from '../target/kpi-case.ts';
import type { Driver, DriverSet } from './find-drivers.ts';

/**
 * κ: by what factor what is still to come must change for the forecast to become the target
 * (calculations.md §12). Totals (T − X)/(F − X); ratios and levels T/F. Null unless numerator and
 * denominator have the sign of the direction (ratios: the same sign).
 */
export function neededFactor(
  family: MeasureFamily,
  direction: 1 | -1,
  { target, actual, forecast }: { target: number; actual: number; forecast: number },
): number | null {
  if (family === 'total') {
    const isAhead = (to: number) => !atLeast(direction * actual, direction * to);
    return isAhead(target) && isAhead(forecast) ? (target - actual) / (forecast - actual) : null;
  }
  return target * forecast > 0 ? target / forecast : null;
}

/** When k drivers change alike, each by κ^(1/k). */
export const factorTogether = (factor: number, driverCount: number): number =>
  factor ** (1 / driverCount);

/** The outcome of a goal, and the other KPIs of the goal. */
export interface Outcome {
  readonly goal: Goal;
  readonly kpiCase: KpiCase;
  readonly evaluation: KpiEvaluation;
  readonly others: ReadonlyMap<KpiCase, KpiEvaluation>;
}

/** κ of the outcome; null without a gap that could be closed. */
function factorOf({ kpiCase, evaluation }: Outcome): number | null {
  const target = evaluation.target.value;
  const actual = evaluation.actual.value;
  const forecast = evaluation.forecast.value.value;
  const { direction, family } = kpiCase.definition;
  if (target === null || actual === null || forecast === null || direction === null) return null;
  return neededFactor(family, direction, { target, actual, forecast });
}

/** Of a sum one driver alone has to make up the whole shortfall from what it still brings. */
function factorAlone(
  kind: DriverSet['kind'],
  { kpiCase }: Driver,
  factor: number,
  { evaluation: outcome, others }: Outcome,
): number | null {
  if (kind === 'product') return factor;
  const own = kpiCase === null ? undefined : others.get(kpiCase);
  const forecast = own?.forecast.value.value ?? null;
  const actual = own?.actual.value ?? null;
  const target = outcome.target.value;
  const expected = outcome.forecast.value.value;
  if (forecast === null || actual === null || target === null || expected === null) return null;
  const toCome = outcome.family === 'total' ? forecast - actual : forecast;
  return toCome > 0 ? 1 + (target - expected) / toCome : null;
}

/** By what share each driver must change alone, and all of them alike. */
export function neededChanges({ kind, drivers }: DriverSet, outcome: Outcome) {
  const factor = factorOf(outcome);
  if (factor === null) return { alone: drivers.map(() => null), together: null };
  return {
    alone: drivers.map((driver) => {
      const alone = factorAlone(kind, driver, factor, outcome);
      return alone === null ? null : alone - 1;
    }),
    together: (kind === 'sum' ? factor : factorTogether(factor, drivers.length)) - 1,
  };
}
