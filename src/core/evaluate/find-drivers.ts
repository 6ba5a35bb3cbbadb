import type { FormulaNode } from '../model/formula.ts';
import type { Measure } from '../model/measure.ts';
import type { DayRange } from '../model/period.ts';
import type { KpiCase } from './kpi-case.ts';

/** How drivers make up the outcome. */
export type DriverKind = 'product' | 'sum';

export interface Driver {
  measure: Measure;
  /** The KPI of the goal on this measure, when there is one. */
  kpiCase: KpiCase | null;
}

export interface DriverSet {
  kind: DriverKind;
  drivers: readonly Driver[];
}

/** What the drivers make may differ this much from the outcome: other sources, other rounding. */
const MOST_DEPARTURE = 0.01;
const MOST_DRIVERS = 5;

/** The measures that a formula multiplies or adds, when it does nothing else. */
function operandsOf(node: FormulaNode, operator: '*' | '+'): string[] | null {
  if (node.kind === 'measure') return [node.measureId];
  if (node.kind !== 'binary' || node.operator !== operator) return null;
  const left = operandsOf(node.left, operator);
  const right = operandsOf(node.right, operator);
  return left === null || right === null ? null : [...left, ...right];
}

function fromFormula(
  { measure, context }: KpiCase,
  driverFor: (measure: Measure) => Driver,
): DriverSet | null {
  if (measure.formula === null) return null;
  const kinds = [
    ['product', '*'],
    ['sum', '+'],
  ] as const;
  for (const [kind, operator] of kinds) {
    const ids = operandsOf(measure.formula, operator);
    if (ids === null || ids.length < 2) continue;
    const measures = ids.flatMap((id) => context.measureById.get(id) ?? []);
    if (measures.length === ids.length) return { kind, drivers: measures.map(driverFor) };
  }
  return null;
}

/** Every choice of at least two, the smallest first. */
function choices<Item>(items: readonly Item[]): Item[][] {
  const all: Item[][] = [[]];
  for (const item of items) {
    for (const choice of [...all]) if (choice.length < MOST_DRIVERS) all.push([...choice, item]);
  }
  return all.filter(({ length }) => length >= 2).sort((a, b) => a.length - b.length);
}

const isClose = (made: number, wanted: number): boolean =>
  Math.abs(made - wanted) <= MOST_DEPARTURE * Math.abs(wanted);

/** The KPIs of the goal whose values multiply, or add up, to the outcome's over the same days. */
function fromValues(
  outcome: KpiCase,
  candidates: readonly KpiCase[],
  range: DayRange,
): DriverSet | null {
  const wanted = outcome.reader.over(range);
  if (wanted === null || wanted === 0) return null;
  const valued = candidates.flatMap((kpiCase) => {
    const value = kpiCase.reader.over(range);
    return value === null ? [] : [{ kpiCase, value }];
  });
  const drivers = (choice: typeof valued): Driver[] =>
    choice.map(({ kpiCase }) => ({ measure: kpiCase.measure, kpiCase }));
  for (const choice of choices(valued.slice(0, 10))) {
    const made = choice.reduce((all, { value }) => all * value, 1);
    if (isClose(made, wanted)) return { kind: 'product', drivers: drivers(choice) };
  }
  for (const choice of choices(valued.slice(0, 10))) {
    const made = choice.reduce((all, { value }) => all + value, 0);
    if (isClose(made, wanted)) return { kind: 'sum', drivers: drivers(choice) };
  }
  return null;
}

/**
 * The measures that make up the outcome of a goal: those its formula multiplies or adds, else the
 * KPIs of the goal whose values do so to within 1 %. Null when nothing does.
 */
export function findDrivers(
  outcome: KpiCase,
  others: readonly KpiCase[],
  range: DayRange,
): DriverSet | null {
  const onMeasure = new Map(others.map((kpiCase) => [kpiCase.measure.id, kpiCase]));
  const driverFor = (measure: Measure): Driver => ({
    measure,
    kpiCase: onMeasure.get(measure.id) ?? null,
  });
  const candidates = [...onMeasure.values()].filter(
    ({ measure, kpi }) => measure.id !== outcome.measure.id && kpi.channel === outcome.kpi.channel,
  );
  return fromFormula(outcome, driverFor) ?? fromValues(outcome, candidates, range);
}
