import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { EVERY_DAY, weighPeriod } from '../../../src/core/evaluate/period/day-weights.ts';
import type { KpiDefinition } from '../../../src/core/evaluate/target/kpi-definition.ts';
import { buildPlan, type Plan } from '../../../src/core/evaluate/target/plan.ts';
import type { Evaluation, KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import type { Quantity } from '../../../src/core/model/quantity.ts';
import type { WorkbookRecord } from '../../../src/core/model/record.ts';
import type { Settings, Workspace } from '../../../src/core/model/workspace.ts';
import { type Interval, intervalsOf } from '../../support/timeline-rows.ts';
import {
  day,
  kpi,
  measure,
  type Row,
  SETTINGS,
  workspace,
} from '../../support/workspace-builder.ts';

/** One KPI on one measure, and what stands around it. */
export interface OneKpi extends Partial<Omit<Workspace, 'kpis' | 'measures' | 'settings'>> {
  rows?: readonly Row[];
  kpi?: Partial<Kpi>;
  measure?: Partial<Measure>;
  settings?: Partial<Settings>;
  today?: string;
  record?: WorkbookRecord;
}

export interface OneResult {
  kpi: KpiEvaluation;
  /** Codes of everything found while evaluating. */
  codes: readonly string[];
  evaluation: Evaluation;
}

export function evaluateOne(parts: OneKpi): OneResult {
  const { kpi: own, measure: ownMeasure, settings, today = '2026-02-15', record, ...rest } = parts;
  const evaluation = evaluateWorkspace(
    workspace({
      ...rest,
      settings: { ...SETTINGS, ...settings },
      kpis: [kpi(own)],
      measures: [measure(ownMeasure)],
    }),
    day(today),
    record,
  );
  return {
    kpi: evaluation.kpis[0],
    codes: evaluation.issues.map(({ code }) => code),
    evaluation,
  };
}

/** A row on each of these dates. */
export const rowsOn = (values: Readonly<Record<string, number>>, extra: Partial<Row> = {}): Row[] =>
  Object.entries(values).map(([date, value]) => ({ date: day(date), value, ...extra }));

/** The same value on every day of a stretch. */
export function daily(from: string, to: string, value: number, extra: Partial<Row> = {}): Row[] {
  const rows: Row[] = [];
  for (let date = day(from); date <= day(to); date++) rows.push({ date, value, ...extra });
  return rows;
}

/** One value after the other, a day each. */
export const dailyFrom = (from: string, values: readonly number[], extra: Partial<Row> = {}) =>
  values.map((value, i): Row => ({ date: day(from) + i, value, ...extra }));

/** A way from 0 to 200, better higher, unless said otherwise. */
export const definition = (changes: Partial<KpiDefinition> = {}): KpiDefinition => ({
  type: 'reach',
  family: 'total',
  direction: 1,
  isLine: false,
  isHeldAtTarget: false,
  baseline: 0,
  target: 200,
  low: null,
  high: null,
  tolerance: null,
  reference: null,
  referencePeriod: null,
  issues: [],
  ...changes,
});

/** A straight plan over so many days from 1 January 2026. */
export function straightPlan(days: number, baseline: number, target: number): Plan {
  const start = day('2026-01-01');
  return buildPlan({
    period: weighPeriod({ start, end: start + days - 1 }, EVERY_DAY),
    baseline,
    target,
    milestones: [],
    shape: 'straight',
    intervals: [],
    versions: [],
  });
}

export const near = (value: number, digits = 6) => expect.closeTo(value, digits);

/** The numbers themselves; what is missing by its reason. */
export const shown = ({ value, reason }: Quantity) => value ?? reason;

/** The interval of a timeline that is called so. */
export function intervalOf({ timeline }: KpiEvaluation, label: string): Interval {
  const found = intervalsOf(timeline).find((interval) => interval.label === label);
  if (found === undefined) throw new Error(`no interval ${label}`);
  return found;
}
