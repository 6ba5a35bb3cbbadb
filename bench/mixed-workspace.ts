import type { Kpi } from '../src/core/model/kpi.ts';
import type { Measure } from '../src/core/model/measure.ts';
import type { DayRange } from '../src/core/model/period.ts';
import type { Workspace } from '../src/core/model/workspace.ts';
import { companyWorkspace, LAST_YEAR, THREE_YEARS } from './evaluation/company-workspace.ts';

/** What makes one kind of KPI from one that adds up or grows. */
interface Mixture {
  readonly measure: Partial<Measure>;
  readonly kpi: (plain: Kpi) => Partial<Kpi>;
  /** Its figures, from those of a plain number. */
  readonly figure: (plain: number, row: number) => number;
}

const EURO = { kind: 'currency', currency: 'EUR' } as const;

/** Cents that no pattern makes small; the same in every run. */
const cents = (row: number): number => ((row * 7919 + 104_729) % 100) / 100;
const inCents = (plain: number, row: number): number => Math.round(plain * 100) / 100 + cents(row);
const asShare = (plain: number): number => Math.round(plain) / 10_000;

const threshold = (kind: Kpi['kind'], type: Kpi['type'], size: number) => (): Partial<Kpi> => ({
  kind,
  type,
  declaredDirection: type === 'at_most' ? -1 : 1,
  target: size,
  lastTime: null,
});

/** Turnover, visits, members, conversion, cost, response time, temperature, margin. */
const MIXTURES: readonly Mixture[] = [
  { measure: { unit: EURO, aggregation: 'sum' }, kpi: () => ({}), figure: inCents },
  { measure: { aggregation: 'sum' }, kpi: () => ({}), figure: (plain) => plain },
  {
    measure: { aggregation: 'last', missing: 'missing' },
    kpi: ({ target }) => ({ kind: 'grow_to', lastTime: 100, target: (target ?? 0) + 900 }),
    figure: (plain) => plain,
  },
  {
    measure: { unit: { kind: 'percent' }, aggregation: 'mean', missing: 'missing' },
    kpi: threshold('keep_at_least', 'at_least', 0.05),
    figure: asShare,
  },
  {
    measure: { unit: EURO, aggregation: 'sum' },
    kpi: () => ({ kind: 'spend_no_more_than', type: 'ceiling', declaredDirection: -1 }),
    figure: inCents,
  },
  {
    measure: { unit: { kind: 'hours' }, aggregation: 'mean', missing: 'missing' },
    kpi: threshold('keep_at_most', 'at_most', 60),
    figure: (plain) => plain / 10,
  },
  {
    measure: { unit: { kind: 'percent' }, aggregation: 'last', missing: 'missing' },
    kpi: () => ({
      kind: 'keep_between',
      type: 'range',
      declaredDirection: null,
      target: null,
      lastTime: null,
      low: 0.02,
      high: 0.08,
    }),
    figure: asShare,
  },
];

interface Part {
  readonly cadence: 'day' | 'month';
  readonly kpiCount: number;
  readonly period: DayRange;
}

/** About 50,000 rows: half of them days, half months, some of a year and some of three. */
const PARTS: readonly Part[] = [
  { cadence: 'month', kpiCount: 620, period: THREE_YEARS },
  { cadence: 'month', kpiCount: 220, period: LAST_YEAR },
  { cadence: 'day', kpiCount: 19, period: THREE_YEARS },
  { cadence: 'day', kpiCount: 12, period: LAST_YEAR },
];

const mixtureAt = (position: number): Mixture => MIXTURES[position % MIXTURES.length];

/** One part, every name of it with the part's own letters before it. */
function mixedPart(part: Part, name: string): Workspace {
  const plain = companyWorkspace(part);
  const idOf = (id: string): string => `${name}_${id}`;
  const { measurements } = plain;
  return {
    ...plain,
    measures: plain.measures.map((measure, position) => ({
      ...measure,
      ...mixtureAt(position).measure,
      id: idOf(measure.id),
      name: idOf(measure.name),
    })),
    kpis: plain.kpis.map((kpi, position) => ({
      ...kpi,
      ...mixtureAt(position).kpi(kpi),
      id: idOf(kpi.id),
      name: idOf(kpi.name),
      measureId: idOf(kpi.measureId),
      owner: `Owner ${position % 11}`,
    })),
    milestones: plain.milestones.map((milestone) => ({
      ...milestone,
      id: idOf(milestone.id),
      kpiId: idOf(milestone.kpiId),
    })),
    measurements: {
      ...measurements,
      measureIds: measurements.measureIds.map(idOf),
      value: Float64Array.from(measurements.value, (value, row) =>
        mixtureAt(measurements.measure[row]).figure(value, row),
      ),
    },
  };
}

/** Every seventh KPI watches a margin: a ratio of two measures that have figures. */
function withRatios(workspace: Workspace): Workspace {
  const isRatio = (position: number): boolean => position % 7 === 3;
  const { measures, kpis } = workspace;
  const ratios = measures.flatMap((measure, position): Measure[] => {
    const [one, other] = [measures[position - 3], measures[position - 2]];
    if (!isRatio(position) || one?.cadence !== other?.cadence || position % 2 === 0) return [];
    return [
      {
        ...measure,
        id: `${measure.id}_ratio`,
        name: `${measure.name} ratio`,
        aggregation: null,
        formula: {
          kind: 'binary',
          operator: '/',
          left: { kind: 'measure', measureId: one.id },
          right: { kind: 'measure', measureId: other.id },
        },
      },
    ];
  });
  const ids = new Set(ratios.map(({ id }) => id));
  return {
    ...workspace,
    measures: [...measures, ...ratios],
    kpis: kpis.map((kpi) =>
      ids.has(`${kpi.measureId}_ratio`) ? { ...kpi, measureId: `${kpi.measureId}_ratio` } : kpi,
    ),
  };
}

/** Money, shares and hours; totals, levels, means and ratios; days and months; one year and three. */
export function mixedWorkspace(): Workspace {
  const parts = PARTS.map((part, at) => mixedPart(part, `part${at}`));
  const [first] = parts;
  const before = parts.map((_, at) =>
    parts.slice(0, at).reduce((sum, part) => sum + part.measurements.measureIds.length, 0),
  );
  const join = <Value>(read: (workspace: Workspace) => readonly Value[]): Value[] =>
    parts.flatMap((part) => [...read(part)]);
  return withRatios({
    ...first,
    measures: join(({ measures }) => measures).map((measure, order) => ({ ...measure, order })),
    kpis: join(({ kpis }) => kpis).map((kpi, order) => ({ ...kpi, order })),
    milestones: join(({ milestones }) => milestones),
    measurements: {
      ...first.measurements,
      rowCount: parts.reduce((sum, { measurements }) => sum + measurements.rowCount, 0),
      measureIds: join(({ measurements }) => measurements.measureIds),
      measure: Int32Array.from(
        parts.flatMap(({ measurements }, at) =>
          Array.from(measurements.measure, (measure) => measure + before[at]),
        ),
      ),
      channel: Int32Array.from(join(({ measurements }) => Array.from(measurements.channel))),
      day: Int32Array.from(join(({ measurements }) => Array.from(measurements.day))),
      value: Float64Array.from(join(({ measurements }) => Array.from(measurements.value))),
      recordedAt: Float64Array.from(
        join(({ measurements }) => Array.from(measurements.recordedAt)),
      ),
      hasRecorded: parts.some(({ measurements }) => measurements.hasRecorded),
    },
  });
}
