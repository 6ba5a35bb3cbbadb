import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { EVERY_DAY, weighPeriod } from '../../../src/core/evaluate/period/day-weights.ts';
import type { Ceiling, Range, Threshold, Way } from '../../../src/core/evaluate/target/aim.ts';
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

/** Brought from one value to another on a straight plan of 100 days. */
export const way = (baseline: number, target: number): Way => ({
  judgedAs: 'way',
  type: 'reach',
  direction: target > baseline ? 1 : -1,
  baseline,
  target,
  plan: straightPlan(100, baseline, target),
});

/** At least 60, with a tolerance of 3, unless said otherwise. */
export function threshold(changes: Partial<Threshold> = {}, tolerance = 3): Threshold {
  const { target = 60 } = changes;
  const start = day('2026-01-01');
  const asking = {
    inForce: [{ from: start, target }],
    isMean: false,
    period: weighPeriod({ start, end: start + 99 }, EVERY_DAY),
    tolerance,
    isShare: false,
  };
  return {
    judgedAs: 'threshold',
    type: 'at_least',
    direction: 1,
    target,
    asking,
    baseline: null,
    ...changes,
  };
}

/** At most so much on a straight plan of 100 days, or on one that leads elsewhere. */
export const ceiling = (target: number, planned = target): Ceiling => ({
  judgedAs: 'ceiling',
  type: 'ceiling',
  direction: -1,
  baseline: 0,
  target,
  plan: straightPlan(100, 0, planned),
});

/** 40 to 50, with a tolerance of 5, unless said otherwise. */
export const range = (changes: Partial<Range> = {}): Range => ({
  judgedAs: 'range',
  type: 'range',
  direction: null,
  low: 40,
  high: 50,
  tolerance: 5,
  ...changes,
});

/** A straight plan over so many days from 1 January 2026. */
function straightPlan(days: number, baseline: number, target: number): Plan {
  const start = day('2026-01-01');
  return buildPlan({
    period: weighPeriod({ start, end: start + days - 1 }, EVERY_DAY),
    baseline,
    target,
    anchors: [],
    shape: 'straight',
    intervals: { start: [], end: [] },
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
