import type { FormulaNode } from '../../model/formula.ts';
import type { Measure } from '../../model/measure.ts';
import type { DayRange } from '../../model/period.ts';
import type { KpiCase } from '../target/kpi-case.ts';

/** How drivers make up the outcome. */
type DriverKind = 'product' | 'sum';

export interface Driver {
  measure: Measure;
  /** The part of the measure that counts; null for the measure as a whole. */
  channel: string | null;
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
/** Every choice of them is tried. */
const MOST_CANDIDATES = 10;

/** The measures that a formula multiplies or adds, when it does nothing else. */
function operandsOf(node: FormulaNode, operator: '*' | '+'): string[] | null {
  if (node.kind === 'measure') return [node.measureId];
  if (node.kind !== 'binary' || node.operator !== operator) return null;
  const left = operandsOf(node.left, operator);
  const right = operandsOf(node.right, operator);
  return left === null || right === null ? null : [...left, ...right];
}

function fromFormula(
  { formula }: Measure,
  measureById: ReadonlyMap<string, Measure>,
  driverFor: (measure: Measure) => Driver,
): DriverSet | null {
  if (formula === null) return null;
  const kinds = [
    ['product', '*'],
    ['sum', '+'],
  ] as const;
  for (const [kind, operator] of kinds) {
    const ids = operandsOf(formula, operator);
    if (ids === null || ids.length < 2) continue;
    const measures = ids.flatMap((id) => measureById.get(id) ?? []);
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
  const { start, end } = range;
  const wanted = outcome.reader.over(start, end);
  if (wanted === null || wanted === 0) return null;
  const valued = candidates.flatMap((kpiCase) => {
    const value = kpiCase.reader.over(start, end);
    return value === null ? [] : [{ kpiCase, value }];
  });
  const drivers = (choice: typeof valued): Driver[] =>
    choice.map(({ kpiCase }) => ({
      measure: kpiCase.measure,
      channel: kpiCase.kpi.channel,
      kpiCase,
    }));
  const isFactor = ({ kpiCase }: (typeof valued)[number]) =>
    kpiCase.kpi.channel === outcome.kpi.channel;
  for (const choice of choices(valued.filter(isFactor).slice(0, MOST_CANDIDATES))) {
    const made = choice.reduce((all, { value }) => all * value, 1);
    if (isClose(made, wanted)) return { kind: 'product', drivers: drivers(choice) };
  }
  for (const choice of choices(valued.slice(0, MOST_CANDIDATES))) {
    const made = choice.reduce((all, { value }) => all + value, 0);
    if (isClose(made, wanted)) return { kind: 'sum', drivers: drivers(choice) };
  }
  return null;
}

const hasPeriodOf = ({ kpi }: KpiCase, other: KpiCase): boolean =>
  kpi.start === other.kpi.start && kpi.due === other.kpi.due;

/** One KPI per measure and channel: the one over the same period as the outcome, else the first. */
function onePerMeasure(outcome: KpiCase, others: readonly KpiCase[]): Map<string, KpiCase> {
  const found = new Map<string, KpiCase>();
  for (const kpiCase of others) {
    const key = keyOf(kpiCase.measure, kpiCase.kpi.channel);
    const before = found.get(key);
    const isBetter =
      before === undefined || (!hasPeriodOf(before, outcome) && hasPeriodOf(kpiCase, outcome));
    if (isBetter) found.set(key, kpiCase);
  }
  return found;
}

const keyOf = ({ id }: Measure, channel: string | null): string => JSON.stringify([id, channel]);

/**
 * The measures that make up the outcome of a goal: those its formula multiplies or adds, else the
 * KPIs of the goal whose values do so to within 1%; the KPIs of an outcome's own channels may add
 * up to it. Null when nothing does.
 */
export function findDrivers(
  outcome: KpiCase,
  others: readonly KpiCase[],
  range: DayRange,
  measureById: ReadonlyMap<string, Measure>,
): DriverSet | null {
  const { channel } = outcome.kpi;
  const known = onePerMeasure(outcome, others);
  const driverFor = (measure: Measure): Driver => ({
    measure,
    channel,
    kpiCase: known.get(keyOf(measure, channel)) ?? null,
  });
  const candidates = [...known.values()].filter(({ measure, kpi }) =>
    measure.id === outcome.measure.id
      ? channel === null && kpi.channel !== null
      : kpi.channel === channel,
  );
  return (
    fromFormula(outcome.measure, measureById, driverFor) ?? fromValues(outcome, candidates, range)
  );
}
